# How English writes numbers and dates (CLDR, en-001).
cldr-decimal = .
cldr-group = ,
cldr-money = ¤#
cldr-months = Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec
cldr-weekdays = Mon|Tue|Wed|Thu|Fri|Sat|Sun
cldr-date = D MMM YYYY
cldr-date-time = D, T

# What went wrong, and what to do about it.
error-not-found = We could not find that. It may have been deleted, or you may not have access to it.
error-unauthenticated = Your session has ended. Sign in again to go on; what you typed is still here.
error-forbidden = Your role does not allow this. Ask an administrator if you need it.
error-forbidden-admin = Only administrators can do this.
error-viewing = You are looking with somebody else’s eyes: nothing is changed here. Stop looking first.
error-invalid = Please check the marked fields.
error-too-many = { $seconds ->
    [one] Too many tries. Wait one second and try again.
   *[other] Too many tries. Wait { $seconds } seconds and try again.
}
error-too-large = This is too large: at most { $megabytes } MB are accepted.
error-unavailable = The server cannot store anything at the moment. Nothing was changed; try again in a while.
error-busy = Somebody else is changing the same thing. Nothing was changed; try again.
error-duplicate = This exists already.
error-internal = Something went wrong on our side. Nothing was changed. If it happens again, tell your administrator this number: { $id }
error-unreachable = The server cannot be reached. Check your connection; nothing is lost, try again.
error-required = Please fill in this field.
error-too-long = { $limit ->
    [one] At most one character fits here.
   *[other] At most { $limit } characters fit here.
}
error-email = This is not an e-mail address. It should look like name@example.com.
error-money = This is not an amount. Write it like 1234.50.
error-date = This is not a date. Write it as YYYY-MM-DD.

# How long ago something was, as short as can be: it stands on cards and in rows.
age-now = now
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } d
age-months = { $count } mo
age-years = { $count } y

# How long ago something was, where no other word says that it is past (CLDR, short).
ago-now = now
ago-minutes = { $count } min. ago
ago-hours = { $count } hr. ago
ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
ago-months = { $count } mo. ago
ago-years = { $count } yr. ago

# The countries by their ISO 3166 code (CLDR, en).
cldr-countries =
    AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua & Barbuda|AI Anguilla|AL Albania|AM Armenia
    AO Angola|AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia|AW Aruba|AX Åland Islands
    AZ Azerbaijan|BA Bosnia & Herzegovina|BB Barbados|BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria
    BH Bahrain|BI Burundi|BJ Benin|BL St. Barthélemy|BM Bermuda|BN Brunei|BO Bolivia|BQ Caribbean Netherlands
    BR Brazil|BS Bahamas|BT Bhutan|BV Bouvet Island|BW Botswana|BY Belarus|BZ Belize|CA Canada
    CC Cocos (Keeling) Islands|CD Congo - Kinshasa|CF Central African Republic|CG Congo - Brazzaville|CH Switzerland
    CI Côte d’Ivoire|CK Cook Islands|CL Chile|CM Cameroon|CN China|CO Colombia|CR Costa Rica|CU Cuba|CV Cape Verde
    CW Curaçao|CX Christmas Island|CY Cyprus|CZ Czechia|DE Germany|DJ Djibouti|DK Denmark|DM Dominica
    DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|ER Eritrea|ES Spain
    ET Ethiopia|FI Finland|FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands|FR France|GA Gabon
    GB United Kingdom|GD Grenada|GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland
    GM Gambia|GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece|GS South Georgia & South Sandwich Islands
    GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana|HK Hong Kong SAR China|HM Heard & McDonald Islands|HN Honduras
    HR Croatia|HT Haiti|HU Hungary|ID Indonesia|IE Ireland|IL Israel|IM Isle of Man|IN India
    IO British Indian Ocean Territory|IQ Iraq|IR Iran|IS Iceland|IT Italy|JE Jersey|JM Jamaica|JO Jordan|JP Japan
    KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|KN St. Kitts & Nevis|KP North Korea|KR South Korea
    KW Kuwait|KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|LC St. Lucia|LI Liechtenstein|LK Sri Lanka
    LR Liberia|LS Lesotho|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco|MD Moldova
    ME Montenegro|MF St. Martin|MG Madagascar|MH Marshall Islands|MK North Macedonia|ML Mali|MM Myanmar (Burma)
    MN Mongolia|MO Macao SAR China|MP Northern Mariana Islands|MQ Martinique|MR Mauritania|MS Montserrat|MT Malta
    MU Mauritius|MV Maldives|MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger
    NF Norfolk Island|NG Nigeria|NI Nicaragua|NL Netherlands|NO Norway|NP Nepal|NR Nauru|NU Niue|NZ New Zealand
    OM Oman|PA Panama|PE Peru|PF French Polynesia|PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland
    PM St. Pierre & Miquelon|PN Pitcairn Islands|PR Puerto Rico|PS Palestinian Territories|PT Portugal|PW Palau
    PY Paraguay|QA Qatar|RE Réunion|RO Romania|RS Serbia|RU Russia|RW Rwanda|SA Saudi Arabia|SB Solomon Islands
    SC Seychelles|SD Sudan|SE Sweden|SG Singapore|SH St. Helena|SI Slovenia|SJ Svalbard & Jan Mayen|SK Slovakia
    SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname|SS South Sudan|ST São Tomé & Príncipe
    SV El Salvador|SX Sint Maarten|SY Syria|SZ Eswatini|TC Turks & Caicos Islands|TD Chad
    TF French Southern Territories|TG Togo|TH Thailand|TJ Tajikistan|TK Tokelau|TL Timor-Leste|TM Turkmenistan
    TN Tunisia|TO Tonga|TR Türkiye|TT Trinidad & Tobago|TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda
    UM U.S. Outlying Islands|US United States|UY Uruguay|UZ Uzbekistan|VA Vatican City|VC St. Vincent & Grenadines
    VE Venezuela|VG British Virgin Islands|VI U.S. Virgin Islands|VN Vietnam|VU Vanuatu|WF Wallis & Futuna|WS Samoa
    XK Kosovo|YE Yemen|YT Mayotte|ZA South Africa|ZM Zambia|ZW Zimbabwe

# Keys of secrets
keyring-missing = This server does not have the key with which the secrets are encrypted. Whoever runs Foyer has to copy the file { $file } of this company into this server’s data folder; nothing has to be restarted.
keyring-damaged = The file { $file } in this server’s data folder cannot be read. Whoever runs Foyer has to bring it back from a copy.
keyring-unfit = This secret does not fit to its place: it was damaged, or moved here from another one. It is not shown. Whoever runs Foyer finds more in the log.
