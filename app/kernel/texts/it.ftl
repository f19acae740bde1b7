# Come l'italiano scrive numeri e date (CLDR, it).
cldr-decimal = ,
cldr-group = .
cldr-money = #{"\u00A0"}¤
cldr-months = gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic
cldr-weekdays = lun|mar|mer|gio|ven|sab|dom
cldr-date = D MMM YYYY
cldr-date-time = D, T

# Che cosa è andato storto e che cosa fare.
error-not-found = Non l'abbiamo trovato. Forse è stato eliminato oppure non hai accesso.
error-unauthenticated = La sessione è scaduta. Accedi di nuovo per continuare: quello che hai scritto è ancora qui.
error-forbidden = Il tuo ruolo non lo permette. Chiedi a un amministratore se ti serve.
error-forbidden-admin = Solo gli amministratori possono farlo.
error-invalid = Controlla i campi segnalati.
error-too-many = { $seconds ->
    [one] Troppi tentativi. Attendi un secondo e riprova.
   *[other] Troppi tentativi. Attendi { $seconds } secondi e riprova.
}
error-too-large = È troppo grande: sono accettati al massimo { $megabytes } MB.
error-unavailable = Al momento il server non può salvare nulla. Nulla è cambiato; riprova tra poco.
error-busy = Qualcun altro sta modificando la stessa cosa. Nulla è cambiato; riprova.
error-duplicate = Esiste già.
error-internal = Qualcosa è andato storto da parte nostra. Nulla è cambiato. Se succede ancora, comunica questo numero all'amministratore: { $id }
error-unreachable = Il server non è raggiungibile. Controlla la connessione; nulla è andato perso, riprova.
error-required = Compila questo campo.
error-too-long = { $limit ->
    [one] Qui ci sta al massimo un carattere.
   *[other] Qui ci stanno al massimo { $limit } caratteri.
}
error-email = Non è un indirizzo e-mail. Dovrebbe somigliare a nome@example.com.
error-money = Non è un importo. Scrivilo come 1234,50.
error-date = Non è una data. Scrivila come AAAA-MM-GG.

age-now = ora
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } g
age-months = { $count ->
    [one] { $count } mese
   *[other] { $count } mesi
}
age-years = { $count ->
    [one] { $count } anno
   *[other] { $count } anni
}
