# كيف تُكتب الأرقام والتواريخ بالعربية (CLDR، بالأرقام اللاتينية).
cldr-decimal = .
cldr-group = ,
cldr-money = {"\u200F"}#{"\u00A0"}¤
cldr-months = يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
cldr-weekdays = الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد
cldr-date = D MMM YYYY
cldr-date-time = D، T

# ما الذي حدث وما العمل.
error-not-found = تعذّر العثور على ذلك. ربما حُذف أو ليس لديك صلاحية الوصول إليه.
error-unauthenticated = انتهت جلستك. سجّل الدخول مجددًا للمتابعة؛ ما كتبته لا يزال هنا.
error-forbidden = دورك لا يسمح بذلك. اطلب من أحد المسؤولين إن كنت تحتاج إليه.
error-forbidden-admin = هذا متاح للمسؤولين فقط.
error-invalid = يُرجى التحقق من الحقول المُشار إليها.
error-too-many = { $seconds ->
    [zero] محاولات كثيرة. أعد المحاولة الآن.
    [one] محاولات كثيرة. انتظر ثانية واحدة ثم أعد المحاولة.
    [two] محاولات كثيرة. انتظر ثانيتين ثم أعد المحاولة.
    [few] محاولات كثيرة. انتظر { $seconds } ثوانٍ ثم أعد المحاولة.
    [many] محاولات كثيرة. انتظر { $seconds } ثانية ثم أعد المحاولة.
   *[other] محاولات كثيرة. انتظر { $seconds } ثانية ثم أعد المحاولة.
}
error-too-large = الحجم كبير جدًا: الحد الأقصى { $megabytes } ميغابايت.
error-unavailable = لا يستطيع الخادم حفظ أي شيء حاليًا. لم يتغير شيء؛ أعد المحاولة بعد قليل.
error-busy = شخص آخر يعدّل الشيء نفسه. لم يتغير شيء؛ أعد المحاولة.
error-duplicate = هذا موجود من قبل.
error-internal = حدث خطأ من جانبنا. لم يتغير شيء. إن تكرر ذلك فأبلغ المسؤول بهذا الرقم: { $id }
error-unreachable = تعذّر الوصول إلى الخادم. تحقق من الاتصال؛ لم يُفقد شيء، أعد المحاولة.
error-required = يُرجى ملء هذا الحقل.
error-too-long = { $limit ->
    [zero] لا يتسع هذا الحقل لأي حرف.
    [one] يتسع هذا الحقل لحرف واحد على الأكثر.
    [two] يتسع هذا الحقل لحرفين على الأكثر.
    [few] يتسع هذا الحقل لـ { $limit } أحرف على الأكثر.
    [many] يتسع هذا الحقل لـ { $limit } حرفًا على الأكثر.
   *[other] يتسع هذا الحقل لـ { $limit } حرف على الأكثر.
}
error-email = هذا ليس عنوان بريد إلكتروني. يجب أن يشبه name@example.com.
error-money = هذا ليس مبلغًا. اكتبه مثل 1234.50.
error-date = هذا ليس تاريخًا. اكتبه بالصيغة YYYY-MM-DD.

age-now = الآن
age-minutes = { $count } د
age-hours = { $count } س
age-days = { $count ->
    [zero] { $count } يوم
    [one] يوم
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
age-months = { $count ->
    [zero] { $count } شهر
    [one] شهر
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
age-years = { $count ->
    [zero] { $count } سنة
    [one] سنة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
