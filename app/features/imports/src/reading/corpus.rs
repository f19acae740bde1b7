//! Lists of names as people have them, in every encoding in which such a list can come. At least 98 of 100 must be read
//! letter by letter without help, and all of them when the encoding is told.

use std::io::Write;

use super::{Reader, detect};
use crate::{Delimiter, Encoding, Format};

/// A language, its list and the encodings of one byte (or two) in which its programs wrote.
struct List {
    language: &'static str,
    header: [&'static str; 4],
    rows: &'static [[&'static str; 2]],
    encodings: &'static [Encoding],
}

const WESTERN: &[Encoding] = &[Encoding::Windows1252, Encoding::Iso885915, Encoding::Macintosh];

const LISTS: &[List] = &[
    List {
        language: "it",
        header: ["Nome", "Città", "E-mail", "Importo"],
        rows: &[
            ["Niccolò Brambilla", "Forlì"],
            ["Luca Perù", "Cantù"],
            ["Società Agricola Cefalù", "Cefalù"],
            ["Università degli Studi", "L’Aquila"],
            ["Andrea D’Amico", "Mondovì"],
            ["Caffè è Qualità", "San Donà di Piave"],
        ],
        encodings: WESTERN,
    },
    List {
        language: "fr",
        header: ["Prénom et nom", "Ville", "Courriel", "Montant"],
        rows: &[
            ["François Lefèvre", "Besançon"],
            ["Zoé Dubœuf", "Orléans"],
            ["Hélène Crête", "Nîmes"],
            ["Électricité Générale", "Évry"],
            ["Cœur de Forêt", "Béziers"],
            ["Loïc Château", "Saint-Étienne"],
        ],
        encodings: WESTERN,
    },
    List {
        language: "de",
        header: ["Name", "Straße", "E-Mail", "Wert"],
        rows: &[
            ["Jürgen Groß", "Königsallee 7"],
            ["Änne Müller", "Düsseldorfer Straße 1"],
            ["Jörg Weiß", "Am Mühlbach"],
            ["Übersee-Möbel", "Grünewaldstraße"],
            ["Käthe Schröder", "Großer Weg"],
        ],
        encodings: WESTERN,
    },
    List {
        language: "es",
        header: ["Nombre", "Dirección", "Correo", "Importe"],
        rows: &[
            ["José Núñez", "Málaga"],
            ["María Peña", "Cádiz"],
            ["Íñigo Ibáñez", "A Coruña"],
            ["Ángel Muñoz", "Logroño"],
            ["Compañía Ñandú", "Córdoba"],
        ],
        encodings: WESTERN,
    },
    List {
        language: "pt",
        header: ["Nome", "Endereço", "E-mail", "Valor"],
        rows: &[
            ["João Conceição", "São Paulo"],
            ["Antônio Guimarães", "Brasília"],
            ["Inês Simões", "Évora"],
            ["Construções Magalhães", "Setúbal"],
            ["Luís Araújo", "Guimarães"],
        ],
        encodings: WESTERN,
    },
    List {
        language: "da",
        header: ["Navn", "By", "E-mail", "Beløb"],
        rows: &[
            ["Søren Ægidius", "Århus"],
            ["Åse Kjærgård", "Næstved"],
            ["Bådværft Ærø", "Ærøskøbing"],
            ["Jørgen Møller", "Helsingør"],
        ],
        encodings: WESTERN,
    },
    List {
        language: "sv",
        header: ["Namn", "Ort", "E-post", "Belopp"],
        rows: &[
            ["Åsa Sjöström", "Göteborg"],
            ["Björn Lindström", "Malmö"],
            ["Kärlekens Bageri", "Östersund"],
            ["Göran Håkansson", "Växjö"],
        ],
        encodings: WESTERN,
    },
    List {
        language: "fi",
        header: ["Nimi", "Kaupunki", "Sähköposti", "Määrä"],
        rows: &[
            ["Päivi Mäkelä", "Jyväskylä"],
            ["Jäätelötehdas", "Hämeenlinna"],
            ["Väinö Hämäläinen", "Järvenpää"],
            ["Yrjö Niemelä", "Äänekoski"],
        ],
        encodings: WESTERN,
    },
    List {
        language: "is",
        header: ["Nafn", "Bær", "Netfang", "Upphæð"],
        rows: &[
            ["Sigríður Þórðardóttir", "Hafnarfjörður"],
            ["Guðmundur Jónsson", "Ísafjörður"],
            ["Björk Ágústsdóttir", "Egilsstaðir"],
        ],
        encodings: &[Encoding::Windows1252, Encoding::Iso885915],
    },
    List {
        language: "nl",
        header: ["Naam", "Plaats", "E-mail", "Bedrag"],
        rows: &[["Zoë Coöperatie", "’s-Gravenhage"], ["Daniël Geërfd", "Reünie"], ["André Cliché", "Venlo"]],
        encodings: WESTERN,
    },
    List {
        language: "pl",
        header: ["Imię i nazwisko", "Miejscowość", "E-mail", "Kwota"],
        rows: &[
            ["Elżbieta Wójcik", "Łódź"],
            ["Paweł Dąbrowski", "Gdańsk"],
            ["Małgorzata Zając", "Wrocław"],
            ["Świętosław Żak", "Rzeszów"],
            ["Spółka Źródło", "Kraków"],
        ],
        encodings: &[Encoding::Windows1250, Encoding::Iso88592],
    },
    List {
        language: "cs",
        header: ["Jméno", "Město", "E-mail", "Částka"],
        rows: &[
            ["Jiří Dvořák", "Plzeň"],
            ["Věra Černá", "České Budějovice"],
            ["Tomáš Růžička", "Ústí nad Labem"],
            ["Zdeněk Šťastný", "Kroměříž"],
            ["Společnost Žižka", "Děčín"],
        ],
        encodings: &[Encoding::Windows1250, Encoding::Iso88592],
    },
    List {
        language: "hu",
        header: ["Név", "Város", "E-mail", "Összeg"],
        rows: &[
            ["Kovács Győző", "Hódmezővásárhely"],
            ["Szűcs Ágnes", "Győr"],
            ["Őry Péter", "Pécs"],
            ["Tóth Csaba és Társa", "Kőszeg"],
            ["Vörös Erdő Kft.", "Székesfehérvár"],
        ],
        encodings: &[Encoding::Windows1250],
    },
    List {
        language: "tr",
        header: ["Adı Soyadı", "Şehir", "E-posta", "Tutar"],
        rows: &[
            ["Ayşe Yılmaz", "İstanbul"],
            ["Gökçe Çağlar", "Eskişehir"],
            ["Işık Şirketi", "Diyarbakır"],
            ["Mustafa Öğüt", "Muğla"],
            ["Güneş İnşaat", "Çanakkale"],
        ],
        encodings: &[Encoding::Windows1254],
    },
    List {
        language: "lt",
        header: ["Vardas", "Miestas", "El. paštas", "Suma"],
        rows: &[
            ["Jūratė Žukauskienė", "Šiauliai"],
            ["Giedrius Čepaitis", "Panevėžys"],
            ["Rūta Šimkutė", "Kėdainiai"],
            ["Ąžuolas ir Ko", "Mažeikiai"],
        ],
        encodings: &[Encoding::Windows1257],
    },
    List {
        language: "el",
        header: ["Όνομα", "Πόλη", "E-mail", "Ποσό"],
        rows: &[
            ["Γιώργος Παπαδόπουλος", "Θεσσαλονίκη"],
            ["Μαρία Νικολάου", "Αθήνα"],
            ["Εταιρεία Ήλιος", "Πάτρα"],
            ["Ελένη Δημητρίου", "Ηράκλειο"],
        ],
        encodings: &[Encoding::Windows1253],
    },
    List {
        language: "ru",
        header: ["Имя", "Город", "Почта", "Сумма"],
        rows: &[
            ["Анна Кузнецова", "Москва"],
            ["Сергей Щербаков", "Екатеринбург"],
            ["Общество Заря", "Новосибирск"],
            ["Юлия Жукова", "Нижний Новгород"],
        ],
        encodings: &[Encoding::Windows1251, Encoding::Koi8u],
    },
    List {
        language: "ar",
        header: ["الاسم", "المدينة", "البريد", "المبلغ"],
        rows: &[
            ["أحمد محمود", "القاهرة"],
            ["فاطمة الزهراء", "الدار البيضاء"],
            ["شركة النيل للتجارة", "الخرطوم"],
            ["خالد العتيبي", "الرياض"],
        ],
        encodings: &[Encoding::Windows1256],
    },
    List {
        language: "he",
        header: ["שם", "עיר", "דואר", "סכום"],
        rows: &[
            ["דוד כהן", "ירושלים"],
            ["שרה לוי", "תל אביב"],
            ["חברת השמש", "חיפה"],
            ["משה פרץ", "באר שבע"],
        ],
        encodings: &[Encoding::Windows1255],
    },
    List {
        language: "ja",
        header: ["氏名", "市", "メール", "金額"],
        rows: &[
            ["山田太郎", "東京"],
            ["佐藤花子", "大阪"],
            ["株式会社さくら", "名古屋"],
            ["カタカナ商店", "札幌"],
        ],
        encodings: &[Encoding::ShiftJis],
    },
    List {
        language: "zh",
        header: ["姓名", "城市", "邮箱", "金额"],
        rows: &[["王小明", "北京"], ["李娜", "上海"], ["东方贸易有限公司", "广州"], ["张伟", "深圳"]],
        encodings: &[Encoding::Gb18030],
    },
    List {
        language: "ko",
        header: ["이름", "도시", "메일", "금액"],
        rows: &[["김민수", "서울"], ["이영희", "부산"], ["한국상사", "대구"], ["박지훈", "인천"]],
        encodings: &[Encoding::EucKr],
    },
];

struct Case {
    name: String,
    encoding: Encoding,
    bytes: Vec<u8>,
    rows: Vec<Vec<String>>,
}

/// The list as rows: with an address and an amount in euros, which only some encodings can write.
fn rows(list: &List, encoding: Encoding, most: usize) -> Vec<Vec<String>> {
    let euro = match encoding {
        Encoding::Iso88592 | Encoding::Koi8u | Encoding::ShiftJis | Encoding::EucKr => "EUR",
        _ => "€",
    };
    let mut rows = vec![list.header.map(str::to_owned).to_vec()];
    for (number, [name, place]) in list.rows.iter().take(most).enumerate() {
        let plain = |text: &str| match encoding {
            // These have no curly apostrophe.
            Encoding::Iso885915 => text.replace('’', "'"),
            _ => text.to_owned(),
        };
        let amount = format!("{}.{}0,50 {euro}", number + 1, number + 2);
        rows.push(vec![plain(name), plain(place), format!("a{number}@example.com"), amount]);
    }
    rows
}

fn written(rows: &[Vec<String>], delimiter: Delimiter, end: &str) -> String {
    let mark = char::from(delimiter.byte()).to_string();
    rows.iter().map(|row| row.join(&mark) + end).collect()
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf16le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        other => {
            let (bytes, _, is_lossy) = other.native().encode(text);
            assert!(!is_lossy, "{other:?} cannot write {text}");
            bytes.into_owned()
        }
    }
}

fn cases(most: usize) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |list: &List, encoding: Encoding, mark: &str, turn: usize| {
        let delimiter = [Delimiter::Semicolon, Delimiter::Tab, Delimiter::Bar][turn % 3];
        let end = ["\r\n", "\n", "\r"][turn % 3];
        let rows = rows(list, encoding, most);
        let bytes = encoded(&(mark.to_owned() + &written(&rows, delimiter, end)), encoding);
        let name = format!("{} in {}{}, {}", list.language, encoding.name(), mark.len(), delimiter.code());
        cases.push(Case { name, encoding, bytes, rows });
    };
    for (turn, list) in LISTS.iter().enumerate() {
        list.encodings.iter().enumerate().for_each(|(n, encoding)| add(list, *encoding, "", turn + n));
        if turn % 3 == 0 {
            for encoding in [Encoding::Utf8, Encoding::Utf16le, Encoding::Utf16be] {
                add(list, encoding, "", turn);
                add(list, encoding, "\u{feff}", turn + 1);
            }
        }
    }
    cases
}

fn read(bytes: &[u8], told: Option<Encoding>) -> Option<(Format, Vec<Vec<String>>)> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let format = detect(file.path(), 0, &|header| ["e-mail", "email"].contains(&header)).ok()?;
    let format = Format { encoding: told.unwrap_or(format.encoding), skip: 0, has_header: false, ..format };
    let mut reader = Reader::open(file.path(), format).ok()?;
    Some((format, reader.next_rows(100).ok()?.into_iter().map(|record| record.cells).collect()))
}

fn wrong(cases: &[Case]) -> Vec<String> {
    let is_wrong = |case: &&Case| read(&case.bytes, None).is_none_or(|(_, rows)| rows != case.rows);
    let told = |case: &Case| {
        let guess = read(&case.bytes, None).map(|(format, _)| format.encoding.name());
        format!("{}: {guess:?}", case.name)
    };
    cases.iter().filter(is_wrong).map(told).collect()
}

#[test]
fn ninety_eight_of_a_hundred_lists_are_read_without_help() {
    let cases = cases(usize::MAX);
    let wrong = wrong(&cases);
    assert!(cases.len() >= 60, "{}", cases.len());
    assert!(wrong.len() * 50 <= cases.len(), "{} of {}: {wrong:#?}", wrong.len(), cases.len());
}

#[test]
fn lists_of_three_are_mostly_read_too() {
    let cases = cases(3);
    let wrong = wrong(&cases);
    assert!(wrong.len() * 20 <= cases.len(), "{} of {}: {wrong:#?}", wrong.len(), cases.len());
}

#[test]
fn every_list_is_read_when_its_encoding_is_told() {
    for case in cases(usize::MAX) {
        let (_, rows) = read(&case.bytes, Some(case.encoding)).unwrap_or_else(|| panic!("{}", case.name));
        assert_eq!(rows, case.rows, "{}", case.name);
    }
}
