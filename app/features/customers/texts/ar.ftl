# العملاء.
customer-title = العملاء
customer-new = عميل جديد
customer-loading = جارٍ تحميل العملاء
customer-search = البحث عن عملاء
customer-none = لا عملاء بعد
customer-none-text = حوّل عميلًا محتملًا أو أضف عميلك الأول هنا.
customer-index = العملاء حسب الحرف الأول
customer-many = العملاء
customer-view-usual = كل العملاء
customer-nothing = لا يوجد عميل مطابق
customer-nothing-text = أزل أحد عوامل التصفية أو ابحث عن شيء آخر.
customer-summary = { $count ->
    [zero] لا يوجد عملاء
    [one] { $shown } من عميل واحد
    [two] { $shown } من عميلين
    [few] { $shown } من { $all } عملاء
    [many] { $shown } من { $all } عميلًا
   *[other] { $shown } من { $all } عميل
}
customer-looked = { $count ->
    [zero] لم يُفحص أي عميل بعد
    [one] فُحص عميل واحد حتى الآن
    [two] فُحص عميلان حتى الآن
    [few] فُحص { $all } عملاء حتى الآن
    [many] فُحص { $all } عميلًا حتى الآن
   *[other] فُحص { $all } عميل حتى الآن
}
customer-tabs = أقسام هذا العميل
customer-tab-overview = نظرة عامة
customer-tab-work = المهام
customer-glance = لمحة سريعة
customer-glance-all = الملف الكامل
customer-trail = أين أنت
customer-actions = إجراءات أخرى
customer-profile = الملف
customer-edit = تعديل
customer-save = حفظ
customer-cancel = إلغاء
customer-create = إنشاء العميل
customer-delete = حذف العميل
customer-deleted = حُذف { $name }
customer-inactive = غير نشط
customer-origin = نشأ من عميل محتمل
customer-kind-commercial = عميل تجاري
customer-kind-residential = عميل سكني
customer-kind-contractor = مقاول
customer-kind-supplier = مورّد
customer-contacts = جهات الاتصال
customer-contacts-none = لم يُدخَل أحد هنا بعد.
customer-contact-add = إضافة جهة اتصال
customer-contact-added = أُضيفت جهة الاتصال
customer-contact-primary = جهة الاتصال الرئيسية
customer-contact-hint = اتركها فارغة إن لم تعرف أحدًا هناك بعد.
contact-actions = إجراءات { $name }
contact-make-primary = اجعله جهة الاتصال الرئيسية
contact-remove = إزالة جهة الاتصال
contact-removed = أُزيل { $name }
contact-portal = البوابة
contact-portal-email = من يدخل البوابة يحتاج إلى عنوان بريد إلكتروني.
contact-login-taken = شخص آخر يدخل بهذا العنوان.
contact-sees = يرى في البوابة
contact-sees-hint = ما لم يُحدَّد لا وجود له لهذا الشخص: لا قائمة ولا صفحة ولا رابط في رسالة.
contact-told = يتلقى رسائل عن
contact-reads-ltr = من اليسار إلى اليمين
contact-reads-rtl = من اليمين إلى اليسار
contact-scope-customer = كل ما يخص العميل
contact-scope-own = ما هو موجَّه إلى جهة الاتصال فقط
customer-manager-unknown = اختر شخصًا يعمل هنا.

event-customer-created = أنشأ العميل { $name }
event-customer-updated = عدّل الملف
event-customer-deleted = حذف العميل { $name }
event-customer-restored = استعاد العميل المحذوف { $name }
event-contact-created = أضاف جهة الاتصال { $name }
event-contact-updated = غيّر جهة الاتصال { $name }
event-contact-restored = استعاد جهة الاتصال { $name }
event-contact-primary = جعل { $name } جهة الاتصال الرئيسية
event-contact-deleted = أزال جهة الاتصال { $name }

field-kind = النوع
field-name = الاسم
field-email = البريد الإلكتروني
field-phone = الهاتف
field-website = الموقع
field-street = الشارع
field-city = المدينة
field-region = المنطقة
field-postcode = الرمز البريدي
field-country = البلد
field-currency = العملة
field-language = اللغة
field-is_active = نشط
field-position = الوظيفة
customer-name-company = الاسم القانوني أو التجاري
customer-name-person = الاسم الأول واسم العائلة
customer-marketing = التسويق
customer-care = من يتولّى أمره
customer-billing = عنوان الفواتير
customer-shipping = عنوان الشحن
customer-shipping-copy = انسخ عنوان الفواتير
customer-close = إغلاق
customer-vat-unfit = ليس هذا رقمًا ضريبيًا لذلك البلد. اكتبه مسبوقًا برمز البلد، مثل IT12345678903.
customer-number-taken = هذا الرقم لعميل آخر.
customer-currency-stays = توجد مستندات بالعملة السابقة، لذلك تبقى كما هي.
customer-has-documents = توجد مستندات لهذا العميل. اجعله غير نشط بدلًا من حذفه.
field-number = رقم العميل
field-division = القسم أو الفرع
field-mobile = الجوال
field-vat_number = الرقم الضريبي
field-segment_id = الشريحة
field-status_id = الحالة
field-channel_id = قناة الاستقطاب
field-groups = المجموعات
field-manager_id = المدير المسؤول
field-service_manager_id = مدير الخدمة
field-administrators = يراه أيضًا
field-shipping_street = شارع الشحن
field-shipping_postcode = الرمز البريدي للشحن
field-shipping_city = مدينة الشحن
field-shipping_region = منطقة الشحن
field-shipping_country = بلد الشحن
field-initial = الحرف الأول
field-contact = جهة الاتصال الرئيسية
field-updated_at = آخر تعديل
field-first_name = الاسم الأول
field-last_name = اسم العائلة

customer-bin = المحذوفات
customer-bin-title = العملاء في سلة المحذوفات
customer-duplicates = التكرارات
customer-duplicates-title = عملاء ربما سُجّلوا مرتين
customer-served = أخدمهم أنا
customer-in-business = النشطون
customer-lists = العملاء
customer-lists-hint = الشرائح والحالات والقنوات والمجموعات، وما يلزم لعميل جديد
customer-lists-asked = العملاء الجدد
customer-lists-asked-text = يجب اختيارها قبل حفظ عميل جديد.
customer-lists-saved = تم الحفظ
customer-list-segments = الشرائح
customer-list-statuses = الحالات
customer-list-channels = قنوات الاستقطاب
customer-list-groups = المجموعات
customer-list-add-segment = إضافة شريحة
customer-list-add-status = إضافة حالة
customer-list-add-channel = إضافة قناة
customer-list-add-group = إضافة مجموعة
customer-list-empty = لا شيء هنا بعد
customer-list-default = الخيار الأول
customer-list-default-long = يبدأ به العملاء الجدد
customer-list-archived = مؤرشف
customer-list-archive = مؤرشف: لا يُعرض بعد الآن، لكنه يبقى حيث اختير
customer-list-name = الاسم
customer-list-kinds = لأي عملاء
customer-list-kinds-hint = بلا علامة يكون للجميع.
customer-list-goes-to = ينتقل عملاؤه إلى
customer-list-delete = حذف
customer-list-in-use = هناك عملاء لديهم هذا. اختر ما يحلّ محلّه عندهم.
customer-segment-enterprise = مؤسسات كبرى
customer-segment-midmarket = مؤسسات متوسطة
customer-segment-small = أعمال صغيرة
customer-segment-private = أفراد
customer-status-active = نشط
customer-status-prospect = محتمل
customer-status-risk = معرّض للخسارة
customer-status-former = سابق
customer-channel-referral = توصية
customer-channel-website = الموقع الإلكتروني
customer-channel-fair = معرض
customer-channel-phone = الهاتف
customer-channel-partner = شريك
customer-group-key = كبار العملاء
customer-group-maintenance = عقد صيانة
customer-list-used = { $count ->
    [zero] لا عملاء
    [one] عميل واحد
    [two] عميلان
    [few] { $count } عملاء
    [many] { $count } عميلًا
   *[other] { $count } عميل
}
field-direction = اتجاه القراءة
field-has_portal = دخول البوابة
field-scope = نطاق الوصول
field-sees_invoices = يرى: الفواتير
field-sees_estimates = يرى: عروض الأسعار
field-sees_contracts = يرى: العقود
field-sees_proposals = يرى: المقترحات
field-sees_tickets = يرى: التذاكر
field-sees_projects = يرى: المشاريع
field-sees_sites = يرى: المواقع
field-sees_accounts = يرى: الحسابات الشخصية
field-sees_files = يرى: الملفات
field-told_invoices = رسائل: الفواتير
field-told_credit_notes = رسائل: الإشعارات الدائنة
field-told_estimates = رسائل: عروض الأسعار
field-told_tickets = رسائل: التذاكر
field-told_projects = رسائل: المشاريع
field-told_contracts = رسائل: العقود
field-told_tasks = رسائل: مهام المشاريع
field-told_payments = رسائل: المدفوعات
field-told_proposals = رسائل: المقترحات

# البوابة من جهة الموظفين.
contact-greeting = كيف يعلم الشخص بذلك
contact-sends-link = إرسال رسالة برابط لتعيين كلمة المرور
contact-sends-link-hint = يعمل الرابط مرة واحدة خلال 48 ساعة، والرابط الجديد يُبطل ما قبله.
contact-no-welcome = عدم إرسال رسالة ترحيب
contact-password = كلمة المرور
contact-password-hint = فقط إذا أردت اختيارها بنفسك. اتركها فارغة ليعيّنها الشخص.
contact-password-of = كلمة مرور { $name }
contact-password-set-hint = يُسجَّل خروج الشخص من كل مكان. أبلغه بكلمة المرور بنفسك، فهي لا تُرسل في أي رسالة.
contact-password-set = صارت لـ{ $name } كلمة مرور جديدة
contact-set-password = تعيين كلمة مرور
contact-send-link = إرسال رابط لتعيين كلمة المرور
contact-link-sent = سيصل إلى { $name } رابط لتعيين كلمة المرور
contact-view-as = عرض البوابة كما يراها هذا الشخص
contact-no-login = لا يستطيع هذا الشخص الدخول: يلزم السماح له بالبوابة، وعنوان بريد، وأن يكون هو والعميل نشطين.
contact-set = صلاحيات مثل
contact-set-hint = يحدد ما تحدده المجموعة، ويمكنك بعد ذلك تغيير كل خيار على حدة.
portal-setting = بوابة العملاء
portal-setting-hint = ما تراه جهات الاتصال الجديدة وما تُخطَر به، ورسائل الترحيب، والصلاحيات المسمّاة.
portal-setting-saved = تم الحفظ. يسري ذلك على جهات الاتصال التي تُضاف من الآن.
portal-new-contacts = جهات الاتصال الجديدة
portal-sends-welcome = إرسال رسائل ترحيب
portal-sends-welcome-hint = يمكن لمن يضيف جهة اتصال أن يتركها مرة. ومن دون هذا الخيار لا تُرسل أي رسالة.
permission-sets = صلاحيات مسمّاة
permission-sets-none = لا توجد صلاحيات مسمّاة بعد
permission-sets-none-text = سمِّ مجموعة صلاحيات، مثل «المحاسبة»، وامنحها لجهة اتصال في خطوة واحدة.
permission-set-add = إضافة صلاحيات مسمّاة
permission-set-taken = توجد صلاحيات أخرى بهذا الاسم.
permission-set-counts = يرى { $sees }، ويُخطَر بـ{ $told }
mail-portal-welcome-subject = مرحبًا بك لدى { $organisation }
mail-portal-welcome-body = فتحت { $organisation } بوابة عملائها لك.
mail-portal-welcome-how = ادخل إليها بعنوان بريدك { $email }. وإن لم تكن لديك كلمة مرور بعد فاطلب واحدة في صفحة الدخول.
event-contact-welcomed = رحّب بـ{ $name } في البوابة
event-contact-password-asked = أرسل إلى { $name } رابطًا لتعيين كلمة المرور
event-contact-password-changed = صارت لـ{ $name } كلمة مرور جديدة
event-contact-viewed = عاين البوابة كما يراها { $name }

# Who sees a customer.
customer-seers = من يرى هذا العميل
customer-seers-text = هؤلاء يرون هذا العميل، ولماذا. ولا يراه غيرهم.
customer-seen-manages = يديره
customer-seen-serves = هو مسؤول خدمته
customer-seen-administers = عُيّن له
customer-seen-role = الدور { $role } يرى كل العملاء
customer-seen-admin = المسؤولون يرون كل شيء
customer-seen-only = يطّلع فقط، ولا يستطيع تغييره.
# المواقع.
site-title = المواقع
site-loading = جارٍ تحميل المواقع
site-add = أضف موقعًا
site-edit = تعديل الموقع
site-remove = إزالة الموقع
site-removed = أُزيل { $name }
site-saved = حُفظ الموقع
site-actions = ما يمكن فعله مع { $name }
site-address = العنوان
site-none = لا مواقع بعد
site-none-text = أضف الأماكن التي تعمل فيها لهذا العميل: أين تقع، ومن يُرجع إليه هناك، وكيف يُدخل إليها.
site-more = مزيد من المواقع
site-shown = { $count ->
    [zero] لا مواقع معروضة
    [one] موقع واحد معروض
    [two] موقعان معروضان
    [few] { $count } مواقع معروضة
    [many] { $count } موقعًا معروضًا
   *[other] { $count } موقع معروض
}
site-from-billing = أنشئ أيضًا موقعًا من عنوان الفواتير
site-from-billing-hint = يُسمّى باسم شارعه، وجهة الاتصال الرئيسية هي من يُرجع إليه هناك.
site-needs-address = يُنشأ الموقع من عنوان الفواتير. املأ الشارع أو المدينة.
site-contact-unknown = اختر جهة اتصال لدى هذا العميل.
site-contact-removed = جهة اتصال مُزالة
event-site-created = أضاف الموقع { $name }
event-site-updated = غيّر الموقع { $name }
event-site-deleted = أزال الموقع { $name }
event-site-restored = استعاد الموقع { $name }
field-contact_id = من يُرجع إليه
field-access_notes = ملاحظات الدخول
# Files of customers: what goes in, and what is to go.
customer-deletion = عملاء للحذف
customer-import = استيراد عملاء
customer-delete-by-file = حذف بملف
customer-import-contact = جهة الاتصال
customer-import-contact-name = جهة الاتصال: الاسم الكامل
customer-import-contact-first = جهة الاتصال: الاسم الأول
customer-import-contact-last = جهة الاتصال: اسم العائلة
customer-import-contact-position = جهة الاتصال: المنصب
customer-import-contact-email = جهة الاتصال: البريد الإلكتروني
customer-import-contact-phone = جهة الاتصال: الهاتف
customer-import-contact-mobile = جهة الاتصال: الجوال
customer-import-contact-primary = جهة الاتصال: هل هي الأساسية
customer-known-already = هذا العميل موجود من قبل: { $name }.
customer-near-customer = يشبه العميل { $name } أو جهة اتصال لديه: { $sign }.
customer-near-lead = يشبه العميل المحتمل { $name }: { $sign }.
contact-card = حفظ كبطاقة اتصال (.vcf)
customer-cards = حفظ بطاقات الاتصال (.vcf)
