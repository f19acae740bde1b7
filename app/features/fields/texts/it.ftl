# What fields of records say, whatever the kind of record.
fields-unknown = Questo campo non esiste.
fields-unfit = Questo valore non va bene per il campo.
fields-changed-meanwhile = Nel frattempo qualcun altro ha modificato { $name }.

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
