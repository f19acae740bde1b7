use super::Chance;

/// Names and places of one language.
pub struct NamePool {
    /// Given names.
    pub first: &'static [&'static str],
    /// Family names.
    pub last: &'static [&'static str],
    /// The same family names in plain letters, for addresses.
    plain: &'static [&'static str],
    /// The second half of a company's name, after a family name.
    pub trades: &'static [&'static str],
    /// Cities.
    pub cities: &'static [&'static str],
    /// ISO 3166 alpha-2.
    pub country: &'static str,
    /// The beginning of mobile numbers; seven digits follow.
    pub dial: &'static str,
    /// The language's code.
    pub language: &'static str,
}

impl NamePool {
    /// A first and a last name; the same number gives the same pair.
    pub fn pair(&self, number: usize) -> (&'static str, &'static str) {
        (self.first[number % self.first.len()], self.last[number / self.first.len() % self.last.len()])
    }

    /// A last name in plain letters, for an address.
    pub fn plain(&self, last: &str) -> &'static str {
        let place = self.last.iter().position(|name| *name == last).unwrap_or_default();
        self.plain[place]
    }

    /// A mobile number in the international form.
    pub fn phone(&self, chance: &mut Chance) -> String {
        format!("{}{:07}", self.dial, chance.below(10_000_000))
    }
}

/// Most people that Lumen Solar meets are Italian; the others stand for the rest of its markets.
pub const POOLS: &[NamePool] = &[ITALIAN, FRENCH, GERMAN, ENGLISH, ARABIC];

const ITALIAN: NamePool = NamePool {
    first: &[
        "Giulia",
        "Marco",
        "Francesca",
        "Luca",
        "Elena",
        "Davide",
        "Chiara",
        "Stefano",
        "Paola",
        "Andrea",
        "Silvia",
        "Matteo",
        "Ilaria",
        "Roberto",
        "Valentina",
        "Simone",
        "Federica",
        "Giorgio",
        "Laura",
        "Alessio",
    ],
    last: &[
        "Ferraris", "Bianchi", "Rosso", "Gallo", "Conte", "Marino", "Greco", "Bruno", "Barbieri", "Lombardi",
        "Moretti", "Fontana", "Santoro", "Mariani", "Rinaldi", "Caruso", "Ferrero", "Colombo", "Serra",
        "Vitale",
    ],
    plain: &[
        "ferraris", "bianchi", "rosso", "gallo", "conte", "marino", "greco", "bruno", "barbieri", "lombardi",
        "moretti", "fontana", "santoro", "mariani", "rinaldi", "caruso", "ferrero", "colombo", "serra",
        "vitale",
    ],
    trades: &[
        "Serramenti",
        "Cantine",
        "Logistica",
        "Ceramiche",
        "Agricola",
        "Meccanica",
        "Immobiliare",
        "Alberghi",
    ],
    cities: &[
        "Torino", "Milano", "Asti", "Cuneo", "Novara", "Genova", "Bologna", "Verona", "Bari", "Palermo",
    ],
    country: "IT",
    dial: "+39347",
    language: "it",
};

const FRENCH: NamePool = NamePool {
    first: &[
        "Camille", "Hugo", "Léa", "Antoine", "Manon", "Julien", "Claire", "Nicolas", "Sophie", "Étienne",
        "Margaux", "Olivier", "Inès", "Thomas", "Élise", "Maxime", "Aurélie", "Paul", "Nathalie", "Rémi",
    ],
    last: &[
        "Lefèvre",
        "Moreau",
        "Girard",
        "Roux",
        "Fournier",
        "Mercier",
        "Blanc",
        "Guérin",
        "Faure",
        "Chevalier",
        "Perrin",
        "Garnier",
        "Lambert",
        "Bonnet",
        "Fabre",
        "Rousseau",
        "Vidal",
        "Colin",
        "Brunet",
        "Aubert",
    ],
    plain: &[
        "lefevre",
        "moreau",
        "girard",
        "roux",
        "fournier",
        "mercier",
        "blanc",
        "guerin",
        "faure",
        "chevalier",
        "perrin",
        "garnier",
        "lambert",
        "bonnet",
        "fabre",
        "rousseau",
        "vidal",
        "colin",
        "brunet",
        "aubert",
    ],
    trades: &[
        "Menuiserie",
        "Vignobles",
        "Transports",
        "Habitat",
        "Maraîchage",
        "Hôtellerie",
        "Boulangeries",
        "Scieries",
    ],
    cities: &["Lyon", "Grenoble", "Chambéry", "Nice", "Annecy", "Marseille", "Dijon", "Valence"],
    country: "FR",
    dial: "+3361",
    language: "fr",
};

const GERMAN: NamePool = NamePool {
    first: &[
        "Anna",
        "Lukas",
        "Katharina",
        "Jonas",
        "Sabine",
        "Felix",
        "Petra",
        "Markus",
        "Julia",
        "Stefan",
        "Monika",
        "Tobias",
        "Heike",
        "Andreas",
        "Lena",
        "Wolfgang",
        "Birgit",
        "Daniel",
        "Claudia",
        "Jürgen",
    ],
    last: &[
        "Müller",
        "Schneider",
        "Weber",
        "Hoffmann",
        "Schäfer",
        "Bauer",
        "Koch",
        "Richter",
        "Wolf",
        "Schröder",
        "Neumann",
        "Schwarz",
        "Zimmermann",
        "Krüger",
        "Hartmann",
        "Lange",
        "Vogel",
        "Friedrich",
        "Keller",
        "Huber",
    ],
    plain: &[
        "mueller",
        "schneider",
        "weber",
        "hoffmann",
        "schaefer",
        "bauer",
        "koch",
        "richter",
        "wolf",
        "schroeder",
        "neumann",
        "schwarz",
        "zimmermann",
        "krueger",
        "hartmann",
        "lange",
        "vogel",
        "friedrich",
        "keller",
        "huber",
    ],
    trades: &[
        "Metallbau",
        "Holzbau",
        "Spedition",
        "Gärtnerei",
        "Hausverwaltung",
        "Brauerei",
        "Kühlhaus",
        "Werkzeugbau",
    ],
    cities: &["München", "Stuttgart", "Freiburg", "Augsburg", "Ulm", "Nürnberg", "Konstanz", "Kempten"],
    country: "DE",
    dial: "+49170",
    language: "en",
};

const ENGLISH: NamePool = NamePool {
    first: &[
        "Emma",
        "Oliver",
        "Charlotte",
        "Harry",
        "Amelia",
        "George",
        "Grace",
        "William",
        "Hannah",
        "Jack",
        "Alice",
        "Samuel",
        "Ruth",
        "Edward",
        "Lucy",
        "Henry",
        "Martha",
        "Arthur",
        "Eleanor",
        "Owen",
    ],
    last: &[
        "Walker",
        "Hughes",
        "Bennett",
        "Murphy",
        "Fletcher",
        "O'Brien",
        "Palmer",
        "Reid",
        "Sutton",
        "Doyle",
        "Barker",
        "Whitfield",
        "Lloyd",
        "Nolan",
        "Pearce",
        "Hartley",
        "Quinn",
        "Marsh",
        "Byrne",
        "Aldridge",
    ],
    plain: &[
        "walker",
        "hughes",
        "bennett",
        "murphy",
        "fletcher",
        "obrien",
        "palmer",
        "reid",
        "sutton",
        "doyle",
        "barker",
        "whitfield",
        "lloyd",
        "nolan",
        "pearce",
        "hartley",
        "quinn",
        "marsh",
        "byrne",
        "aldridge",
    ],
    trades: &["Joinery", "Orchards", "Haulage", "Estates", "Dairy", "Breweries", "Nurseries", "Printworks"],
    cities: &["Bristol", "Leeds", "York", "Sheffield", "Exeter", "Bath", "Norwich", "Cardiff"],
    country: "GB",
    dial: "+44740",
    language: "en",
};

const ARABIC: NamePool = NamePool {
    first: &[
        "ليلى",
        "عمر",
        "نور",
        "كريم",
        "سلمى",
        "طارق",
        "هدى",
        "سامي",
        "رانيا",
        "يوسف",
        "مريم",
        "خالد",
        "دينا",
        "ماجد",
        "سارة",
        "حسن",
        "ريم",
        "فادي",
        "منى",
        "زياد",
    ],
    last: &[
        "المصري",
        "حداد",
        "الخطيب",
        "منصور",
        "نجار",
        "السيد",
        "قاسم",
        "العلي",
        "حمدان",
        "زيدان",
        "شاهين",
        "بركات",
        "الحسيني",
        "عيسى",
        "صالح",
        "النمر",
        "فارس",
        "عبود",
        "رزق",
        "درويش",
    ],
    plain: &[
        "almasri",
        "haddad",
        "alkhatib",
        "mansour",
        "najjar",
        "elsayed",
        "qasim",
        "alali",
        "hamdan",
        "zidan",
        "shahin",
        "barakat",
        "alhusseini",
        "issa",
        "saleh",
        "alnimr",
        "fares",
        "abboud",
        "rizk",
        "darwish",
    ],
    trades: &["للمقاولات", "للتجارة", "للزراعة", "للفنادق", "للنقل", "للأخشاب", "للعقارات", "للمياه"],
    cities: &["القاهرة", "الجيزة", "الإسكندرية", "المنصورة", "طنطا", "أسوان", "الأقصر", "بورسعيد"],
    country: "EG",
    dial: "+20100",
    language: "ar",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_name_has_its_plain_form_and_every_number_can_exist() {
        let mut chance = Chance::new(1);
        for pool in POOLS {
            assert_eq!(pool.last.len(), pool.plain.len(), "{}", pool.country);
            assert!(pool.plain.iter().all(|name| name.bytes().all(|b| b.is_ascii_lowercase())));
            let phone = pool.phone(&mut chance);
            assert_eq!(kernel::normal::phone(&phone, "IT"), Some(phone));
        }
    }
}
