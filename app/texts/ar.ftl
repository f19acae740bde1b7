# إلى أين يمكن الذهاب.
shell-board = اللوحة
shell-board-of = اللوحة: { $name }
shell-leads = العملاء المحتملون
shell-my-day = يومي
shell-customers = العملاء
shell-imports = الاستيراد
shell-settings = الإعدادات
shell-my-page = حسابي
shell-navigation = التنقل الرئيسي
shell-skip = روابط التخطي
shell-skip-to-main = تخطَّ إلى الصفحة
shell-skip-to-navigation = تخطَّ إلى التنقل
shell-fold = تضييق الشريط الجانبي
shell-unfold = توسيع الشريط الجانبي
shell-demo = شركة تجريبية. جرِّب ما تشاء.

# ما يمكن إنشاؤه.
shell-create = جديد
shell-new-lead = عميل محتمل جديد
shell-new-customer = عميل جديد
shell-new-import = استيراد عملاء محتملين

# الشريط العلوي.
shell-search = ابحث أو انتقل إلى
shell-search-hint = اسم أو شركة أو بريد إلكتروني أو هاتف أو صفحة
shell-search-nothing = لا نتائج. حروف أقل تعثر على أكثر.
shell-offline = غير متصل
shell-offline-explained = لا يوجد اتصال بالخادم. قد لا يكون ما تراه محدَّثًا، ولا يمكن حفظ التغييرات حتى يعود الاتصال. نواصل المحاولة.
shell-theme = الألوان
shell-theme-auto = ألوان النظام
shell-theme-light = ألوان فاتحة
shell-theme-dark = ألوان داكنة
shell-language = اللغة
shell-sign-out = تسجيل الخروج

# الجرس.
shell-bell = الإشعارات
shell-bell-busy = هناك عمل جارٍ.
shell-bell-unread = { $count ->
    [zero] الإشعارات
    [one] الإشعارات، إشعار واحد غير مقروء
    [two] الإشعارات، إشعاران غير مقروءين
    [few] الإشعارات، { $count } إشعارات غير مقروءة
    [many] الإشعارات، { $count } إشعارًا غير مقروء
   *[other] الإشعارات، { $count } إشعار غير مقروء
}
shell-bell-empty = لا جديد
shell-bell-empty-text = تظهر هنا التذكيرات وما يُسنده إليك زملاؤك.
shell-bell-read-all = تعليم الكل كمقروء
shell-bell-new = جديد

# لوحة الأوامر وورقة المساعدة.
shell-palette-page = في هذه الصفحة
shell-palette-do = إجراءات
shell-keys = اختصارات لوحة المفاتيح
shell-keys-anywhere = في أي مكان
shell-keys-go = الانتقال إلى
shell-keys-make = إنشاء

# الرسائل.
shell-notices = الرسائل
shell-dismiss = إخفاء الرسالة
shell-close = إغلاق
shell-page-failed = لم تبدأ هذه الصفحة بالكامل. يمكن قراءة ما تراه، لكن لا يمكن تغييره.
shell-page-reload = إعادة تحميل الصفحة
shell-not-found-title = لا شيء هنا
shell-not-found-text = قد يكون العنوان خاطئًا، أو أن ما كان هنا قد حُذف أو نُقل.
shell-not-found-home = إلى البداية

# انتهت الجلسة.
shell-session-ended = انتهت جلستك
shell-session-ended-text = سجِّل الدخول مجددًا للمتابعة. تبقى الصفحة كما هي، ويبقى ما كتبته.
shell-session-other-person = أنا شخص آخر
shell-session-renewed = سُجِّل دخولك من جديد. يُرجى إعادة الخطوة الأخيرة.
shell-email = البريد الإلكتروني
shell-password = كلمة المرور
shell-sign-in = تسجيل الدخول
shell-viewing-portal = أنت تعاين البوابة كما يراها { $name }. لا يمكن تغيير شيء هنا.
shell-viewing-role = أنت تعاين Foyer بدور { $name }. لا يمكن تغيير شيء هنا.
shell-viewing-end = العودة إلى عرضك
