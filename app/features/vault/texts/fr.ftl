# Le coffre-fort
vault-title = Coffre-fort
vault-hint = Codes et identifiants, conservés chiffrés. Chaque consultation est inscrite dans l’historique.
vault-empty = Rien pour vous dans le coffre-fort
vault-empty-text = Les entrées qui ne sont pas destinées à votre rôle ne sont pas affichées.
vault-add = Ajouter une entrée
vault-look = Afficher « { $name } »
vault-hide = Masquer « { $name } »
vault-soon = { $count ->
    [one] Masqué automatiquement dans { $count } seconde.
   *[other] Masqué automatiquement dans { $count } secondes.
}
vault-copy-user = Copier le nom d’utilisateur
vault-copy-secret = Copier le secret
vault-copied = Copié
vault-for = Pour { $roles }
vault-for-nobody = Pour les administrateurs seulement
vault-made-by = { $who }, { $at }
vault-made = Créée le { $at }
vault-actions = Plus pour « { $name } »
vault-edit = Modifier
vault-delete = Supprimer
vault-deleted = « { $name } » a été supprimée.
vault-saved = Enregistré dans le coffre-fort
vault-new-title = Nouvelle entrée du coffre-fort
vault-edit-title = Modifier l’entrée du coffre-fort
vault-secret-stays = Laissez vide pour garder le secret tel quel.
vault-roles-hint = Les administrateurs peuvent toujours consulter.
vault-roles-none = Choisissez au moins un rôle.
vault-roles-gone = L’un de ces rôles a été supprimé entre-temps. Fermez la fenêtre et choisissez à nouveau.
vault-conflict = Quelqu’un d’autre a modifié cette entrée entre-temps. Enregistrez à nouveau pour la remplacer par la vôtre.
vault-another = un autre

# Ses champs
field-vault_name = À quoi elle sert
field-vault_user_name = Nom d’utilisateur
field-vault_secret = Secret
field-vault_address = Adresse
field-vault_note = Note
field-vault_roles = Qui peut consulter

# Dans l’historique
event-vault-added = a mis « { $name } » dans le coffre-fort
event-vault-changed = a modifié « { $name } » dans le coffre-fort
event-vault-deleted = a supprimé « { $name } » du coffre-fort
event-vault-restored = a remis « { $name } » dans le coffre-fort
event-vault-looked = a consulté « { $name } » dans le coffre-fort
event-vault-rotated = a changé la clé du coffre-fort
