# La cassaforte
vault-title = Cassaforte
vault-hint = Codici e accessi, conservati cifrati. Ogni consultazione viene annotata nella cronologia.
vault-empty = Niente per te nella cassaforte
vault-empty-text = Le voci non destinate al tuo ruolo non sono elencate.
vault-add = Aggiungi voce
vault-look = Mostra «{ $name }»
vault-hide = Nascondi «{ $name }»
vault-soon = { $count ->
    [one] Si nasconde da sola tra { $count } secondo.
   *[other] Si nasconde da sola tra { $count } secondi.
}
vault-copy-user = Copia nome utente
vault-copy-secret = Copia segreto
vault-copied = Copiato
vault-for = Per { $roles }
vault-for-nobody = Solo per gli amministratori
vault-made-by = { $who }, { $at }
vault-made = Creata il { $at }
vault-actions = Altro per «{ $name }»
vault-edit = Modifica
vault-delete = Elimina
vault-deleted = «{ $name }» è stata eliminata.
vault-saved = Salvata nella cassaforte
vault-new-title = Nuova voce della cassaforte
vault-edit-title = Modifica voce della cassaforte
vault-secret-stays = Lascia vuoto per mantenere il segreto com’è.
vault-roles-hint = Gli amministratori possono sempre consultarla.
vault-roles-none = Scegli almeno un ruolo.
vault-roles-gone = Uno di questi ruoli è stato eliminato nel frattempo. Chiudi la finestra e scegli di nuovo.
vault-conflict = Nel frattempo qualcun altro ha modificato questa voce. Salva di nuovo per sovrascriverla.
vault-another = un altro

# I suoi campi
field-vault_name = A che cosa serve
field-vault_user_name = Nome utente
field-vault_secret = Segreto
field-vault_address = Indirizzo
field-vault_note = Nota
field-vault_roles = Chi può consultarla

# Nella cronologia
event-vault-added = ha messo «{ $name }» nella cassaforte
event-vault-changed = ha modificato «{ $name }» nella cassaforte
event-vault-deleted = ha eliminato «{ $name }» dalla cassaforte
event-vault-restored = ha ripristinato «{ $name }» nella cassaforte
event-vault-looked = ha consultato «{ $name }» nella cassaforte
event-vault-rotated = ha cambiato la chiave della cassaforte
