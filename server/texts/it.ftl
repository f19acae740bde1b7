error-other-site = La richiesta proviene da un altro sito e non è stata eseguita. Apri Foyer direttamente e riprova.
