# Esportazioni: record in un file.
export-title = Esporta
export-action = Esporta
export-close = Chiudi
export-loading = Controllo che cosa si può esportare…
export-count = { $count ->
    [0] Non c’è nulla da esportare.
    [one] Nel file ci sarà un record.
   *[other] Nel file ci saranno { $count } record.
}
export-count-more = Nel file ci saranno più di { $count } record.
export-format = Formato
export-format-csv = CSV, per qualsiasi programma. Arriva subito.
export-format-xlsx = Cartella di Excel (.xlsx). Viene preparata in background.
export-delimiter = Tra le colonne
export-delimiter-hint = Excel si aspetta una virgola o un punto e virgola, a seconda della lingua.
export-delimiter-comma = Virgola
export-delimiter-semicolon = Punto e virgola
export-delimiter-tab = Tabulazione
export-columns = Colonne
export-all = Tutte
export-none = Nessuna
export-download = Scarica
export-make = Prepara la cartella
export-running = La cartella è in preparazione
export-running-hint = Puoi lasciare questa pagina. La campanella ti avvisa quando il file è pronto.
export-rows = { $rows ->
    [one] Un record
   *[other] { $rows } record
}
export-over = La cartella è pronta.
export-ready = La tua cartella { $name } è pronta.
export-kept-until = Il file si può scaricare fino a { $until }.
export-gone = Il file non è più conservato. Esporta di nuovo per averne uno aggiornato.
export-back = Torna all’elenco
export-failed = La cartella non è stata preparata
export-column-unknown = Non c’è nessuna colonna «{ $column }».
export-too-many-ids = Si possono indicare al massimo { $most } record uno per uno.
export-too-many-rows = Una cartella contiene al massimo { $most } righe. Scegli CSV, o un filtro.
export-format-unknown = Qui si può chiedere solo csv.
export-problem-staff = Chi voleva questo file non lavora più qui.
export-number = ID Foyer
