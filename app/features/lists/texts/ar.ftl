# Lists of records of any kind.
filter-clear = إزالة التصفية
filter-unread = تعذّرت قراءة عامل التصفية هذا
list-order-unread = تعذّرت قراءة ترتيب القائمة
list-usual-order = الترتيب المعتاد
list-columns = الأعمدة والمجموعات
list-columns-text = اختر ما تعرضه القائمة وبأي ترتيب.
list-columns-usual = كالمعتاد
list-group-by = تجميع الصفوف حسب
list-group-none = بلا مجموعات
list-group-alone = هذه فقط
list-column-up = تقديم { $name }
list-column-down = تأخير { $name }
list-more = عرض المزيد
list-of-record = { $field }: { $name }
list-sort-place = ترتيب { $place } من { $count }
list-limit-unfit = اطلب من 1 إلى 200 في كل مرة.
list-close = إغلاق
list-done = تم
list-index-all = الكل

# What is done to many.
bulk-field-of = تغيير: { $field }
bulk-delete = حذف
bulk-other = تغيير حقل آخر
bulk-add-tags = إضافة وسوم
bulk-remove-tags = إزالة وسوم
bulk-more = المزيد
bulk-go = تغيير
bulk-delete-text = تذهب إلى السلة ويمكن استرجاعها خلال ثلاثين يومًا.
bulk-tags-hint = افصل بين الوسوم بفواصل.
bulk-which-field = الحقل
bulk-empty-hint = إن تركته فارغًا أُفرغ الحقل.
list-look = تخطيط القائمة
list-look-rows = صفوف
list-look-cards = بطاقات
