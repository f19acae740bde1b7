# Conti personali dei clienti.
account-title = Conti personali
account-trail = Dove ti trovi
account-loading = Caricamento dei conti
account-open = Apri conto
account-edit = Modifica conto
account-save = Salva
account-saved = Conto salvato
account-close-dialog = Chiudi
account-actions = Azioni
account-none = Ancora nessun conto
account-none-text = Aprine uno per addebitare servizi a questo cliente e annotare i pagamenti.
account-more = Mostra altri conti
account-shown = { $count ->
    [one] Un conto mostrato
   *[other] { $count } conti mostrati
}
account-number-hint = Lascialo vuoto per il numero successivo.
account-number-taken = Un altro conto ha già questo numero.
account-name-hint = A che cosa serve, con parole tue.
account-currency-own = La valuta del cliente
account-currency-fixed = La valuta resta, una volta che il conto ha servizi o movimenti.
account-currency-other = Questo importo non è nella valuta del conto.
account-customer-stays = Un conto resta al suo cliente.
account-customer-deleted = Il suo cliente è nel cestino. Recupera prima il cliente.
account-status-open = aperto
account-status-suspended = sospeso
account-status-closed = chiuso
account-reopen = Riapri
account-suspend = Sospendi
account-close = Chiudi il conto
account-delete = Elimina conto
account-deleted = Conto { $number } eliminato
account-is-closed = Questo conto è chiuso. Riaprilo per registrare movimenti.
account-is-suspended = Questo conto è sospeso. Riaprilo per addebitare quanto è dovuto.
account-is-deleted = Questo conto è nel cestino.
account-not-settled = Un conto si può chiudere quando il saldo è zero.
account-has-entries = Un conto con movimenti resta; si può chiudere.
account-balance = Saldo
account-owed = { $amount } da pagare
account-credit = { $amount } a credito
account-settled = In pari

# Che cosa viene addebitato.
account-services = Servizi
account-services-none = Nulla viene addebitato da sé
account-services-none-text = Aggiungi ciò che questo cliente paga una volta o regolarmente.
account-services-many = Un conto accetta al massimo { $limit } servizi.
account-service-what = Causale
account-service-add = Aggiungi servizio
account-service-edit = Modifica { $name }
account-service-delete = Rimuovi { $name }
account-service-saved = Servizio salvato
account-service-product = Prodotto
account-service-free = Nessuno, o scegli dal catalogo
account-service-quantity = Quantità
account-service-price = { $quantity } × { $price }
account-service-from = Dal
account-service-from-hint = Il primo periodo comincia in questo giorno, in cui viene addebitato.
account-service-to = Fino a prima del
account-service-to-hint = Il primo giorno senza; vuoto se continua.
account-service-charged = Qualcosa è già stato addebitato: inizio e ritmo restano. Terminalo e aggiungine un altro.
account-service-stays = Qualcosa è già stato addebitato. Terminalo con il suo ultimo giorno.
account-service-changed-meanwhile = Qualcun altro ha modificato questo servizio nel frattempo.
account-product-nothing = Nessun prodotto così
account-product-unknown = Scegli un prodotto del catalogo.
account-quantity-unfit = Scrivi un numero maggiore di zero, come 1 o 2,5.
account-day-unfit = Scegli un giorno tra gli anni 2000 e 2199.
account-end-unfit = Finisce dopo il suo inizio.
account-charge-due = Addebita quanto è dovuto
account-charged-count = { $count ->
    [0] Nulla è dovuto
    [one] Un addebito registrato
   *[other] { $count } addebiti registrati
}

# Il libro dei movimenti.
account-ledger = Movimenti
account-from = Dal giorno
account-to = Al giorno
account-opening = Saldo prima
account-closing = Saldo dopo
account-entry-what = Movimento
account-entry-day = Giorno
account-entries-none = Nessun movimento
account-entries-more = Mostra altri movimenti
account-entries-shown = { $count ->
    [one] Un movimento mostrato
   *[other] { $count } movimenti mostrati
}
account-amount = Importo
account-amount-unfit = Scrivi un importo diverso da zero e non smisurato, come 120,50.
account-correction-hint = Sotto zero se il cliente deve di meno.
account-reason = Causale
account-house = Foyer
account-period = dal { $day }
account-post = Registra
account-posted = Registrato
account-post-charge = Addebito
account-post-payment = Pagamento
account-post-correction = Rettifica
account-posting-charge = Addebito
account-posting-payment = Pagamento
account-posting-correction = Rettifica
account-posting-reversal = Storno
account-reverse = Storna
account-reverse-this = Storna: { $reason }
account-reverse-text = { $amount } per «{ $reason }» viene annullato da un altro movimento. Entrambi restano.
account-reversed = Stornato
account-reversed-mark = stornato
account-reversed-already = È già stato stornato.
account-reversal-stays = Uno storno non si può stornare; registra di nuovo il movimento.

# Che cosa è successo. Ogni frase continua dopo il nome di chi l’ha fatto.
event-account-created = ha aperto il conto { $number }
event-account-updated = ha modificato il conto { $number }
event-account-deleted = ha eliminato il conto { $number }
event-account-restored = ha recuperato il conto eliminato { $number }
event-account-charged = ha addebitato { $amount } sul conto { $number }: { $reason }
event-account-paid = ha annotato un pagamento di { $amount } sul conto { $number }: { $reason }
event-account-corrected = ha rettificato il conto { $number } di { $amount }: { $reason }
event-account-reversed = ha stornato sul conto { $number }: { $what }, { $amount }, { $reason }
event-account-service-added = ha aggiunto al conto { $number }: { $name }, { $amount }, { $charge }
event-account-service-changed = ha modificato sul conto { $number }: { $name }, { $amount }, { $charge }
event-account-service-removed = ha tolto dal conto { $number }: { $name }, { $amount }, { $charge }

# Nomi dei campi.
field-account_number = Numero
field-status = Stato
field-customer_id = Cliente
