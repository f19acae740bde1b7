# Importations : des fiches depuis un fichier.
import-title = Importations
import-where = Où vous êtes
import-new = Importer un fichier
import-new-lead = Reprenez une liste d’Excel, d’un autre CRM ou d’un carnet d’adresses. Vous voyez tout avant, et pouvez tout annuler après.
import-none-title = Aucune importation pour l’instant
import-none-text = Choisissez un fichier avec vos fiches ; la première ligne peut nommer les colonnes.
import-more = En afficher plus
import-file = Fichier
import-state = État
import-when = Envoyé
import-created = Créées
import-updated = Mises à jour
import-skipped = Écartées
import-refused = Refusées
import-state-draft = Choix à faire
import-state-ready = Prête
import-state-running = En cours
import-state-done = Terminée
import-state-failed = Échouée
import-state-cancelled = Arrêtée
import-state-undoing = En cours d’annulation
import-state-undone = Annulée

import-kind = Ce que sont les lignes
import-drop = Déposez un fichier ici, ou choisissez-le
import-drop-hint = Excel (.xlsx), CSV, TSV ou fiches de contact (.vcf), 200 Mo au plus
import-upload-stop = Arrêter l’envoi de { $name }
import-help-title = Bon à savoir
import-help-excel = Les fichiers d’Excel, de Google Contacts, d’Outlook, d’autres CRM et carnets d’adresses sont lus tels quels. Depuis XLS, ODS ou Numbers, enregistrez d’abord un fichier XLSX ou CSV.
import-help-header = Une première ligne avec des noms comme Nom, E-mail, Société nous permet d’associer les colonnes pour vous.
import-help-safe = L’envoi n’importe encore rien. Vous vérifiez d’abord.

import-step-reading = 1. Le fichier
import-step-reading-hint = Les lignes ci-dessous sont-elles justes ? Si des lettres ou des colonnes sont fausses, choisissez un autre codage ou séparateur.
import-step-reading-cards = Les contacts ci-dessous sont-ils justes ? Si des lettres sont fausses, choisissez un autre codage.
import-step-reading-workbook = Les lignes ci-dessous sont-elles justes ? Les dates et les nombres sont repris tels qu’Excel les garde.
import-sheet = Feuille
import-skip = Lignes au-dessus du tableau
import-skip-hint = Titres et remarques qui n’en font pas partie.
import-encoding = Codage
import-encoding-hint = Les accents sont faux ? Essayez-en un autre.
import-encoding-utf8 = UTF-8
import-encoding-utf16le = UTF-16 (texte Unicode)
import-encoding-utf16be = UTF-16, octet fort en premier
import-encoding-windows1252 = Europe de l’Ouest (Windows-1252, ISO-8859-1)
import-encoding-iso885915 = Europe de l’Ouest avec euro (ISO-8859-15)
import-encoding-windows1250 = Europe centrale (Windows-1250)
import-encoding-windows1256 = Arabe (Windows-1256)
import-encoding-macintosh = Europe de l’Ouest (anciens Macintosh)
import-encoding-iso88592 = Europe centrale, Unix (ISO-8859-2)
import-encoding-windows1257 = Balte (Windows-1257)
import-encoding-windows1254 = Turc (Windows-1254)
import-encoding-windows1253 = Grec (Windows-1253)
import-encoding-windows1251 = Cyrillique (Windows-1251)
import-encoding-koi8u = Cyrillique, Unix (KOI8-U)
import-encoding-windows1255 = Hébreu (Windows-1255)
import-encoding-shift-jis = Japonais (Shift JIS)
import-encoding-gb18030 = Chinois simplifié (GB 18030)
import-encoding-big5 = Chinois traditionnel (Big5)
import-encoding-euc-kr = Coréen (EUC-KR)
import-delimiter = Les colonnes sont séparées par
import-delimiter-comma = Virgule ,
import-delimiter-semicolon = Point-virgule ;
import-delimiter-tab = Tabulation
import-delimiter-bar = Barre |
import-has-header = La première ligne nomme les colonnes
import-preview = Premières lignes du fichier
import-rows = { $count ->
    [one] { $count } ligne dans le fichier
   *[other] { $count } lignes dans le fichier
}
import-column = Colonne { $number }

import-step-columns = 2. Les colonnes
import-step-columns-hint = Dites ce que contient chaque colonne. Le prénom et le nom peuvent aller ensemble dans le nom.
import-column-head = Colonne
import-samples = Par exemple
import-goes-into = Va dans
import-goes-into-of = { $column } va dans
import-goes-nowhere = Laisser de côté
import-left-out = { $count ->
    [0] Toutes les colonnes sont utilisées.
    [one] Une colonne est laissée de côté.
   *[other] { $count } colonnes sont laissées de côté.
}
import-missing-field = Aucune colonne ne va encore dans « { $field } », qui est nécessaire.
import-mapping-twice = Une seule colonne peut aller dans « { $field } ».
import-mapping-unknown = Une des colonnes va dans un champ qui n’existe pas.
import-no-updates = Ces fiches ne peuvent pas être modifiées par une importation.

import-step-dates = Dates
import-dates-question = Le fichier contient des dates comme { $samples }. Qu’est-ce qui vient en premier ?
import-dates-day = Le jour : 03/04 est le 3 avril
import-dates-month = Le mois : 03/04 est le 4 mars
import-dates-shown = D’autres dates du fichier sont écrites ainsi
import-missing-date-order = Dites d’abord si le jour ou le mois vient en premier dans les dates du fichier.

import-step-words = Mots inconnus
import-step-words-hint = Le fichier les nomme, mais ils n’existent pas ici. Les lignes dont un mot reste sans décision sont refusées.
import-word = Dans le fichier
import-word-field = Champ
import-word-rows = Lignes
import-word-outcome = Que faire
import-word-outcome-of = Que faire de { $word }
import-word-create = Le créer
import-word-leave = Laisser le champ vide
import-word-use = Prendre « { $name } »
import-word-refuse = Refuser ces lignes

import-step-duplicates = 3. Ce qui existe déjà, et valeurs par défaut
import-duplicates-question = Si une fiche existe déjà, ou figure deux fois dans le fichier
import-duplicates-skip = Écarter la ligne
import-duplicates-skip-hint = Ce que vous avez reste tel quel.
import-duplicates-fill = Compléter ce qui est vide
import-duplicates-fill-hint = Seuls les champs vides de la fiche prennent les valeurs du fichier.
import-duplicates-overwrite = Remplacer
import-duplicates-overwrite-hint = Les valeurs du fichier prennent la place de celles de la fiche ; ce que le fichier laisse vide reste.
import-duplicates-update = Modifier seulement ce qui existe
import-duplicates-update-hint = Les valeurs du fichier prennent la place de celles de la fiche ; les lignes sans correspondance sont écartées.
import-duplicates-create = La créer quand même
import-duplicates-create-hint = Vous aurez deux fiches.
import-defaults = Ce que le fichier ne dit pas
import-defaults-hint = Les nouvelles fiches le reçoivent là où la cellule est vide ou la colonne absente.
import-default-none = Valeur habituelle
import-currency = Devise des montants
import-currency-hint = Pour les montants qui n’en nomment pas.

import-step-check = 4. Vérifier et lancer
import-step-check-hint = La vérification parcourt toutes les lignes et ne change rien. L’importation arrive aux mêmes nombres.
import-check = Vérifier le fichier
import-discard = Abandonner cette importation
import-checked = Vérifié : { $created } à créer, { $updated } à modifier, { $refused } à refuser.
import-not-ready = Il reste quelque chose à décider ci-dessus.
import-nothing = Il n’y a aucune ligne à importer.
import-start = { $count ->
    [one] Importer { $count } ligne
   *[other] Importer { $count } lignes
}
import-near-title = Peut-être déjà là
import-near-count = { $count ->
    [one] { $count } ligne devient une nouvelle fiche, bien qu’elle puisse concerner une fiche existante.
   *[other] { $count } lignes deviennent de nouvelles fiches, bien qu’elles puissent concerner des fiches existantes ; voici les { $shown } premières.
}
import-left-title = Lignes qui ne sont pas importées
import-row = Ligne
import-cells = Cellules
import-reason = Raison
import-refused-one = Refusée
import-skipped-one = Écartée
import-created-one = Créée
import-conflict = Cette importation a avancé entre-temps. Vous la voyez telle qu’elle est maintenant.

import-step-run = L’importation
import-running = Importation des lignes
import-running-hint = Vous pouvez quitter cette page : l’importation continue.
import-progress = { $done } lignes sur { $rows }
import-cancel = Arrêter
import-undoing = Annulation de l’importation
import-over = L’importation est terminée.
import-failed = L’importation n’a pas pu continuer
import-kept-title = Conservées, car quelqu’un les a modifiées depuis
import-kept-hint = Supprimez-les vous-même si vous n’en avez pas besoin.
import-look = Voir les fiches
import-download = Télécharger les lignes refusées
import-undo = Annuler l’importation
import-undo-title = Annuler cette importation ?
import-undo-text = Ce qu’elle a créé est retiré et ce qu’elle a modifié est rétabli. Les fiches modifiées depuis restent, et sont listées.
import-undo-not = La garder
import-another = Importer un autre fichier
import-refused-title = Lignes refusées
import-refused-file = refusees
import-column-row = Ligne importation
import-column-reason = Raison importation

import-problem-gone = Le fichier n’est plus là. Envoyez-le à nouveau.
import-problem-empty = Il n’y a aucune ligne dans ce fichier.
import-problem-workbook = C’est un classeur dans un format ancien ou binaire (XLS, XLSB). Dans Excel, choisissez « Enregistrer sous » et « Classeur Excel (.xlsx) », puis envoyez ce fichier.
import-problem-encrypted = Un mot de passe protège ce classeur. Dans Excel, enregistrez-le sans mot de passe, puis envoyez ce fichier.
import-problem-open-document = C’est une feuille OpenDocument. Dans LibreOffice, choisissez « Enregistrer sous » et « Excel 2007-365 (.xlsx) », puis envoyez ce fichier.
import-problem-numbers = C’est un document Numbers. Dans Numbers, choisissez « Fichier », « Exporter vers » et « Excel », puis envoyez ce fichier.
import-problem-archive = C’est une archive compressée. Extrayez-la et envoyez le fichier qu’elle contient.
import-problem-damaged = Le classeur est endommagé ou n’est pas arrivé entier. Ouvrez-le dans Excel, enregistrez-le à nouveau et renvoyez-le.
import-problem-too-large = Ce classeur contient plus que ce que nous pouvons extraire. Dans Excel, choisissez « Enregistrer sous » et « CSV UTF-8 », puis envoyez ce fichier.
import-problem-markup = C’est une page web ou du XML, quel que soit son nom. Ouvrez-la dans Excel, choisissez « Enregistrer sous » et « Classeur Excel (.xlsx) », puis envoyez ce fichier.
import-problem-open-card = La fiche de contact qui commence à la ligne { $line } n’a pas de fin. Exportez à nouveau les contacts ; rien n’a été importé.
import-problem-no-text = Il n’y a pas de tableau dans ce fichier. Choisissez un fichier Excel (.xlsx), CSV, TSV ou vCard.
import-problem-letters = La ligne { $line } contient des lettres que ce codage n’a pas. Choisissez un autre codage.
import-problem-open-quote = Le guillemet ouvert à la ligne { $line } n’est jamais fermé. Corrigez le fichier et envoyez-le à nouveau ; rien n’a été importé.
import-problem-stray-quote = À la ligne { $line }, quelque chose suit un guillemet fermant. Corrigez le fichier et envoyez-le à nouveau ; rien n’a été importé.
import-problem-columns = La ligne { $line } a plus de { $limit } colonnes.
import-problem-cell = Une cellule de la ligne { $line } est plus longue que ce que nous pouvons garder.
import-problem-rows = Le fichier a plus de { $limit } lignes. Divisez-le en plusieurs fichiers.
import-problem-staff = Le compte qui a lancé cette importation n’est plus actif.

import-refuse-field = { $field } : { $reason }
import-refuse-both = { $first } ; { $next }
import-refuse-missing = manque
import-refuse-cells = La ligne a { $cells } cellules, mais le fichier n’a que { $columns } colonnes.
import-refuse-letter = une lettre est abîmée ; le fichier l’était déjà avant de venir ici
import-refuse-long = { $length } caractères, c’est trop ; { $limit } au plus
import-refuse-email = « { $cell } » n’est pas une adresse e-mail
import-refuse-phone = « { $cell } » n’est pas un numéro de téléphone
import-refuse-phone-excel = Excel a abrégé ce numéro en « { $cell } ». Mettez la colonne au format texte dans Excel et exportez à nouveau
import-refuse-money = « { $cell } » n’est pas un montant
import-refuse-currency = « { $cell } » n’est pas le code d’une devise
import-refuse-date = « { $cell } » n’est pas une date
import-refuse-date-order = « { $cell } » peut être deux dates ; dites si le jour ou le mois vient en premier
import-refuse-flag = « { $cell } » n’est ni oui ni non
import-refuse-word = « { $cell } » n’existe pas ici
import-refuse-word-right = « { $cell } » n’existe pas ici, et votre rôle ne permet pas de le créer
import-skip-earlier = Identique à la ligne { $row } de ce fichier.

import-tells = Une ligne désigne une fiche existante si elles ont en commun
import-tells-hint = Un seul suffit. De plusieurs fiches, la plus ancienne est retenue.
import-tells-number = La colonne de notre numéro passe d’abord : une ligne avec un numéro désigne cette fiche et aucune autre.
import-key-unknown = Ces fiches ne se distinguent pas ainsi.
import-number = ID Foyer
import-always = { $field } sur chaque ligne, quoi que dise le fichier
import-tags-all = Étiquettes pour toutes les lignes
import-tags-all-hint = Séparées par des virgules. Elles s’ajoutent à celles du fichier.
import-changes-title = Ce qui change dans les fiches existantes
import-changes-count = { $count ->
    [one] { $count } fiche change.
   *[other] { $count } fiches changent ; voici les { $shown } premières.
}
import-changes = Modifications
import-record = Fiche
import-kept-fields = reste tel quel : { $fields }
import-skip-same = Rien de nouveau pour la fiche existante.
import-skip-unknown = Aucune fiche ne correspond, et cette importation n’en crée pas.
import-refuse-no-record = Il n’y a aucune fiche de ce numéro que vous puissiez voir.
import-refuse-number = « { $cell } » n’est pas un de nos numéros

import-mappings = Correspondances enregistrées
import-mapping = Correspondance
import-mapping-none = Aucune
import-mapping-named = { $name }
import-mapping-fits = { $name } (faite pour un tel fichier)
import-mapping-known = Vous avez déjà eu un fichier avec ces colonnes : « { $name } » dit comment l’importer.
import-mapping-pick = Choisissez d’abord une correspondance.
import-mapping-use = Utiliser cette correspondance
import-mapping-used = Les choix sont ceux de « { $name } ».
import-mapping-rename = Renommer ou partager
import-mapping-delete = Supprimer cette correspondance
import-mapping-save = Enregistrer cette correspondance
import-mapping-save-hint = Colonnes, valeurs fixes, mots, et ce que deviennent les fiches existantes. Elle est proposée de nouveau quand un fichier a ces colonnes.
import-mapping-name = Nom
import-mapping-share = Pour tous ceux qui peuvent importer ces fiches
import-mapping-keep = Enregistrer
import-mapping-saved = La correspondance est enregistrée.
import-mapping-cancel = Annuler
import-mapping-no-header = Une correspondance se reconnaît aux noms de ses colonnes ; ce fichier n’en a pas.
import-mapping-many = Vous avez { $limit } correspondances. Supprimez-en d’abord une.
import-left-out-names = Laissées de côté : { $names }

# Ce que l’on dit à la fin à qui l’a lancée.
import-ended = { $file } est importé. Nouveaux : { $created }, modifiés : { $updated }, ignorés : { $skipped }, refusés : { $refused }.
import-ended-failed = { $file } n’a pas pu être importé jusqu’au bout.

# What rows bring to their records, and rows that delete.
import-becomes = Devient
import-bin = Dans la corbeille
import-of-part = { $part } { $name } : { $field }
import-deleted = Supprimés
import-step-tells = 3. Quelles fiches sont désignées
import-checked-delete = Vérifié : { $updated } seraient supprimées, { $refused } refusées.
import-start-delete = { $count ->
    [one] Supprimer une fiche
   *[other] Supprimer { $count } fiches
}
import-refuse-unknown = Aucune fiche de ce genre ne vous est visible.
import-refuse-several = Cela désigne { $count } fiches. Précisez laquelle par son numéro.
