# Accesso.
sign-in-title = Benvenuto in { $organisation }
sign-in-lead = Accedi per continuare.
sign-in-submit = Accedi
sign-in-email = Indirizzo e-mail
sign-in-password = Password
sign-in-forgotten = Hai dimenticato la password?
sign-in-wrong = Indirizzo e-mail e password non corrispondono. Controlla entrambi e riprova.
sign-in-password-changed = La nuova password è impostata. Usala per accedere.
sign-in-demo-title = Guardati intorno nei panni di qualcuno
sign-in-demo-lead = Questa azienda è inventata. Basta un clic per accedere; nulla esce da questo computer.
sign-in-demo-as = Accedi come
sign-in-demo-marta-role = Responsabile vendite
sign-in-demo-marta-about = Tiene d’occhio tutta la pipeline e può cambiare ogni impostazione.
sign-in-demo-yusuf-role = Vendite
sign-in-demo-yusuf-about = Segue i grandi ordini dall’estero e vede i propri lead.
sign-in-demo-chloe-role = Vendite
sign-in-demo-chloe-about = Risponde alle richieste del sito e vede i propri lead.

# Password.
password-forgotten-title = Hai dimenticato la password?
password-forgotten-lead = Ti mandiamo un link per impostarne una nuova. Funziona una volta sola, per 48 ore.
password-forgotten-submit = Mandami un link
password-forgotten-sent = Se qualcuno lavora qui con questo indirizzo, un’e-mail con il link è in arrivo.
password-back-to-sign-in = Torna all’accesso
password-new-title = Imposta una nuova password
password-new-lead = Dopo, l’accesso su tutti gli altri dispositivi viene chiuso.
password-new-label = Nuova password
password-new-submit = Imposta password
password-ask-again = Chiedi un altro link
password-link-over = Questo link è già stato usato o ha più di 48 ore. Chiedine un altro.
password-rules = Almeno 10 caratteri, di qualsiasi tipo. Qualche parola di fila va benissimo.
password-too-short = È troppo corta: una password ha almeno { $limit } caratteri.
password-too-long = È troppo lunga: una password ha al massimo { $limit } caratteri.
password-common = Questa password è tra le prime che si provano. Scegline una che nessuno indovinerebbe.
password-personal = Non può contenere il tuo nome, il tuo indirizzo e-mail o il nome dell’organizzazione.
password-current = Password attuale
password-current-wrong = Questa non è la tua password.
password-change = Cambia password
password-changed = La password è cambiata. L’accesso su tutti gli altri dispositivi è stato chiuso.

# La prima visita.
set-up-title = Benvenuto. Configuriamo Foyer
set-up-lead = Due minuti, una volta sola. Potrai cambiare tutto in seguito.
set-up-submit = Inizia
set-up-the-organisation = L’organizzazione
set-up-the-administrator = Tu
set-up-the-administrator-hint = Diventi il primo amministratore e puoi invitare gli altri.
set-up-organisation = Nome dell’organizzazione
set-up-country-label = Paese
set-up-currency-label = Valuta
set-up-language-label = Lingua
set-up-time-zone-label = Fuso orario
set-up-choose = Scegli…
set-up-country = Scegli un paese.
set-up-currency = Scegli una valuta.
set-up-time-zone = Scegli un fuso orario.
set-up-done = Foyer è già configurato. Accedi, o chiedi un invito a un amministratore.

# E-mail.
mail-invitation-subject = Il tuo accesso a { $organisation }
mail-invitation-body = { $organisation } ha aperto un account per te. Imposta la password per iniziare:
mail-password-subject = Una nuova password per { $organisation }
mail-password-body = Qualcuno, speriamo tu, ha chiesto un link per impostare una nuova password presso { $organisation }. Se non sei stato tu, non devi fare nulla.
mail-password-limits = Il link funziona una volta sola e per 48 ore.
mail-portal-link-subject = La tua password per { $organisation }
mail-portal-link-body = { $organisation } ti ha dato accesso al suo portale clienti. Imposta la password:
viewing-no-login = Questo contatto non può accedere al portale, quindi non c’è nulla da guardare.
role-view-as = Guarda la casa con questo ruolo

# Impostazioni.
settings-line-up = Sposta { $name } in su
settings-line-down = Sposta { $name } in giù
settings-line-is-first = È già all’inizio.
settings-line-is-last = È già alla fine.
settings-line-moved = { $name }: posizione { $position } di { $count }
settings-line-edit = Modifica { $name }
settings-line-delete = Elimina { $name }
settings-title = Impostazioni

# Personale.
staff-title = Personale
staff-lead = Chi lavora qui e che cosa può fare.
staff-hint = Invita le persone, assegna un ruolo, chiudi gli accessi.
staff-name = Nome
staff-role = Ruolo
staff-no-role = Nessun ruolo
staff-administrator = Amministratore
staff-administrator-hint = Può fare tutto, compresa questa pagina.
staff-last-seen = Ultima attività
staff-never-seen = Mai
staff-actions = Azioni
staff-actions-of = Azioni per { $name }
staff-add = Aggiungi una persona
staff-add-hint = La persona riceve un link per impostare la password.
staff-added = Aggiunta. L’invito è in arrivo.
staff-edit = Modifica
staff-save = Salva
staff-saved = Salvato.
staff-cancel = Annulla
staff-close = Chiudi
staff-left = Non lavora più qui
staff-invited = Invito inviato
staff-activate = Riapri l’accesso
staff-deactivate = Chiudi l’accesso
staff-is-back = La persona può accedere di nuovo.
staff-is-out = La persona è stata disconnessa ovunque e non può più accedere.
staff-send-link = Manda un link per la password
staff-link-sent = Il link è in arrivo.
staff-end-sessions = Disconnetti ovunque
staff-signed-out = La persona è stata disconnessa ovunque.
staff-rights-hint = Quando cambia il ruolo, la persona deve accedere di nuovo.
staff-last-admin = È l’ultimo amministratore. Prima nominane un altro.
staff-email-taken = Qualcuno ha già questo indirizzo e-mail.
staff-role-gone = Questo ruolo non esiste più. Scegline un altro.
staff-conflict = Nel frattempo qualcun altro ha modificato questa persona. Ricarica la pagina e guarda che cosa c’è ora.
staff-not-active = Questa persona non lavora più qui.

# Il proprio account.
staff-me-title = Il mio account
staff-me-hint = Nome, lingua, password, sessioni e token API.
staff-me-profile = Profilo
staff-me-email-hint = Può cambiarlo un amministratore.
staff-me-appearance = Lingua e colori
staff-me-switch-language = Cambia lingua
staff-theme = Colori
staff-theme-auto = Come il sistema
staff-theme-light = Chiaro
staff-theme-dark = Scuro
staff-sessions = Dove hai effettuato l’accesso
staff-sessions-end-others = Esci da tutti gli altri
staff-sessions-ended = L’accesso su tutti gli altri dispositivi è stato chiuso.
staff-session-about = { $address }, ultimo uso { $at }
staff-session-current = Questo browser
staff-session-end = Esci

# Token API.
token-title = Token API
token-lead = Con un token un programma agisce a tuo nome, nei limiti del suo ambito.
token-name = Nome
token-name-hint = A che cosa serve, per esempio «Modulo del sito».
token-scope = Ambito
token-scope-full = Tutto ciò che posso fare
token-scope-read = Sola lettura
token-scope-leads = Solo lead
token-scope-customers = Solo clienti
token-scope-settings = Solo impostazioni
token-add = Crea un token
token-once = Ecco il token. Si vede solo adesso: conservalo in un luogo sicuro.
token-copy = Copia
token-copied = Copiato.
token-delete = Elimina
token-deleted = Il token è eliminato. Il programma che lo usava d’ora in poi viene respinto.
token-never-used = mai usato
token-last-used = ultimo uso { $at }
token-own-only = Puoi creare token solo per te, e non tramite un token.

# Ruoli.
role-title = Ruoli
role-lead = Un ruolo è il nome di un insieme di diritti. Agli amministratori non serve.
role-hint = Decidi chi vede, modifica ed elimina che cosa.
role-none = Non c’è ancora nessun ruolo
role-add = Aggiungi un ruolo
role-name = Nome del ruolo
role-saved = Il ruolo è salvato. Vale subito per tutti quelli che lo hanno.
role-delete = Elimina ruolo
role-deleted = Il ruolo è eliminato.
role-in-use = Qualcuno ha questo ruolo. Prima assegnagliene un altro.
role-name-taken = C’è già un ruolo con questo nome.
role-conflict = Nel frattempo qualcun altro ha modificato questo ruolo. Ricarica la pagina e guarda che cosa c’è ora.
role-people = { $count ->
    [0] Non lo ha nessuno
    [one] Lo ha una persona
   *[other] Lo hanno { $count } persone
}
role-default-sales = Vendite
role-default-manager = Responsabile
role-area-leads = Lead
role-area-customers = Clienti
role-area-settings = Impostazioni
role-can-view-own = Vedere i propri
role-can-view-all = Vedere tutto
role-can-create = Creare
role-can-edit = Modificare
role-can-delete = Eliminare
role-can-import = Importare
role-can-export = Esportare
role-can-share = Condividere viste

# Di che cosa si è avvisati, e come.
notice-title = Di che cosa vieni avvisato
notice-lead = Nessuno viene avvisato di ciò che ha fatto lui stesso o di ciò che non può vedere.
notice-saved = D’ora in poi gli avvisi arrivano così.
notice-assigned = Un lead diventa tuo
notice-task = Qualcuno ti affida un impegno
notice-reminder = Un promemoria scade
notice-export = Un file che esporti è pronto
notice-import = Un file che importi è arrivato in fondo
notice-run = Un lavoro lungo che hai avviato è finito
notice-webhook = Un webhook di cui rispondi è stato disattivato
notice-by-mail = Sotto la campanella e subito per e-mail
notice-by-digest = Sotto la campanella e nell’e-mail del mattino
notice-by-app = Solo sotto la campanella
notice-by-none = Per niente
notice-assigned-many = { $count ->
    [one] Un lead è diventato tuo.
   *[other] { $count } lead sono diventati tuoi.
}
notice-export-many = { $count ->
    [one] Un file è pronto
   *[other] { $count } file sono pronti
}
notice-import-many = { $count ->
    [one] Un’importazione è finita.
   *[other] { $count } importazioni sono finite.
}
notice-run-many = { $count ->
    [one] Un lavoro lungo è finito.
   *[other] { $count } lavori lunghi sono finiti.
}
notice-webhook-many = { $count ->
    [one] Un webhook è stato disattivato.
   *[other] { $count } webhook sono stati disattivati.
}
notice-task-many = { $count ->
    [one] Ti è stato affidato un impegno.
   *[other] Ti sono stati affidati { $count } impegni.
}
notice-reminder-many = { $count ->
    [one] Un promemoria è scaduto.
   *[other] { $count } promemoria sono scaduti.
}
# L’e-mail del mattino.
digest-subject = { $count ->
    [one] { $name }: una cosa per te
   *[other] { $name }: { $count } cose per te
}
digest-lead = { $count ->
    [one] È arrivato questo e non l’hai ancora letto:
   *[other] Sono arrivate { $count } cose che non hai ancora letto:
}
digest-line = • { $text }
digest-more = { $count ->
    [one] E un’altra.
   *[other] E altre { $count }.
}

# Al posto di ciò che non si può mostrare.
problem-again = Riprova
problem-home = Alla mia pagina iniziale
problem-who-helps = Se ti serve, può aiutarti chi amministra { $organisation }.

# Colours.
settings-hue = Colore
settings-hue-number = Colore { $number }
