# By what two records are alike.
alike-email = même adresse e-mail
alike-phone = même numéro de téléphone
alike-site = même site web
alike-company = même entreprise
alike-separator = {", "}

# In a form, while something is typed that may be there already.
duplicates-notice =
    { $count ->
        [one] Cela existe peut-être déjà :
        [many] Cela existe peut-être déjà, { $count } fois :
       *[other] Cela existe peut-être déjà, { $count } fois :
    }
duplicates-new-tab = (s’ouvre dans un nouvel onglet)
duplicates-take = Verser dans { $name }
duplicates-save-question = Aucun de ceux-ci ?
duplicates-save-anyway = Enregistrer quand même
duplicates-refused = Il existe déjà quelque chose de semblable.

# Settings.
duplicates-setting = Doublons
duplicates-setting-hint = Ce qui indique que quelqu’un est déjà là
duplicates-setting-text = Un avertissement s’affiche, et la paire suspecte est listée, quand deux fiches ont en commun l’un de ces éléments :
duplicates-count-email = L’adresse e-mail
duplicates-count-phone = Le numéro de téléphone
duplicates-count-site = Le site web
duplicates-count-company = L’entreprise
duplicates-save = Enregistrer
duplicates-setting-saved = Enregistré. Cela vaut dès maintenant, aussi pour ce qui existe déjà.

# Suspected pairs.
duplicates-title = Doublons possibles
duplicates-loading = Recherche des doublons
duplicates-none = Aucun doublon
duplicates-none-text = Rien de ce que vous voyez ne semble exister deux fois. Ce qui compte comme indice se règle dans les paramètres.
duplicates-more = Afficher plus
duplicates-shown =
    { $count ->
        [one] Une paire
        [many] { $count } paires
       *[other] { $count } paires
    }
duplicates-common = Beaucoup de fiches ont le { $what } { $value } : trop pour être des doublons.
duplicates-merge = Fusionner
duplicates-merge-label = Fusionner { $one } et { $other }
duplicates-apart-label = { $one } et { $other } ne sont pas les mêmes
duplicates-told-apart = { $one } et { $other } ne sont pas les mêmes.
duplicates-undo = Annuler

# Two records become one.
merge-title = Fusion
merge-intro = { $survivor } est plus ancien et reste. { $other } y est versé.
merge-note = Notes, fichiers, tâches, rappels, étiquettes et historique des deux sont ensuite réunis. Vous pouvez revenir en arrière pendant 30 jours.
merge-all-same = Tous les champs sont identiques.
merge-of-older = de celui qui reste
merge-of-newer = de celui qui y est versé
merge-stays = reste
merge-goes = est versé dans l’autre
merge-run = Fusionner
merge-cancel = Annuler
merge-done = Fusionnés. { $name } contient tout maintenant.
merge-undone = De nouveau séparés.
merge-same = C’est la même fiche.
merge-already = { $name } a déjà été fusionné avec { $into }.
event-record-merged = y a fusionné { $name }
event-record-unmerged = l’a de nouveau séparé de { $name }
