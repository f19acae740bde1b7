# كلمات يستعملها كل ما يتصل بسجل.
record-yes = نعم
record-no = لا
record-undo = تراجع
record-save = حفظ
record-cancel = إلغاء
record-loading = جارٍ التحميل
record-failed = تعذّر تحميل هذا الجزء.
record-leave-title = هل تغادر دون حفظ؟
record-leave-text = ما كتبته هنا لم يُحفظ بعد وسيضيع.
record-leave-stay = البقاء هنا
record-leave-leave = المغادرة
record-value = { $value }
record-nothing = فارغ

timeline-title = السجل الزمني
timeline-house = فواييه
timeline-empty = لم يحدث شيء هنا بعد
timeline-empty-text = ستظهر هنا الملاحظات والملفات والتذكيرات وكل تغيير.
timeline-empty-filter = لا شيء من هذا النوع
timeline-filter = عرض
timeline-filter-all = الكل
timeline-filter-notes = الملاحظات
timeline-filter-changes = التغييرات
timeline-filter-files = الملفات
timeline-filter-reminders = التذكيرات
timeline-filter-tasks = المهام
timeline-more = عرض مدخلات أقدم
timeline-shown = { $count ->
    [zero] لا مدخلات
    [one] مدخل واحد
    [two] مدخلان
    [few] { $count } مدخلات
    [many] { $count } مدخلًا
   *[other] { $count } مدخل
}
timeline-today = اليوم
timeline-yesterday = أمس
timeline-changed-to = أصبح
timeline-seam-lead = من هنا: حين كان عميلًا محتملًا
timeline-seam-customer = من هنا: بوصفه عميلًا
timeline-seam-other = من هنا: فيما سبق

event-other = أجرى تغييرًا
event-note-created = كتب ملاحظة
event-note-updated = عدّل ملاحظة
event-note-deleted = حذف ملاحظة
event-note-restored = استعاد ملاحظة محذوفة
event-file-created = أضاف الملف { $name }
event-file-deleted = حذف الملف { $name }
event-file-restored = استعاد الملف { $name }
event-picture-changed = غيّر صورة { $name }
event-picture-removed = أزال صورة { $name }
event-reminder-created = ضبط تذكيرًا في { $due_at }: { $text }
event-reminder-done = أنجز التذكير «{ $text }»
event-reminder-reopened = أعاد فتح التذكير «{ $text }»
event-reminder-deleted = حذف التذكير «{ $text }»
event-tag-added = أضاف الوسم { $tag }
event-tag-removed = أزال الوسم { $tag }
field-note = الملاحظة
field-contacted_at = تاريخ التواصل

note-new = ملاحظة جديدة
note-placeholder = ماذا حدث، وماذا قيل، وما الخطوة التالية؟
note-hint = يحفظ Ctrl+Enter الملاحظة.
note-add = إضافة الملاحظة
note-edit = تعديل الملاحظة
note-delete = حذف الملاحظة
note-edited = معدّلة
note-show-all = عرض الكل
note-show-less = عرض أقل
note-contact = تواصلتُ معهم
note-contacted-at = متى
note-contacted = تم التواصل في { $at }
note-added = أُضيفت الملاحظة
note-deleted = حُذفت الملاحظة
note-empty = اكتب شيئًا أولًا.
note-too-long = تتسع الملاحظة لـ { $limit } حرف على الأكثر، وهذه طولها { $length }. لم يضع شيء: اختصرها أو أضفها ملفًا.
note-contacted-ahead = هذا الوقت لم يأتِ بعد.
note-not-yours = لا يعدّل الملاحظة إلا كاتبها أو مدير النظام.
note-conflict = عُدّلت هذه الملاحظة في هذه الأثناء. تظهر النسختان أدناه.
note-conflict-theirs = كما هي الآن
note-conflict-keep = حفظ نسختي
note-conflict-take = إبقاؤها كما هي الآن

file-title = الملفات
file-drop = أفلت الملفات هنا أو اخترها
file-hint = ملفات PDF والصور ومستندات Office والنصوص والصوت والفيديو وZIP، حتى { $megabytes } ميغابايت لكل ملف
file-empty-list = لا ملفات بعد
file-download = تنزيل { $name }
file-show = عرض { $name }
file-show-failed = تعذّر عرض الصورة. نزّل الملف بدلًا من ذلك.
file-save = تنزيل
file-close = إغلاق
file-delete = حذف { $name }
file-deleted = حُذف { $name }
file-added = أُضيف { $name }
file-cancel = إيقاف { $name }
file-dismiss = إخفاء { $name }
file-kilobytes = { $size } كيلوبايت
file-megabytes = { $size } ميغابايت
file-kind-refused = لا تُقبل ملفات مثل { $name }. حوّله إلى PDF أو ضعه في أرشيف ZIP.
file-content-refused = محتوى { $name } لا يطابق اسمه، فلم يُحفظ.
file-empty = الملف { $name } فارغ.
file-quota = امتلأت مساحتك، فلم يُحفظ { $name }. احذف ما لم تعد تحتاج إليه من الملفات.
file-broken-off = انقطع الاتصال قبل اكتمال { $name }. لم يُحفظ شيء؛ أعد المحاولة.

reminder-title = التذكيرات
reminder-new = تذكير جديد
reminder-text = التذكير بـ
reminder-due = متى
reminder-who = لمن
reminder-add = ضبط التذكير
reminder-empty = لا تذكيرات
reminder-done = تم: { $text }
reminder-delete = حذف التذكير: { $text }
reminder-deleted = حُذف التذكير
reminder-finished = { $count ->
    [zero] لا تذكيرات منجزة
    [one] تذكير منجز واحد
    [two] تذكيران منجزان
    [few] { $count } تذكيرات منجزة
    [many] { $count } تذكيرًا منجزًا
   *[other] { $count } تذكير منجز
}
reminder-overdue = متأخر
reminder-for = لـ { $name }
reminder-due-invalid = اختر يومًا ووقتًا.
reminder-due-behind = هذا الوقت قد مضى.
reminder-nobody = اختر شخصًا يعمل هنا.
reminder-unseen = لا يستطيع { $name } رؤية هذا السجل، فلن يفيد التذكير. اختر من يراه، أو امنح { $name } حق الوصول أولًا.
reminder-notification = تذكير: { $text }
reminder-mail-subject = تذكير: { $text }
reminder-mail-text = أردتَ أن نذكّرك: { $text }
reminder-mail-about = يتعلق بـ { $title } وكان موعده { $due }.

tag-title = الوسوم
tag-placeholder = إضافة وسم
tag-nothing = لا وسم بهذا الاسم
tag-remove = إزالة الوسم { $name }
tag-create = وسم جديد «{ $name }»
tag-none = لا وسوم
tag-too-many = يحمل السجل { $limit } وسمًا على الأكثر.

# من يوجد هنا أيضًا في هذه اللحظة.
presence-title = موجودون هنا أيضًا
presence-looks = { $name } يطّلع الآن
presence-types = { $name } يكتب الآن
presence-moves = { $name } ينقل البطاقة الآن
presence-more = { $count ->
    [zero] ولا أحد غيرهم
    [one] وشخص آخر
    [two] وشخصان آخران
    [few] و{ $count } أشخاص آخرين
    [many] و{ $count } شخصًا آخر
   *[other] و{ $count } شخص آخر
}

# Taking a change back from the history.
event-undone = تراجع عن: { $what }
event-by-import = { $what } (الاستيراد { $import })
undo-label = تراجع عن: { $what }
undo-done = تم التراجع.
undo-undone-mark = تم التراجع عنه
undo-title = هل تريد التراجع عن هذا التغيير؟
undo-later-text = تغيّر جزء منه لاحقًا، وسيبقى كما هو ما لم تختر غير ذلك.
undo-field-back = { $field }: يعود إلى { $then }
undo-field-already = { $field }: عاد إلى { $then } بالفعل
undo-field-over = { $field }: أعده إلى { $then } مع ذلك
undo-field-later = غيّره { $who } إلى { $now } في { $at }.
undo-field-changed = تغيّر لاحقًا.
undo-somebody = شخص ما
undo-nothing-chosen = اختر حقلًا واحدًا على الأقل ليعود.
undo-run = تراجع
undo-too-late = يمكن التراجع عن التغييرات خلال 30 يومًا، وهذا التغيير أقدم من ذلك.
undo-undone = سبق التراجع عن هذا التغيير.
undo-unfit = لا يمكن التراجع عن هذا من السجل.
undo-nothing-left = لم يبق من هذا التغيير ما يمكن التراجع عنه: تغيّر كله لاحقًا.
undo-changed-later = تغيّر مرة أخرى لاحقًا ويبقى كما هو.
undo-changed-since = تغيّر فيه شيء منذ ذلك الحين، ولذلك يبقى.

# The bin.
bin-search = ابحث في سلة المحذوفات
bin-empty = سلة المحذوفات فارغة
bin-empty-text = ما يُحذف يبقى هنا ويمكن استرجاعه.
bin-nothing-found = لا شيء في السلة بهذا الاسم
bin-choose = اختر { $name }
bin-restore = استرجاع
bin-restore-chosen = { $count ->
    [zero] لا شيء للاسترجاع
    [one] استرجاع سجل واحد
    [two] استرجاع سجلين
    [few] استرجاع { $count } سجلات
    [many] استرجاع { $count } سجلًا
   *[other] استرجاع { $count } سجل
}
bin-restored = { $count ->
    [zero] لم يُسترجع شيء.
    [one] استُرجع سجل واحد.
    [two] استُرجع سجلان.
    [few] استُرجعت { $count } سجلات.
    [many] استُرجع { $count } سجلًا.
   *[other] استُرجع { $count } سجل.
}
bin-shown = { $count ->
    [zero] لا سجلات معروضة
    [one] سجل واحد معروض
    [two] سجلان معروضان
    [few] { $count } سجلات معروضة
    [many] { $count } سجلًا معروضًا
   *[other] { $count } سجل معروض
}
bin-more = عرض المزيد
bin-ids-unfit = اختر من سجل واحد إلى 200 سجل.

# صور السجلات: شعار أو صورة شخصية.
picture-add = إضافة صورة
picture-change = تغيير الصورة
picture-change-of = تغيير صورة { $name }
picture-of = صورة { $name }
picture-file = الصورة
picture-drop = أفلت صورة هنا أو اخترها
picture-hint = PNG أو JPEG أو WebP، حتى { $megabytes } ميغابايت
picture-plain = يُقتطع مربع من وسط الصورة.
picture-frame = جزء من الصورة
picture-frame-hint = اسحب الصورة أو حرّكها بمفاتيح الأسهم (وأبعد مع Shift). للتكبير والتصغير استعمل زائد وناقص أو العجلة أو إصبعين.
picture-zoom = التكبير
picture-closer = تكبير
picture-farther = تصغير
picture-percent = { $percent }٪
picture-whole = الصورة كاملة
picture-centre = توسيط
picture-other = اختيار صورة أخرى
picture-save = حفظ الصورة
picture-remove = إزالة الصورة
picture-removed = أُزيلت الصورة
picture-svg = لا تُقبل رسوم SVG لأنها قد تحوي برامج. صدّر الصورة بصيغة PNG.
picture-kind-refused = ليست هذه صورة PNG أو JPEG أو WebP. صدّرها بإحدى هذه الصيغ.
picture-empty = الملف فارغ.
picture-too-large = حجم الصورة أكبر من { $megabytes } ميغابايت. احفظ نسخة أصغر منها.
picture-too-many-pixels = في الصورة أكثر من 50 مليون بكسل. احفظ نسخة أصغر منها.
picture-broken = تعذّرت قراءة الصورة. قد تكون تالفة: احفظها من جديد بصيغة PNG أو JPEG.
picture-quota = امتلأت مساحتك، فلم تُحفظ الصورة. احذف ما لم تعد تحتاج إليه من الملفات.

# The history as a table.
history-table = تغييرات الحقول
history-when = متى
history-who = من
history-field = الحقل
history-old = قبل
history-new = بعد
history-back = تراجع
history-every-field = كل الحقول
history-everybody = الجميع
history-none = لا تغييرات هنا
history-none-text = لم يتغير شيء بعد، أو لا شيء يطابق الاختيار أعلاه.
history-person = الشخص
history-shown = { $count ->
    [zero] لا تغييرات معروضة
    [one] تغيير واحد معروض
    [two] تغييران معروضان
    [few] { $count } تغييرات معروضة
    [many] { $count } تغييرًا معروضًا
   *[other] { $count } تغيير معروض
}
history-as-line = كما حدث
history-as-table = كجدول
history-look = طريقة عرض السجل
