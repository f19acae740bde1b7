# Clienti.
customer-title = Clienti
customer-new = Nuovo cliente
customer-loading = Caricamento dei clienti
customer-search = Cerca clienti
customer-search-hint = Nome, referente, e-mail o telefono
customer-none = Ancora nessun cliente
customer-none-text = Converti un lead o aggiungi qui il primo cliente.
customer-none-found = Nessun risultato per «{ $words }»
customer-more = Mostra altri clienti
customer-shown = { $count ->
    [one] Un cliente mostrato
    [many] { $count } di clienti mostrati
   *[other] { $count } clienti mostrati
}
customer-trail = Dove ti trovi
customer-actions = Altre azioni
customer-profile = Profilo
customer-address = Indirizzo
customer-edit = Modifica
customer-save = Salva
customer-cancel = Annulla
customer-create = Crea cliente
customer-delete = Elimina cliente
customer-deleted = { $name } eliminato
customer-inactive = non attivo
customer-origin = Nato da un lead
customer-kind-commercial = Cliente commerciale
customer-kind-residential = Cliente residenziale
customer-kind-contractor = Appaltatore
customer-kind-supplier = Fornitore
customer-contact = Referente principale
customer-contacts = Referenti
customer-contacts-none = Qui non c’è ancora nessuno.
customer-contact-add = Aggiungi referente
customer-contact-added = Referente aggiunto
customer-contact-primary = Referente principale
customer-contact-hint = Lascia vuoto se non conosci ancora nessuno.
customer-first-name = Nome
customer-last-name = Cognome
customer-country-code = Paese (codice, per esempio IT)
customer-no-manager = Nessuno
customer-language-own = La lingua dell’organizzazione
customer-conflict = Nel frattempo qualcun altro ha modificato questo cliente.
customer-cursor-unfit = Questo punto dell'elenco appartiene a un altro ordine. Ricomincia dall'inizio.
customer-conflict-text = Questi campi sono diversi: prima ciò che è salvato ora, poi ciò che hai scritto.
customer-conflict-take = Tieni ciò che è salvato
customer-conflict-keep = Salva il mio
customer-country-invalid = Scrivi il paese con il codice di due lettere, per esempio IT.
customer-website-invalid = Questo non è un indirizzo web. Dovrebbe essere come example.com.
customer-manager-unknown = Scegli qualcuno che lavora qui.

event-customer-created = ha creato il cliente { $name }
event-customer-updated = ha modificato il profilo
event-customer-deleted = ha eliminato il cliente { $name }
event-customer-restored = ha ripristinato il cliente { $name }
event-contact-created = ha aggiunto il referente { $name }
event-contact-deleted = ha rimosso il referente { $name }

field-kind = Tipo
field-name = Nome
field-email = E-mail
field-phone = Telefono
field-website = Sito web
field-street = Via
field-city = Città
field-region = Regione
field-postcode = CAP
field-country = Paese
field-manager = Responsabile
field-currency = Valuta
field-language = Lingua
field-is_active = Attivo
field-position = Ruolo
