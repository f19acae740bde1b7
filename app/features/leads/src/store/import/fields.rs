use imports::{FieldKind, ImportField};

use crate::{LINE_LIMIT, TEXT_LIMIT};

/// The fields of a lead that a file can fill, with the headers under which other systems and the four languages know
/// them (compared without case, accents and punctuation).
pub(super) fn all() -> Vec<ImportField> {
    let line = |key: &str, label: &'static str, synonyms| ImportField::new(key, label, FieldKind::Text(LINE_LIMIT)).synonyms(synonyms);
    vec![
        line("name", "field-name", NAME).required().parts(NAME_PARTS),
        line("company", "field-company", COMPANY),
        line("position", "field-position", POSITION),
        ImportField::new("email", "field-email", FieldKind::Email).synonyms(EMAIL),
        ImportField::new("phone", "field-phone", FieldKind::Phone).synonyms(PHONE),
        line("website", "field-website", WEBSITE),
        ImportField::new("value", "field-value", FieldKind::Money).synonyms(VALUE),
        ImportField::new("currency", "field-currency", FieldKind::Currency).synonyms(CURRENCY),
        ImportField::new("stage_id", "field-stage_id", FieldKind::Choice).synonyms(STAGE),
        ImportField::new("source_id", "field-source_id", FieldKind::Choice).synonyms(SOURCE),
        ImportField::new("owner_id", "field-owner_id", FieldKind::Choice).synonyms(OWNER),
        ImportField::new("tags", "field-tags", FieldKind::Tags).synonyms(TAGS),
        line("street", "field-street", STREET),
        line("city", "field-city", CITY),
        line("region", "field-region", REGION),
        line("postcode", "field-postcode", POSTCODE),
        line("country", "field-country", COUNTRY),
        line("language", "field-language", LANGUAGE),
        ImportField::new("description", "field-description", FieldKind::LongText(TEXT_LIMIT)).synonyms(DESCRIPTION),
        ImportField::new("is_public", "field-is_public", FieldKind::Flag).synonyms(PUBLIC),
        ImportField::new("last_contact_at", "field-last_contact_at", FieldKind::Moment).synonyms(LAST_CONTACT),
        ImportField::new("created_at", "field-created_at", FieldKind::Moment).synonyms(CREATED),
    ]
}

const NAME: &[&str] = &[
    "name", "full name", "lead", "lead name", "contact", "contact name", "contact person", "person", "person name", "deal name",
    "opportunity", "opportunity name", "display name", "nome", "nome e cognome", "nominativo", "nome completo", "contatto",
    "nom", "nom complet", "nom et prenom", "prospect", "الاسم", "الاسم الكامل", "اسم العميل", "العميل المحتمل",
];
const NAME_PARTS: &[&str] = &[
    "first name", "given name", "middle name", "last name", "surname", "family name", "nome di battesimo", "cognome", "prenom",
    "nom de famille", "الاسم الأول", "اسم العائلة",
];
const COMPANY: &[&str] = &[
    "company", "company name", "organization", "organisation", "organization name", "organization 1 name", "account",
    "account name", "business", "employer", "azienda", "societa", "ragione sociale", "ditta", "entreprise", "societe",
    "raison sociale", "organisme", "الشركة", "اسم الشركة", "المؤسسة",
];
const POSITION: &[&str] = &[
    "position", "title", "job title", "role", "function", "organization 1 title", "posizione", "ruolo", "qualifica", "mansione",
    "poste", "fonction", "titre", "intitule du poste", "المنصب", "الوظيفة", "المسمى الوظيفي",
];
const EMAIL: &[&str] = &[
    "email", "e-mail", "mail", "email address", "e-mail address", "email 1", "e-mail 1 value", "primary email", "work email",
    "person email", "posta elettronica", "indirizzo email", "indirizzo e-mail", "courriel", "adresse e-mail", "adresse email",
    "adresse electronique", "البريد الإلكتروني", "البريد", "الإيميل",
];
const PHONE: &[&str] = &[
    "phone", "phone number", "telephone", "tel", "mobile", "mobile phone", "mobile number", "cell", "work phone",
    "business phone", "primary phone", "phone 1 value", "person phone", "telefono", "numero di telefono", "cellulare",
    "telefono cellulare", "numero de telephone", "portable", "mobile personnel", "الهاتف", "رقم الهاتف", "الجوال", "الموبايل",
];
const WEBSITE: &[&str] = &[
    "website", "web site", "web", "url", "homepage", "company website", "website url", "sito", "sito web", "pagina web",
    "site", "site web", "site internet", "الموقع", "الموقع الإلكتروني",
];
const VALUE: &[&str] = &[
    "value", "amount", "deal value", "deal amount", "lead value", "expected revenue", "annual revenue", "budget", "valore",
    "importo", "fatturato previsto", "valeur", "montant", "chiffre d affaires attendu", "القيمة", "المبلغ", "الميزانية",
];
const CURRENCY: &[&str] = &["currency", "deal currency", "currency code", "valuta", "divisa", "devise", "monnaie", "العملة"];
const STAGE: &[&str] = &[
    "stage", "status", "lead status", "deal stage", "pipeline stage", "state", "fase", "stato", "stadio", "etape", "statut",
    "etat", "phase", "المرحلة", "الحالة",
];
const SOURCE: &[&str] = &[
    "source", "lead source", "original source", "origin", "channel", "campaign", "fonte", "origine", "provenienza", "canale",
    "provenance", "canal", "المصدر", "مصدر العميل",
];
const OWNER: &[&str] = &[
    "owner", "lead owner", "contact owner", "deal owner", "account owner", "assigned", "assigned to", "assignee", "salesperson",
    "sales rep", "user", "responsabile", "assegnato a", "venditore", "commerciale", "proprietaire", "responsable", "assigne a",
    "commercial", "vendeur", "المسؤول", "المالك", "مندوب المبيعات",
];
const TAGS: &[&str] = &[
    "tags", "tag", "labels", "label", "categories", "category", "groups", "group membership", "etichette", "etichetta",
    "categorie", "categoria", "etiquettes", "etiquette", "mots cles", "الوسوم", "التصنيفات", "العلامات",
];
const STREET: &[&str] = &[
    "street", "address", "street address", "address 1", "address line 1", "business street", "mailing street",
    "address 1 street", "indirizzo", "via", "adresse", "rue", "العنوان", "الشارع",
];
const CITY: &[&str] = &[
    "city", "town", "business city", "mailing city", "address 1 city", "citta", "comune", "localita", "ville", "commune",
    "المدينة",
];
const REGION: &[&str] = &[
    "region", "province", "county", "state region", "state province", "business state", "mailing state", "address 1 region",
    "regione", "provincia", "departement", "المنطقة", "المحافظة",
];
const POSTCODE: &[&str] = &[
    "postcode", "postal code", "zip", "zip code", "business postal code", "mailing zip", "address 1 postal code", "cap",
    "codice postale", "code postal", "الرمز البريدي",
];
const COUNTRY: &[&str] = &[
    "country", "country region", "business country region", "mailing country", "address 1 country", "paese", "nazione", "stato estero",
    "pays", "البلد", "الدولة",
];
const LANGUAGE: &[&str] = &["language", "default language", "preferred language", "lingua", "langue", "اللغة"];
const DESCRIPTION: &[&str] = &[
    "description", "notes", "note", "comments", "comment", "message", "details", "remarks", "descrizione", "commenti",
    "messaggio", "osservazioni", "commentaires", "remarques", "الوصف", "ملاحظات", "الرسالة",
];
const PUBLIC: &[&str] = &["public", "is public", "pubblico", "publique", "عام"];
const LAST_CONTACT: &[&str] = &[
    "last contact", "last contacted", "last activity", "last activity date", "last touch", "ultimo contatto",
    "ultima attivita", "dernier contact", "derniere activite", "آخر تواصل", "آخر نشاط",
];
const CREATED: &[&str] = &[
    "created", "created at", "create date", "created date", "creation date", "date added", "data creazione", "creato il",
    "date de creation", "cree le", "تاريخ الإنشاء",
];
