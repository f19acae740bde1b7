# Lavori lunghi su molti record.
run-ids-many = Si possono indicare uno per uno al massimo { $most } record.
run-action-unfit = Questo non si può fare su molti record insieme.
run-nothing-chosen = Non resta alcun record a cui si applicherebbe. Scegli di nuovo.
run-conflict = Questo lavoro è già cominciato oppure è stato abbandonato.
run-nothing-done = Questo lavoro non ha cambiato nulla che si possa annullare.
run-problem-staff = Chi ha avviato il lavoro non ha più un account qui, perciò è stato interrotto.
run-part = Un altro campo
run-part-stayed = { $field } è stato modificato in seguito e resta com’è.
run-column-number = Numero
run-column-name = Nome
run-column-reason = Perché è rimasto
run-file = rimasti
