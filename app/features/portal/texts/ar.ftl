# The portal of customers.
portal-home = نظرة عامة
portal-me = الدخول والأمان
portal-loading = جارٍ تحميل البوابة
portal-welcome = مرحبًا، { $name }
portal-accounts = الحسابات
portal-accounts-none = لا يوجد حساب بعد.
portal-settled = مسدَّد
portal-owed = مستحق { $amount }
portal-credit = { $amount } لصالحك
portal-company = شركتك
portal-company-wrong = هناك خطأ؟ أخبر من يتابع حسابكم.
portal-manager = يتابع حسابكم
portal-consent = التسويق
portal-consent-label = أوافق على تلقي الأخبار والعروض
portal-consent-hint = يمكنك تغيير ذلك في أي وقت.
portal-consent-saved = تم الحفظ
portal-sites-none = لا يوجد موقع بعد.
