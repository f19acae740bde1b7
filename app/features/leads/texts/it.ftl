# The board.
board-title = Bacheca
board-view = Vista
board-loading = Caricamento…
board-pipeline = Pipeline
board-pipeline-shown = Pipeline { $name }
board-import = Importa
board-new = Nuovo lead
board-nobody = Nessuno
board-empty = Ancora nessun lead
board-empty-text = Importa l’elenco che hai o scrivi il primo. Appariranno qui e potrai trascinarli da una fase all’altra.
board-nothing-matches = Nessun lead corrisponde
board-nothing-matches-text = Togli un filtro o cerca qualcos’altro.
board-out-of-play = La bacheca mostra solo i lead in gioco
board-out-of-play-text = Questo filtro cerca lead persi o da scartare.
board-out-of-play-list = Mostrali nell’elenco
board-column-empty = Qui non c’è nulla. Trascina una scheda in questa colonna.
board-offline = Non aggiornato: riconnessione in corso…
board-sort = Ordine
board-sort-manual = Ordine proprio
board-sort-newest = Prima i più recenti
board-sort-oldest = Prima i più vecchi
board-sort-value = Valore più alto
board-sort-last-contact = Da più tempo senza contatto
board-sort-age = Da più tempo nella fase
board-group = Colonne
board-group-stage = Per fase
board-group-owner = Per responsabile
board-order-is-sorted = Qui le schede sono ordinate, quindi il posto non si può scegliere. Per farlo passa a «Ordine proprio».
board-count = { $count ->
    [one] un lead
   *[other] { $count } lead
}
board-count-limit = { $count ->
    [one] un lead su al massimo { $limit }
   *[other] { $count } lead su al massimo { $limit }
}
board-column-full = Piena
board-stale-count = { $count ->
    [one] uno aspetta da troppo
   *[other] { $count } aspettano da troppo
}
board-fold = Comprimi { $name }
board-unfold = Espandi { $name }
board-add-to = Aggiungi un lead a { $name }
board-card-menu = Azioni per { $name }
board-owned-by = Responsabile: { $name }
board-card-field = { $field }: { $value }
board-in-stage = { $age } in questa fase
board-stale = { $age } in questa fase: troppo
board-reminder = Promemoria: { $at }
board-contact = Ultimo contatto: { $age } fa
board-help = Premi Spazio per prendere la scheda, Invio per aprirla, M per scegliere un posto, X per selezionarla.
board-held-hint = Le frecce spostano la scheda · Spazio la posa · Esc annulla
board-said-lifted = { $name } in mano. { $stage }, posizione { $position } di { $count }. Le frecce spostano, Spazio posa, Esc annulla.
board-said-over = { $stage }, posizione { $position } di { $count }
board-said-cancelled = Annullato. { $name } è di nuovo in { $stage }, posizione { $position }.
board-said-elsewhere = { $name } è stato spostato in { $stage } da qualcun altro.
board-moved = { $name } spostato in { $stage }.
board-moved-within = { $name } ha un nuovo posto in { $stage }.
board-over-limit = { $stage } contiene ora { $count } lead su al massimo { $limit }.
board-undo = Annulla
board-card-gone = { $name } non c’è più: è stato eliminato, oppure ora non puoi vederlo.
board-left-filter = { $name } non corrisponde più al filtro e ha lasciato questa vista.
board-move-to = Sposta in…
board-move-title = Sposta in
board-move-column = Colonna
board-move-place = Posto
board-move-go = Sposta
board-move-top = In cima
board-move-bottom = In fondo
board-move-after = Dopo { $name }
board-said-lifted-many = { $cards } lead in mano. { $stage }, posizione { $position } di { $count }. Le frecce spostano, Spazio posa, Esc annulla.
board-selection = Lead selezionati
board-selected = { $count ->
    [0] Nessuna selezione
    [one] Un lead selezionato
   *[other] { $count } lead selezionati
}
board-is-selected = selezionato
board-select = Seleziona
board-deselect = Togli dalla selezione
board-select-none = Deseleziona
board-selection-hint = Trascinane uno per spostarli tutti.
board-moved-many = { $count } lead spostati in { $stage }.
board-moved-back-many = { $count } lead spostati.
board-stayed = { $count ->
    [one] Uno è rimasto: { $why }
   *[other] { $count } sono rimasti: { $why }
}
board-stayed-why = { $names }: { $reason }
board-stayed-more = { $count ->
    [one] E un altro.
   *[other] E altri { $count }.
}
board-left-filter-many = { $count } lead non corrispondono più al filtro e hanno lasciato questa vista.
board-keys = Sulla bacheca
board-key-up-down = Scheda precedente o successiva
board-key-left-right = Scheda nella colonna accanto
board-key-ends = Prima o ultima scheda
board-key-lift = Prendi la scheda
board-key-move = Scegli dove va la scheda
board-key-mark = Seleziona o deseleziona la scheda
board-key-pipeline = Mostra la pipeline successiva
board-key-unmark = Annulla la selezione
board-keys-held = Con una scheda in mano
board-key-carry-up-down = Spostala in su o in giù
board-key-carry-left-right = Spostala nella colonna accanto
board-key-carry-ends = In cima o in fondo alla colonna
board-key-drop = Posala qui
board-key-cancel = Rimettila a posto
lead-moves-unfit = Scegli da uno a 200 lead, ciascuno una volta sola.
# What a stage asks for.
rule-title = { $stage } chiede qualcosa in più
rule-text = Compila questi campi per spostare { $name }.
rule-go = Sposta
lost-title = Perché è stato perso?
junk-title = Perché è da scartare?
# Search and filters.
month-title = Calendario
month-by = Per quale data
month-months = Mesi
month-today = Oggi
month-caption = Lead di { $month }: { $field }
month-more = { $count ->
    [one] un altro
   *[other] altri { $count }
}
month-empty = Nessun lead ha questa data in queste settimane.
month-moved = { $name } ora è al { $day }.
month-cut = Si vedono solo i primi { $count } lead di queste settimane. Un filtro li restringe.
filter-search = Cerca lead
filter-stale = In attesa da troppo
filter-mine = Miei
filter-nobodys = Di nessuno
filter-standing-in-play = In gioco
filter-standing-converted = Convertiti
filter-standing-lost = Persi
filter-standing-junk = Da scartare
filter-standing-all = Tutti
lead-view-usual = Tutti in gioco
# The list.
list-title = Lead
list-comma = { ", " }
list-looked = { $count ->
    [one] Finora è stato esaminato un lead
   *[other] Finora sono stati esaminati { $all } lead
}
list-summary = { $count ->
    [one] Un lead
   *[other] { $shown } di { $all } lead
}
# The fields of a lead.
field-stage_id = Fase
field-source_id = Provenienza
field-owner_id = Responsabile
field-company = Azienda
field-value = Valore
field-description = Descrizione
field-is_public = Pubblico
field-is_public-hint = Lo vedono tutti quelli che lavorano qui.
field-last_contact_at = Ultimo contatto
field-outcome = Esito
field-lost_reason_id = Motivo (perso o da scartare)
field-tags = Etichette
field-created_at = Creato
field-created_by = Creato da
field-stage_since = Nella fase dal
field-pipeline_id = Pipeline
field-standing = Quali lead
field-stale = In attesa da troppo
field-none = Nessuno
field-yes = Sì
field-no = No
outcome-active = In gioco
outcome-lost = Perso
outcome-junk = Da scartare
# The form.
form-address = Indirizzo
form-tags-placeholder = Aggiungi etichette
form-tags-none = Etichetta inesistente
form-tags-remove = Togli { $name }
form-tags-create = Aggiungi «{ $name }»
leave-title = Uscire senza salvare?
leave-text = Ciò che hai scritto non è salvato e andrebbe perso.
leave-stay = Resta qui
leave-go = Esci
# The lead's page.
lead-title = Lead
lead-trail = Dove ti trovi
lead-tabs = Parti del lead
lead-tab-activity = Attività
lead-tab-profile = Dettagli
lead-tab-tasks = Impegni
lead-tab-files = File
lead-tab-reminders = Promemoria
lead-profile = Dettagli
lead-created-by = { $at }, da { $name }
lead-profile-hint = Un indirizzo e-mail e due parole aiutano chi verrà dopo.
lead-not-there = Questo lead non è qui
lead-open = Apri
lead-open-tab = Apri in una nuova scheda
lead-open-page = Apri come pagina
lead-close = Chiudi
lead-cancel = Annulla
lead-save = Salva
lead-saved = Salvato.
lead-no-undo = Non si può annullare.
lead-edit = Modifica
lead-more = Altre azioni
lead-keys = In un lead
lead-create = Crea lead
lead-created-toast = { $name } è sulla bacheca.
lead-taken-toast = Aggiunto a { $name }. Ciò che era già compilato è rimasto.
lead-duplicates = Duplicati
lead-delete = Elimina
lead-deleted-toast = { $name } è nel cestino.
lead-in-bin = Questo lead è nel cestino.
lead-restore = Ripristina
lead-undone = Annullato.
lead-assign-me = Assegna a me
lead-assigned = Ora il responsabile è { $name }.
lead-unassigned = Ora non c’è un responsabile.
lead-convert = Converti in cliente
lead-unconvert = Annulla la conversione
lead-is-customer = È diventato cliente
lead-mark-lost = Segna come perso
lead-mark-junk = Segna da scartare
lead-mark-active = Rimetti in gioco
lead-marked-lost = Segnato come perso. Ha lasciato la bacheca.
lead-marked-junk = Segnato da scartare. Ha lasciato la bacheca.
lead-marked-active = Di nuovo in gioco.
lead-made-public = Ora lo vedono tutti.
lead-made-private = Ora lo vedono solo il responsabile, chi lo ha creato e chi vede tutti i lead.
lead-touched = Ho preso contatto
lead-touched-when = Quando
lead-touched-toast = Ultimo contatto: { $at }.
lead-changed-by = { $name } ha modificato questo lead mentre scrivevi.
lead-changed-elsewhere = Questo lead è stato modificato mentre scrivevi.
lead-show-theirs = Mostralo e lascia perdere le mie modifiche
# Conversion.
convert-title = Converti in cliente
convert-text = Il lead diventa un cliente con un contatto e passa alla fase dei lead convertiti.
convert-known = Questo indirizzo e-mail è già noto
convert-attach = Aggiungi come contatto di { $name }
convert-new = Crea un nuovo cliente
convert-customer-name = Nome del cliente
convert-kind = Tipo
convert-kind-commercial = Azienda
convert-kind-residential = Privato
convert-first-name = Nome
convert-last-name = Cognome
convert-administrator = Rendimi amministratore di questo cliente
convert-carry = Porta con sé note e storia
convert-carry-hint = Note, file, promemoria, attività e tutta la storia. Altrimenti restano al lead e una riga nella storia del cliente lo dice. Le etichette passano in ogni caso.
convert-welcome = Invia l’e-mail di benvenuto
convert-welcome-hint = Saluta, dice il nome della tua organizzazione e della persona di riferimento, ed è scritta nella lingua del lead.
convert-welcome-needs-email = Per l’e-mail di benvenuto serve un indirizzo e-mail.
convert-go = Converti
convert-done = { $name } ora è cliente.
convert-undone = La conversione è stata annullata.
convert-open = Apri cliente
unconvert-text = Il lead torna alla fase da cui è venuto. Il cliente nato da esso va nel cestino.
unconvert-attached = Un cliente che c’era già resta, senza la storia e le etichette del lead, e senza il contatto se nessuno lo ha modificato. Un’e-mail inviata resta inviata.
unconvert-go = Annulla la conversione
# Settings.
pipeline-title = Pipeline
pipeline-hint = I modi di vendere, le fasi che i lead attraversano, il loro ordine e le loro regole.
pipeline-add = Aggiungi una pipeline
pipeline-default = Si apre da sola
pipeline-default-hint = La sua bacheca si vede per prima e i nuovi lead arrivano lì.
pipeline-like = Fasi
pipeline-like-usual = Quelle consuete
pipeline-like-one = Come in { $name }
pipeline-delete-text = I suoi lead passano a fasi di altre pipeline. Indica dove vanno quelli di ogni fase.
pipeline-delete-empty = Non contiene lead, nemmeno persi o nel cestino.
pipeline-goes-to = { $count ->
    [one] Un lead in { $stage } va a
   *[other] { $count } lead in { $stage } vanno a
}
stage-add = Aggiungi una fase
stage-delete-text = { $count ->
    [one] In questa fase c’è un lead, contando quelli persi e nel cestino. Passa a un’altra fase.
   *[other] In questa fase ci sono { $count } lead, contando quelli persi e nel cestino. Passano a un’altra fase.
}
stage-delete-empty = In questa fase non c’è nessun lead, nemmeno perso o nel cestino.
stage-is-only = I lead devono pur cominciare da qualche parte: questa è l’unica fase adatta.
stage-goes-to = I suoi lead passano a
stage-name = Nome
stage-kind = Tipo
stage-kind-open = Aperta
stage-kind-won = Vinta
stage-kind-lost = Persa
stage-probability = Probabilità in percento
stage-chance = { $percent } % di probabilità
stage-limit = Al massimo tanti lead
stage-blocks = Rifiuta gli altri
stage-blocks-hint = Altrimenti una fase piena avverte soltanto.
stage-limit-blocks = al massimo { $limit }
stage-limit-warns = avverte oltre { $limit }
stage-stale-days = Troppo dopo tanti giorni
stage-stale = { $days ->
    [one] troppo dopo un giorno
   *[other] troppo dopo { $days } giorni
}
stage-required = Campi obbligatori
stage-required-hint = Senza questi nessun lead entra nella fase.
stage-requires = richiede: { $fields }
stage-default = I nuovi lead partono da qui
stage-conversion = Lead convertiti
converted-text = I lead diventati clienti restano sulla bacheca in cui sono stati vinti.
converted-lock = Solo gli amministratori possono modificare i lead convertiti
converted-lock-hint = Campi, fase, etichette, note, file, attività e la conversione stessa. Tutti gli altri possono ancora vederli.
words-title = Provenienze, motivi ed etichette
words-hint = Le parole con cui si descrivono i lead.
words-sources = Provenienze
words-reasons = Motivi (perso o da scartare)
words-tags = Etichette
words-add-source = Aggiungi una provenienza
words-add-reason = Aggiungi un motivo
words-add-tag = Aggiungi un'etichetta
words-goes-to = Chi la usa riceve
words-goes-to-hint = Serve solo finché qualcosa la usa.
source-default = I nuovi lead prendono questa


# Che cosa dicono le operazioni sui lead.
lead-many = Lead
lead-pipeline-sales = Vendite
lead-stage-new = Nuovo
lead-stage-contacted = Contattato
lead-stage-qualified = Qualificato
lead-stage-proposal = Proposta
lead-stage-negotiation = Trattativa
lead-stage-customer = Cliente
lead-stage-lost = Perso
lead-source-website = Sito web
lead-source-referral = Passaparola
lead-source-event = Evento
lead-source-phone = Telefono
lead-source-import = Importazione
lead-reason-price = Troppo caro
lead-reason-timing = Non è il momento giusto
lead-reason-competitor = Ha scelto qualcun altro
lead-reason-silent = Non risponde più
lead-needs-conversion = In questa fase i lead arrivano quando diventano clienti. Usa invece «Converti».
lead-is-converted = Questo lead è diventato un cliente. Annulla prima la conversione.
lead-is-not-converted = Questo lead non è diventato un cliente.
lead-is-deleted = Questo lead è nel cestino. Ripristinalo prima.
lead-is-locked = Questo lead è diventato un cliente. Solo gli amministratori possono modificarlo.
lead-customer-has-documents = Il cliente ha ormai dei documenti, perciò la conversione non si può annullare.
lead-customer-has-leads = A questo cliente è stato collegato un altro lead. Annulla prima quel collegamento.
lead-stage-full = «{ $stage }» è piena: può contenere al massimo { $limit } lead. Spostane prima uno altrove.
lead-stage-requires = Per «{ $stage }» questo campo va compilato.
lead-stage-unknown = Questa fase non esiste più. Scegline un'altra.
lead-stage-unfit = I lead non possono andare lì. Scegli un'altra fase della stessa pipeline.
lead-stage-changed = Qualcun altro ha modificato questa fase. Controlla che cosa dice ora e riprova.
lead-stage-conversion-kind = Qui stanno i lead convertiti, quindi questa fase vale sempre come vinta.
lead-stage-protected = In questa fase stanno i lead convertiti: non si può eliminare.
lead-pipelines-too-many = Ci sono già { $limit } pipeline. Eliminane prima una.
lead-pipeline-unknown = Questa pipeline non c’è più. Scegline un’altra.
lead-pipeline-changed = Qualcun altro ha modificato questa pipeline. Controlla cosa dice ora e riprova.
lead-pipeline-is-default = Questa pipeline si apre da sola. Prima fai aprire da sola un’altra.
lead-stage-needs-target = Indica dove vanno i lead in «{ $stage }».
lead-stage-unfit-target = I lead in «{ $stage }» non possono andare lì. I lead convertiti vanno nella fase dei convertiti di un’altra pipeline, tutti gli altri in un’altra sua fase.
lead-stage-is-over = { $stage } contiene ora più dei { $limit } lead previsti.
lead-word-in-use = È in uso. Indica che cosa ne prende il posto.
lead-field-unfit = Questo valore qui non va bene.
lead-owner-gone = Questa persona non lavora più qui. Scegli qualcun altro.
lead-cursor-unfit = Questo punto dell'elenco appartiene a un altro ordine. Ricomincia dall'inizio.
lead-customer-unknown = Questo cliente non esiste. Scegline un altro.
lead-moved-by = { $who } è arrivato prima: { $name } ora è in «{ $stage }».
lead-moved-meanwhile = Qualcuno è arrivato prima: { $name } ora è in «{ $stage }».
lead-assigned-to-you = { $who } ti ha affidato il lead { $name }.
lead-known-already = Esiste già un lead con lo stesso indirizzo o numero: { $name }.
lead-known-site = Esiste già un lead con lo stesso sito web: { $name }.
lead-known-company = Esiste già un lead della stessa azienda: { $name }.
lead-near-customer = Come il cliente { $name } o un suo contatto: { $sign }.
lead-near-lead = Come il lead { $name }: { $sign }.

# Che cosa è successo a un lead, come lo racconta la cronologia dopo il nome di chi l'ha fatto.
event-lead-created = ha aggiunto il lead
event-lead-updated = ha modificato il lead
event-lead-moved = ha spostato il lead
event-lead-deleted = ha messo il lead nel cestino
event-lead-restored = ha ripreso il lead dal cestino
event-lead-converted = ha trasformato il lead in un cliente
event-lead-conversion-undone = ha annullato la conversione
event-customer-lead-attached = ha collegato il lead { $name }
event-customer-lead-detached = ha scollegato il lead { $name }
event-customer-lead-left = lo ha creato dal lead { $name }, dove resta la storia
event-mail-welcome-sent = ha fatto inviare l’e-mail di benvenuto a { $email }

# The welcome mail.
mail-welcome-subject = Benvenuto in { $organisation }
mail-welcome-hello = Buongiorno { $name },
mail-welcome-body = benvenuto, e grazie per aver scelto { $organisation }. Siamo lieti di lavorare insieme.
mail-welcome-contact = La persona di riferimento qui è { $contact }, a disposizione per ogni necessità.
mail-welcome-end = Cordiali saluti, { $organisation }

# The bin.
lead-bin = Cestino
lead-bin-title = Lead nel cestino

# Molti lead insieme.
bulk-stage = Cambia fase
bulk-owner = Assegna
bulk-source = Cambia provenienza
bulk-public = Cambia chi può vederlo
bulk-required = Questa fase richiede quanto segue. Lo ricevono solo i lead a cui manca.
