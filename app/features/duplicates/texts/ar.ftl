# By what two records are alike.
alike-email = البريد الإلكتروني نفسه
alike-phone = رقم الهاتف نفسه
alike-site = الموقع نفسه
alike-company = الشركة نفسها
alike-separator = {"، "}

# In a form, while something is typed that may be there already.
duplicates-notice =
    { $count ->
        [zero] ربما يكون هذا موجودًا بالفعل:
        [one] ربما يكون هذا موجودًا بالفعل:
        [two] ربما يكون هذا موجودًا بالفعل مرتين:
        [few] ربما يكون هذا موجودًا بالفعل { $count } مرات:
        [many] ربما يكون هذا موجودًا بالفعل { $count } مرة:
       *[other] ربما يكون هذا موجودًا بالفعل { $count } مرة:
    }
duplicates-new-tab = (يُفتح في علامة تبويب جديدة)
duplicates-take = أضف إلى { $name }
duplicates-save-question = لا شيء من هذه؟
duplicates-save-anyway = احفظ على أي حال
duplicates-refused = يوجد بالفعل ما يشبه هذا.

# Settings.
duplicates-setting = التكرارات
duplicates-setting-hint = ما الذي يدل على أن شخصًا ما موجود بالفعل
duplicates-setting-text = يظهر تنبيه، ويُدرج الزوج المشتبه به، عندما يشترك سجلان في واحد من هذه:
duplicates-count-email = عنوان البريد الإلكتروني
duplicates-count-phone = رقم الهاتف
duplicates-count-site = الموقع الإلكتروني
duplicates-count-company = الشركة
duplicates-save = حفظ
duplicates-setting-saved = تم الحفظ. يسري ذلك من الآن، وعلى ما هو موجود أيضًا.

# Suspected pairs.
duplicates-title = تكرارات محتملة
duplicates-loading = البحث عن التكرارات
duplicates-none = لا تكرارات
duplicates-none-text = لا شيء مما تراه يبدو موجودًا مرتين. ما يُعدّ علامة تجده في الإعدادات.
duplicates-more = عرض المزيد
duplicates-shown =
    { $count ->
        [zero] لا أزواج
        [one] زوج واحد
        [two] زوجان
        [few] { $count } أزواج
        [many] { $count } زوجًا
       *[other] { $count } زوج
    }
duplicates-common = سجلات كثيرة تشترك في ({ $what }) { $value }: أكثر من أن تكون تكرارات.
duplicates-merge = دمج
duplicates-merge-label = دمج { $one } و{ $other }
duplicates-apart-label = { $one } و{ $other } ليسا واحدًا
duplicates-told-apart = { $one } و{ $other } ليسا واحدًا.
duplicates-undo = تراجع

# Two records become one.
merge-title = دمج
merge-intro = { $survivor } أقدم ويبقى. ويُضم إليه { $other }.
merge-note = تجتمع بعدها ملاحظات الاثنين وملفاتهما ومهامهما وتذكيراتهما ووسومهما وسجل أحداثهما. يمكنك التراجع خلال 30 يومًا.
merge-all-same = جميع الحقول متطابقة.
merge-of-older = من السجل الذي يبقى
merge-of-newer = من السجل الذي يُضم
merge-stays = يبقى
merge-goes = يُدمج في الآخر
merge-run = دمج
merge-cancel = إلغاء
merge-done = تم الدمج. { $name } يضم الآن كل شيء.
merge-undone = فُصلا من جديد.
merge-same = هذا هو السجل نفسه.
merge-already = سبق دمج { $name } في { $into }.
event-record-merged = دمج { $name } فيه
event-record-unmerged = فصله من جديد عن { $name }
