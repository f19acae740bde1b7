# Lists of records of any kind.
filter-clear = Togli i filtri
filter-unread = Questo filtro non si può leggere
list-order-unread = L’ordine dell’elenco non si può leggere
list-usual-order = Ordine abituale
list-columns = Colonne e gruppi
list-columns-text = Scegli che cosa mostra l’elenco e in quale ordine.
list-columns-usual = Come di consueto
list-group-by = Raggruppa le righe per
list-group-none = Nessun gruppo
list-group-alone = Solo questi
list-column-up = Sposta { $name } avanti
list-column-down = Sposta { $name } indietro
list-more = Mostra altri
list-of-record = { $field } di { $name }
list-sort-place = ordinamento { $place } di { $count }
list-limit-unfit = Chiedine da 1 a 200 per volta.
list-close = Chiudi
list-done = Fatto
list-index-all = Tutti

# What is done to many.
bulk-field-of = Cambia: { $field }
bulk-delete = Elimina
bulk-other = Cambia un altro campo
bulk-add-tags = Aggiungi etichette
bulk-remove-tags = Togli etichette
bulk-more = Altro
bulk-go = Cambia
bulk-delete-text = Vanno nel cestino e si possono recuperare per trenta giorni.
bulk-tags-hint = Più etichette si separano con una virgola.
bulk-which-field = Campo
bulk-empty-hint = Se lo lasci vuoto, il campo viene svuotato.
list-look = Disposizione dell’elenco
list-look-rows = Righe
list-look-cards = Schede
