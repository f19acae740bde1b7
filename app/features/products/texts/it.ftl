# Ciò che l’organizzazione vende.
product-title = Prodotti
product-hint = Prodotti e servizi con i loro prezzi, per conti e documenti.
product-loading = Caricamento dei prodotti
product-search = Cerca prodotti
product-all = Anche quelli non più offerti
product-add = Aggiungi prodotto
product-edit = Modifica prodotto
product-save = Salva
product-saved = Prodotto salvato
product-close = Chiudi
product-more = Mostra altri prodotti
product-shown = { $count ->
    [one] Un prodotto mostrato
   *[other] { $count } prodotti mostrati
}
product-none = Ancora nessun prodotto
product-none-text = Aggiungi ciò che vendi, per poterlo addebitare sui conti.
product-none-found = Nessun risultato per «{ $words }»
product-trail = Dove ti trovi
product-actions = Altre azioni
product-activate = Offri di nuovo
product-deactivate = Non offrire più
product-delete = Elimina prodotto
product-deleted = { $name } eliminato
product-bin = Prodotti eliminati
product-inactive = non offerto
product-offered = È offerto
product-offered-hint = Quello che non è più offerto resta dove è stato scelto.
product-code-hint = Lo distingue da tutti gli altri; può restare vuoto.
product-code-taken = Un altro prodotto ha già questo codice.
product-unit-hint = Ora, pezzo, mese …
product-price-unfit = Un prezzo è zero o maggiore di zero.
product-price-each = { $price } / { $unit }
product-charge-once = una volta
product-charge-day = ogni giorno
product-charge-week = ogni settimana
product-charge-month = ogni mese
product-charge-quarter = ogni trimestre
product-charge-year = ogni anno

# Che cosa è successo. Ogni frase continua dopo il nome di chi l’ha fatto.
event-product-created = ha aggiunto il prodotto { $name }
event-product-updated = ha modificato il prodotto
event-product-deleted = ha eliminato il prodotto { $name }
event-product-restored = ha recuperato il prodotto eliminato { $name }

# Nomi dei campi.
field-code = Codice
field-unit = Unità
field-price = Prezzo
field-charge = Addebito
