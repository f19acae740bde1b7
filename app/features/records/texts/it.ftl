# Parole usate da tutto ciò che è legato a una scheda.
record-yes = sì
record-no = no
record-undo = Annulla
record-save = Salva
record-cancel = Annulla
record-loading = Caricamento
record-failed = Non è stato possibile caricare questa parte.
record-leave-title = Uscire senza salvare?
record-leave-text = Ciò che hai scritto non è ancora salvato e andrebbe perso.
record-leave-stay = Resta qui
record-leave-leave = Esci
record-value = { $value }
record-nothing = vuoto

timeline-title = Cronologia
timeline-house = Foyer
timeline-empty = Qui non è ancora successo nulla
timeline-empty-text = Note, file, promemoria e ogni modifica compariranno qui.
timeline-empty-filter = Nulla di questo tipo
timeline-filter = Mostra
timeline-filter-all = Tutto
timeline-filter-notes = Note
timeline-filter-changes = Modifiche
timeline-filter-files = File
timeline-filter-reminders = Promemoria
timeline-filter-tasks = Impegni
timeline-more = Mostra le voci precedenti
timeline-shown = { $count ->
    [one] Una voce
    [many] { $count } di voci
   *[other] { $count } voci
}
timeline-today = Oggi
timeline-yesterday = Ieri
timeline-changed-to = diventa
timeline-seam-lead = Da qui in giù: come lead
timeline-seam-customer = Da qui in giù: come cliente
timeline-seam-other = Da qui in giù: in precedenza

event-other = ha fatto una modifica
event-note-created = ha scritto una nota
event-note-updated = ha modificato una nota
event-note-deleted = ha eliminato una nota
event-note-restored = ha ripristinato una nota eliminata
event-file-created = ha aggiunto il file { $name }
event-file-deleted = ha eliminato il file { $name }
event-file-restored = ha ripristinato il file { $name }
event-picture-changed = ha cambiato l’immagine di { $name }
event-picture-removed = ha rimosso l’immagine di { $name }
event-reminder-created = ha impostato un promemoria per il { $due_at }: { $text }
event-reminder-done = ha completato il promemoria «{ $text }»
event-reminder-reopened = ha riaperto il promemoria «{ $text }»
event-reminder-deleted = ha eliminato il promemoria «{ $text }»
event-tag-added = ha aggiunto l’etichetta { $tag }
event-tag-removed = ha tolto l’etichetta { $tag }
field-note = Nota
field-contacted_at = Contatto avvenuto

note-new = Nuova nota
note-placeholder = Che cosa è successo, che cosa si è detto, qual è il prossimo passo?
note-hint = Ctrl+Invio salva la nota.
note-add = Aggiungi nota
note-edit = Modifica la nota
note-delete = Elimina la nota
note-edited = modificata
note-show-all = Mostra tutto
note-show-less = Mostra meno
note-contact = Ho preso contatto
note-contacted-at = Quando
note-contacted = Contatto avvenuto il { $at }
note-added = Nota aggiunta
note-deleted = Nota eliminata
note-empty = Scrivi prima qualcosa.
note-too-long = Una nota contiene al massimo { $limit } caratteri; questa ne ha { $length }. Nulla è perso: accorciala o aggiungila come file.
note-contacted-ahead = Questo momento è nel futuro.
note-not-yours = Solo l’autore o un amministratore può modificare una nota.
note-conflict = Nel frattempo questa nota è stata modificata. Qui sotto vedi entrambe le versioni.
note-conflict-theirs = Com’è adesso
note-conflict-keep = Salva la mia
note-conflict-take = Lascia com’è adesso

file-title = File
file-drop = Trascina qui i file o sceglili
file-hint = PDF, immagini, documenti Office, testo, audio, video o ZIP, fino a { $megabytes } MB ciascuno
file-empty-list = Ancora nessun file
file-download = Scarica { $name }
file-show = Mostra { $name }
file-show-failed = L’immagine non può essere mostrata. Scarica il file.
file-save = Scarica
file-close = Chiudi
file-delete = Elimina { $name }
file-deleted = { $name } eliminato
file-added = { $name } aggiunto
file-cancel = Interrompi { $name }
file-dismiss = Nascondi { $name }
file-kilobytes = { $size } kB
file-megabytes = { $size } MB
file-kind-refused = I file come { $name } non sono accettati. Convertilo in PDF o mettilo in un archivio ZIP.
file-content-refused = Il contenuto di { $name } non corrisponde al nome, perciò non è stato salvato.
file-empty = { $name } è vuoto.
file-quota = Il tuo spazio è esaurito, perciò { $name } non è stato salvato. Elimina i file che non servono più.
file-broken-off = La connessione si è interrotta prima che { $name } fosse completo. Nulla è stato salvato; riprova.

reminder-title = Promemoria
reminder-new = Nuovo promemoria
reminder-text = Ricordare di
reminder-due = Quando
reminder-who = A chi
reminder-add = Imposta promemoria
reminder-empty = Nessun promemoria
reminder-done = Fatto: { $text }
reminder-delete = Elimina promemoria: { $text }
reminder-deleted = Promemoria eliminato
reminder-finished = { $count ->
    [one] Uno completato
    [many] { $count } di completati
   *[other] { $count } completati
}
reminder-overdue = scaduto
reminder-for = per { $name }
reminder-due-invalid = Scegli un giorno e un’ora.
reminder-due-behind = Questo momento è già passato.
reminder-nobody = Scegli qualcuno che lavora qui.
reminder-unseen = { $name } non può vedere questa scheda, quindi il promemoria non servirebbe. Scegli chi la vede, oppure dai prima l'accesso a { $name }.
reminder-notification = Promemoria: { $text }
reminder-mail-subject = Promemoria: { $text }
reminder-mail-text = Volevi che te lo ricordassimo: { $text }
reminder-mail-about = Riguarda { $title } e scadeva il { $due }.

tag-title = Etichette
tag-placeholder = Aggiungi un’etichetta
tag-nothing = Nessuna etichetta con questo nome
tag-remove = Togli l’etichetta { $name }
tag-create = Nuova etichetta «{ $name }»
tag-none = Nessuna etichetta
tag-too-many = Una scheda può avere al massimo { $limit } etichette.

# Chi altro è qui in questo momento.
presence-title = Anche qui
presence-looks = { $name } sta guardando
presence-types = { $name } sta scrivendo
presence-moves = { $name } sta spostando la scheda
presence-more = { $count ->
    [one] e un’altra persona
   *[other] e altre { $count } persone
}

# Taking a change back from the history.
event-undone = ha annullato: { $what }
event-by-import = { $what } (importazione { $import })
undo-label = Annulla: { $what }
undo-done = Annullato.
undo-undone-mark = annullato
undo-title = Annullare questa modifica?
undo-later-text = Una parte è stata modificata di nuovo in seguito. Rimane com’è, a meno che tu non scelga diversamente.
undo-field-back = { $field }: torna a { $then }
undo-field-already = { $field }: è già di nuovo { $then }
undo-field-over = { $field }: torna comunque a { $then }
undo-field-later = { $who } l’ha cambiato in { $now } il { $at }.
undo-field-changed = È stato modificato in seguito.
undo-somebody = Qualcuno
undo-nothing-chosen = Scegli almeno un campo da ripristinare.
undo-run = Annulla la modifica
undo-too-late = Le modifiche si possono annullare per 30 giorni. Questa è più vecchia.
undo-undone = Questa modifica è già stata annullata.
undo-unfit = Questa modifica non si può annullare dalla cronologia.
undo-nothing-left = Di questa modifica non resta nulla da annullare: tutto è stato cambiato in seguito.
undo-changed-later = È stato modificato di nuovo in seguito e resta com’è.
undo-changed-since = Nel frattempo qualcosa è stato modificato, perciò resta.

# The bin.
bin-search = Cerca nel cestino
bin-empty = Il cestino è vuoto
bin-empty-text = Ciò che viene eliminato resta qui e si può recuperare.
bin-nothing-found = Nel cestino non c’è niente con questo nome
bin-choose = Scegli { $name }
bin-restore = Recupera
bin-restore-chosen = { $count ->
    [one] Recuperane { $count }
   *[other] Recuperane { $count }
}
bin-restored = { $count ->
    [one] { $count } elemento recuperato.
   *[other] { $count } elementi recuperati.
}
bin-shown = { $count ->
    [one] { $count } elemento mostrato
   *[other] { $count } elementi mostrati
}
bin-more = Mostra altri
bin-ids-unfit = Scegli da 1 a 200 elementi.

# Immagini dei record: un logo, una foto.
picture-add = Aggiungi immagine
picture-change = Cambia immagine
picture-change-of = Cambia l’immagine di { $name }
picture-of = Immagine di { $name }
picture-file = Immagine
picture-drop = Trascina qui un’immagine o sceglila
picture-hint = PNG, JPEG o WebP, fino a { $megabytes } MB
picture-plain = Viene ritagliato un quadrato al centro dell’immagine.
picture-frame = Parte dell’immagine
picture-frame-hint = Trascina l’immagine o spostala con le frecce (con Maiusc di più). Con più e meno, la rotellina o due dita si ingrandisce e si riduce.
picture-zoom = Zoom
picture-closer = Ingrandisci
picture-farther = Riduci
picture-percent = { $percent }%
picture-whole = Immagine intera
picture-centre = Centra
picture-other = Scegline un’altra
picture-save = Salva immagine
picture-remove = Rimuovi immagine
picture-removed = Immagine rimossa
picture-svg = I disegni SVG non sono accettati perché possono contenere programmi. Esporta l’immagine come PNG.
picture-kind-refused = Non è un’immagine PNG, JPEG o WebP. Esportala in uno di questi formati.
picture-empty = Il file è vuoto.
picture-too-large = L’immagine supera { $megabytes } MB. Salvane una copia più piccola.
picture-too-many-pixels = L’immagine ha più di 50 milioni di pixel. Salvane una copia più piccola.
picture-broken = L’immagine non può essere letta. Forse è danneggiata: salvala di nuovo come PNG o JPEG.
picture-quota = Il tuo spazio è pieno e l’immagine non è stata salvata. Elimina i file che non servono più.

# The history as a table.
history-table = Modifiche ai campi
history-when = Quando
history-who = Chi
history-field = Campo
history-old = Prima
history-new = Dopo
history-back = Annulla
history-every-field = Tutti i campi
history-everybody = Tutti
history-none = Nessuna modifica
history-none-text = Non è ancora cambiato nulla, o nulla corrisponde alla scelta qui sopra.
history-person = Persona
history-shown = { $count ->
    [one] Una modifica mostrata
    [many] { $count } modifiche mostrate
   *[other] { $count } modifiche mostrate
}
history-as-line = Come è successo
history-as-table = Come tabella
history-look = Come si mostra la cronologia
