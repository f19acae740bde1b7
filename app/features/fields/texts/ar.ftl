# What fields of records say, whatever the kind of record.
fields-unknown = لا يوجد حقل بهذا الاسم.
fields-unfit = هذه القيمة لا تناسب الحقل.
fields-changed-meanwhile = غيّر شخص آخر { $name } في هذه الأثناء.
fields-merged = دُمج هذا السجل في سجل آخر. تراجع عن الدمج من سجل الأحداث هناك.

# A filter, an order or a place in a list that came from outside; { $piece } is what is wrong in it.
fields-filter-unknown = لا يوجد حقل يمكن التصفية به هكذا: { $piece }.
fields-filter-unread = تعذّرت قراءة هذا الجزء من عامل التصفية: { $piece }.
fields-filter-unfit = لا يمكن تطبيق هذا الشرط على الحقل: { $piece }.
fields-filter-long = عامل التصفية طويل جدًا.
fields-filter-many = لا يتجاوز عامل التصفية 30 شرطًا.
fields-filter-deep = يمكن أن تتداخل مجموعات الشروط حتى ثلاثة مستويات.
fields-sort-unknown = لا يمكن ترتيب القائمة حسب { $piece }.
fields-sort-many = عدد الحقول التي يمكن الترتيب حسبها لا يتجاوز { $most }.
fields-cursor-unfit = هذا الموضع من قائمة بترتيب آخر. ابدأ من الأعلى من جديد.
fields-limit-unfit = اطلب صفًا واحدًا على الأقل.

# Fields that an organisation adds.
fields-title = الحقول
fields-hint = ما تريد معرفته عن عملائك المحتملين وعملائك إضافة إلى الموجود
fields-loading = جارٍ التحميل
fields-of-leads = حقول العملاء المحتملين
fields-of-customers = حقول العملاء
fields-of-sites = حقول المواقع
fields-of-entities = حقول الكيانات القانونية
fields-empty = لا حقول خاصة بك بعد
fields-empty-text = أضف ما يحتاج إليه عملك: ميزانية، أو مساحة سطح، أو تاريخ تركيب.
fields-add = إضافة حقل
fields-deleted = حُذف { $name }. قيمه محفوظة.
fields-undo = تراجع
fields-close = إغلاق
fields-save = حفظ
fields-saved = تم الحفظ.
fields-name = الاسم
fields-kind = النوع
fields-kind-stays = نوع الحقل لا يتغير. أضف حقلًا آخر بدلًا من ذلك.
fields-kind-text = نص من سطر واحد
fields-kind-long_text = نص من عدة أسطر
fields-kind-number = رقم
fields-kind-money = مبلغ مالي
fields-kind-day = تاريخ
fields-kind-moment = تاريخ ووقت
fields-kind-choice = اختيار واحد
fields-kind-choices = اختيارات متعددة
fields-kind-flag = نعم أو لا
fields-kind-link = رابط
fields-kind-staff = أحد الموظفين
fields-required = إلزامي
fields-required-hint = يُطلب عندما ينشئ شخص عميلًا محتملًا. وقد يغيب في الاستيراد وفي العملاء الموجودين.
fields-required-mark = إلزامي
fields-default = في عميل محتمل جديد
fields-default-hint = يبدأ بهذه القيمة من يُنشأ هنا أو عبر برنامج أو من ملف ليس فيه عمود لهذا الحقل.
fields-default-value = القيمة
fields-default-later = احفظ الحقل أولا، ثم يمكن اختيار أحد خياراته.
fields-listed = عمود في القائمة
fields-on-card = إظهاره على بطاقة اللوحة
fields-on-card-hint = { $limit } حقول على الأكثر.
fields-on-card-mark = على البطاقة
fields-card-full = توجد { $limit } حقول على البطاقة بالفعل. أزل واحدًا منها أولًا.
fields-not-on-card = لا مكان على البطاقة لنص من عدة أسطر.
fields-becomes = يصبح لدى العميل
fields-becomes-hint = عند تحويل عميل محتمل. تبقى القيمة لدى العميل المحتمل أيضًا.
fields-becomes-nothing = لا شيء
fields-listed-mark = في القائمة
fields-indexed = التصفية والترتيب بسرعة
fields-indexed-hint = يمكن تصفية القائمة حسب أي حقل. وبهذا تبقى سريعة حتى مع عدد كبير جدًا من العملاء المحتملين ويمكن ترتيبها حسب هذا الحقل.
fields-indexed-mark = ترتَّب به القائمة
fields-indexed-coming = قيد التحضير للترتيب
fields-index-unfit = لا يمكن ترتيب النصوص متعددة الأسطر.
fields-name-taken = يوجد حقل بهذا الاسم.
fields-options = الخيارات
fields-options-hint = ما يمكن اختياره بهذا الترتيب. الخيار الذي سبق اختياره يبقى في مكانه حتى بعد إيقاف عرضه.
fields-option-name = الخيار { $number }
fields-option-add = إضافة خيار
fields-option-away = أوقف عرض { $name }
fields-option-back = اعرض { $name } من جديد
fields-no-options = أضف خيارًا واحدًا على الأقل.
fields-too-many = الحد الأقصى { $limit }.
fields-number = اكتب رقمًا مثل 12 أو 12.5.
fields-link = اكتب عنوان ويب مثل https://example.com.
fields-country = اكتب البلد برمزه المكوّن من حرفين، مثل IT.
fields-currency = العملة
fields-none = لا شيء
fields-choose = اختر
fields-nothing-found = لا نتائج مطابقة
fields-remove = إزالة { $name }
fields-named = { $field }: { $problem }
fields-value = { $value }
fields-yes = نعم
fields-no = لا
fields-group-empty = بلا قيمة

# عامل التصفية: زره ونافذته وشروطه النشطة.
fields-count = اكتب عددًا صحيحًا مثل 30.
fields-filter-button = تصفية
fields-filter-button-count = تصفية ({ $count })
fields-filter-title = تصفية
fields-filter-keys = البحث والتصفية
fields-filter-apply = عرض
fields-filter-clear = إزالة عوامل التصفية
fields-filter-active = عوامل التصفية النشطة
fields-filter-often = تُطلب كثيرًا
fields-filter-remove = إزالة عامل التصفية { $name }
fields-filter-remove-row = إزالة هذا الشرط
fields-filter-new-row = شرط جديد
fields-filter-broken = تعذّرت قراءة أحد الشروط هنا: حُذف حقله أو لا يمكنك رؤيته. لن يظهر شيء حتى تزيله.
fields-filter-unread-stays = تعذّرت قراءة أحد الشروط هنا وسيبقى كما هو. أزله من أعلى القائمة.
fields-filter-nothing = يُعرض كل شيء.
fields-filter-join = كيف ترتبط الشروط
fields-filter-all-of = كل ما يلي
fields-filter-any-of = أي مما يلي
fields-filter-add = إضافة شرط
fields-filter-add-group = إضافة مجموعة
fields-filter-and = و
fields-filter-or = أو
fields-filter-field = الحقل
fields-filter-how = الشرط
fields-filter-value = القيمة
fields-filter-from = من
fields-filter-to = إلى
fields-filter-count = كم
fields-filter-period = الفترة
fields-filter-any-currency = أي عملة
fields-filter-days = أيام
fields-filter-weeks = أسابيع
fields-filter-months = أشهر
fields-filter-quarters = أرباع سنوية
fields-filter-years = سنوات

# ما يمكن سؤاله عن الحقل، بين الحقل والقيمة.
fields-ask-is = هو
fields-ask-not = ليس
fields-ask-begins = يبدأ بـ
fields-ask-words = يحتوي على الكلمات
fields-ask-least = لا يقل عن
fields-ask-most = لا يزيد على
fields-ask-between = بين
fields-ask-on = في يوم
fields-ask-since = في هذا اليوم أو بعده
fields-ask-until = في هذا اليوم أو قبله
fields-ask-within = خلال الأيام الماضية
fields-ask-over = مضى عليه أكثر من
fields-ask-this = هو
fields-ask-last = كان خلال الفترات السابقة
fields-ask-next = سيكون خلال الفترات القادمة
fields-ask-any = أحد ما يلي
fields-ask-none = ليس أيًا مما يلي
fields-ask-has-any = فيه أي مما يلي
fields-ask-has-none = ليس فيه أي مما يلي
fields-ask-has-all = فيه كل ما يلي
fields-ask-yes = نعم
fields-ask-no = لا
fields-ask-me = أنا
fields-ask-nobody = لا أحد
fields-ask-somebody = أحد ما
fields-ask-empty = فارغ
fields-ask-filled = معبأ

# الشروط بالكلمات.
fields-said-is = { $field }: { $value }
fields-said-not = { $field } ليس { $value }
fields-said-begins = { $field } يبدأ بـ «{ $value }»
fields-said-words = { $field } يحتوي على «{ $value }»
fields-said-least = { $field } لا يقل عن { $value }
fields-said-most = { $field } لا يزيد على { $value }
fields-said-between = { $field } بين { $from } و{ $to }
fields-said-since = { $field } في { $value } أو بعده
fields-said-until = { $field } في { $value } أو قبله
fields-said-empty = { $field } فارغ
fields-said-filled = { $field } معبأ
fields-said-and = { $left } و{ $right }
fields-said-or = { $left } أو { $right }
fields-said-list = { $left }، { $right }
fields-said-me = أنا
fields-said-yes = نعم
fields-said-no = لا
fields-said-gone = { $value } (لم يعد موجودًا)
fields-this-day = اليوم
fields-this-week = هذا الأسبوع
fields-this-month = هذا الشهر
fields-this-quarter = هذا الربع
fields-this-year = هذه السنة
fields-said-within = { $count ->
    [zero] خلال آخر { $count } يوم
    [one] خلال اليوم الماضي
    [two] خلال اليومين الماضيين
    [few] خلال آخر { $count } أيام
    [many] خلال آخر { $count } يومًا
   *[other] خلال آخر { $count } يوم
}
fields-said-over = { $count ->
    [zero] منذ أكثر من { $count } يوم
    [one] منذ أكثر من يوم
    [two] منذ أكثر من يومين
    [few] منذ أكثر من { $count } أيام
    [many] منذ أكثر من { $count } يومًا
   *[other] منذ أكثر من { $count } يوم
}
fields-last-day = { $count ->
    [zero] آخر { $count } يوم حتى أمس
    [one] أمس
    [two] اليومان الماضيان حتى أمس
    [few] آخر { $count } أيام حتى أمس
    [many] آخر { $count } يومًا حتى أمس
   *[other] آخر { $count } يوم حتى أمس
}
fields-next-day = { $count ->
    [zero] { $count } يوم ابتداءً من الغد
    [one] غدًا
    [two] اليومان القادمان من الغد
    [few] { $count } أيام ابتداءً من الغد
    [many] { $count } يومًا ابتداءً من الغد
   *[other] { $count } يوم ابتداءً من الغد
}
fields-last-week = { $count ->
    [zero] آخر { $count } أسبوع
    [one] الأسبوع الماضي
    [two] الأسبوعان الماضيان
    [few] آخر { $count } أسابيع
    [many] آخر { $count } أسبوعًا
   *[other] آخر { $count } أسبوع
}
fields-next-week = { $count ->
    [zero] { $count } أسبوع من القادم
    [one] الأسبوع القادم
    [two] الأسبوعان القادمان
    [few] { $count } أسابيع قادمة
    [many] { $count } أسبوعًا قادمًا
   *[other] { $count } أسبوع قادم
}
fields-last-month = { $count ->
    [zero] آخر { $count } شهر
    [one] الشهر الماضي
    [two] الشهران الماضيان
    [few] آخر { $count } أشهر
    [many] آخر { $count } شهرًا
   *[other] آخر { $count } شهر
}
fields-next-month = { $count ->
    [zero] { $count } شهر من القادم
    [one] الشهر القادم
    [two] الشهران القادمان
    [few] { $count } أشهر قادمة
    [many] { $count } شهرًا قادمًا
   *[other] { $count } شهر قادم
}
fields-last-quarter = { $count ->
    [zero] آخر { $count } ربع
    [one] الربع الماضي
    [two] الربعان الماضيان
    [few] آخر { $count } أرباع
    [many] آخر { $count } ربعًا
   *[other] آخر { $count } ربع
}
fields-next-quarter = { $count ->
    [zero] { $count } ربع من القادم
    [one] الربع القادم
    [two] الربعان القادمان
    [few] { $count } أرباع قادمة
    [many] { $count } ربعًا قادمًا
   *[other] { $count } ربع قادم
}
fields-last-year = { $count ->
    [zero] آخر { $count } سنة
    [one] السنة الماضية
    [two] السنتان الماضيتان
    [few] آخر { $count } سنوات
    [many] آخر { $count } سنة
   *[other] آخر { $count } سنة
}
fields-next-year = { $count ->
    [zero] { $count } سنة من القادم
    [one] السنة القادمة
    [two] السنتان القادمتان
    [few] { $count } سنوات قادمة
    [many] { $count } سنة قادمة
   *[other] { $count } سنة قادمة
}

# Two people changed the same field.
conflict-title = سبقك شخص آخر إلى الحفظ
conflict-text = عدّلتما هذه الحقول معًا. اختر ما يُعتمد.
conflict-mine = ما كتبته
conflict-theirs = المحفوظ الآن
conflict-theirs-by = { $who }، { $at }
conflict-theirs-at = حُفظ { $at }
conflict-later = ليس الآن
conflict-rest = تبقى تعديلاتك الأخرى.
conflict-save = حفظ
form-check = يُرجى تصحيح ما يلي
