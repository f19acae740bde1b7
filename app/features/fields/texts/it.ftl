# What fields of records say, whatever the kind of record.
fields-unknown = Questo campo non esiste.
fields-unfit = Questo valore non va bene per il campo.
fields-changed-meanwhile = Nel frattempo qualcun altro ha modificato { $name }.
fields-merged = È stato unito a un’altra scheda. Annulla l’unione nella cronologia di quella.

# A filter, an order or a place in a list that came from outside; { $piece } is what is wrong in it.
fields-filter-unknown = Non esiste un campo con cui filtrare così: { $piece }.
fields-filter-unread = Questa parte del filtro non si può leggere: { $piece }.
fields-filter-unfit = A questo campo non si può chiedere questo: { $piece }.
fields-filter-long = Il filtro è troppo lungo.
fields-filter-many = Un filtro ha al massimo 30 condizioni.
fields-filter-deep = I gruppi di condizioni possono stare uno dentro l’altro al massimo su tre livelli.
fields-sort-unknown = L’elenco non si può ordinare per { $piece }.
fields-sort-many = Ordina al massimo per { $most } campi diversi.
fields-cursor-unfit = Questo punto appartiene a un elenco in un altro ordine. Ricomincia dall’inizio.
fields-limit-unfit = Chiedi almeno una riga.

# Fields that an organisation adds.
fields-title = Campi
fields-hint = Ciò che vuoi sapere dei tuoi lead e clienti oltre a quello che c’è già
fields-loading = Caricamento
fields-of-leads = Campi dei lead
fields-of-customers = Campi dei clienti
fields-of-sites = Campi delle sedi
fields-of-entities = Campi dei soggetti giuridici
fields-empty = Ancora nessun campo tuo
fields-empty-text = Aggiungi ciò che serve al tuo lavoro: un budget, una superficie del tetto, una data di installazione.
fields-add = Aggiungi campo
fields-deleted = { $name } è stato eliminato. I suoi valori restano conservati.
fields-undo = Annulla
fields-close = Chiudi
fields-save = Salva
fields-saved = Salvato.
fields-name = Nome
fields-kind = Tipo
fields-kind-stays = Il tipo di un campo non cambia. Aggiungi piuttosto un altro campo.
fields-kind-text = Testo, una riga
fields-kind-long_text = Testo, più righe
fields-kind-number = Numero
fields-kind-money = Importo
fields-kind-day = Data
fields-kind-moment = Data e ora
fields-kind-choice = Scelta singola
fields-kind-choices = Scelta multipla
fields-kind-flag = Sì o no
fields-kind-link = Link
fields-kind-staff = Membro del personale
fields-required = Obbligatorio
fields-required-hint = Richiesto quando una persona crea un lead. Alle importazioni e ai lead già presenti può mancare.
fields-required-mark = obbligatorio
fields-default = In un nuovo lead
fields-default-hint = Un lead creato qui, da un programma o da un file senza una colonna per questo campo comincia così.
fields-default-value = Valore
fields-default-later = Prima salva il campo; poi si può scegliere una delle sue voci.
fields-listed = Colonna dell’elenco
fields-on-card = Mostra sulla scheda della bacheca
fields-on-card-hint = Al massimo { $limit } campi.
fields-on-card-mark = sulla scheda
fields-card-full = Sulla scheda ci sono già { $limit } campi. Prima togline uno.
fields-not-on-card = Sulla scheda non c’è posto per un testo di più righe.
fields-becomes = Nel cliente diventa
fields-becomes-hint = Quando un lead viene convertito. Il valore resta anche nel lead.
fields-becomes-nothing = Niente
fields-listed-mark = nell’elenco
fields-indexed = Filtrare e ordinare rapidamente
fields-indexed-hint = L’elenco si può filtrare per ogni campo. Così resta veloce anche con moltissimi lead e si può ordinare per questo campo.
fields-indexed-mark = ordina l’elenco
fields-indexed-coming = in preparazione per l’ordinamento
fields-index-unfit = I testi di più righe non si possono ordinare.
fields-name-taken = C’è già un campo con questo nome.
fields-options = Voci
fields-options-hint = Ciò che si può scegliere, in quest’ordine. Una voce già scelta da qualche parte vi rimane anche quando non viene più proposta.
fields-option-name = Voce { $number }
fields-option-add = Aggiungi voce
fields-option-away = Non proporre più { $name }
fields-option-back = Proponi di nuovo { $name }
fields-no-options = Aggiungi almeno una voce che si possa scegliere.
fields-too-many = Al massimo { $limit }.
fields-number = Scrivi un numero, per esempio 12 o 12,5.
fields-link = Scrivi un indirizzo web, per esempio https://example.com.
fields-country = Scrivi il paese con il codice di due lettere, per esempio IT.
fields-currency = Valuta
fields-none = Nessuno
fields-choose = Scegli
fields-nothing-found = Nessuna corrispondenza
fields-remove = Togli { $name }
fields-named = { $field }: { $problem }
fields-value = { $value }
fields-yes = Sì
fields-no = No
fields-group-empty = Senza valore

# Il filtro: pulsante, finestra, condizioni attive.
fields-count = Scrivi un numero intero, per esempio 30.
fields-filter-button = Filtra
fields-filter-button-count = Filtra ({ $count })
fields-filter-title = Filtro
fields-filter-keys = Ricerca e filtri
fields-filter-apply = Mostra
fields-filter-clear = Togli i filtri
fields-filter-active = Filtri attivi
fields-filter-often = Chiesti spesso
fields-filter-remove = Togli il filtro { $name }
fields-filter-remove-row = Togli questa condizione
fields-filter-new-row = Nuova condizione
fields-filter-broken = Una condizione qui non si può leggere: il campo è stato eliminato o non ti è visibile. Finché non la togli non si trova nulla.
fields-filter-unread-stays = Una condizione qui non si può leggere e resta com’è. Toglila sopra l’elenco.
fields-filter-nothing = Si mostra tutto.
fields-filter-join = Come sono unite le condizioni
fields-filter-all-of = Tutte queste
fields-filter-any-of = Almeno una di queste
fields-filter-add = Aggiungi condizione
fields-filter-add-group = Aggiungi gruppo
fields-filter-and = e
fields-filter-or = o
fields-filter-field = Campo
fields-filter-how = Condizione
fields-filter-value = Valore
fields-filter-from = Da
fields-filter-to = A
fields-filter-count = Quanti
fields-filter-period = Periodo
fields-filter-any-currency = Qualsiasi valuta
fields-filter-days = giorni
fields-filter-weeks = settimane
fields-filter-months = mesi
fields-filter-quarters = trimestri
fields-filter-years = anni

# Che cosa si può chiedere a un campo: sta tra il campo e il valore.
fields-ask-is = è
fields-ask-not = non è
fields-ask-begins = inizia con
fields-ask-words = contiene le parole
fields-ask-least = è almeno
fields-ask-most = è al massimo
fields-ask-between = è tra
fields-ask-on = è il
fields-ask-since = è dal
fields-ask-until = è fino al
fields-ask-within = è negli ultimi giorni
fields-ask-over = risale a più di
fields-ask-this = è
fields-ask-last = era negli ultimi
fields-ask-next = sarà nei prossimi
fields-ask-any = è uno di
fields-ask-none = non è nessuno di
fields-ask-has-any = ha almeno uno di
fields-ask-has-none = non ha nessuno di
fields-ask-has-all = ha tutti questi
fields-ask-yes = è sì
fields-ask-no = è no
fields-ask-me = sono io
fields-ask-nobody = è nessuno
fields-ask-somebody = è qualcuno
fields-ask-empty = è vuoto
fields-ask-filled = è compilato

# Le condizioni a parole.
fields-said-is = { $field }: { $value }
fields-said-not = { $field } non è { $value }
fields-said-begins = { $field } inizia con «{ $value }»
fields-said-words = { $field } contiene «{ $value }»
fields-said-least = { $field } almeno { $value }
fields-said-most = { $field } al massimo { $value }
fields-said-between = { $field } tra { $from } e { $to }
fields-said-since = { $field } dal { $value } in poi
fields-said-until = { $field } fino al { $value }
fields-said-empty = { $field } è vuoto
fields-said-filled = { $field } è compilato
fields-said-and = { $left } e { $right }
fields-said-or = { $left } o { $right }
fields-said-list = { $left }, { $right }
fields-said-me = io
fields-said-yes = sì
fields-said-no = no
fields-said-gone = { $value } (non c’è più)
fields-this-day = oggi
fields-this-week = questa settimana
fields-this-month = questo mese
fields-this-quarter = questo trimestre
fields-this-year = quest’anno
fields-said-within = { $count ->
    [one] nell’ultimo giorno
   *[other] negli ultimi { $count } giorni
}
fields-said-over = { $count ->
    [one] più di un giorno fa
   *[other] più di { $count } giorni fa
}
fields-last-day = { $count ->
    [one] ieri
   *[other] gli ultimi { $count } giorni fino a ieri
}
fields-next-day = { $count ->
    [one] domani
   *[other] i prossimi { $count } giorni da domani
}
fields-last-week = { $count ->
    [one] la settimana scorsa
   *[other] le ultime { $count } settimane
}
fields-next-week = { $count ->
    [one] la prossima settimana
   *[other] le prossime { $count } settimane
}
fields-last-month = { $count ->
    [one] il mese scorso
   *[other] gli ultimi { $count } mesi
}
fields-next-month = { $count ->
    [one] il mese prossimo
   *[other] i prossimi { $count } mesi
}
fields-last-quarter = { $count ->
    [one] il trimestre scorso
   *[other] gli ultimi { $count } trimestri
}
fields-next-quarter = { $count ->
    [one] il prossimo trimestre
   *[other] i prossimi { $count } trimestri
}
fields-last-year = { $count ->
    [one] l’anno scorso
   *[other] gli ultimi { $count } anni
}
fields-next-year = { $count ->
    [one] l’anno prossimo
   *[other] i prossimi { $count } anni
}

# Two people changed the same field.
conflict-title = Qualcun altro ha salvato prima
conflict-text = Avete modificato entrambi questi campi. Scegli che cosa vale.
conflict-mine = Ciò che hai scritto
conflict-theirs = Ciò che è salvato ora
conflict-theirs-by = { $who }, { $at }
conflict-theirs-at = Salvato { $at }
conflict-later = Non ora
conflict-rest = Le tue altre modifiche restano.
conflict-save = Salva
form-check = Da correggere
