# أعمال طويلة على سجلات كثيرة.
run-ids-many = يمكن تحديد { $most } سجل على الأكثر واحدًا واحدًا.
run-action-unfit = لا يمكن فعل هذا بسجلات كثيرة دفعة واحدة.
run-nothing-chosen = لم يبق سجل يشمله هذا العمل. اختر من جديد.
run-conflict = بدأ هذا العمل بالفعل أو تم التخلي عنه.
run-nothing-done = لم يغيّر هذا العمل شيئًا يمكن التراجع عنه.
run-problem-staff = لم يعد لمن بدأ هذا العمل حساب هنا، ولذلك أُوقف.
run-part = حقل آخر
run-part-stayed = تغيّر { $field } لاحقًا ويبقى كما هو.
run-column-number = الرقم
run-column-name = الاسم
run-column-reason = سبب بقائه
run-file = المتبقي
