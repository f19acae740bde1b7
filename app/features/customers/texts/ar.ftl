# العملاء.
customer-title = العملاء
customer-new = عميل جديد
customer-loading = جارٍ تحميل العملاء
customer-search = البحث عن عملاء
customer-search-hint = الاسم أو جهة الاتصال أو البريد أو الهاتف
customer-none = لا عملاء بعد
customer-none-text = حوّل عميلًا محتملًا أو أضف عميلك الأول هنا.
customer-none-found = لا نتائج لـ «{ $words }»
customer-more = عرض مزيد من العملاء
customer-shown = { $count ->
    [zero] لا عملاء معروضين
    [one] عميل واحد معروض
    [two] عميلان معروضان
    [few] { $count } عملاء معروضين
    [many] { $count } عميلًا معروضًا
   *[other] { $count } عميل معروض
}
customer-trail = أين أنت
customer-actions = إجراءات أخرى
customer-profile = الملف
customer-address = العنوان
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
customer-contact = جهة الاتصال الرئيسية
customer-contacts = جهات الاتصال
customer-contacts-none = لم يُدخَل أحد هنا بعد.
customer-contact-add = إضافة جهة اتصال
customer-contact-added = أُضيفت جهة الاتصال
customer-contact-primary = جهة الاتصال الرئيسية
customer-contact-hint = اتركها فارغة إن لم تعرف أحدًا هناك بعد.
customer-first-name = الاسم الأول
customer-last-name = اسم العائلة
customer-country-code = البلد (رمزه، مثل IT)
customer-no-manager = لا أحد
customer-language-own = لغة المؤسسة
customer-conflict = عدّل شخص آخر هذا العميل في هذه الأثناء.
customer-cursor-unfit = هذا الموضع في القائمة يعود إلى ترتيب آخر. ابدأ من البداية.
customer-conflict-text = تختلف هذه الحقول: أولًا المحفوظ الآن ثم ما كتبته.
customer-conflict-take = إبقاء المحفوظ
customer-conflict-keep = حفظ ما كتبته
customer-country-invalid = اكتب البلد برمزه المكوّن من حرفين، مثل IT.
customer-website-invalid = هذا ليس عنوان موقع. ينبغي أن يشبه example.com.
customer-manager-unknown = اختر شخصًا يعمل هنا.

event-customer-created = أنشأ العميل { $name }
event-customer-updated = عدّل الملف
event-customer-deleted = حذف العميل { $name }
event-customer-restored = استعاد العميل المحذوف { $name }
event-contact-created = أضاف جهة الاتصال { $name }
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
field-manager = المسؤول
field-currency = العملة
field-language = اللغة
field-is_active = نشط
field-position = الوظيفة
