# الاستيراد: سجلات من ملف.
import-title = عمليات الاستيراد
import-where = موضعك الحالي
import-new = استيراد ملف
import-new-lead = أحضر قائمة من إكسل أو من نظام آخر أو من دفتر عناوين. ترى كل شيء قبل حدوثه، ويمكنك التراجع عنه بعد ذلك.
import-none-title = لا توجد عمليات استيراد بعد
import-none-text = اختر ملفًا فيه سجلاتك؛ يمكن أن يحوي الصف الأول أسماء الأعمدة.
import-more = عرض المزيد
import-file = الملف
import-state = الحالة
import-when = وقت الرفع
import-created = أُنشئت
import-updated = حُدِّثت
import-skipped = تُركت
import-refused = رُفضت
import-state-draft = تنتظر اختياراتك
import-state-ready = جاهزة
import-state-running = جارية
import-state-done = اكتملت
import-state-failed = فشلت
import-state-cancelled = أُوقفت
import-state-undoing = يجري التراجع عنها
import-state-undone = تم التراجع عنها

import-kind = نوع الصفوف
import-drop = أفلت ملفًا هنا أو اختره
import-drop-hint = ملف إكسل (.xlsx) أو CSV أو TSV أو بطاقات جهات اتصال (.vcf)، بحد أقصى 200 ميغابايت
import-upload-stop = إيقاف رفع { $name }
import-help-title = من المفيد أن تعرف
import-help-excel = تُقرأ ملفات إكسل وجهات اتصال Google وأوتلوك وأنظمة CRM الأخرى ودفاتر العناوين كما هي. من XLS أو ODS أو Numbers احفظ أولًا ملف XLSX أو CSV.
import-help-header = إذا حوى الصف الأول أسماء مثل الاسم والبريد الإلكتروني والشركة طابقنا الأعمدة نيابة عنك.
import-help-safe = رفع الملف لا يستورد شيئًا بعد. ستراجع أولًا.

import-step-reading = 1. الملف
import-step-reading-hint = هل الصفوف أدناه صحيحة؟ إن كانت الحروف أو الأعمدة خاطئة فاختر ترميزًا أو فاصلًا آخر.
import-step-reading-cards = هل جهات الاتصال أدناه صحيحة؟ إن كانت الحروف خاطئة فاختر ترميزًا آخر.
import-step-reading-workbook = هل الصفوف أدناه صحيحة؟ تؤخذ التواريخ والأرقام كما يحفظها إكسل.
import-sheet = الورقة
import-skip = الصفوف التي فوق الجدول
import-skip-hint = عناوين وملاحظات ليست منه.
import-encoding = الترميز
import-encoding-hint = هل تظهر الحروف خاطئة؟ جرّب ترميزًا آخر.
import-encoding-utf8 = UTF-8
import-encoding-utf16le = UTF-16 (نص يونيكود)
import-encoding-utf16be = UTF-16، البايت الأعلى أولًا
import-encoding-windows1252 = أوروبا الغربية (Windows-1252، ISO-8859-1)
import-encoding-iso885915 = أوروبا الغربية مع اليورو (ISO-8859-15)
import-encoding-windows1250 = أوروبا الوسطى (Windows-1250)
import-encoding-windows1256 = العربية (Windows-1256)
import-encoding-macintosh = أوروبا الغربية (ماكنتوش القديم)
import-encoding-iso88592 = أوروبا الوسطى، يونكس (ISO-8859-2)
import-encoding-windows1257 = البلطيق (Windows-1257)
import-encoding-windows1254 = التركية (Windows-1254)
import-encoding-windows1253 = اليونانية (Windows-1253)
import-encoding-windows1251 = السيريلية (Windows-1251)
import-encoding-koi8u = السيريلية، يونكس (KOI8-U)
import-encoding-windows1255 = العبرية (Windows-1255)
import-encoding-shift-jis = اليابانية (Shift JIS)
import-encoding-gb18030 = الصينية المبسطة (GB 18030)
import-encoding-big5 = الصينية التقليدية (Big5)
import-encoding-euc-kr = الكورية (EUC-KR)
import-delimiter = ما يفصل بين الأعمدة
import-delimiter-comma = فاصلة ,
import-delimiter-semicolon = فاصلة منقوطة ;
import-delimiter-tab = مسافة جدولة
import-delimiter-bar = خط عمودي |
import-has-header = الصف الأول يحوي أسماء الأعمدة
import-preview = الصفوف الأولى من الملف
import-rows = { $count ->
    [zero] لا صفوف في الملف
    [one] صف واحد في الملف
    [two] صفّان في الملف
    [few] { $count } صفوف في الملف
    [many] { $count } صفًا في الملف
   *[other] { $count } صف في الملف
}
import-column = العمود { $number }

import-step-columns = 2. الأعمدة
import-step-columns-hint = حدّد ما يحويه كل عمود. يمكن أن يجتمع الاسم الأول واسم العائلة في الاسم.
import-column-head = العمود
import-samples = مثلًا
import-goes-into = يذهب إلى
import-goes-into-of = { $column } يذهب إلى
import-goes-nowhere = اتركه
import-left-out = { $count ->
    [zero] كل الأعمدة مستخدمة.
    [one] عمود واحد متروك.
    [two] عمودان متروكان.
    [few] { $count } أعمدة متروكة.
    [many] { $count } عمودًا متروكًا.
   *[other] { $count } عمود متروك.
}
import-missing-field = لا يذهب أي عمود إلى «{ $field }» بعد، وهو مطلوب.
import-mapping-twice = لا يمكن أن يذهب إلى «{ $field }» أكثر من عمود واحد.
import-mapping-unknown = أحد الأعمدة يذهب إلى حقل غير موجود.
import-no-updates = لا يمكن للاستيراد أن يغيّر هذه السجلات.

import-step-dates = التواريخ
import-dates-question = في الملف تواريخ مثل { $samples }. ما الذي يأتي أولًا؟
import-dates-day = اليوم: 03/04 هو 3 أبريل
import-dates-month = الشهر: 03/04 هو 4 مارس
import-dates-shown = تواريخ أخرى في الملف مكتوبة هكذا
import-missing-date-order = حدّد أولًا هل يأتي اليوم أم الشهر أولًا في تواريخ الملف.

import-step-words = كلمات لا نعرفها
import-step-words-hint = يذكرها الملف لكنها غير موجودة هنا. تُرفض الصفوف التي تبقى فيها كلمة بلا قرار.
import-word = في الملف
import-word-field = الحقل
import-word-rows = الصفوف
import-word-outcome = ما العمل
import-word-outcome-of = ما العمل مع { $word }
import-word-create = أنشئها
import-word-leave = اترك الحقل فارغًا
import-word-use = استخدم «{ $name }»
import-word-refuse = ارفض هذه الصفوف

import-step-duplicates = 3. الموجود من قبل والقيم الافتراضية
import-duplicates-question = إذا كان السجل موجودًا أو تكرر في الملف
import-duplicates-skip = اترك الصف
import-duplicates-skip-hint = يبقى ما لديك كما هو.
import-duplicates-fill = املأ الفارغ
import-duplicates-fill-hint = حقول السجل الفارغة وحدها تأخذ قيم الملف.
import-duplicates-overwrite = استبدل القيم
import-duplicates-overwrite-hint = تحل قيم الملف محل قيم السجل، ويبقى ما يتركه الملف فارغًا.
import-duplicates-update = عدّل الموجود فقط
import-duplicates-update-hint = تحل قيم الملف محل قيم السجل، وتُترك الصفوف التي لا تطابق شيئًا.
import-duplicates-create = أنشئه رغم ذلك
import-duplicates-create-hint = سيكون لديك سجلان.
import-defaults = ما لا يذكره الملف
import-defaults-hint = تأخذه السجلات الجديدة حيث تكون الخلية فارغة أو لا يوجد عمود.
import-default-none = القيمة المعتادة
import-currency = عملة المبالغ
import-currency-hint = للمبالغ التي لا تذكر عملتها.

import-step-check = 4. المراجعة والبدء
import-step-check-hint = تمر المراجعة على كل الصفوف ولا تغيّر شيئًا. ويصل الاستيراد إلى الأعداد نفسها.
import-check = راجع الملف
import-discard = تخلَّ عن هذا الاستيراد
import-checked = تمت المراجعة: للإنشاء { $created }، للتعديل { $updated }، للرفض { $refused }.
import-not-ready = ما زال هناك ما ينتظر قرارك أعلاه.
import-nothing = لا يوجد صف لاستيراده.
import-start = { $count ->
    [zero] لا صفوف للاستيراد
    [one] استورد صفًا واحدًا
    [two] استورد صفّين
    [few] استورد { $count } صفوف
    [many] استورد { $count } صفًا
   *[other] استورد { $count } صف
}
import-near-title = قد تكون موجودة من قبل
import-near-count = { $count ->
    [zero] لا صف يشبه ما هو موجود.
    [one] يصبح صف واحد سجلًا جديدًا مع أنه قد يخص سجلًا موجودًا.
    [two] يصبح صفان سجلين جديدين مع أنهما قد يخصان سجلات موجودة، ويُعرض أول { $shown }.
    [few] تصبح { $count } صفوف سجلات جديدة مع أنها قد تخص سجلات موجودة، ويُعرض أول { $shown }.
    [many] يصبح { $count } صفًا سجلات جديدة مع أنها قد تخص سجلات موجودة، ويُعرض أول { $shown }.
   *[other] يصبح { $count } صف سجلات جديدة مع أنها قد تخص سجلات موجودة، ويُعرض أول { $shown }.
}
import-left-title = صفوف لا تُستورد
import-row = الصف
import-cells = الخلايا
import-reason = السبب
import-refused-one = مرفوض
import-skipped-one = متروك
import-created-one = أُنشئ
import-conflict = تقدّم هذا الاستيراد في هذه الأثناء. تراه الآن كما هو.

import-step-run = الاستيراد
import-running = يجري استيراد الصفوف
import-running-hint = يمكنك مغادرة هذه الصفحة؛ الاستيراد مستمر.
import-progress = الصفوف المنجزة: { $done } من { $rows }
import-cancel = أوقف
import-undoing = يجري التراجع عن الاستيراد
import-over = انتهى الاستيراد.
import-failed = تعذّر إكمال الاستيراد
import-kept-title = بقيت لأن أحدًا غيّرها بعد ذلك
import-kept-hint = احذفها بنفسك إن لم تكن بحاجة إليها.
import-look = اعرض السجلات
import-download = نزّل الصفوف المرفوضة
import-undo = تراجع عن الاستيراد
import-undo-title = هل تريد التراجع عن هذا الاستيراد؟
import-undo-text = يُزال ما أنشأه ويعود ما غيّره كما كان. أما السجلات التي غيّرها أحد بعد ذلك فتبقى وتُذكر.
import-undo-not = أبقِه
import-another = استورد ملفًا آخر
import-refused-title = الصفوف المرفوضة
import-refused-file = مرفوضة
import-column-row = صف الاستيراد
import-column-reason = سبب الاستيراد

import-problem-gone = لم يعد الملف موجودًا. ارفعه مرة أخرى.
import-problem-empty = لا توجد صفوف في هذا الملف.
import-problem-workbook = هذا مصنف بتنسيق قديم أو ثنائي (XLS أو XLSB). في إكسل اختر «حفظ باسم» و«مصنف Excel (.xlsx)»، ثم ارفع ذلك الملف.
import-problem-encrypted = هذا المصنف محمي بكلمة مرور. احفظه في إكسل من دون كلمة مرور، ثم ارفع ذلك الملف.
import-problem-open-document = هذا جدول OpenDocument. في LibreOffice اختر «حفظ باسم» و«Excel 2007-365 (.xlsx)»، ثم ارفع ذلك الملف.
import-problem-numbers = هذا مستند Numbers. في Numbers اختر «ملف» ثم «تصدير إلى» ثم «Excel»، ثم ارفع ذلك الملف.
import-problem-archive = هذا أرشيف مضغوط. فك ضغطه وارفع الملف الذي بداخله.
import-problem-damaged = المصنف تالف أو لم يصل كاملًا. افتحه في إكسل واحفظه من جديد ثم ارفعه مرة أخرى.
import-problem-too-large = في هذا المصنف أكثر مما يمكننا فك ضغطه. في إكسل اختر «حفظ باسم» و«CSV UTF-8»، ثم ارفع ذلك الملف.
import-problem-markup = هذه صفحة ويب أو ملف XML مهما كان اسمها. افتحها في إكسل واختر «حفظ باسم» و«مصنف Excel (.xlsx)»، ثم ارفع ذلك الملف.
import-problem-open-card = بطاقة جهة الاتصال التي تبدأ في السطر { $line } لا نهاية لها. صدّر جهات الاتصال من جديد؛ لم يُستورد شيء.
import-problem-no-text = لا يوجد جدول في هذا الملف. اختر ملف إكسل (.xlsx) أو CSV أو TSV أو vCard.
import-problem-letters = في السطر { $line } حروف ليست في هذا الترميز. اختر ترميزًا آخر.
import-problem-open-quote = علامة الاقتباس التي تُفتح في السطر { $line } لا تُغلق أبدًا. صحّح الملف وارفعه مرة أخرى؛ لم يُستورد شيء.
import-problem-stray-quote = في السطر { $line } يوجد شيء بعد علامة اقتباس مغلقة. صحّح الملف وارفعه مرة أخرى؛ لم يُستورد شيء.
import-problem-columns = في صف السطر { $line } أعمدة أكثر من الحد، وهو { $limit }.
import-problem-cell = في السطر { $line } خلية أطول مما يمكننا حفظه.
import-problem-rows = في الملف صفوف أكثر من الحد، وهو { $limit }. قسّمه إلى عدة ملفات.
import-problem-staff = الحساب الذي بدأ هذا الاستيراد لم يعد نشطًا.

import-refuse-field = { $field }: { $reason }
import-refuse-both = { $first }؛ { $next }
import-refuse-missing = غير موجود
import-refuse-cells = خلايا الصف { $cells } لكن أعمدة الملف { $columns } فقط.
import-refuse-letter = أحد الحروف تالف؛ كان الملف تالفًا قبل وصوله إلى هنا
import-refuse-long = الطول { $length } والحد الأقصى { $limit }
import-refuse-email = «{ $cell }» ليس عنوان بريد إلكتروني
import-refuse-phone = «{ $cell }» ليس رقم هاتف
import-refuse-phone-excel = اختصر إكسل هذا الرقم إلى «{ $cell }». نسّق العمود نصًا في إكسل وصدّره من جديد
import-refuse-money = «{ $cell }» ليس مبلغًا
import-refuse-currency = «{ $cell }» ليس رمز عملة
import-refuse-date = «{ $cell }» ليس تاريخًا
import-refuse-date-order = «{ $cell }» يحتمل تاريخين؛ حدّد هل يأتي اليوم أم الشهر أولًا
import-refuse-flag = «{ $cell }» ليس نعم ولا لا
import-refuse-word = «{ $cell }» غير موجود هنا
import-refuse-word-right = «{ $cell }» غير موجود هنا، ودورك لا يسمح بإنشائه
import-skip-earlier = مطابق للصف { $row } من هذا الملف.

import-tells = الصف يعني سجلًا موجودًا إذا اشتركا في
import-tells-hint = يكفي واحد منها. ومن عدة سجلات يُعتمد الأقدم.
import-tells-number = عمود رقمنا أولًا: الصف الذي يحمل رقمًا يعني ذلك السجل دون غيره.
import-key-unknown = لا يمكن تمييز هذه السجلات بذلك.
import-number = معرّف Foyer
import-always = { $field } في كل صف مهما ذكر الملف
import-tags-all = وسوم لكل الصفوف
import-tags-all-hint = تفصل بينها فواصل. وتضاف إلى وسوم الملف.
import-changes-title = ما يتغير في السجلات الموجودة
import-changes-count = { $count ->
    [zero] لا يتغير أي سجل.
    [one] يتغير سجل واحد.
    [two] يتغير سجلان، ويُعرض أول { $shown }.
    [few] تتغير { $count } سجلات، ويُعرض أول { $shown }.
    [many] يتغير { $count } سجلًا، ويُعرض أول { $shown }.
   *[other] يتغير { $count } سجل، ويُعرض أول { $shown }.
}
import-changes = التغييرات
import-record = السجل
import-kept-fields = يبقى كما هو: { $fields }
import-skip-same = لا جديد للسجل الموجود.
import-skip-unknown = لا يطابق أي سجل، وهذا الاستيراد لا ينشئ سجلات.
import-refuse-no-record = لا يوجد سجل بهذا الرقم يمكنك رؤيته.
import-refuse-number = «{ $cell }» ليس رقمًا من أرقامنا

import-mappings = المطابقات المحفوظة
import-mapping = المطابقة
import-mapping-none = لا شيء
import-mapping-named = { $name }
import-mapping-fits = { $name } (أُعدت لملف كهذا)
import-mapping-known = مرّ بك ملف بهذه الأعمدة من قبل: تقول «{ $name }» كيف يُستورد.
import-mapping-pick = اختر مطابقة أولًا.
import-mapping-use = استخدم هذه المطابقة
import-mapping-used = الاختيارات هي اختيارات «{ $name }».
import-mapping-rename = أعد التسمية أو شارك
import-mapping-delete = احذف هذه المطابقة
import-mapping-save = احفظ هذه المطابقة
import-mapping-save-hint = الأعمدة والقيم الثابتة والكلمات وما يحدث للسجلات الموجودة. تُعرض من جديد عندما يحمل ملف هذه الأعمدة.
import-mapping-name = الاسم
import-mapping-share = لكل من يجوز له استيراد هذه السجلات
import-mapping-keep = احفظ
import-mapping-saved = حُفظت المطابقة.
import-mapping-cancel = إلغاء
import-mapping-no-header = تُعرف المطابقة من أسماء أعمدتها، وليس لهذا الملف أسماء.
import-mapping-many = لديك { $limit } مطابقة. احذف واحدة أولًا.
import-left-out-names = المتروك: { $names }

# ما يقال في النهاية لمن بدأه.
import-ended = تم استيراد { $file }. جديد: { $created }، معدل: { $updated }، متروك: { $skipped }، مرفوض: { $refused }.
import-ended-failed = تعذر إكمال استيراد { $file }.

# What rows bring to their records, and rows that delete.
import-becomes = يصبح
import-bin = في سلة المحذوفات
import-of-part = { $part } { $name }: { $field }
import-deleted = المحذوفة
import-step-tells = 3. أي السجلات هي المقصودة
import-checked-delete = تم الفحص: سيُحذف { $updated } ويُرفض { $refused }.
import-start-delete = { $count ->
    [zero] لا حذف
    [one] احذف سجلًا واحدًا
    [two] احذف سجلين
    [few] احذف { $count } سجلات
    [many] احذف { $count } سجلًا
   *[other] احذف { $count } سجل
}
import-refuse-unknown = لا يوجد سجل كهذا يمكنك رؤيته.
import-refuse-several = هذا يعني { $count } سجلات. حدّد أيها برقمه.
