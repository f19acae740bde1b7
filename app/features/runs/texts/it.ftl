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

# Righe selezionate e che cosa se ne fa.
run-mark = Seleziona { $name }
run-keys = Righe
run-key-mark = Seleziona la riga o no; con Maiusc tutte dall’ultima
run-mark-all = Seleziona tutte le righe caricate
run-marked = { $count ->
    [one] 1 selezionato
   *[other] { $count } selezionati
}
run-marked-all-but = { $count ->
    [0] Selezionati tutti quelli che corrispondono
    [one] Selezionati tutti tranne 1
   *[other] Selezionati tutti tranne { $count }
}
run-marks-full = { $most ->
    [one] Se ne può selezionare solo 1 alla volta. Seleziona invece tutti quelli che corrispondono.
   *[other] Non se ne possono selezionare più di { $most } uno per uno. Seleziona invece tutti quelli che corrispondono.
}
run-mark-matching = { $count ->
    [one] Seleziona l’unico che corrisponde
   *[other] Seleziona tutti i { $count } che corrispondono
}
run-mark-every = Seleziona tutti quelli che corrispondono
run-mark-none = Deseleziona
run-bar = Che cosa si può fare con le righe selezionate
run-close = Chiudi
run-not = Annulla
run-counting = Conteggio in corso …
run-fill-in = Indica prima che cosa va cambiato.
run-concerns = { $count ->
    [0] Non riguarda alcun record.
    [one] Riguarda 1 record.
   *[other] Riguarda { $count } record.
}
run-foreseen-refused = { $count ->
    [one] 1 dei primi { $looked } resterà com’è:
   *[other] { $count } dei primi { $looked } resteranno come sono:
}
run-foreseen-same = { $count ->
    [one] 1 dei primi { $looked } è già così.
   *[other] { $count } dei primi { $looked } sono già così.
}
run-foreseen-reason = { $count } × { $reason }

# Lavori in corso.
run-title = Lavori lunghi
run-lead = Ciò che hai fatto su molti record insieme: a che punto è, che cosa è rimasto e perché. Per trenta giorni si può annullare.
run-where = Dove ti trovi
run-none-title = Ancora nessun lavoro lungo
run-none-text = Seleziona le righe di un elenco e agisci su tutte.
run-show = Mostra
run-stop = Ferma
run-more = Mostra altri
run-shown = { $count ->
    [one] 1 mostrato
   *[other] { $count } mostrati
}
run-waits = { $count ->
    [one] Attende la fine di un altro lavoro
   *[other] Attende la fine di altri { $count } lavori
}
run-reached = { $done } di { $total }
run-ended-done = { $count ->
    [0] Non è stato modificato nulla.
    [one] È stato modificato 1 record.
   *[other] Sono stati modificati { $count } record.
}
run-ended-delete = { $count ->
    [0] Niente è finito nel cestino.
    [one] 1 record è nel cestino.
   *[other] { $count } record sono nel cestino.
}
run-ended-restore = { $count ->
    [0] Niente è uscito dal cestino.
    [one] 1 record è uscito dal cestino.
   *[other] { $count } record sono usciti dal cestino.
}
run-ended-take-back = { $count ->
    [0] Non è stato annullato niente.
    [one] 1 record è com’era prima.
   *[other] { $count } record sono com’erano prima.
}
run-ended-left = { $count ->
    [one] 1 è rimasto com’era.
   *[other] { $count } sono rimasti com’erano.
}
run-failed = Il lavoro non è potuto proseguire.
run-stopped = Fermato.
run-undo = Annulla
run-undone-by = È stato annullato
run-what = Che cosa
run-state = Stato
run-done = Modificati
run-left = Rimasti
run-same = Già come richiesto
run-gone = Non più interessati
run-refused = Rifiutati
run-who = Chi
run-when = Quando
run-how-far = A che punto è
run-left-title = Che cosa è rimasto e perché
run-download = Scarica
run-state-draft = Non iniziato
run-state-queued = In attesa
run-state-running = In corso
run-state-done = Finito
run-state-cancelled = Fermato
run-state-failed = Non riuscito
run-emptied = vuoto
run-what-set = Campi modificati
run-what-add-tags = Etichette aggiunte: { $tags }
run-what-remove-tags = Etichette tolte: { $tags }
run-what-delete = Eliminati
run-what-restore = Tolti dal cestino
run-what-take-back = Annullato
run-what-take-back-of = Annullato: { $what }

# Che cosa si dice alla fine a chi l’ha avviato.
run-ended = Il lavoro lungo che hai avviato è finito. Fatti: { $done } su { $total }.
run-ended-failed = Il lavoro lungo che hai avviato non è potuto andare avanti.
