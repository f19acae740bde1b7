# Importazioni: record da un file.
import-title = Importazioni
import-where = Dove ti trovi
import-new = Importa un file
import-new-lead = Porta qui un elenco da Excel, da un altro CRM o da una rubrica. Vedi tutto prima che accada e puoi annullare dopo.
import-none-title = Ancora nessuna importazione
import-none-text = Scegli un file con i tuoi record; la prima riga può contenere i nomi delle colonne.
import-more = Mostra altre
import-file = File
import-state = Stato
import-when = Caricato
import-created = Creati
import-updated = Aggiornati
import-skipped = Tralasciati
import-refused = Rifiutati
import-state-draft = Scelte da fare
import-state-ready = Pronta
import-state-running = In corso
import-state-done = Completata
import-state-failed = Non riuscita
import-state-cancelled = Interrotta
import-state-undoing = In annullamento
import-state-undone = Annullata

import-kind = Che cosa sono le righe
import-drop = Trascina qui un file oppure sceglilo
import-drop-hint = Excel (.xlsx), CSV, TSV o schede di contatto (.vcf), al massimo 200 MB
import-upload-stop = Interrompi il caricamento di { $name }
import-help-title = Buono a sapersi
import-help-excel = I file di Excel, Google Contatti, Outlook, altri CRM e rubriche vengono letti così come sono. Da XLS, ODS o Numbers salva prima un file XLSX o CSV.
import-help-header = Una prima riga con nomi come Nome, E-mail, Azienda ci permette di abbinare le colonne per te.
import-help-safe = Caricare il file non importa ancora nulla. Prima controlli.

import-step-reading = 1. Il file
import-step-reading-hint = Le righe qui sotto sono giuste? Se lettere o colonne sono sbagliate, scegli un'altra codifica o un altro separatore.
import-step-reading-cards = I contatti qui sotto sono giusti? Se le lettere sono sbagliate, scegli un'altra codifica.
import-step-reading-workbook = Le righe qui sotto sono giuste? Date e numeri vengono presi come li conserva Excel.
import-sheet = Foglio
import-skip = Righe sopra la tabella
import-skip-hint = Titoli e annotazioni che non ne fanno parte.
import-encoding = Codifica
import-encoding-hint = Gli accenti sono sbagliati? Provane un'altra.
import-encoding-utf8 = UTF-8
import-encoding-utf16le = UTF-16 (testo Unicode)
import-encoding-utf16be = UTF-16, byte alto per primo
import-encoding-windows1252 = Europa occidentale (Windows-1252, ISO-8859-1)
import-encoding-iso885915 = Europa occidentale con euro (ISO-8859-15)
import-encoding-windows1250 = Europa centrale (Windows-1250)
import-encoding-windows1256 = Arabo (Windows-1256)
import-encoding-macintosh = Europa occidentale (vecchi Macintosh)
import-encoding-iso88592 = Europa centrale, Unix (ISO-8859-2)
import-encoding-windows1257 = Baltico (Windows-1257)
import-encoding-windows1254 = Turco (Windows-1254)
import-encoding-windows1253 = Greco (Windows-1253)
import-encoding-windows1251 = Cirillico (Windows-1251)
import-encoding-koi8u = Cirillico, Unix (KOI8-U)
import-encoding-windows1255 = Ebraico (Windows-1255)
import-encoding-shift-jis = Giapponese (Shift JIS)
import-encoding-gb18030 = Cinese semplificato (GB 18030)
import-encoding-big5 = Cinese tradizionale (Big5)
import-encoding-euc-kr = Coreano (EUC-KR)
import-delimiter = Le colonne sono separate da
import-delimiter-comma = Virgola ,
import-delimiter-semicolon = Punto e virgola ;
import-delimiter-tab = Tabulazione
import-delimiter-bar = Barra |
import-has-header = La prima riga contiene i nomi delle colonne
import-preview = Prime righe del file
import-rows = { $count ->
    [one] Una riga nel file
   *[other] { $count } righe nel file
}
import-column = Colonna { $number }

import-step-columns = 2. Le colonne
import-step-columns-hint = Indica che cosa contiene ogni colonna. Nome e cognome possono andare insieme nel nome.
import-column-head = Colonna
import-samples = Per esempio
import-goes-into = Va in
import-goes-into-of = { $column } va in
import-goes-nowhere = Tralascia
import-left-out = { $count ->
    [0] Tutte le colonne sono usate.
    [one] Una colonna è tralasciata.
   *[other] { $count } colonne sono tralasciate.
}
import-missing-field = Nessuna colonna va ancora in «{ $field }», che è necessario.
import-mapping-twice = Una sola colonna può andare in «{ $field }».
import-mapping-unknown = Una delle colonne va in un campo che non esiste.
import-no-updates = Questi record non possono essere modificati da un'importazione.

import-step-dates = Date
import-dates-question = Il file contiene date come { $samples }. Che cosa viene prima?
import-dates-day = Il giorno: 03/04 è il 3 aprile
import-dates-month = Il mese: 03/04 è il 4 marzo
import-dates-shown = Altre date del file sono scritte così
import-missing-date-order = Indica prima se nelle date del file viene prima il giorno o il mese.

import-step-words = Parole che non conosciamo
import-step-words-hint = Il file le nomina, ma qui non esistono. Le righe con una parola non decisa vengono rifiutate.
import-word = Nel file
import-word-field = Campo
import-word-rows = Righe
import-word-outcome = Che cosa fare
import-word-outcome-of = Che cosa fare con { $word }
import-word-create = Creala
import-word-leave = Lascia vuoto il campo
import-word-use = Usa «{ $name }»
import-word-refuse = Rifiuta queste righe

import-step-duplicates = 3. Ciò che c'è già, e valori predefiniti
import-duplicates-question = Se un record c'è già o compare due volte nel file
import-duplicates-skip = Tralascia la riga
import-duplicates-skip-hint = Quello che hai resta com'è.
import-duplicates-fill = Completa ciò che è vuoto
import-duplicates-fill-hint = Solo i campi vuoti del record prendono i valori del file.
import-duplicates-overwrite = Sovrascrivi
import-duplicates-overwrite-hint = I valori del file prendono il posto di quelli del record; ciò che il file lascia vuoto resta com'è.
import-duplicates-update = Modifica soltanto ciò che c'è
import-duplicates-update-hint = I valori del file prendono il posto di quelli del record; le righe senza corrispondenza vengono tralasciate.
import-duplicates-create = Crealo comunque
import-duplicates-create-hint = Avrai due record.
import-defaults = Ciò che il file non dice
import-defaults-hint = Lo ricevono i nuovi record dove la cella è vuota o la colonna manca.
import-default-none = Valore predefinito
import-currency = Valuta degli importi
import-currency-hint = Per gli importi che non la indicano.

import-step-check = 4. Controlla e avvia
import-step-check-hint = Il controllo scorre tutte le righe e non cambia nulla. L'importazione arriva agli stessi numeri.
import-check = Controlla il file
import-discard = Elimina questa importazione
import-checked = Controllato: { $created } da creare, { $updated } da modificare, { $refused } da rifiutare.
import-not-ready = Qui sopra c'è ancora qualcosa da decidere.
import-nothing = Non c'è nessuna riga da importare.
import-start = { $count ->
    [one] Importa una riga
   *[other] Importa { $count } righe
}
import-near-title = Forse ci sono già
import-near-count = { $count ->
    [one] Una riga diventa un nuovo record, anche se potrebbe riguardarne uno esistente.
   *[other] { $count } righe diventano nuovi record, anche se potrebbero riguardarne di esistenti; ecco le prime { $shown }.
}
import-left-title = Righe che non vengono importate
import-row = Riga
import-cells = Celle
import-reason = Motivo
import-refused-one = Rifiutata
import-skipped-one = Tralasciata
import-created-one = Importata
import-conflict = Nel frattempo questa importazione è andata avanti. La vedi com'è adesso.

import-step-run = L'importazione
import-running = Importazione delle righe
import-running-hint = Puoi lasciare questa pagina: l'importazione continua.
import-progress = { $done } righe su { $rows }
import-cancel = Interrompi
import-undoing = Annullamento dell'importazione
import-over = L'importazione è terminata.
import-failed = L'importazione non ha potuto proseguire
import-kept-title = Conservati, perché nel frattempo qualcuno li ha modificati
import-kept-hint = Eliminali tu, se non ti servono.
import-look = Vedi i record
import-download = Scarica le righe rifiutate
import-undo = Annulla l'importazione
import-undo-title = Annullare questa importazione?
import-undo-text = Ciò che ha creato viene tolto e ciò che ha modificato torna com'era. I record modificati nel frattempo restano e vengono elencati.
import-undo-not = Conserva
import-another = Importa un altro file
import-refused-title = Righe rifiutate
import-refused-file = rifiutate
import-column-row = Riga importazione
import-column-reason = Motivo importazione

import-problem-gone = Il file non c'è più. Caricalo di nuovo.
import-problem-empty = In questo file non ci sono righe.
import-problem-workbook = Questa è una cartella di lavoro in un formato vecchio o binario (XLS, XLSB). In Excel scegli «Salva con nome» e «Cartella di lavoro di Excel (.xlsx)», poi carica quel file.
import-problem-encrypted = Questa cartella di lavoro è protetta da una password. In Excel salvala senza password, poi carica quel file.
import-problem-open-document = Questo è un foglio OpenDocument. In LibreOffice scegli «Salva con nome» e «Excel 2007-365 (.xlsx)», poi carica quel file.
import-problem-numbers = Questo è un documento di Numbers. In Numbers scegli «File», «Esporta in» ed «Excel», poi carica quel file.
import-problem-archive = Questo è un archivio compresso. Estrailo e carica il file che contiene.
import-problem-damaged = La cartella di lavoro è danneggiata o non è arrivata intera. Aprila in Excel, salvala di nuovo e ricaricala.
import-problem-too-large = Questa cartella di lavoro contiene più di quanto possiamo estrarre. In Excel scegli «Salva con nome» e «CSV UTF-8», poi carica quel file.
import-problem-markup = Questa è una pagina web o un XML, qualunque sia il suo nome. Aprila in Excel, scegli «Salva con nome» e «Cartella di lavoro di Excel (.xlsx)», poi carica quel file.
import-problem-open-card = La scheda di contatto che inizia alla riga { $line } non ha una fine. Esporta di nuovo i contatti; nulla è stato importato.
import-problem-no-text = In questo file non c'è una tabella. Scegli un file Excel (.xlsx), CSV, TSV o vCard.
import-problem-letters = La riga { $line } contiene lettere che questa codifica non ha. Scegli un'altra codifica.
import-problem-open-quote = Le virgolette che si aprono alla riga { $line } non vengono mai chiuse. Correggi il file e caricalo di nuovo; nulla è stato importato.
import-problem-stray-quote = Alla riga { $line } c'è qualcosa dopo le virgolette di chiusura. Correggi il file e caricalo di nuovo; nulla è stato importato.
import-problem-columns = Alla riga { $line } ci sono più di { $limit } colonne.
import-problem-cell = Una cella alla riga { $line } è più lunga di quanto possiamo conservare.
import-problem-rows = Il file ha più di { $limit } righe. Dividilo in più file.
import-problem-staff = L'account che ha avviato questa importazione non è più attivo.

import-refuse-field = { $field }: { $reason }
import-refuse-both = { $first }; { $next }
import-refuse-missing = manca
import-refuse-cells = La riga ha { $cells } celle, ma il file ha solo { $columns } colonne.
import-refuse-letter = una lettera è rovinata; il file era già danneggiato
import-refuse-long = { $length } caratteri sono troppi, il massimo è { $limit }
import-refuse-email = «{ $cell }» non è un indirizzo e-mail
import-refuse-phone = «{ $cell }» non è un numero di telefono
import-refuse-phone-excel = Excel ha abbreviato questo numero in «{ $cell }». In Excel formatta la colonna come testo ed esportala di nuovo
import-refuse-money = «{ $cell }» non è un importo
import-refuse-currency = «{ $cell }» non è il codice di una valuta
import-refuse-date = «{ $cell }» non è una data
import-refuse-date-order = «{ $cell }» può essere due date diverse; indica se viene prima il giorno o il mese
import-refuse-flag = «{ $cell }» non è né sì né no
import-refuse-word = «{ $cell }» qui non esiste
import-refuse-word-right = «{ $cell }» qui non esiste e il tuo ruolo non permette di crearlo
import-skip-earlier = Uguale alla riga { $row } di questo file.

import-tells = Una riga indica un record esistente se hanno in comune
import-tells-hint = Ne basta uno. Tra più record vale il più vecchio.
import-tells-number = La colonna con il nostro numero viene prima: una riga con un numero indica quel record e nessun altro.
import-key-unknown = Questi record non si distinguono così.
import-number = ID Foyer
import-always = { $field } in ogni riga, qualunque cosa dica il file
import-tags-all = Etichette per tutte le righe
import-tags-all-hint = Separate da virgole. Si aggiungono a quelle del file.
import-changes-title = Che cosa cambia nei record esistenti
import-changes-count = { $count ->
    [one] Cambia un record.
   *[other] Cambiano { $count } record; ecco i primi { $shown }.
}
import-changes = Modifiche
import-record = Record
import-kept-fields = resta com'è: { $fields }
import-skip-same = Niente di nuovo per il record esistente.
import-skip-unknown = Nessun record corrisponde, e questa importazione non ne crea.
import-refuse-no-record = Non c'è nessun record con questo numero che tu possa vedere.
import-refuse-number = “{ $cell }” non è un nostro numero

import-mappings = Mappature salvate
import-mapping = Mappatura
import-mapping-none = Nessuna
import-mapping-named = { $name }
import-mapping-fits = { $name } (fatta per un file così)
import-mapping-known = Hai già avuto un file con queste colonne: “{ $name }” dice come importarlo.
import-mapping-pick = Scegli prima una mappatura.
import-mapping-use = Usa questa mappatura
import-mapping-used = Le scelte sono quelle di “{ $name }”.
import-mapping-rename = Rinomina o condividi
import-mapping-delete = Elimina questa mappatura
import-mapping-save = Salva questa mappatura
import-mapping-save-hint = Colonne, valori fissi, parole e che cosa succede ai record esistenti. Viene proposta di nuovo quando un file ha queste colonne.
import-mapping-name = Nome
import-mapping-share = Per tutti quelli che possono importare questi record
import-mapping-keep = Salva
import-mapping-saved = La mappatura è salvata.
import-mapping-cancel = Annulla
import-mapping-no-header = Una mappatura si riconosce dai nomi delle colonne; questo file non ne ha.
import-mapping-many = Hai { $limit } mappature. Eliminane prima una.
import-left-out-names = Tralasciate: { $names }

# Che cosa si dice alla fine a chi l’ha avviata.
import-ended = { $file } è stato importato. Nuovi: { $created }, modificati: { $updated }, saltati: { $skipped }, rifiutati: { $refused }.
import-ended-failed = Non è stato possibile importare { $file } fino in fondo.

# What rows bring to their records, and rows that delete.
import-becomes = Diventa
import-bin = Nel cestino
import-of-part = { $part } { $name }: { $field }
import-deleted = Eliminati
import-step-tells = 3. Quali record si intendono
import-checked-delete = Controllato: { $updated } verrebbero eliminati, { $refused } rifiutati.
import-start-delete = { $count ->
    [one] Elimina un record
   *[other] Elimina { $count } record
}
import-refuse-unknown = Nessun record visibile corrisponde.
import-refuse-several = Questo indica { $count } record. Va indicato quale, con il suo numero.
