# Impegni: ciò che c'è da fare, su una scheda o per conto proprio.
task-title = Impegni
task-new = Nuovo impegno
task-new-more = Nuovo impegno con tutti i campi
task-add = Aggiungi impegno
task-added = Aggiunto: { $title } · { $when }
task-line-placeholder = Chiamare Ada venerdì 14:30
task-line-hint = La fine della riga può dire quando: oggi, domani, un giorno della settimana, una data, un'ora.
task-line-read = { $kind } · { $when }
task-empty = Nessun impegno
task-tick = Fatto: { $title }
task-ticked = Fatto: { $title }
task-ticked-next = Fatto: { $title } · Prossimo: { $next }
task-finished = { $count ->
    [one] Uno fatto
   *[other] { $count } fatti
}
task-overdue = in ritardo
task-overdue-count = { $count ->
    [one] Un impegno in ritardo
   *[other] { $count } impegni in ritardo
}
task-takes = { $count } min
task-people = Da fare a cura di
task-people-placeholder = Aggiungi una persona
task-people-nothing = Nessuno con questo nome
task-people-remove = Togli { $name }
task-actions = Altro su «{ $title }»
task-edit = Modifica
task-edit-title = Modifica impegno
task-delete = Elimina
task-deleted = Impegno eliminato: { $title }
task-saved = Impegno salvato
task-kind-to-do = Da fare
task-kind-call = Chiamata
task-kind-meeting = Incontro

# I suoi campi.
field-task_title = Che cosa
field-task_kind = Tipo
field-task_day = Giorno
field-task_time = Ora
field-task_minutes = Minuti
field-task_assignees = Chi
field-task_note = Nota
field-task_repeat = Ripetizione

# Quando è.
task-yesterday = Ieri
task-today = Oggi
task-tomorrow = Domani
task-weekday-day = { $weekday } { $day }
task-day-time = { $day }, { $time }
task-without-day = Senza giorno
task-for-day = per il { $day }
task-for-time = per il { $day }, { $time }
task-for-no-day = senza giorno

# Parole di una riga come «chiamare Ada venerdì alle 14:30», in minuscolo.
task-words-today = oggi
task-words-tomorrow = domani
task-words-weekdays = lunedì, lun|martedì|mercoledì, mer|giovedì, gio|venerdì, ven|sabato, sab|domenica, dom
task-words-joints = alle, ore, di, il
task-words-call = chiama, chiamare, telefona, telefonare, richiamare, chiamata
task-words-meeting = incontra, incontrare, incontro, riunione

# Come si ripete.
task-repeat = Ripeti
task-repeat-never = Mai
task-unit-days = A giorni
task-unit-weeks = A settimane
task-unit-months = A mesi
task-unit-years = Ad anni
task-every = Ogni
task-week-on = In questi giorni
task-month-on = In quale giorno
task-ends = Termina
task-ends-never = Mai
task-ends-until = In un giorno
task-ends-after = Dopo alcune volte
task-until = Ultimo giorno
task-times = Volte in tutto
task-from-done = Conta da quando è fatto
task-from-done-hint = Altrimenti dal giorno per cui era previsto.
task-repeat-days = { $count ->
    [one] ogni giorno
   *[other] ogni { $count } giorni
}
task-repeat-weeks = { $count ->
    [one] ogni settimana: { $days }
   *[other] ogni { $count } settimane: { $days }
}
task-repeat-months = { $count ->
    [one] ogni mese, { $on }
   *[other] ogni { $count } mesi, { $on }
}
task-repeat-years = { $count ->
    [one] ogni anno
   *[other] ogni { $count } anni
}
task-on-day = il giorno { $day }
task-on-last = l'ultimo { $weekday } del mese
task-on-last-workday = l'ultimo giorno lavorativo
task-repeat-until = { $rule }, fino al { $day }
task-repeat-times = { $count ->
    [one] { $rule }, una volta in tutto
   *[other] { $rule }, { $count } volte in tutto
}
task-repeat-from-done = { $rule }, contando da quando è fatto
task-weekday-0 = lun
task-weekday-1 = mar
task-weekday-2 = mer
task-weekday-3 = gio
task-weekday-4 = ven
task-weekday-5 = sab
task-weekday-6 = dom
task-weekday-list = { $first }, { $rest }

# Ciò che non può essere.
task-conflict = Nel frattempo questo impegno è stato modificato. Ciò che hai scritto è ancora qui: salva di nuovo per sostituire ciò che c'è ora.
task-next-under-way = Questo impegno si ripete e ce n'è già uno successivo in corso. Prima segna come fatto quello, o eliminalo.
task-nobody = Scegli qualcuno che lavora qui.
task-unseen = { $name } non può vedere questa scheda, quindi l'impegno non servirebbe. Scegli chi la vede, oppure dai prima accesso a { $name }.
task-too-many = Un impegno può essere di { $limit } persone al massimo.
task-time-needs-day = Un'ora ha bisogno di un giorno: sceglilo.
task-time-unfit = Questa non è un'ora. Scrivila come 14:30.
task-minutes-unfit = Scrivi minuti interi, da 1 a 10.080.
task-repeat-needs-day = Ciò che si ripete ha bisogno di un giorno: scegli il primo.
task-repeat-unfit = Controlla l'intervallo, i giorni e il numero di volte.

# Che cosa è successo. Ogni frase segue il nome di chi l'ha fatto.
event-task-created = ha aggiunto l'impegno «{ $title }» { $when }
event-task-updated = ha modificato l'impegno «{ $title }»
event-task-done = ha segnato come fatto l'impegno «{ $title }»
event-task-repeated = ha previsto di nuovo l'impegno «{ $title }» { $when }
event-task-reopened = ha riaperto l'impegno «{ $title }»
event-task-deleted = ha eliminato l'impegno «{ $title }»
event-task-restored = ha ripristinato l'impegno eliminato «{ $title }»

# La mia giornata.
day-title = La mia giornata
day-overdue = In ritardo
day-today = Oggi
day-week = I prossimi sette giorni
day-undated = Senza giorno
day-later = Più avanti
day-done = Fatti oggi
day-empty = Niente da fare
day-empty-text = Scrivi nella riga qui sopra che cosa c'è da fare, o aggiungi impegni a lead e clienti.
day-cut = Ce n'è più di quanto ci stia: si vedono i primi 300 impegni con un giorno e 100 senza.
day-tools = Che cosa si vede
day-kind = Tipo
day-all-kinds = Tutti
day-kind-to-do = Da fare
day-kind-call = Chiamate
day-kind-meeting = Incontri
day-whose = Impegni di chi
day-mine = I miei impegni
day-others-forbidden = Solo chi può vedere tutti i lead o tutti i clienti può guardare gli impegni degli altri.

# Che cosa si dice a chi ne riceve una.
task-given = { $who } ti ha affidato un impegno: { $title }

# Il calendario a cui altri programmi si abbonano.
calendar-title = Calendario
calendar-hint = I tuoi impegni e promemoria nel calendario del telefono o del computer.
calendar-feed = Abbonamento al calendario
calendar-what = Abbonati all’indirizzo qui sotto in Calendario di Apple, Google Calendar, Outlook o un altro programma. Mostra quello che devi fare, da 30 giorni fa a un anno avanti, con i permessi che hai in quel momento. Chi ha l’indirizzo può leggerlo: trattalo come una password.
calendar-none = Non hai ancora un indirizzo.
calendar-made = Il tuo indirizzo è stato creato il { $at }.
calendar-used = Un calendario l’ha chiesto l’ultima volta il { $at }.
calendar-unused = Nessun calendario l’ha ancora chiesto.
calendar-make = Crea un indirizzo
calendar-replace = Sostituisci l’indirizzo
calendar-end = Disattiva l’indirizzo
calendar-ended = L’indirizzo è disattivato. I calendari che lo hanno non ricevono più nulla.
calendar-once = Copia l’indirizzo adesso. Non verrà mostrato di nuovo; quello di prima non vale più.
calendar-copy = Copia
calendar-copied = L’indirizzo è negli appunti.
calendar-name = Impegni · { $organisation }
calendar-own-only = Puoi farlo solo tu, dal browser.
