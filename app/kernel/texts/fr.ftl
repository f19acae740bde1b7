# Comment le français écrit les nombres et les dates (CLDR, fr).
cldr-decimal = ,
cldr-group = {"\u202F"}
cldr-money = #{"\u00A0"}¤
cldr-months = janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.
cldr-weekdays = lun.|mar.|mer.|jeu.|ven.|sam.|dim.
cldr-date = D MMM YYYY
cldr-date-time = D, T

# Ce qui n'a pas marché, et que faire.
error-not-found = Introuvable. L'élément a peut-être été supprimé, ou vous n'y avez pas accès.
error-unauthenticated = Votre session a expiré. Reconnectez-vous pour continuer ; votre saisie est toujours là.
error-forbidden = Votre rôle ne le permet pas. Adressez-vous à un administrateur si vous en avez besoin.
error-forbidden-admin = Seuls les administrateurs peuvent faire cela.
error-invalid = Vérifiez les champs signalés.
error-too-many = { $seconds ->
    [one] Trop de tentatives. Attendez une seconde et réessayez.
   *[other] Trop de tentatives. Attendez { $seconds } secondes et réessayez.
}
error-too-large = C'est trop volumineux : { $megabytes } Mo au maximum.
error-unavailable = Le serveur ne peut rien enregistrer pour le moment. Rien n'a été modifié ; réessayez dans un instant.
error-busy = Quelqu'un d'autre modifie le même élément. Rien n'a été modifié ; réessayez.
error-duplicate = Cela existe déjà.
error-internal = Un problème est survenu de notre côté. Rien n'a été modifié. S'il se répète, donnez ce numéro à votre administrateur : { $id }
error-unreachable = Le serveur est injoignable. Vérifiez votre connexion ; rien n'est perdu, réessayez.
error-required = Veuillez remplir ce champ.
error-too-long = { $limit ->
    [one] Un caractère au maximum.
   *[other] { $limit } caractères au maximum.
}
error-email = Ce n'est pas une adresse e-mail. Elle devrait ressembler à nom@example.com.
error-money = Ce n'est pas un montant. Écrivez-le comme 1234,50.
error-date = Ce n'est pas une date. Écrivez-la sous la forme AAAA-MM-JJ.

age-now = à l’instant
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } j
age-months = { $count } mois
age-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
