# المهام: ما ينبغي عمله، على سجل أو لصاحبها وحده.
task-title = المهام
task-new = مهمة جديدة
task-new-more = مهمة جديدة بكل حقولها
task-add = إضافة المهمة
task-added = أُضيفت: { $title } · { $when }
task-line-placeholder = اتصال بآدا الجمعة 14:30
task-line-hint = يمكن أن تذكر نهاية السطر الموعد: اليوم أو غدًا أو يومًا من الأسبوع أو تاريخًا أو وقتًا.
task-line-read = { $kind } · { $when }
task-empty = لا مهام
task-tick = تم: { $title }
task-ticked = تم: { $title }
task-ticked-next = تم: { $title } · التالية: { $next }
task-finished = { $count ->
    [zero] لا مهام منجزة
    [one] مهمة منجزة واحدة
    [two] مهمتان منجزتان
    [few] { $count } مهام منجزة
    [many] { $count } مهمة منجزة
   *[other] { $count } مهمة منجزة
}
task-overdue = متأخرة
task-overdue-count = { $count ->
    [zero] لا مهام متأخرة
    [one] مهمة متأخرة واحدة
    [two] مهمتان متأخرتان
    [few] { $count } مهام متأخرة
    [many] { $count } مهمة متأخرة
   *[other] { $count } مهمة متأخرة
}
task-takes = { $count } د
task-people = على عاتق
task-people-placeholder = إضافة شخص
task-people-nothing = لا أحد بهذا الاسم
task-people-remove = إزالة { $name }
task-actions = المزيد عن «{ $title }»
task-edit = تعديل
task-edit-title = تعديل المهمة
task-delete = حذف
task-deleted = حُذفت المهمة: { $title }
task-saved = حُفظت المهمة
task-kind-to-do = عمل
task-kind-call = مكالمة
task-kind-meeting = اجتماع

# حقولها.
field-task_title = ماذا
field-task_kind = النوع
field-task_day = اليوم
field-task_time = الوقت
field-task_minutes = الدقائق
field-task_assignees = من
field-task_note = ملاحظة
field-task_repeat = التكرار

# موعدها. تبدأ النصوص التي لا كلمة فيها بعلامة الاتجاه، وإلا انقلب ترتيب ما فيها.
task-yesterday = أمس
task-today = اليوم
task-tomorrow = غدًا
task-weekday-day = { "\u200F" }{ $weekday } { $day }
task-day-time = { "\u200F" }{ $day }، { $time }
task-without-day = بلا يوم
task-for-day = ليوم { $day }
task-for-time = ليوم { $day }، { $time }
task-for-no-day = بلا يوم

# كلمات سطر مثل «اتصال بآدا الجمعة 14:30».
task-words-today = اليوم
task-words-tomorrow = غدًا, غدا
task-words-weekdays = الاثنين, الإثنين|الثلاثاء|الأربعاء, الاربعاء|الخميس|الجمعة|السبت|الأحد, الاحد
task-words-joints = يوم, في, الساعة
task-words-call = اتصال, اتصل, مكالمة, الاتصال
task-words-meeting = اجتماع, لقاء, مقابلة

# كيف تتكرر.
task-repeat = التكرار
task-repeat-never = لا تتكرر
task-unit-days = بالأيام
task-unit-weeks = بالأسابيع
task-unit-months = بالأشهر
task-unit-years = بالسنوات
task-every = كل
task-week-on = في هذه الأيام
task-month-on = في أي يوم
task-ends = تنتهي
task-ends-never = أبدًا
task-ends-until = في يوم محدد
task-ends-after = بعد عدد من المرات
task-until = آخر يوم
task-times = مجموع المرات
task-from-done = العدّ من وقت الإنجاز
task-from-done-hint = وإلا فمن اليوم الذي حُدد لها.
task-repeat-days = { $count ->
    [zero] كل { $count } يوم
    [one] كل يوم
    [two] كل يومين
    [few] كل { $count } أيام
    [many] كل { $count } يومًا
   *[other] كل { $count } يوم
}
task-repeat-weeks = { $count ->
    [zero] كل { $count } أسبوع: { $days }
    [one] كل أسبوع: { $days }
    [two] كل أسبوعين: { $days }
    [few] كل { $count } أسابيع: { $days }
    [many] كل { $count } أسبوعًا: { $days }
   *[other] كل { $count } أسبوع: { $days }
}
task-repeat-months = { $count ->
    [zero] كل { $count } شهر، { $on }
    [one] كل شهر، { $on }
    [two] كل شهرين، { $on }
    [few] كل { $count } أشهر، { $on }
    [many] كل { $count } شهرًا، { $on }
   *[other] كل { $count } شهر، { $on }
}
task-repeat-years = { $count ->
    [zero] كل { $count } سنة
    [one] كل سنة
    [two] كل سنتين
    [few] كل { $count } سنوات
    [many] كل { $count } سنة
   *[other] كل { $count } سنة
}
task-on-day = في اليوم { $day }
task-on-last = آخر { $weekday } في الشهر
task-on-last-workday = آخر يوم عمل
task-repeat-until = { $rule }، حتى { $day }
task-repeat-times = { $count ->
    [zero] { $rule }، { $count } مرة إجمالًا
    [one] { $rule }، مرة واحدة إجمالًا
    [two] { $rule }، مرتين إجمالًا
    [few] { $rule }، { $count } مرات إجمالًا
    [many] { $rule }، { $count } مرة إجمالًا
   *[other] { $rule }، { $count } مرة إجمالًا
}
task-repeat-from-done = { $rule }، عدًّا من وقت الإنجاز
task-weekday-0 = الاثنين
task-weekday-1 = الثلاثاء
task-weekday-2 = الأربعاء
task-weekday-3 = الخميس
task-weekday-4 = الجمعة
task-weekday-5 = السبت
task-weekday-6 = الأحد
task-weekday-list = { "\u200F" }{ $first }، { $rest }

# ما لا يمكن.
task-conflict = تغيّرت هذه المهمة في هذه الأثناء. ما كتبته ما زال هنا: احفظ مرة أخرى ليحلّ محلّ ما هو موجود الآن.
task-next-under-way = هذه المهمة تتكرر، وثمة واحدة لاحقة قائمة بالفعل. أنجز تلك أو احذفها أولًا.
task-nobody = اختر شخصًا يعمل هنا.
task-unseen = لا يستطيع { $name } رؤية هذا السجل، فلن تفيد المهمة. اختر من يراه، أو امنح { $name } حق الوصول أولًا.
task-too-many = يمكن أن يشترك { $limit } شخصًا على الأكثر في مهمة واحدة.
task-time-needs-day = الوقت يحتاج إلى يوم: اختر يومًا.
task-time-unfit = هذا ليس وقتًا. اكتبه هكذا: 14:30.
task-minutes-unfit = اكتب دقائق صحيحة من 1 إلى 10080.
task-repeat-needs-day = ما يتكرر يحتاج إلى يوم: اختر أول يوم.
task-repeat-unfit = تحقق من الفترة والأيام وعدد المرات.

# ما حدث. تأتي كل جملة بعد اسم من فعل ذلك.
event-task-created = أضاف المهمة «{ $title }» { $when }
event-task-updated = عدّل المهمة «{ $title }»
event-task-done = أنجز المهمة «{ $title }»
event-task-repeated = حدّد المهمة «{ $title }» من جديد { $when }
event-task-reopened = أعاد فتح المهمة «{ $title }»
event-task-deleted = حذف المهمة «{ $title }»
event-task-restored = استعاد المهمة المحذوفة «{ $title }»

# يومي.
day-title = يومي
day-overdue = متأخرة
day-today = اليوم
day-week = الأيام السبعة القادمة
day-undated = بلا يوم
day-later = لاحقًا
day-done = أُنجزت اليوم
day-empty = لا شيء لعمله
day-empty-text = اكتب ما ينبغي عمله في السطر أعلاه، أو أضف مهام إلى العملاء المحتملين والعملاء.
day-cut = هناك أكثر مما تتسع له الصفحة: تُعرض أول 300 مهمة ذات يوم و100 مهمة بلا يوم.
day-tools = ما يُعرض
day-kind = النوع
day-all-kinds = الكل
day-kind-to-do = أعمال
day-kind-call = مكالمات
day-kind-meeting = اجتماعات
day-whose = مهام من
day-mine = مهامي
day-others-forbidden = لا يطّلع على مهام الآخرين إلا من يستطيع رؤية كل العملاء المحتملين أو كل العملاء.

# ما يُقال لمن أُسندت إليه.
task-given = أسند { $who } إليك مهمة: { $title }

# التقويم الذي تشترك فيه برامج أخرى.
calendar-title = التقويم
calendar-hint = مهامك وتذكيراتك في تقويم هاتفك أو حاسوبك.
calendar-feed = الاشتراك في التقويم
calendar-what = اشترك في العنوان أدناه في تقويم Apple أو تقويم Google أو Outlook أو برنامج آخر. يعرض ما عليك فعله، من 30 يومًا مضت إلى سنة قادمة، بالصلاحيات التي تملكها في تلك اللحظة. كل من لديه العنوان يستطيع قراءته: عامله مثل كلمة المرور.
calendar-none = ليس لديك عنوان بعد.
calendar-made = أُنشئ عنوانك في { $at }.
calendar-used = طلبه تقويم آخر مرة في { $at }.
calendar-unused = لم يطلبه أي تقويم بعد.
calendar-make = إنشاء عنوان
calendar-replace = استبدال العنوان
calendar-end = إيقاف العنوان
calendar-ended = أُوقف العنوان. لن تتلقى التقاويم التي تملكه شيئًا بعد الآن.
calendar-once = انسخ العنوان الآن. لن يُعرض مرة أخرى، والعنوان السابق لم يعد صالحًا.
calendar-copy = نسخ
calendar-copied = العنوان في الحافظة.
calendar-name = المهام · { $organisation }
calendar-own-only = أنت فقط من يستطيع فعل ذلك، من المتصفح.
