# التصدير: السجلات في ملف.
export-title = تصدير
export-action = تصدير
export-close = إغلاق
export-loading = جارٍ التحقق مما يمكن تصديره…
export-count = { $count ->
    [zero] لا يوجد ما يمكن تصديره.
    [one] سيحتوي الملف على سجل واحد.
    [two] سيحتوي الملف على سجلين.
    [few] سيحتوي الملف على { $count } سجلات.
    [many] سيحتوي الملف على { $count } سجلًا.
   *[other] سيحتوي الملف على { $count } سجل.
}
export-count-more = سيحتوي الملف على أكثر من { $count } سجل.
export-format = الصيغة
export-format-csv = ‏CSV لأي برنامج. يصل فورًا.
export-format-xlsx = مصنف Excel ‏(‎.xlsx). يُعَدّ في الخلفية.
export-delimiter = الفاصل بين الأعمدة
export-delimiter-hint = يتوقع Excel فاصلة أو فاصلة منقوطة بحسب لغته.
export-delimiter-comma = فاصلة
export-delimiter-semicolon = فاصلة منقوطة
export-delimiter-tab = علامة جدولة
export-columns = الأعمدة
export-all = الكل
export-none = لا شيء
export-download = تنزيل
export-make = إعداد المصنف
export-running = جارٍ إعداد المصنف
export-running-hint = يمكنك مغادرة هذه الصفحة. سينبهك الجرس عندما يصبح الملف جاهزًا.
export-rows = { $rows ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $rows } سجلات
    [many] { $rows } سجلًا
   *[other] { $rows } سجل
}
export-over = المصنف جاهز.
export-ready = مصنفك { $name } جاهز.
export-kept-until = يمكن تنزيل الملف حتى { $until }.
export-gone = لم يعد الملف محفوظًا. صدّر من جديد للحصول على ملف محدّث.
export-back = العودة إلى القائمة
export-failed = تعذّر إعداد المصنف
export-column-unknown = لا يوجد عمود باسم «{ $column }».
export-too-many-ids = يمكن تحديد { $most } سجل على الأكثر واحدًا واحدًا.
export-too-many-rows = يتسع المصنف إلى { $most } صف على الأكثر. اختر CSV أو استخدم تصفية.
export-format-unknown = يمكن طلب csv فقط هنا.
export-problem-staff = من أراد هذا الملف لم يعد يعمل هنا.
export-number = معرّف Foyer
