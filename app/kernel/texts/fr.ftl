# Comment le français écrit les nombres et les dates (CLDR, fr).
cldr-decimal = ,
cldr-group = {"\u202F"}
cldr-money = #{"\u00A0"}¤
cldr-months = janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.
cldr-weekdays = lun.|mar.|mer.|jeu.|ven.|sam.|dim.
cldr-date = D MMM YYYY
cldr-date-time = D, T

# Ce qui n'a pas marché, et que faire.
error-not-found = Introuvable. L'élément a peut-être été supprimé, ou vous n'y avez pas accès.
error-unauthenticated = Votre session a expiré. Reconnectez-vous pour continuer ; votre saisie est toujours là.
error-forbidden = Votre rôle ne le permet pas. Adressez-vous à un administrateur si vous en avez besoin.
error-forbidden-admin = Seuls les administrateurs peuvent faire cela.
error-viewing = Vous regardez avec les yeux de quelqu’un d’autre : rien ne se modifie ici. Quittez d’abord cette vue.
error-invalid = Vérifiez les champs signalés.
error-too-many = { $seconds ->
    [one] Trop de tentatives. Attendez une seconde et réessayez.
   *[other] Trop de tentatives. Attendez { $seconds } secondes et réessayez.
}
error-too-large = C'est trop volumineux : { $megabytes } Mo au maximum.
error-unavailable = Le serveur ne peut rien enregistrer pour le moment. Rien n'a été modifié ; réessayez dans un instant.
error-busy = Quelqu'un d'autre modifie le même élément. Rien n'a été modifié ; réessayez.
error-duplicate = Cela existe déjà.
error-internal = Un problème est survenu de notre côté. Rien n'a été modifié. S'il se répète, donnez ce numéro à votre administrateur : { $id }
error-unreachable = Le serveur est injoignable. Vérifiez votre connexion ; rien n'est perdu, réessayez.
error-required = Veuillez remplir ce champ.
error-too-long = { $limit ->
    [one] Un caractère au maximum.
   *[other] { $limit } caractères au maximum.
}
error-email = Ce n'est pas une adresse e-mail. Elle devrait ressembler à nom@example.com.
error-money = Ce n'est pas un montant. Écrivez-le comme 1234,50.
error-date = Ce n'est pas une date. Écrivez-la sous la forme AAAA-MM-JJ.

age-now = à l’instant
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } j
age-months = { $count } mois
age-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}

# Il y a combien de temps, là où aucun autre mot ne dit que c'est passé (CLDR, court).
ago-now = à l’instant
ago-minutes = il y a { $count } min
ago-hours = il y a { $count } h
ago-days = il y a { $count } j
ago-months = il y a { $count } m.
ago-years = { $count ->
    [one] il y a { $count } an
   *[other] il y a { $count } ans
}

# Les pays selon leur code ISO 3166 (CLDR, fr).
cldr-countries =
    AD Andorre|AE Émirats arabes unis|AF Afghanistan|AG Antigua-et-Barbuda|AI Anguilla|AL Albanie|AM Arménie
    AO Angola|AQ Antarctique|AR Argentine|AS Samoa américaines|AT Autriche|AU Australie|AW Aruba|AX Îles Åland
    AZ Azerbaïdjan|BA Bosnie-Herzégovine|BB Barbade|BD Bangladesh|BE Belgique|BF Burkina Faso|BG Bulgarie|BH Bahreïn
    BI Burundi|BJ Bénin|BL Saint-Barthélemy|BM Bermudes|BN Brunei|BO Bolivie|BQ Pays-Bas caribéens|BR Brésil
    BS Bahamas|BT Bhoutan|BV Île Bouvet|BW Botswana|BY Biélorussie|BZ Belize|CA Canada|CC Îles Cocos
    CD Congo-Kinshasa|CF République centrafricaine|CG Congo-Brazzaville|CH Suisse|CI Côte d’Ivoire|CK Îles Cook
    CL Chili|CM Cameroun|CN Chine|CO Colombie|CR Costa Rica|CU Cuba|CV Cap-Vert|CW Curaçao|CX Île Christmas
    CY Chypre|CZ Tchéquie|DE Allemagne|DJ Djibouti|DK Danemark|DM Dominique|DO République dominicaine|DZ Algérie
    EC Équateur|EE Estonie|EG Égypte|EH Sahara occidental|ER Érythrée|ES Espagne|ET Éthiopie|FI Finlande|FJ Fidji
    FK Îles Malouines|FM Micronésie|FO Îles Féroé|FR France|GA Gabon|GB Royaume-Uni|GD Grenade|GE Géorgie
    GF Guyane française|GG Guernesey|GH Ghana|GI Gibraltar|GL Groenland|GM Gambie|GN Guinée|GP Guadeloupe
    GQ Guinée équatoriale|GR Grèce|GS Géorgie du Sud-et-les Îles Sandwich du Sud|GT Guatemala|GU Guam
    GW Guinée-Bissau|GY Guyana|HK R.A.S. chinoise de Hong Kong|HM Îles Heard-et-MacDonald|HN Honduras|HR Croatie
    HT Haïti|HU Hongrie|ID Indonésie|IE Irlande|IL Israël|IM Île de Man|IN Inde
    IO Territoire britannique de l’océan Indien|IQ Irak|IR Iran|IS Islande|IT Italie|JE Jersey|JM Jamaïque
    JO Jordanie|JP Japon|KE Kenya|KG Kirghizstan|KH Cambodge|KI Kiribati|KM Comores|KN Saint-Christophe-et-Niévès
    KP Corée du Nord|KR Corée du Sud|KW Koweït|KY Îles Caïmans|KZ Kazakhstan|LA Laos|LB Liban|LC Sainte-Lucie
    LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho|LT Lituanie|LU Luxembourg|LV Lettonie|LY Libye|MA Maroc
    MC Monaco|MD Moldavie|ME Monténégro|MF Saint-Martin|MG Madagascar|MH Îles Marshall|MK Macédoine du Nord|ML Mali
    MM Myanmar (Birmanie)|MN Mongolie|MO R.A.S. chinoise de Macao|MP Îles Mariannes du Nord|MQ Martinique
    MR Mauritanie|MS Montserrat|MT Malte|MU Maurice|MV Maldives|MW Malawi|MX Mexique|MY Malaisie|MZ Mozambique
    NA Namibie|NC Nouvelle-Calédonie|NE Niger|NF Île Norfolk|NG Nigeria|NI Nicaragua|NL Pays-Bas|NO Norvège|NP Népal
    NR Nauru|NU Niue|NZ Nouvelle-Zélande|OM Oman|PA Panama|PE Pérou|PF Polynésie française
    PG Papouasie-Nouvelle-Guinée|PH Philippines|PK Pakistan|PL Pologne|PM Saint-Pierre-et-Miquelon|PN Îles Pitcairn
    PR Porto Rico|PS Territoires palestiniens|PT Portugal|PW Palaos|PY Paraguay|QA Qatar|RE La Réunion|RO Roumanie
    RS Serbie|RU Russie|RW Rwanda|SA Arabie saoudite|SB Îles Salomon|SC Seychelles|SD Soudan|SE Suède|SG Singapour
    SH Sainte-Hélène|SI Slovénie|SJ Svalbard et Jan Mayen|SK Slovaquie|SL Sierra Leone|SM Saint-Marin|SN Sénégal
    SO Somalie|SR Suriname|SS Soudan du Sud|ST Sao Tomé-et-Principe|SV Salvador
    SX Saint-Martin (partie néerlandaise)|SY Syrie|SZ Eswatini|TC Îles Turques-et-Caïques|TD Tchad
    TF Terres australes françaises|TG Togo|TH Thaïlande|TJ Tadjikistan|TK Tokelau|TL Timor oriental|TM Turkménistan
    TN Tunisie|TO Tonga|TR Turquie|TT Trinité-et-Tobago|TV Tuvalu|TW Taïwan|TZ Tanzanie|UA Ukraine|UG Ouganda
    UM Îles mineures éloignées des États-Unis|US États-Unis|UY Uruguay|UZ Ouzbékistan|VA État de la Cité du Vatican
    VC Saint-Vincent-et-les Grenadines|VE Venezuela|VG Îles Vierges britanniques|VI Îles Vierges des États-Unis
    VN Viêt Nam|VU Vanuatu|WF Wallis-et-Futuna|WS Samoa|XK Kosovo|YE Yémen|YT Mayotte|ZA Afrique du Sud|ZM Zambie
    ZW Zimbabwe

# Clés des secrets
keyring-missing = Ce serveur n’a pas la clé avec laquelle les secrets sont chiffrés. La personne qui gère Foyer doit copier le fichier { $file } de cette entreprise dans le dossier de données de ce serveur ; rien n’est à redémarrer.
keyring-damaged = Le fichier { $file } du dossier de données de ce serveur est illisible. La personne qui gère Foyer doit le rétablir à partir d’une copie.
keyring-unfit = Ce secret ne correspond pas à sa place : il a été endommagé ou déplacé ici depuis une autre. Il n’est pas affiché. La personne qui gère Foyer en trouve plus dans le journal.
