# الحسابات الشخصية للعملاء.
account-title = الحسابات الشخصية
account-trail = موقعك
account-loading = جارٍ تحميل الحسابات
account-open = فتح حساب
account-edit = تعديل الحساب
account-save = حفظ
account-saved = حُفظ الحساب
account-close-dialog = إغلاق
account-actions = إجراءات
account-none = لا حسابات بعد
account-none-text = افتح حسابًا لتقييد الخدمات على هذا العميل وتسجيل مدفوعاته.
account-more = عرض مزيد من الحسابات
account-shown = { $count ->
    [zero] لا حسابات معروضة
    [one] حساب واحد معروض
    [two] حسابان معروضان
    [few] { $count } حسابات معروضة
    [many] { $count } حسابًا معروضًا
   *[other] { $count } حساب معروض
}
account-number-hint = اتركه فارغًا للرقم التالي.
account-number-taken = لحساب آخر هذا الرقم.
account-name-hint = الغرض منه، بكلماتك.
account-currency-own = عملة العميل
account-currency-fixed = تبقى العملة متى صارت للحساب خدمات أو قيود.
account-currency-other = هذا المبلغ ليس بعملة الحساب.
account-customer-stays = يبقى الحساب لعميله.
account-customer-deleted = عميله في سلة المحذوفات. استعد العميل أولًا.
account-status-open = مفتوح
account-status-suspended = موقوف
account-status-closed = مغلق
account-reopen = إعادة الفتح
account-suspend = إيقاف
account-close = إغلاق الحساب
account-delete = حذف الحساب
account-deleted = حُذف الحساب { $number }
account-is-closed = هذا الحساب مغلق. أعد فتحه لتقييد شيء عليه.
account-is-suspended = هذا الحساب موقوف. أعد فتحه لتقييد المستحق.
account-is-deleted = هذا الحساب في سلة المحذوفات.
account-not-settled = يُغلق الحساب حين يكون رصيده صفرًا.
account-has-entries = الحساب الذي فيه قيود يبقى، ويمكن إغلاقه.
account-balance = الرصيد
account-owed = { $amount } مستحق
account-credit = { $amount } دائن
account-settled = مسدَّد

# ما يُقيَّد عليه.
account-services = الخدمات
account-services-none = لا شيء يُقيَّد تلقائيًا
account-services-none-text = أضف ما يدفعه هذا العميل مرة أو بانتظام.
account-services-many = يقبل الحساب { $limit } خدمة على الأكثر.
account-service-what = البيان
account-service-add = إضافة خدمة
account-service-edit = تعديل { $name }
account-service-delete = إزالة { $name }
account-service-saved = حُفظت الخدمة
account-service-product = المنتج
account-service-free = لا شيء، أو اختر من القائمة
account-service-quantity = الكمية
account-service-price = { $quantity } × { $price }
account-service-from = من
account-service-from-hint = تبدأ الفترة الأولى في هذا اليوم وتُقيَّد فيه.
account-service-to = حتى ما قبل
account-service-to-hint = أول يوم بدونها؛ فارغ إن كانت مستمرة.
account-service-charged = قُيّد شيء بالفعل، فتبقى البداية والوتيرة. أنهها وأضف غيرها.
account-service-stays = قُيّد شيء بالفعل. أنهها بيومها الأخير.
account-service-changed-meanwhile = غيّر شخص آخر هذه الخدمة في هذه الأثناء.
account-product-nothing = لا منتج كهذا
account-product-unknown = اختر منتجًا من القائمة.
account-quantity-unfit = اكتب عددًا أكبر من الصفر، مثل 1 أو 2.5.
account-day-unfit = اختر يومًا بين عامي 2000 و2199.
account-end-unfit = تنتهي بعد أن تبدأ.
account-charge-due = تقييد المستحق
account-charged-count = { $count ->
    [zero] لا شيء مستحق
    [one] قُيّد استحقاق واحد
    [two] قُيّد استحقاقان
    [few] قُيّدت { $count } استحقاقات
    [many] قُيّد { $count } استحقاقًا
   *[other] قُيّد { $count } استحقاق
}

# دفتر القيود.
account-ledger = دفتر القيود
account-from = من يوم
account-to = إلى يوم
account-opening = الرصيد قبلها
account-closing = الرصيد بعدها
account-entry-what = القيد
account-entry-day = اليوم
account-entries-none = لا قيود
account-entries-more = عرض مزيد من القيود
account-entries-shown = { $count ->
    [zero] لا قيود معروضة
    [one] قيد واحد معروض
    [two] قيدان معروضان
    [few] { $count } قيود معروضة
    [many] { $count } قيدًا معروضًا
   *[other] { $count } قيد معروض
}
account-amount = المبلغ
account-amount-unfit = اكتب مبلغًا غير صفر ومعقولًا، مثل 120.50.
account-correction-hint = أقل من الصفر إن كان على العميل أقل.
account-reason = البيان
account-house = Foyer
account-period = من { $day }
account-post = تقييد
account-posted = تم التقييد
account-post-charge = استحقاق
account-post-payment = دفعة
account-post-correction = تصحيح
account-posting-charge = استحقاق
account-posting-payment = دفعة
account-posting-correction = تصحيح
account-posting-reversal = عكس قيد
account-reverse = عكس القيد
account-reverse-this = عكس: { $reason }
account-reverse-text = يُلغى { $amount } لقاء «{ $reason }» بقيد آخر. ويبقى كلاهما في الدفتر.
account-reversed = تم عكس القيد
account-reversed-mark = معكوس
account-reversed-already = سبق عكس هذا القيد.
account-reversal-stays = لا يُعكس قيد العكس؛ قيّده من جديد.

# ما حدث. تأتي كل جملة بعد اسم من فعل ذلك.
event-account-created = فتح الحساب { $number }
event-account-updated = عدّل الحساب { $number }
event-account-deleted = حذف الحساب { $number }
event-account-restored = استعاد الحساب المحذوف { $number }
event-account-charged = قيّد { $amount } على الحساب { $number }: { $reason }
event-account-paid = سجّل دفعة { $amount } في الحساب { $number }: { $reason }
event-account-corrected = صحّح الحساب { $number } بمقدار { $amount }: { $reason }
event-account-reversed = عكس في الحساب { $number }: { $what }، { $amount }، { $reason }
event-account-service-added = أضاف إلى الحساب { $number }: { $name }، { $amount }، { $charge }
event-account-service-changed = عدّل في الحساب { $number }: { $name }، { $amount }، { $charge }
event-account-service-removed = أزال من الحساب { $number }: { $name }، { $amount }، { $charge }

# أسماء الحقول.
field-account_number = الرقم
field-status = الحالة
field-customer_id = العميل
