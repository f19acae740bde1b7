# The vault
vault-title = Vault
vault-hint = Codes and logins, kept encrypted. Each look is written into the history.
vault-empty = Nothing in the vault for you
vault-empty-text = Entries that are not meant for your role are not listed.
vault-add = Add entry
vault-look = Show “{ $name }”
vault-hide = Hide “{ $name }”
vault-soon = { $count ->
    [one] It hides itself in { $count } second.
   *[other] It hides itself in { $count } seconds.
}
vault-copy-user = Copy user name
vault-copy-secret = Copy secret
vault-copied = Copied
vault-for = For { $roles }
vault-for-nobody = For administrators only
vault-made-by = { $who }, { $at }
vault-made = Made { $at }
vault-actions = More for “{ $name }”
vault-edit = Change
vault-delete = Delete
vault-deleted = “{ $name }” was deleted.
vault-saved = Saved in the vault
vault-new-title = New vault entry
vault-edit-title = Change vault entry
vault-secret-stays = Leave it empty to keep the secret as it is.
vault-roles-hint = Administrators may always look.
vault-roles-none = Choose at least one role.
vault-roles-gone = One of these roles has been deleted meanwhile. Close the dialog and choose again.
vault-conflict = Somebody else changed this entry meanwhile. Save again to put yours over it.
vault-another = another one

# Its fields
field-vault_name = What it is for
field-vault_user_name = User name
field-vault_secret = Secret
field-vault_address = Address
field-vault_note = Note
field-vault_roles = Who may look

# In the history
event-vault-added = put “{ $name }” into the vault
event-vault-changed = changed “{ $name }” in the vault
event-vault-deleted = deleted “{ $name }” from the vault
event-vault-restored = took “{ $name }” back into the vault
event-vault-looked = looked at “{ $name }” in the vault
event-vault-rotated = changed the key of the vault
