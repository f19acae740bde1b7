# The board.
board-title = اللوحة
board-view = العرض
board-loading = جارٍ التحميل…
board-pipeline = مسار المبيعات
board-pipeline-shown = مسار المبيعات { $name }
board-import = استيراد
board-new = عميل محتمل جديد
board-nobody = لا أحد
board-empty = لا يوجد عملاء محتملون بعد
board-empty-text = استورد القائمة التي لديك أو اكتب أول اسم. سيظهرون هنا وتسحبهم من مرحلة إلى أخرى.
board-nothing-matches = لا يوجد عميل محتمل مطابق
board-nothing-matches-text = أزل أحد عوامل التصفية أو ابحث عن شيء آخر.
board-out-of-play = لا تعرض اللوحة إلا العملاء المحتملين قيد المتابعة
board-out-of-play-text = يطلب عامل التصفية هذا من خسرناهم أو من هم غير جديين.
board-out-of-play-list = عرضهم في القائمة
board-column-empty = لا شيء هنا. اسحب بطاقة إلى هذا العمود.
board-offline = غير محدَّث: جارٍ الاتصال من جديد…
board-sort = الترتيب
board-sort-manual = ترتيب يدوي
board-sort-newest = الأحدث أولًا
board-sort-oldest = الأقدم أولًا
board-sort-value = الأعلى قيمة
board-sort-last-contact = الأطول بلا تواصل
board-sort-age = الأطول في المرحلة
board-group = الأعمدة
board-group-stage = حسب المرحلة
board-group-owner = حسب المسؤول
board-order-is-sorted = البطاقات مرتبة هنا تلقائيًا فلا يمكن اختيار مكانها. انتقل إلى «ترتيب يدوي» لفعل ذلك.
board-count = { $count ->
    [zero] لا عملاء محتملين
    [one] عميل محتمل واحد
    [two] عميلان محتملان
    [few] { $count } عملاء محتملين
    [many] { $count } عميلًا محتملًا
   *[other] { $count } عميل محتمل
}
board-count-limit = { $count ->
    [zero] لا عملاء محتملين، والحد الأقصى { $limit }
    [one] عميل محتمل واحد، والحد الأقصى { $limit }
    [two] عميلان محتملان، والحد الأقصى { $limit }
    [few] { $count } عملاء محتملين، والحد الأقصى { $limit }
    [many] { $count } عميلًا محتملًا، والحد الأقصى { $limit }
   *[other] { $count } عميل محتمل، والحد الأقصى { $limit }
}
board-column-full = ممتلئة
board-stale-count = { $count ->
    [zero] لا أحد ينتظر طويلًا
    [one] واحد ينتظر منذ مدة طويلة
    [two] اثنان ينتظران منذ مدة طويلة
    [few] { $count } ينتظرون منذ مدة طويلة
    [many] { $count } ينتظرون منذ مدة طويلة
   *[other] { $count } ينتظرون منذ مدة طويلة
}
board-fold = طي { $name }
board-unfold = فتح { $name }
board-add-to = إضافة عميل محتمل إلى { $name }
board-card-menu = إجراءات { $name }
board-owned-by = المسؤول: { $name }
board-card-field = { $field }: { $value }
board-in-stage = { $age } في هذه المرحلة
board-stale = { $age } في هذه المرحلة: مدة طويلة
board-reminder = تذكير: { $at }
board-contact = آخر تواصل: قبل { $age }
board-help = اضغط مفتاح المسافة لالتقاط البطاقة، وEnter لفتحها، وM لاختيار مكان، وX لتحديدها.
board-held-hint = الأسهم تنقل البطاقة · المسافة تضعها · Escape للإلغاء
board-said-lifted = تم التقاط { $name }. { $stage }، الموضع { $position } من { $count }. الأسهم للنقل، والمسافة للوضع، وEscape للإلغاء.
board-said-over = { $stage }، الموضع { $position } من { $count }
board-said-cancelled = أُلغي النقل. عاد { $name } إلى { $stage }، الموضع { $position }.
board-said-elsewhere = نقل شخص آخر { $name } إلى { $stage }.
board-moved = نُقل { $name } إلى { $stage }.
board-moved-within = صار لـ{ $name } مكان جديد في { $stage }.
board-over-limit = في { $stage } الآن { $count }، والحد الأقصى { $limit }.
board-undo = تراجع
board-card-gone = لم يعد { $name } موجودًا: إما حُذف أو لم يعد بإمكانك رؤيته.
board-left-filter = لم يعد { $name } مطابقًا للتصفية فخرج من هذا العرض.
board-move-to = نقل إلى…
board-move-title = نقل إلى
board-move-column = العمود
board-move-place = المكان
board-move-go = نقل
board-move-top = في الأعلى
board-move-bottom = في الأسفل
board-move-after = بعد { $name }
board-said-lifted-many = { $cards ->
    [zero] لا بطاقات ملتقطة.
    [one] تم التقاط بطاقة واحدة.
    [two] تم التقاط بطاقتين.
    [few] تم التقاط { $cards } بطاقات.
    [many] تم التقاط { $cards } بطاقة.
   *[other] تم التقاط { $cards } بطاقة.
} { $stage }، الموضع { $position } من { $count }. الأسهم للنقل، والمسافة للوضع، وEscape للإلغاء.
board-selection = العملاء المحتملون المحددون
board-selected = { $count ->
    [zero] لم يُحدَّد شيء
    [one] حُدِّد عميل محتمل واحد
    [two] حُدِّد عميلان محتملان
    [few] حُدِّد { $count } عملاء محتملين
    [many] حُدِّد { $count } عميلًا محتملًا
   *[other] حُدِّد { $count } عميل محتمل
}
board-is-selected = محدد
board-select = تحديد
board-deselect = إزالة من التحديد
board-select-none = إلغاء التحديد
board-selection-hint = اسحب أحدهم لنقلهم جميعًا.
board-moved-many = { $count ->
    [zero] لم يُنقل أحد إلى { $stage }.
    [one] نُقل عميل محتمل واحد إلى { $stage }.
    [two] نُقل عميلان محتملان إلى { $stage }.
    [few] نُقل { $count } عملاء محتملين إلى { $stage }.
    [many] نُقل { $count } عميلًا محتملًا إلى { $stage }.
   *[other] نُقل { $count } عميل محتمل إلى { $stage }.
}
board-moved-back-many = { $count ->
    [zero] لم يُنقل أحد.
    [one] نُقل عميل محتمل واحد.
    [two] نُقل عميلان محتملان.
    [few] نُقل { $count } عملاء محتملين.
    [many] نُقل { $count } عميلًا محتملًا.
   *[other] نُقل { $count } عميل محتمل.
}
board-stayed = { $count ->
    [zero] لم يبقَ أحد: { $why }
    [one] بقي واحد في مكانه: { $why }
    [two] بقي اثنان في مكانهما: { $why }
    [few] بقي { $count } في أماكنهم: { $why }
    [many] بقي { $count } في أماكنهم: { $why }
   *[other] بقي { $count } في أماكنهم: { $why }
}
board-stayed-why = { $names }: { $reason }
board-stayed-more = { $count ->
    [zero] ولا أحد غيرهم.
    [one] وواحد آخر.
    [two] واثنان آخران.
    [few] و{ $count } آخرون.
    [many] و{ $count } آخرون.
   *[other] و{ $count } آخرون.
}
board-left-filter-many = { $count ->
    [zero] لم يخرج أحد من هذا العرض.
    [one] لم يعد عميل محتمل واحد مطابقًا للتصفية فخرج من هذا العرض.
    [two] لم يعد عميلان محتملان مطابقين للتصفية فخرجا من هذا العرض.
    [few] لم يعد { $count } عملاء محتملين مطابقين للتصفية فخرجوا من هذا العرض.
    [many] لم يعد { $count } عميلًا محتملًا مطابقين للتصفية فخرجوا من هذا العرض.
   *[other] لم يعد { $count } عميل محتمل مطابقين للتصفية فخرجوا من هذا العرض.
}
board-keys = في اللوحة
board-key-up-down = البطاقة السابقة أو التالية
board-key-left-right = بطاقة في العمود المجاور
board-key-ends = أول بطاقة أو آخرها
board-key-lift = التقاط البطاقة
board-key-move = اختيار مكان البطاقة
board-key-mark = تحديد البطاقة أو إلغاء تحديدها
board-key-pipeline = عرض مسار المبيعات التالي
board-key-unmark = إلغاء التحديد
board-keys-held = مع بطاقة ملتقطة
board-key-carry-up-down = نقلها إلى أعلى أو إلى أسفل
board-key-carry-left-right = نقلها إلى العمود المجاور
board-key-carry-ends = إلى أول العمود أو آخره
board-key-drop = وضعها هنا
board-key-cancel = إعادتها إلى مكانها
lead-moves-unfit = اختر من عميل محتمل واحد إلى 200، كل واحد مرة واحدة.
# What a stage asks for.
rule-title = تحتاج { $stage } إلى مزيد من البيانات
rule-text = املأ هذه الحقول لنقل { $name }.
rule-go = نقل
lost-title = لماذا خسرناه؟
junk-title = لماذا هو غير جدي؟
# Search and filters.
month-title = التقويم
month-by = حسب أي تاريخ
month-months = الأشهر
month-today = اليوم
month-caption = العملاء المحتملون في { $month }: { $field }
month-more = { $count ->
    [zero] لا مزيد
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $count } آخرون
    [many] { $count } آخرًا
   *[other] { $count } آخر
}
month-empty = لا عميل محتمل له هذا التاريخ في هذه الأسابيع.
month-moved = صار { $name } في { $day }.
month-cut = يظهر أول { $count } من العملاء المحتملين في هذه الأسابيع فقط. التصفية تضيّقها.
filter-search = البحث في العملاء المحتملين
filter-stale = ينتظر منذ مدة طويلة
filter-mine = الخاصة بي
filter-nobodys = بلا مسؤول
filter-standing-in-play = قيد المتابعة
filter-standing-converted = تحولوا إلى عملاء
filter-standing-lost = خسرناهم
filter-standing-junk = غير جديين
filter-standing-all = الجميع
lead-view-usual = كل ما هو قيد المتابعة
# The list.
list-title = العملاء المحتملون
list-comma = { "، " }
list-looked = { $count ->
    [zero] لم يُفحص أي عميل محتمل بعد
    [one] فُحص عميل محتمل واحد حتى الآن
    [two] فُحص عميلان محتملان حتى الآن
    [few] فُحص { $all } عملاء محتملين حتى الآن
    [many] فُحص { $all } عميلًا محتملًا حتى الآن
   *[other] فُحص { $all } عميل محتمل حتى الآن
}
list-summary = { $count ->
    [zero] لا عملاء محتملين
    [one] عميل محتمل واحد
    [two] { $shown } من عميلين محتملين
    [few] { $shown } من { $all } عملاء محتملين
    [many] { $shown } من { $all } عميلًا محتملًا
   *[other] { $shown } من { $all } عميل محتمل
}
# The fields of a lead.
field-stage_id = المرحلة
field-source_id = المصدر
field-owner_id = المسؤول
field-company = الشركة
field-value = القيمة
field-description = الوصف
field-is_public = عام
field-is_public-hint = يراه كل من يعمل هنا.
field-last_contact_at = آخر تواصل
field-outcome = النتيجة
field-lost_reason_id = السبب (خسارة أو غير جدي)
field-tags = الوسوم
field-created_at = أُنشئ
field-created_by = أنشأه
field-stage_since = في المرحلة منذ
field-pipeline_id = مسار المبيعات
field-standing = أي العملاء المحتملين
field-stale = ينتظر منذ مدة طويلة
field-none = لا شيء
field-yes = نعم
field-no = لا
outcome-active = قيد المتابعة
outcome-lost = خسرناه
outcome-junk = غير جدي
# The form.
form-address = العنوان
form-tags-placeholder = أضف وسومًا
form-tags-none = لا يوجد وسم كهذا
form-tags-remove = إزالة { $name }
form-tags-create = إضافة «{ $name }»
leave-title = المغادرة دون حفظ؟
leave-text = ما كتبته لم يُحفظ وسيضيع.
leave-stay = البقاء هنا
leave-go = مغادرة
# The lead's page.
lead-title = عميل محتمل
lead-trail = مكانك الحالي
lead-tabs = أقسام العميل المحتمل
lead-tab-activity = النشاط
lead-tab-profile = التفاصيل
lead-tab-tasks = المهام
lead-tab-files = الملفات
lead-tab-reminders = التذكيرات
lead-profile = التفاصيل
lead-created-by = { $at } بواسطة { $name }
lead-profile-hint = عنوان بريد إلكتروني وبضع كلمات تسهّل العمل على من يأتي بعدك.
lead-not-there = هذا العميل المحتمل غير موجود هنا
lead-open = فتح
lead-open-tab = فتح في علامة تبويب جديدة
lead-open-page = فتح كصفحة
lead-close = إغلاق
lead-cancel = إلغاء
lead-save = حفظ
lead-saved = تم الحفظ.
lead-no-undo = لا يمكن التراجع عن ذلك.
lead-edit = تعديل
lead-more = إجراءات أخرى
lead-keys = في صفحة العميل المحتمل
lead-create = إنشاء العميل المحتمل
lead-created-toast = صار { $name } على اللوحة.
lead-taken-toast = أُضيف إلى { $name }. وبقي ما كان مملوءًا هناك.
lead-duplicates = التكرارات
lead-delete = حذف
lead-deleted-toast = صار { $name } في سلة المحذوفات.
lead-in-bin = هذا العميل المحتمل في سلة المحذوفات.
lead-restore = استعادة
lead-undone = تم التراجع.
lead-assign-me = إسناد إليّ
lead-assigned = المسؤول الآن هو { $name }.
lead-unassigned = لا مسؤول عنه الآن.
lead-convert = تحويل إلى عميل
lead-unconvert = التراجع عن التحويل
lead-is-customer = أصبح عميلًا
lead-mark-lost = وسم كخسارة
lead-mark-junk = وسم كغير جدي
lead-mark-active = إعادة إلى المتابعة
lead-marked-lost = وُسم كخسارة وغادر اللوحة.
lead-marked-junk = وُسم كغير جدي وغادر اللوحة.
lead-marked-active = عاد إلى المتابعة.
lead-made-public = يستطيع الجميع رؤيته الآن.
lead-made-private = لا يراه الآن إلا المسؤول عنه ومن أنشأه ومن يرى جميع العملاء المحتملين.
lead-touched = تواصلتُ معه
lead-touched-when = متى
lead-touched-toast = آخر تواصل: { $at }.
lead-changed-by = عدّل { $name } هذا العميل المحتمل أثناء كتابتك.
lead-changed-elsewhere = عُدّل هذا العميل المحتمل أثناء كتابتك.
lead-show-theirs = عرضه والتخلي عن تعديلاتي
# Conversion.
convert-title = تحويل إلى عميل
convert-text = يصبح العميل المحتمل عميلًا له جهة اتصال، وينتقل إلى مرحلة العملاء المحوّلين.
convert-known = عنوان البريد هذا معروف
convert-attach = إضافة كجهة اتصال لدى { $name }
convert-new = إنشاء عميل جديد
convert-customer-name = اسم العميل
convert-kind = النوع
convert-kind-commercial = شركة
convert-kind-residential = فرد
convert-first-name = الاسم الأول
convert-last-name = اسم العائلة
convert-administrator = اجعلني مديرًا لهذا العميل
convert-carry = نقل الملاحظات والسجل
convert-carry-hint = الملاحظات والملفات والتذكيرات والمهام والسجل كله. وإلا بقيت لدى العميل المحتمل، وفي سجل العميل سطر يذكر ذلك. أما الوسوم فتنتقل في كل الأحوال.
convert-welcome = إرسال رسالة الترحيب
convert-welcome-hint = تلقي التحية وتذكر اسم مؤسستك واسم المسؤول عن التواصل، وتُكتب بلغة العميل المحتمل.
convert-welcome-needs-email = تحتاج رسالة الترحيب إلى عنوان بريد إلكتروني.
convert-go = تحويل
convert-done = أصبح { $name } عميلًا.
convert-undone = تم التراجع عن التحويل.
convert-open = فتح العميل
unconvert-text = يعود العميل المحتمل إلى المرحلة التي جاء منها، وينتقل العميل الذي أُنشئ منه إلى سلة المحذوفات.
unconvert-attached = أما العميل الذي كان موجودًا من قبل فيبقى، دون سجل العميل المحتمل ووسومه، ودون جهة الاتصال إن لم يغيّرها أحد. والرسالة التي أُرسلت تبقى مرسلة.
unconvert-go = تراجع عن التحويل
# Settings.
pipeline-title = مسارات المبيعات
pipeline-hint = طرق البيع والمراحل التي يمر بها العملاء المحتملون وترتيبها وقواعدها.
pipeline-add = إضافة مسار مبيعات
pipeline-default = يُفتح تلقائيًا
pipeline-default-hint = تظهر لوحته أولًا ويصل إليه العملاء المحتملون الجدد.
pipeline-like = المراحل
pipeline-like-usual = المراحل المعتادة
pipeline-like-one = كما في { $name }
pipeline-delete-text = ينتقل عملاؤه المحتملون إلى مراحل في مسارات أخرى. حدّد أين يذهب عملاء كل مرحلة.
pipeline-delete-empty = لا يوجد فيه أي عميل محتمل، ولا حتى مفقود أو في سلة المحذوفات.
pipeline-goes-to = { $count ->
    [zero] لا عملاء محتملين في { $stage } ينتقلون إلى
    [one] عميل محتمل واحد في { $stage } ينتقل إلى
    [two] عميلان محتملان في { $stage } ينتقلان إلى
    [few] { $count } عملاء محتملين في { $stage } ينتقلون إلى
    [many] { $count } عميلًا محتملًا في { $stage } ينتقلون إلى
   *[other] { $count } عميل محتمل في { $stage } ينتقلون إلى
}
stage-add = إضافة مرحلة
stage-delete-text = { $count ->
    [zero] لا يوجد في هذه المرحلة أي عميل محتمل، بمن فيهم المفقودون ومن في سلة المحذوفات.
    [one] في هذه المرحلة عميل محتمل واحد، بما يشمل المفقودين ومن في سلة المحذوفات. ينتقل إلى مرحلة أخرى.
    [two] في هذه المرحلة عميلان محتملان، بما يشمل المفقودين ومن في سلة المحذوفات. ينتقلان إلى مرحلة أخرى.
    [few] في هذه المرحلة { $count } عملاء محتملين، بما يشمل المفقودين ومن في سلة المحذوفات. ينتقلون إلى مرحلة أخرى.
    [many] في هذه المرحلة { $count } عميلًا محتملًا، بما يشمل المفقودين ومن في سلة المحذوفات. ينتقلون إلى مرحلة أخرى.
   *[other] في هذه المرحلة { $count } عميل محتمل، بما يشمل المفقودين ومن في سلة المحذوفات. ينتقلون إلى مرحلة أخرى.
}
stage-delete-empty = لا يوجد في هذه المرحلة أي عميل محتمل، ولا حتى مفقود أو في سلة المحذوفات.
stage-is-only = لا بد أن يبدأ العملاء المحتملون من مكان ما: هذه هي المرحلة الوحيدة لذلك.
stage-goes-to = ينتقلون إلى
stage-name = الاسم
stage-kind = النوع
stage-kind-open = مفتوحة
stage-kind-won = مكسوبة
stage-kind-lost = خاسرة
stage-probability = الاحتمال بالمئة
stage-chance = احتمال { $percent } ٪
stage-limit = الحد الأقصى للعدد
stage-blocks = رفض المزيد
stage-blocks-hint = وإلا فالمرحلة الممتلئة تنبّه فقط.
stage-limit-blocks = الحد الأقصى { $limit }
stage-limit-warns = تنبيه فوق { $limit }
stage-stale-days = مدة طويلة بعد عدد من الأيام
stage-stale = { $days ->
    [zero] مدة طويلة من اليوم الأول
    [one] مدة طويلة بعد يوم واحد
    [two] مدة طويلة بعد يومين
    [few] مدة طويلة بعد { $days } أيام
    [many] مدة طويلة بعد { $days } يومًا
   *[other] مدة طويلة بعد { $days } يوم
}
stage-required = الحقول المطلوبة
stage-required-hint = لا يدخل أي عميل محتمل هذه المرحلة بدونها.
stage-requires = تتطلب: { $fields }
stage-default = يبدأ الجدد هنا
stage-conversion = المحوَّلون إلى عملاء
converted-text = يبقى العملاء المحتملون الذين أصبحوا عملاء على اللوحة التي تم البيع فيها.
converted-lock = لا يغيّر العملاء المحتملين المحوّلين إلا المديرون
converted-lock-hint = الحقول والمرحلة والوسوم والملاحظات والملفات والمهام والتحويل نفسه. ويبقى بإمكان الآخرين رؤيتها.
words-title = المصادر والأسباب والوسوم
words-hint = الكلمات التي يوصف بها العملاء المحتملون.
words-sources = المصادر
words-reasons = الأسباب (خسارة أو غير جدي)
words-tags = الوسوم
words-add-source = إضافة مصدر
words-add-reason = إضافة سبب
words-add-tag = إضافة وسم
words-goes-to = يحل محلها
words-goes-to-hint = لازم فقط ما دام شيء يستعملها.
source-default = يأخذه العملاء المحتملون الجدد


# ما تقوله العمليات على العملاء المحتملين.
lead-many = العملاء المحتملون
lead-pipeline-sales = المبيعات
lead-stage-new = جديد
lead-stage-contacted = تم التواصل
lead-stage-qualified = مؤهل
lead-stage-proposal = عرض مقدَّم
lead-stage-negotiation = تفاوض
lead-stage-customer = عميل
lead-stage-lost = خسارة
lead-source-website = الموقع الإلكتروني
lead-source-referral = توصية
lead-source-event = فعالية
lead-source-phone = الهاتف
lead-source-import = استيراد
lead-reason-price = السعر مرتفع
lead-reason-timing = الوقت غير مناسب
lead-reason-competitor = اختار جهة أخرى
lead-reason-silent = لم يعد يرد
lead-needs-conversion = يدخل العميل المحتمل هذه المرحلة عند تحويله إلى عميل. استخدم «تحويل» بدلًا من ذلك.
lead-is-converted = أصبح هذا العميل المحتمل عميلًا. تراجع عن التحويل أولًا.
lead-is-not-converted = لم يصبح هذا العميل المحتمل عميلًا بعد.
lead-is-deleted = هذا العميل المحتمل في سلة المحذوفات. استعده أولًا.
lead-is-locked = أصبح هذا العميل المحتمل عميلًا. لا يغيّره إلا المديرون.
lead-customer-has-documents = لدى العميل مستندات الآن، فلا يمكن التراجع عن التحويل.
lead-customer-has-leads = رُبط عميل محتمل آخر بهذا العميل. تراجع عن ذلك أولًا.
lead-stage-full = المرحلة «{ $stage }» ممتلئة: الحد الأقصى { $limit }. انقل واحدًا منها أولًا.
lead-stage-requires = تتطلب المرحلة «{ $stage }» ملء هذا الحقل.
lead-stage-unknown = لم تعد هذه المرحلة موجودة. اختر مرحلة أخرى.
lead-stage-unfit = لا يمكن نقل العملاء المحتملين إليها. اختر مرحلة أخرى من المسار نفسه.
lead-stage-changed = عدّل شخص آخر هذه المرحلة. راجع ما أصبحت عليه ثم أعد المحاولة.
lead-stage-conversion-kind = هنا يوجد من تم تحويلهم، لذا تُحسب هذه المرحلة دائمًا فوزًا.
lead-stage-protected = في هذه المرحلة من تم تحويلهم؛ لا يمكن حذفها.
lead-pipelines-too-many = يوجد { $limit } مسار مبيعات بالفعل. احذف واحدًا منها أولًا.
lead-pipeline-unknown = لم يعد مسار المبيعات هذا موجودًا. اختر مسارًا آخر.
lead-pipeline-changed = عدّل شخص آخر مسار المبيعات هذا. تحقق مما فيه الآن وحاول مرة أخرى.
lead-pipeline-is-default = مسار المبيعات هذا يُفتح تلقائيًا. اجعل مسارًا آخر يُفتح تلقائيًا أولًا.
lead-stage-needs-target = حدّد أين يذهب العملاء المحتملون في «{ $stage }».
lead-stage-unfit-target = لا يمكن للعملاء المحتملين في «{ $stage }» الذهاب إلى هناك. ينتقل المحوَّلون إلى مرحلة المحوَّلين في مسار آخر، والآخرون إلى مرحلة أخرى فيه.
lead-stage-is-over = تضم { $stage } الآن أكثر من { $limit } عميل محتمل مخصص لها.
lead-word-in-use = هذا مستخدَم. حدّد ما يحل محله.
lead-field-unfit = هذه القيمة لا تصلح هنا.
lead-owner-gone = لم يعد هذا الشخص يعمل هنا. اختر شخصا آخر.
lead-cursor-unfit = هذا الموضع من القائمة يتبع ترتيبًا آخر. ابدأ من البداية.
lead-customer-unknown = لا يوجد عميل كهذا. اختر عميلًا آخر.
lead-moved-by = سبقك { $who }: أصبح { $name } الآن في «{ $stage }».
lead-moved-meanwhile = سبقك شخص آخر: أصبح { $name } الآن في «{ $stage }».
lead-assigned-to-you = أسند إليك { $who } العميل المحتمل { $name }.
lead-known-already = يوجد عميل محتمل بالعنوان أو الرقم نفسه: { $name }.
lead-known-site = يوجد عميل محتمل بالموقع نفسه: { $name }.
lead-known-company = يوجد عميل محتمل من الشركة نفسها: { $name }.
lead-near-customer = مثل العميل { $name } أو إحدى جهات اتصاله: { $sign }.
lead-near-lead = مثل العميل المحتمل { $name }: { $sign }.

# ما حدث لعميل محتمل كما يرويه السجل بعد اسم من قام به.
event-lead-created = أضاف العميل المحتمل
event-lead-updated = عدّل العميل المحتمل
event-lead-moved = نقل العميل المحتمل
event-lead-deleted = نقل العميل المحتمل إلى سلة المحذوفات
event-lead-restored = استعاد العميل المحتمل من سلة المحذوفات
event-lead-converted = حوّل العميل المحتمل إلى عميل
event-lead-conversion-undone = تراجع عن التحويل
event-customer-lead-attached = ربط العميل المحتمل { $name }
event-customer-lead-detached = فصل العميل المحتمل { $name }
event-customer-lead-left = أنشأه من العميل المحتمل { $name } الذي يبقى سجله لديه
event-mail-welcome-sent = طلب إرسال رسالة الترحيب إلى { $email }

# The welcome mail.
mail-welcome-subject = مرحبًا بك لدى { $organisation }
mail-welcome-hello = مرحبًا { $name }،
mail-welcome-body = أهلًا بك، وشكرًا لاختيارك { $organisation }. يسعدنا العمل معك.
mail-welcome-contact = المسؤول عن التواصل معك لدينا هو { $contact }، ويسعده أن يساعدك في كل ما تحتاج إليه.
mail-welcome-end = مع أطيب التحيات، { $organisation }

# The bin.
lead-bin = المحذوفات
lead-bin-title = العملاء المحتملون في سلة المحذوفات

# عملاء محتملون كثيرون دفعة واحدة.
bulk-stage = تغيير المرحلة
bulk-owner = إسناد
bulk-source = تغيير المصدر
bulk-public = تغيير من يراه
bulk-required = تتطلب هذه المرحلة ما يلي، ولا يأخذه إلا من ينقصه.
