# By what two records are alike.
alike-email = stesso indirizzo e-mail
alike-phone = stesso numero di telefono
alike-site = stesso sito web
alike-company = stessa azienda
alike-separator = {", "}

# In a form, while something is typed that may be there already.
duplicates-notice =
    { $count ->
        [one] Forse c’è già:
        [many] Forse c’è già, { $count } volte:
       *[other] Forse c’è già, { $count } volte:
    }
duplicates-new-tab = (si apre in una nuova scheda)
duplicates-take = Inserisci in { $name }
duplicates-save-question = Nessuno di questi?
duplicates-save-anyway = Salva comunque
duplicates-refused = Esiste già qualcosa di simile.

# Settings.
duplicates-setting = Duplicati
duplicates-setting-hint = Da che cosa si capisce che qualcuno c’è già
duplicates-setting-text = Compare un avviso, e la coppia sospetta viene elencata, quando due schede hanno in comune uno di questi:
duplicates-count-email = L’indirizzo e-mail
duplicates-count-phone = Il numero di telefono
duplicates-count-site = Il sito web
duplicates-count-company = L’azienda
duplicates-save = Salva
duplicates-setting-saved = Salvato. Vale da subito, anche per ciò che c’è già.

# Suspected pairs.
duplicates-title = Possibili duplicati
duplicates-loading = Ricerca dei duplicati
duplicates-none = Nessun duplicato
duplicates-none-text = Nulla di ciò che vedi sembra esserci due volte. Che cosa conta come indizio si trova nelle impostazioni.
duplicates-more = Mostra altri
duplicates-shown =
    { $count ->
        [one] Una coppia
        [many] { $count } coppie
       *[other] { $count } coppie
    }
duplicates-common = Molte schede hanno lo { $what } { $value }: troppe per essere duplicati.
duplicates-merge = Unisci
duplicates-merge-label = Unisci { $one } e { $other }
duplicates-apart-label = { $one } e { $other } non sono la stessa cosa
duplicates-told-apart = { $one } e { $other } non sono la stessa cosa.
duplicates-undo = Annulla

# Two records become one.
merge-title = Unione
merge-intro = { $survivor } è più vecchio e resta. { $other } vi confluisce.
merge-note = Note, file, attività, promemoria, etichette e cronologia di entrambi stanno insieme da quel momento. Puoi annullare per 30 giorni.
merge-all-same = Tutti i campi sono uguali.
merge-of-older = di quello che resta
merge-of-newer = di quello che vi confluisce
merge-stays = resta
merge-goes = confluisce nell’altro
merge-run = Unisci
merge-cancel = Annulla
merge-done = Uniti. Ora { $name } ha tutto.
merge-undone = Separati di nuovo.
merge-same = È la stessa scheda.
merge-already = { $name } è già stato unito a { $into }.
event-record-merged = ha unito { $name } a questo
event-record-unmerged = lo ha separato di nuovo da { $name }
