//! The countries and time zones that forms offer. Any other ISO code or IANA name is accepted, too.

/// Countries by their ISO 3166 code, with their name in their own language and their ISO 4217 currency, in the order of
/// the names. A name in its own language is found by those who live there, whatever language the form is in.
pub const COUNTRIES: &[(&str, &str, &str)] = &[
    ("AR", "Argentina", "ARS"),
    ("AU", "Australia", "AUD"),
    ("BE", "Belgique · België", "EUR"),
    ("BR", "Brasil", "BRL"),
    ("CA", "Canada", "CAD"),
    ("CZ", "Česko", "CZK"),
    ("CL", "Chile", "CLP"),
    ("CO", "Colombia", "COP"),
    ("CI", "Côte d’Ivoire", "XOF"),
    ("DK", "Danmark", "DKK"),
    ("DE", "Deutschland", "EUR"),
    ("EE", "Eesti", "EUR"),
    ("IE", "Éire · Ireland", "EUR"),
    ("ES", "España", "EUR"),
    ("FR", "France", "EUR"),
    ("HR", "Hrvatska", "EUR"),
    ("IN", "India · भारत", "INR"),
    ("ID", "Indonesia", "IDR"),
    ("IS", "Ísland", "ISK"),
    ("IT", "Italia", "EUR"),
    ("KE", "Kenya", "KES"),
    ("LV", "Latvija", "EUR"),
    ("LT", "Lietuva", "EUR"),
    ("LU", "Luxembourg", "EUR"),
    ("HU", "Magyarország", "HUF"),
    ("MT", "Malta", "EUR"),
    ("MX", "México", "MXN"),
    ("NL", "Nederland", "EUR"),
    ("NZ", "New Zealand", "NZD"),
    ("NG", "Nigeria", "NGN"),
    ("NO", "Norge", "NOK"),
    ("AT", "Österreich", "EUR"),
    ("PE", "Perú", "PEN"),
    ("PL", "Polska", "PLN"),
    ("PT", "Portugal", "EUR"),
    ("RO", "România", "RON"),
    ("CH", "Schweiz · Suisse · Svizzera", "CHF"),
    ("SN", "Sénégal", "XOF"),
    ("SG", "Singapore", "SGD"),
    ("SI", "Slovenija", "EUR"),
    ("SK", "Slovensko", "EUR"),
    ("ZA", "South Africa", "ZAR"),
    ("FI", "Suomi", "EUR"),
    ("SE", "Sverige", "SEK"),
    ("TR", "Türkiye", "TRY"),
    ("GB", "United Kingdom", "GBP"),
    ("US", "United States", "USD"),
    ("VN", "Việt Nam", "VND"),
    ("GR", "Ελλάδα", "EUR"),
    ("CY", "Κύπρος", "EUR"),
    ("BG", "България", "EUR"),
    ("UA", "Україна", "UAH"),
    ("IL", "ישראל", "ILS"),
    ("JO", "الأردن", "JOD"),
    ("AE", "الإمارات", "AED"),
    ("BH", "البحرين", "BHD"),
    ("DZ", "الجزائر", "DZD"),
    ("SA", "السعودية", "SAR"),
    ("IQ", "العراق", "IQD"),
    ("KW", "الكويت", "KWD"),
    ("MA", "المغرب", "MAD"),
    ("TN", "تونس", "TND"),
    ("OM", "عُمان", "OMR"),
    ("QA", "قطر", "QAR"),
    ("LB", "لبنان", "LBP"),
    ("LY", "ليبيا", "LYD"),
    ("EG", "مصر", "EGP"),
    ("CN", "中国", "CNY"),
    ("JP", "日本", "JPY"),
    ("KR", "대한민국", "KRW"),
];

/// Time zones by their IANA name, in the order of the names.
pub const TIME_ZONES: &[&str] = &[
    "Africa/Abidjan", "Africa/Algiers", "Africa/Cairo", "Africa/Casablanca", "Africa/Dakar", "Africa/Johannesburg",
    "Africa/Lagos", "Africa/Nairobi", "Africa/Tripoli", "Africa/Tunis", "America/Argentina/Buenos_Aires",
    "America/Bogota", "America/Chicago", "America/Denver", "America/Halifax", "America/Lima", "America/Los_Angeles",
    "America/Mexico_City", "America/New_York", "America/Santiago", "America/Sao_Paulo", "America/Toronto",
    "America/Vancouver", "Asia/Amman", "Asia/Baghdad", "Asia/Bahrain", "Asia/Bangkok", "Asia/Beirut", "Asia/Dubai",
    "Asia/Ho_Chi_Minh", "Asia/Hong_Kong", "Asia/Jakarta", "Asia/Jerusalem", "Asia/Kolkata", "Asia/Kuwait",
    "Asia/Muscat", "Asia/Qatar", "Asia/Riyadh", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Tokyo",
    "Atlantic/Reykjavik", "Australia/Melbourne", "Australia/Perth", "Australia/Sydney", "Europe/Amsterdam",
    "Europe/Athens", "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels", "Europe/Bucharest", "Europe/Budapest",
    "Europe/Copenhagen", "Europe/Dublin", "Europe/Helsinki", "Europe/Istanbul", "Europe/Kyiv", "Europe/Lisbon",
    "Europe/Ljubljana", "Europe/London", "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta", "Europe/Oslo",
    "Europe/Paris", "Europe/Prague", "Europe/Riga", "Europe/Rome", "Europe/Sofia", "Europe/Stockholm",
    "Europe/Tallinn", "Europe/Vienna", "Europe/Vilnius", "Europe/Warsaw", "Europe/Zagreb", "Europe/Zurich",
    "Pacific/Auckland", "UTC",
];

/// The currency of a country.
pub fn currency_of(country: &str) -> Option<&'static str> {
    COUNTRIES.iter().find(|(code, ..)| *code == country).map(|(_, _, currency)| *currency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_is_accepted() {
        assert!(TIME_ZONES.is_sorted());
        for zone in TIME_ZONES {
            assert!(kernel::zone(zone).is_some(), "{zone}");
        }
        for (code, _, currency) in COUNTRIES {
            assert!(code.len() == 2 && currency.parse::<kernel::Currency>().is_ok());
        }
    }
}
