# ما تبيعه المؤسسة.
product-title = المنتجات
product-hint = المنتجات والخدمات بأسعارها، للحسابات والمستندات.
product-loading = جارٍ تحميل المنتجات
product-search = البحث في المنتجات
product-all = مع ما لم يعد معروضًا
product-add = إضافة منتج
product-edit = تعديل المنتج
product-save = حفظ
product-saved = حُفظ المنتج
product-close = إغلاق
product-more = عرض مزيد من المنتجات
product-shown = { $count ->
    [zero] لا منتجات معروضة
    [one] منتج واحد معروض
    [two] منتجان معروضان
    [few] { $count } منتجات معروضة
    [many] { $count } منتجًا معروضًا
   *[other] { $count } منتج معروض
}
product-none = لا منتجات بعد
product-none-text = أضف ما تبيعه كي يُقيَّد على الحسابات.
product-none-found = لا نتائج لـ «{ $words }»
product-trail = موقعك
product-actions = إجراءات أخرى
product-activate = إعادة العرض
product-deactivate = إيقاف العرض
product-delete = حذف المنتج
product-deleted = حُذف { $name }
product-bin = المنتجات المحذوفة
product-inactive = غير معروض
product-offered = معروض للبيع
product-offered-hint = ما لم يعد معروضًا يبقى حيث اختير.
product-code-hint = يميّزه عن غيره، ويمكن تركه فارغًا.
product-code-taken = لمنتج آخر هذا الرمز.
product-unit-hint = ساعة، قطعة، شهر …
product-price-unfit = السعر صفر أو أكثر.
product-price-each = { $price } / { $unit }
product-charge-once = مرة واحدة
product-charge-day = كل يوم
product-charge-week = كل أسبوع
product-charge-month = كل شهر
product-charge-quarter = كل ثلاثة أشهر
product-charge-year = كل سنة

# ما حدث. تأتي كل جملة بعد اسم من فعل ذلك.
event-product-created = أضاف المنتج { $name }
event-product-updated = عدّل المنتج
event-product-deleted = حذف المنتج { $name }
event-product-restored = استعاد المنتج المحذوف { $name }

# أسماء الحقول.
field-code = الرمز
field-unit = الوحدة
field-price = السعر
field-charge = يُقيَّد
