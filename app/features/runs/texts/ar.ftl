# أعمال طويلة على سجلات كثيرة.
run-ids-many = يمكن تحديد { $most } سجل على الأكثر واحدًا واحدًا.
run-action-unfit = لا يمكن فعل هذا بسجلات كثيرة دفعة واحدة.
run-nothing-chosen = لم يبق سجل يشمله هذا العمل. اختر من جديد.
run-conflict = بدأ هذا العمل بالفعل أو تم التخلي عنه.
run-nothing-done = لم يغيّر هذا العمل شيئًا يمكن التراجع عنه.
run-problem-staff = لم يعد لمن بدأ هذا العمل حساب هنا، ولذلك أُوقف.
run-part = حقل آخر
run-part-stayed = تغيّر { $field } لاحقًا ويبقى كما هو.
run-column-number = الرقم
run-column-name = الاسم
run-column-reason = سبب بقائه
run-file = المتبقي

# الصفوف المحددة وما يُفعل بها.
run-mark = حدّد { $name }
run-keys = الصفوف
run-key-mark = حدّد الصف أو ألغِ تحديده؛ ومع Shift كل ما بعد آخر صف
run-mark-all = حدّد كل الصفوف المعروضة
run-marked = { $count ->
    [zero] لا شيء محدد
    [one] محدد واحد
    [two] محددان اثنان
    [few] { $count } محددة
    [many] { $count } محددًا
   *[other] { $count } محدد
}
run-marked-all-but = { $count ->
    [zero] كل المطابق محدد
    [one] كل المطابق محدد إلا واحدًا
    [two] كل المطابق محدد إلا اثنين
    [few] كل المطابق محدد إلا { $count }
    [many] كل المطابق محدد إلا { $count }
   *[other] كل المطابق محدد إلا { $count }
}
run-marks-full = { $most ->
    [zero] لا يمكن تحديد شيء واحدًا واحدًا. حدّد كل المطابق بدلًا من ذلك.
    [one] لا يمكن تحديد أكثر من واحد. حدّد كل المطابق بدلًا من ذلك.
    [two] لا يمكن تحديد أكثر من اثنين. حدّد كل المطابق بدلًا من ذلك.
    [few] لا يمكن تحديد أكثر من { $most } واحدًا واحدًا. حدّد كل المطابق بدلًا من ذلك.
    [many] لا يمكن تحديد أكثر من { $most } واحدًا واحدًا. حدّد كل المطابق بدلًا من ذلك.
   *[other] لا يمكن تحديد أكثر من { $most } واحدًا واحدًا. حدّد كل المطابق بدلًا من ذلك.
}
run-mark-matching = { $count ->
    [zero] حدّد كل المطابق
    [one] حدّد المطابق الوحيد
    [two] حدّد المطابقين الاثنين
    [few] حدّد كل المطابق وعدده { $count }
    [many] حدّد كل المطابق وعدده { $count }
   *[other] حدّد كل المطابق وعدده { $count }
}
run-mark-every = حدّد كل المطابق
run-mark-none = ألغِ التحديد
run-bar = ما يمكن فعله بالصفوف المحددة
run-close = إغلاق
run-not = إلغاء
run-counting = يجري العدّ …
run-fill-in = أدخل أولًا ما يجب تغييره.
run-concerns = { $count ->
    [zero] لا يشمل هذا أي سجل.
    [one] يشمل هذا سجلًا واحدًا.
    [two] يشمل هذا سجلين.
    [few] يشمل هذا { $count } سجلات.
    [many] يشمل هذا { $count } سجلًا.
   *[other] يشمل هذا { $count } سجل.
}
run-foreseen-refused = { $count ->
    [zero] لن يبقى شيء من أول { $looked } كما هو:
    [one] سيبقى واحد من أول { $looked } كما هو:
    [two] سيبقى اثنان من أول { $looked } كما هما:
    [few] سيبقى { $count } من أول { $looked } كما هي:
    [many] سيبقى { $count } من أول { $looked } كما هي:
   *[other] سيبقى { $count } من أول { $looked } كما هي:
}
run-foreseen-same = { $count ->
    [zero] لا شيء من أول { $looked } كذلك بالفعل.
    [one] واحد من أول { $looked } كذلك بالفعل.
    [two] اثنان من أول { $looked } كذلك بالفعل.
    [few] { $count } من أول { $looked } كذلك بالفعل.
    [many] { $count } من أول { $looked } كذلك بالفعل.
   *[other] { $count } من أول { $looked } كذلك بالفعل.
}
run-foreseen-reason = { $count } × { $reason }

# أعمال جارية.
run-title = أعمال طويلة
run-lead = ما فعلته بسجلات كثيرة دفعة واحدة: إلى أين وصل، وما الذي بقي ولماذا. ويمكن التراجع عنه خلال ثلاثين يومًا.
run-where = أين أنت
run-none-title = لا أعمال طويلة بعد
run-none-text = حدّد صفوفًا من قائمة وافعل بها كلها شيئًا.
run-show = عرض
run-stop = إيقاف
run-more = عرض المزيد
run-shown = { $count ->
    [zero] لا شيء معروض
    [one] واحد معروض
    [two] اثنان معروضان
    [few] { $count } معروضة
    [many] { $count } معروضًا
   *[other] { $count } معروض
}
run-waits = { $count ->
    [zero] لا ينتظر شيئًا
    [one] ينتظر انتهاء عمل آخر
    [two] ينتظر انتهاء عملين آخرين
    [few] ينتظر انتهاء { $count } أعمال أخرى
    [many] ينتظر انتهاء { $count } عملًا آخر
   *[other] ينتظر انتهاء { $count } عمل آخر
}
run-reached = { $done } من { $total }
run-ended-done = { $count ->
    [zero] لم يتغيّر شيء.
    [one] تغيّر سجل واحد.
    [two] تغيّر سجلان.
    [few] تغيّرت { $count } سجلات.
    [many] تغيّر { $count } سجلًا.
   *[other] تغيّر { $count } سجل.
}
run-ended-delete = { $count ->
    [zero] لم يُنقل شيء إلى المحذوفات.
    [one] نُقل سجل واحد إلى المحذوفات.
    [two] نُقل سجلان إلى المحذوفات.
    [few] نُقلت { $count } سجلات إلى المحذوفات.
    [many] نُقل { $count } سجلًا إلى المحذوفات.
   *[other] نُقل { $count } سجل إلى المحذوفات.
}
run-ended-restore = { $count ->
    [zero] لم يُستعد شيء من المحذوفات.
    [one] استُعيد سجل واحد من المحذوفات.
    [two] استُعيد سجلان من المحذوفات.
    [few] استُعيدت { $count } سجلات من المحذوفات.
    [many] استُعيد { $count } سجلًا من المحذوفات.
   *[other] استُعيد { $count } سجل من المحذوفات.
}
run-ended-take-back = { $count ->
    [zero] لم يُتراجع عن شيء.
    [one] عاد سجل واحد كما كان.
    [two] عاد سجلان كما كانا.
    [few] عادت { $count } سجلات كما كانت.
    [many] عاد { $count } سجلًا كما كان.
   *[other] عاد { $count } سجل كما كان.
}
run-ended-left = { $count ->
    [zero] لم يبق شيء كما هو.
    [one] بقي واحد كما هو.
    [two] بقي اثنان كما هما.
    [few] بقيت { $count } كما هي.
    [many] بقي { $count } كما هو.
   *[other] بقي { $count } كما هو.
}
run-failed = لم يستطع العمل أن يستمر.
run-stopped = أُوقف.
run-undo = تراجع
run-undone-by = تم التراجع عنه
run-what = ماذا
run-state = الحالة
run-done = تغيّرت
run-left = بقيت
run-same = كذلك بالفعل
run-gone = لم تعد مشمولة
run-refused = مرفوضة
run-who = من
run-when = متى
run-how-far = إلى أين وصل
run-left-title = ما الذي بقي ولماذا
run-download = تنزيل
run-state-draft = لم يبدأ
run-state-queued = ينتظر
run-state-running = جارٍ
run-state-done = انتهى
run-state-cancelled = أُوقف
run-state-failed = فشل
run-emptied = فارغ
run-what-set = تغيير حقول
run-what-add-tags = إضافة وسوم: { $tags }
run-what-remove-tags = إزالة وسوم: { $tags }
run-what-delete = حذف
run-what-restore = إخراج من السلة
run-what-take-back = تراجع
run-what-take-back-of = تراجع عن: { $what }

# ما يقال في النهاية لمن بدأه.
run-ended = انتهى العمل الطويل الذي بدأته. أُنجز { $done } من { $total }.
run-ended-failed = تعذر إكمال العمل الطويل الذي بدأته.
