# تسجيل الدخول.
sign-in-title = مرحبًا بك في { $organisation }
sign-in-lead = سجّل الدخول للمتابعة.
sign-in-submit = تسجيل الدخول
sign-in-email = البريد الإلكتروني
sign-in-password = كلمة المرور
sign-in-forgotten = هل نسيت كلمة المرور؟
sign-in-wrong = البريد الإلكتروني وكلمة المرور غير متطابقين. تحقّق منهما وحاول مجددًا.
sign-in-password-changed = تم حفظ كلمة مرورك الجديدة. سجّل الدخول بها.
sign-in-demo-title = تجوّل بصفة أحد الزملاء
sign-in-demo-lead = هذه شركة من صنع الخيال. تكفي نقرة واحدة للدخول، ولا شيء يغادر هذا الحاسوب.
sign-in-demo-as = تسجيل الدخول باسم
sign-in-demo-marta-role = مديرة المبيعات
sign-in-demo-marta-about = تتابع مسار المبيعات كله ويمكنها تغيير كل الإعدادات.
sign-in-demo-yusuf-role = المبيعات
sign-in-demo-yusuf-about = يتابع الطلبات الكبيرة من الخارج ويرى عملاءه المحتملين.
sign-in-demo-chloe-role = المبيعات
sign-in-demo-chloe-about = تجيب عن طلبات الموقع وترى عملاءها المحتملين.

# كلمات المرور.
password-forgotten-title = هل نسيت كلمة المرور؟
password-forgotten-lead = نرسل إليك رابطًا لتعيين كلمة مرور جديدة. يعمل مرة واحدة خلال 48 ساعة.
password-forgotten-submit = أرسلوا إليّ رابطًا
password-forgotten-sent = إن كان أحد يعمل هنا بهذا العنوان فإن رسالة تحمل الرابط في طريقها إليه.
password-back-to-sign-in = العودة إلى تسجيل الدخول
password-new-title = تعيين كلمة مرور جديدة
password-new-lead = بعد ذلك تُنهى جلساتك في كل مكان آخر.
password-new-label = كلمة المرور الجديدة
password-new-submit = تعيين كلمة المرور
password-ask-again = طلب رابط آخر
password-link-over = استُعمل هذا الرابط من قبل أو مضى عليه أكثر من 48 ساعة. اطلب رابطًا آخر.
password-rules = 10 أحرف على الأقل من أي نوع. بضع كلمات متتالية اختيار جيد.
password-too-short = قصيرة جدًا: لا تقل كلمة المرور عن { $limit } أحرف.
password-too-long = طويلة جدًا: لا تزيد كلمة المرور على { $limit } حرف.
password-common = هذه من أول كلمات المرور التي تُجرَّب. اختر كلمة لا يخمّنها أحد.
password-personal = يجب ألا تحتوي على اسمك أو بريدك الإلكتروني أو اسم المؤسسة.
password-current = كلمة المرور الحالية
password-current-wrong = هذه ليست كلمة مرورك.
password-change = تغيير كلمة المرور
password-changed = تم تغيير كلمة المرور، وأُنهيت جلساتك في كل مكان آخر.

# الزيارة الأولى.
set-up-title = أهلًا بك. لنُعِدّ Foyer
set-up-lead = دقيقتان، مرة واحدة. ويمكنك تغيير كل شيء لاحقًا.
set-up-submit = ابدأ
set-up-the-organisation = المؤسسة
set-up-the-administrator = أنت
set-up-the-administrator-hint = تصبح المسؤول الأول ويمكنك دعوة الآخرين.
set-up-organisation = اسم المؤسسة
set-up-country-label = البلد
set-up-currency-label = العملة
set-up-language-label = اللغة
set-up-time-zone-label = المنطقة الزمنية
set-up-choose = اختر…
set-up-country = اختر بلدًا.
set-up-currency = اختر عملة.
set-up-time-zone = اختر منطقة زمنية.
set-up-done = أُعِدّ Foyer من قبل. سجّل الدخول أو اطلب دعوة من أحد المسؤولين.

# الرسائل.
mail-invitation-subject = دخولك إلى { $organisation }
mail-invitation-body = فتحت { $organisation } حسابًا لك. عيّن كلمة مرورك لتبدأ:
mail-password-subject = كلمة مرور جديدة في { $organisation }
mail-password-body = طلب أحدهم، ونرجو أن تكون أنت، رابطًا لتعيين كلمة مرور جديدة في { $organisation }. إن لم تكن أنت فلا داعي لفعل أي شيء.
mail-password-limits = يعمل الرابط مرة واحدة خلال 48 ساعة.
mail-portal-link-subject = كلمة مرورك لدى { $organisation }
mail-portal-link-body = منحتك { $organisation } دخولًا إلى بوابة عملائها. عيّن كلمة مرورك:
viewing-no-login = لا تستطيع جهة الاتصال هذه الدخول إلى البوابة، فلا شيء يُعاين هناك.
role-view-as = عرض النظام كما يراه هذا الدور

# الإعدادات.
settings-line-up = نقل { $name } إلى أعلى
settings-line-down = نقل { $name } إلى أسفل
settings-line-is-first = في الموضع الأول بالفعل.
settings-line-is-last = في الموضع الأخير بالفعل.
settings-line-moved = { $name }: الموضع { $position } من { $count }
settings-line-edit = تعديل { $name }
settings-line-delete = حذف { $name }
settings-title = الإعدادات

# الموظفون.
staff-title = الموظفون
staff-lead = من يعمل هنا، وما الذي يحق له.
staff-hint = ادعُ الأشخاص وامنحهم دورًا أو أغلق دخولهم.
staff-name = الاسم
staff-role = الدور
staff-no-role = بلا دور
staff-administrator = مسؤول
staff-administrator-hint = يحق له كل شيء، بما في ذلك هذه الصفحة.
staff-last-seen = آخر ظهور
staff-never-seen = لم يدخل بعد
staff-actions = الإجراءات
staff-actions-of = إجراءات { $name }
staff-add = إضافة شخص
staff-add-hint = يُرسَل إلى الشخص رابط لتعيين كلمة المرور.
staff-added = تمت الإضافة، والدعوة في الطريق.
staff-edit = تعديل
staff-save = حفظ
staff-saved = تم الحفظ.
staff-cancel = إلغاء
staff-close = إغلاق
staff-left = غادر العمل
staff-invited = أُرسلت الدعوة
staff-activate = إعادة فتح الدخول
staff-deactivate = إغلاق الدخول
staff-is-back = يمكن للشخص تسجيل الدخول من جديد.
staff-is-out = أُنهيت جلسات الشخص في كل مكان ولم يعد بإمكانه الدخول.
staff-send-link = إرسال رابط لكلمة المرور
staff-link-sent = الرابط في الطريق.
staff-end-sessions = إنهاء جلساته في كل مكان
staff-signed-out = أُنهيت جلسات الشخص في كل مكان.
staff-rights-hint = عند تغيير الدور يجب على الشخص تسجيل الدخول من جديد.
staff-last-admin = هذا آخر مسؤول. عيّن مسؤولًا آخر أولًا.
staff-email-taken = هذا البريد الإلكتروني مستعمل لدى شخص آخر.
staff-role-gone = لم يعد هذا الدور موجودًا. اختر دورًا آخر.
staff-conflict = غيّر شخص آخر بيانات هذا الموظف في هذه الأثناء. أعد تحميل الصفحة لترى ما فيها الآن.
staff-not-active = غادر هذا الشخص العمل.

# حسابي.
staff-me-title = حسابي
staff-me-hint = اسمك ولغتك وكلمة مرورك وجلساتك ورموز الواجهة البرمجية.
staff-me-profile = الملف الشخصي
staff-me-email-hint = يمكن لمسؤول أن يغيّره.
staff-me-appearance = اللغة والألوان
staff-me-switch-language = تبديل اللغة
staff-theme = الألوان
staff-theme-auto = كالنظام
staff-theme-light = فاتحة
staff-theme-dark = داكنة
staff-sessions = أين سجّلت الدخول
staff-sessions-end-others = الخروج من كل مكان آخر
staff-sessions-ended = أُنهيت جلساتك في كل مكان آخر.
staff-session-about = { $address }، آخر استعمال { $at }
staff-session-current = هذا المتصفح
staff-session-end = إنهاء

# رموز الواجهة البرمجية.
token-title = رموز الواجهة البرمجية
token-lead = بالرمز يعمل برنامج باسمك في حدود نطاقه.
token-name = الاسم
token-name-hint = الغرض منه، مثل «نموذج الموقع».
token-scope = النطاق
token-scope-full = كل ما يحق لي
token-scope-read = القراءة فقط
token-scope-leads = العملاء المحتملون فقط
token-scope-customers = العملاء فقط
token-scope-settings = الإعدادات فقط
token-add = إنشاء رمز
token-once = هذا هو الرمز. لا يظهر إلا الآن، فاحفظه في مكان آمن.
token-copy = نسخ
token-copied = تم النسخ.
token-delete = حذف
token-deleted = تم حذف الرمز، والبرنامج الذي يستعمله مرفوض من الآن.
token-never-used = لم يُستعمل قط
token-last-used = آخر استعمال { $at }
token-own-only = يمكنك إنشاء الرموز لنفسك فقط، وليس بواسطة رمز.

# الأدوار.
role-title = الأدوار
role-lead = الدور اسم لمجموعة من الحقوق. ولا يحتاج المسؤولون إليه.
role-hint = قرّر من يرى ومن يعدّل ومن يحذف.
role-none = لا أدوار بعد
role-add = إضافة دور
role-name = اسم الدور
role-saved = تم حفظ الدور، ويسري فورًا على كل من لديه هذا الدور.
role-delete = حذف الدور
role-deleted = تم حذف الدور.
role-in-use = هذا الدور مسند إلى أحدهم. أسند إليه دورًا آخر أولًا.
role-name-taken = يوجد دور بهذا الاسم.
role-conflict = غيّر شخص آخر هذا الدور في هذه الأثناء. أعد تحميل الصفحة لترى ما فيها الآن.
role-people = { $count ->
    [zero] غير مسند إلى أحد
    [one] مسند إلى شخص واحد
    [two] مسند إلى شخصين
    [few] مسند إلى { $count } أشخاص
    [many] مسند إلى { $count } شخصًا
   *[other] مسند إلى { $count } شخص
}
role-default-sales = المبيعات
role-default-manager = الإدارة
role-area-leads = العملاء المحتملون
role-area-customers = العملاء
role-area-settings = الإعدادات
role-can-view-own = رؤية الخاص به
role-can-view-all = رؤية الكل
role-can-create = إنشاء
role-can-edit = تعديل
role-can-delete = حذف
role-can-import = استيراد
role-can-export = تصدير
role-can-share = مشاركة العروض

# بماذا يُبلَّغ المرء وكيف.
notice-title = ما تُبلَّغ به
notice-lead = لا يُبلَّغ أحد بما فعله بنفسه، ولا بما لا يحق له أن يراه.
notice-saved = ستصلك التنبيهات هكذا من الآن.
notice-assigned = عميل محتمل يصبح من نصيبك
notice-task = تُسند إليك مهمة
notice-reminder = تذكير حان موعده
notice-export = ملف تصدّره أصبح جاهزًا
notice-import = انتهى استيراد ملف بدأته
notice-run = انتهى عمل طويل بدأته
notice-webhook = أُوقف خطاف ويب أنت مسؤول عنه
notice-by-mail = تحت الجرس، وبالبريد فورًا
notice-by-digest = تحت الجرس، وفي بريد الصباح
notice-by-app = تحت الجرس فقط
notice-by-none = لا شيء
notice-assigned-many = { $count ->
    [zero] لم يصبح أي عميل محتمل من نصيبك.
    [one] أصبح عميل محتمل واحد من نصيبك.
    [two] أصبح عميلان محتملان من نصيبك.
    [few] أصبح { $count } عملاء محتملين من نصيبك.
    [many] أصبح { $count } عميلًا محتملًا من نصيبك.
   *[other] أصبح { $count } عميل محتمل من نصيبك.
}
notice-export-many = { $count ->
    [zero] لا ملفات جاهزة
    [one] ملف واحد جاهز
    [two] ملفان جاهزان
    [few] { $count } ملفات جاهزة
    [many] { $count } ملفًا جاهزًا
   *[other] { $count } ملف جاهز
}
notice-import-many = { $count ->
    [zero] لم تنته أي عملية استيراد
    [one] انتهت عملية استيراد واحدة
    [two] انتهت عمليتا استيراد
    [few] انتهت { $count } عمليات استيراد
    [many] انتهت { $count } عملية استيراد
   *[other] انتهت { $count } عملية استيراد
}
notice-run-many = { $count ->
    [zero] لم ينته أي عمل طويل
    [one] انتهى عمل طويل واحد
    [two] انتهى عملان طويلان
    [few] انتهت { $count } أعمال طويلة
    [many] انتهى { $count } عملا طويلا
   *[other] انتهى { $count } عمل طويل
}
notice-webhook-many = { $count ->
    [zero] لم يوقَف أي خطاف ويب.
    [one] أُوقف خطاف ويب واحد.
    [two] أُوقف خطافا ويب.
    [few] أُوقفت { $count } خطافات ويب.
    [many] أُوقف { $count } خطاف ويب.
   *[other] أُوقف { $count } خطاف ويب.
}
notice-task-many = { $count ->
    [zero] لم تُسند إليك أي مهمة.
    [one] أُسندت إليك مهمة واحدة.
    [two] أُسندت إليك مهمتان.
    [few] أُسندت إليك { $count } مهام.
    [many] أُسندت إليك { $count } مهمة.
   *[other] أُسندت إليك { $count } مهمة.
}
notice-reminder-many = { $count ->
    [zero] لا تذكيرات حان موعدها.
    [one] حان موعد تذكير واحد.
    [two] حان موعد تذكيرين.
    [few] حان موعد { $count } تذكيرات.
    [many] حان موعد { $count } تذكيرًا.
   *[other] حان موعد { $count } تذكير.
}
# بريد الصباح.
digest-subject = { $count ->
    [zero] { $name }: لا جديد لك
    [one] { $name }: أمر واحد لك
    [two] { $name }: أمران لك
    [few] { $name }: { $count } أمور لك
    [many] { $name }: { $count } أمرًا لك
   *[other] { $name }: { $count } أمر لك
}
digest-lead = { $count ->
    [zero] لا شيء لم تقرأه بعد.
    [one] هذا ما وصل ولم تقرأه بعد:
    [two] هذان أمران وصلا ولم تقرأهما بعد:
    [few] هذه { $count } أمور وصلت ولم تقرأها بعد:
    [many] هذه { $count } أمرًا وصلت ولم تقرأها بعد:
   *[other] هذه { $count } أمر وصلت ولم تقرأها بعد:
}
digest-line = • { $text }
digest-more = { $count ->
    [zero] ولا شيء غيرها.
    [one] وأمر آخر.
    [two] وأمران آخران.
    [few] و{ $count } أمور أخرى.
    [many] و{ $count } أمرًا آخر.
   *[other] و{ $count } أمر آخر.
}

# ما يظهر مكان ما تعذر عرضه.
problem-again = إعادة المحاولة
problem-home = إلى صفحتي الأولى
problem-who-helps = إذا كنت تحتاج إليه فيمكن لأحد مسؤولي { $organisation } مساعدتك.

# Colours.
settings-hue = اللون
settings-hue-number = اللون { $number }
