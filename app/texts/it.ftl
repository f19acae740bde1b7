# Dove si può andare.
shell-board = Bacheca
shell-board-of = Bacheca: { $name }
shell-leads = Lead
shell-my-day = La mia giornata
shell-customers = Clienti
shell-imports = Importazioni
shell-settings = Impostazioni
shell-my-page = Il mio account
shell-navigation = Principale
shell-skip = Collegamenti rapidi
shell-skip-to-main = Vai alla pagina
shell-skip-to-navigation = Vai alla navigazione
shell-fold = Restringi la barra laterale
shell-unfold = Allarga la barra laterale
shell-demo = Azienda dimostrativa. Provi pure tutto ciò che vuole.

# Che cosa si può creare.
shell-create = Nuovo
shell-new-lead = Nuovo lead
shell-new-customer = Nuovo cliente
shell-new-import = Importa lead

# La barra in alto.
shell-search = Cerca o vai a
shell-search-hint = Nome, azienda, e-mail, telefono o una pagina
shell-search-nothing = Nessun risultato. Con meno lettere si trova di più.
shell-offline = Non connesso
shell-offline-explained = Nessuna connessione al server. Ciò che vede potrebbe non essere aggiornato e le modifiche non si possono salvare finché la connessione non ritorna. Continuiamo a provare.
shell-theme = Colori
shell-theme-auto = Colori del sistema
shell-theme-light = Colori chiari
shell-theme-dark = Colori scuri
shell-language = Lingua
shell-sign-out = Esci

# La campanella.
shell-bell = Notifiche
shell-bell-busy = C’è del lavoro in corso.
shell-bell-unread = { $count ->
    [0] Notifiche
    [one] Notifiche, una non letta
   *[other] Notifiche, { $count } non lette
}
shell-bell-empty = Nessuna novità
shell-bell-empty-text = Qui compaiono i promemoria e ciò che i colleghi Le assegnano.
shell-bell-read-all = Segna tutto come letto
shell-bell-new = Nuova

# La tavolozza dei comandi e il foglio d’aiuto.
shell-palette-page = In questa pagina
shell-palette-do = Azioni
shell-keys = Scorciatoie da tastiera
shell-keys-anywhere = Ovunque
shell-keys-go = Vai a
shell-keys-make = Crea

# Messaggi.
shell-notices = Messaggi
shell-dismiss = Chiudi il messaggio
shell-close = Chiudi
shell-page-failed = La pagina non si è avviata del tutto. Si può leggere, ma non modificare.
shell-page-reload = Ricarica la pagina
shell-not-found-title = Qui non c’è nulla
shell-not-found-text = L’indirizzo potrebbe essere errato, oppure ciò che c’era è stato eliminato o spostato.
shell-not-found-home = Alla pagina iniziale

# La sessione è terminata.
shell-session-ended = La sessione è terminata
shell-session-ended-text = Acceda di nuovo per continuare. La pagina resta com’è, e così ciò che ha scritto.
shell-session-other-person = Sono un’altra persona
shell-session-renewed = Ha eseguito di nuovo l’accesso. Ripeta l’ultima operazione.
shell-email = E-mail
shell-password = Password
shell-sign-in = Accedi
shell-viewing-portal = Stai guardando il portale come lo vede { $name }. Qui non si può cambiare nulla.
shell-viewing-role = Stai guardando Foyer con il ruolo { $name }. Qui non si può cambiare nulla.
shell-viewing-end = Torna alla tua vista
