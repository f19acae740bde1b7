# What fields of records say, whatever the kind of record.
fields-unknown = لا يوجد حقل بهذا الاسم.
fields-unfit = هذه القيمة لا تناسب الحقل.
fields-changed-meanwhile = غيّر شخص آخر { $name } في هذه الأثناء.

# A filter, an order or a place in a list that came from outside; { $piece } is what is wrong in it.
fields-filter-unknown = لا يوجد حقل يمكن التصفية به هكذا: { $piece }.
fields-filter-unread = تعذّرت قراءة هذا الجزء من عامل التصفية: { $piece }.
fields-filter-unfit = لا يمكن تطبيق هذا الشرط على الحقل: { $piece }.
fields-filter-long = عامل التصفية طويل جدًا.
fields-filter-many = لا يتجاوز عامل التصفية 30 شرطًا.
fields-filter-deep = يمكن أن تتداخل مجموعات الشروط حتى ثلاثة مستويات.
fields-sort-unknown = لا يمكن ترتيب القائمة حسب { $piece }.
fields-sort-many = عدد الحقول التي يمكن الترتيب حسبها لا يتجاوز { $most }.
fields-cursor-unfit = هذا الموضع من قائمة بترتيب آخر. ابدأ من الأعلى من جديد.
fields-limit-unfit = اطلب صفًا واحدًا على الأقل.
