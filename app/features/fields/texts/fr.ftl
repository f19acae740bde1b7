# What fields of records say, whatever the kind of record.
fields-unknown = Ce champ n’existe pas.
fields-unfit = Cette valeur ne convient pas à ce champ.
fields-changed-meanwhile = Quelqu’un d’autre a modifié { $name } entre-temps.

# A filter, an order or a place in a list that came from outside; { $piece } is what is wrong in it.
fields-filter-unknown = Aucun champ ne permet de filtrer ainsi : { $piece }.
fields-filter-unread = Cette partie du filtre est illisible : { $piece }.
fields-filter-unfit = On ne peut pas demander cela à ce champ : { $piece }.
fields-filter-long = Le filtre est trop long.
fields-filter-many = Un filtre compte au plus 30 conditions.
fields-filter-deep = Les groupes de conditions s’imbriquent sur trois niveaux au plus.
fields-sort-unknown = La liste ne peut pas être triée par { $piece }.
fields-sort-many = Triez par { $most } champs différents au plus.
fields-cursor-unfit = Cet endroit appartient à une liste dans un autre ordre. Recommencez au début.
fields-limit-unfit = Demandez au moins une ligne.
