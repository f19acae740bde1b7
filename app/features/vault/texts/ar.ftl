# الخزنة
vault-title = الخزنة
vault-hint = رموز وبيانات دخول محفوظة مشفّرة. يُدوَّن كل اطّلاع في السجل.
vault-empty = لا شيء لك في الخزنة
vault-empty-text = لا تُعرض المدخلات غير المخصصة لدورك.
vault-add = إضافة مُدخل
vault-look = إظهار «{ $name }»
vault-hide = إخفاء «{ $name }»
vault-soon = { $count ->
    [zero] يختفي من تلقاء نفسه الآن.
    [one] يختفي من تلقاء نفسه خلال ثانية واحدة.
    [two] يختفي من تلقاء نفسه خلال ثانيتين.
    [few] يختفي من تلقاء نفسه خلال { $count } ثوانٍ.
    [many] يختفي من تلقاء نفسه خلال { $count } ثانية.
   *[other] يختفي من تلقاء نفسه خلال { $count } ثانية.
}
vault-copy-user = نسخ اسم المستخدم
vault-copy-secret = نسخ السر
vault-copied = تم النسخ
vault-for = لـ { $roles }
vault-for-nobody = للمديرين فقط
vault-made-by = { $who }، { $at }
vault-made = أُنشئ في { $at }
vault-actions = المزيد لـ «{ $name }»
vault-edit = تعديل
vault-delete = حذف
vault-deleted = حُذف «{ $name }».
vault-saved = حُفظ في الخزنة
vault-new-title = مُدخل جديد في الخزنة
vault-edit-title = تعديل مُدخل الخزنة
vault-secret-stays = اتركه فارغًا ليبقى السر كما هو.
vault-roles-hint = يمكن للمديرين الاطّلاع دائمًا.
vault-roles-none = اختر دورًا واحدًا على الأقل.
vault-roles-gone = حُذف أحد هذه الأدوار في هذه الأثناء. أغلق النافذة واختر من جديد.
vault-conflict = غيّر شخص آخر هذا المُدخل في هذه الأثناء. احفظ مرة أخرى لتضع ما لديك مكانه.
vault-another = غيره

# حقولها
field-vault_name = الغرض
field-vault_user_name = اسم المستخدم
field-vault_secret = السر
field-vault_address = العنوان
field-vault_note = ملاحظة
field-vault_roles = من يمكنه الاطّلاع

# في السجل
event-vault-added = وضع «{ $name }» في الخزنة
event-vault-changed = عدّل «{ $name }» في الخزنة
event-vault-deleted = حذف «{ $name }» من الخزنة
event-vault-restored = أعاد «{ $name }» إلى الخزنة
event-vault-looked = اطّلع على «{ $name }» في الخزنة
event-vault-rotated = غيّر مفتاح الخزنة
