# The portal of customers.
portal-home = Panoramica
portal-me = Accesso e sicurezza
portal-loading = Caricamento del portale
portal-welcome = Benvenuto, { $name }
portal-accounts = Conti
portal-accounts-none = Non c’è ancora nessun conto.
portal-settled = in pari
portal-owed = { $amount } da pagare
portal-credit = { $amount } a tuo favore
portal-company = La tua azienda
portal-company-wrong = C’è qualcosa di sbagliato? Dillo a chi ti segue.
portal-manager = Chi ti segue
portal-consent = Marketing
portal-consent-label = Acconsento a ricevere novità e offerte
portal-consent-hint = Puoi cambiare idea in ogni momento.
portal-consent-saved = Salvato
portal-sites-none = Non c’è ancora nessuna sede.
