use super::*;

fn opened(bytes: &[u8], encoding: Encoding) -> Result<Vec<Vec<String>>, FileProblem> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let mut cards = open(file.path(), encoding)?;
    let mut rows = vec![cards.header()];
    while let Some(record) = cards.next_record()? {
        rows.push(record.cells);
    }
    Ok(rows)
}

fn rows(text: &str) -> Vec<Vec<String>> {
    opened(text.replace('\n', "\r\n").as_bytes(), Encoding::Utf8).unwrap()
}

#[test]
fn a_card_of_today_is_read() {
    let rows = rows(concat!(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ada Lovelace\nN:Lovelace;Ada;;;\nORG:Engines\\, Ltd.;Research\n",
        "TITLE:Analyst\nEMAIL;TYPE=home:home@example.com\nEMAIL;PREF=1:mailto:ada@example.com\n",
        "TEL;VALUE=uri;TYPE=\"voice,home\":tel:+44-20-5550-101;ext=7\nADR;TYPE=home:;;Home 1;Ockham;;;UK\n",
        "ADR;TYPE=work;LABEL=\"a:b;c\":Box 9;Floor 2;St James Sq 1;London;Greater London;SW1Y;UK\n",
        "URL:https://ada.example/a;b\nNOTE:One\\nTwo\\, three\nCATEGORIES:VIP,Fair\\, spring\nBDAY:18151210\nEND:VCARD\n",
    ));
    let header = "Full name|Company|Job title|E-mail|E-mail 2|Phone|Street|City|Region|Postal code|Country|Website|Notes|\
                  Categories|Birthday";
    assert_eq!(rows[0], header.split('|').collect::<Vec<_>>(), "columns without content are left out");
    let card = [
        "Ada Lovelace",
        "Engines, Ltd.",
        "Analyst",
        "ada@example.com",
        "home@example.com",
        "+44-20-5550-101 ext. 7",
        "St James Sq 1, Floor 2, Box 9",
        "London",
        "Greater London",
        "SW1Y",
        "UK",
        "https://ada.example/a;b",
        "One\nTwo, three",
        "VIP; Fair, spring",
        "1815-12-10",
    ];
    assert_eq!(rows[1], card);
}

#[test]
fn a_card_of_an_old_phone_is_read_in_its_own_letters() {
    let rows = rows(concat!(
        "begin:vcard\nversion:2.1\n",
        "N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller;J=F6rg\n",
        "NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:Erste Zeile=0D=0A=C3=9Cber=\n der Br=C3=BCcke=\n.\n",
        "TEL;WORK;FAX:+49 1\nTEL;CELL:+49 2\nTEL;HOME;PREF:+49 3\n",
        "AGENT:\nBEGIN:VCARD\nFN:The assistant\nEMAIL:other@example.com\nEND:VCARD\n",
        "PHOTO;JPEG;ENCODING=BASE64:\n /9j/4AAQSkZJRgABAQ\n AASABIAAD/4QB\n\nEND:VCARD\n",
    ));
    assert_eq!(rows[0], ["Full name", "Phone", "Phone 2", "Phone 3", "Notes"]);
    assert_eq!(rows[1], ["Jörg Müller", "+49 3", "+49 2", "+49 1", "Erste Zeile\r\nÜber der Brücke."]);
}

#[test]
fn names_come_from_what_there_is_and_groups_are_nobody() {
    let rows = rows(concat!(
        "BEGIN:VCARD\nVERSION:3.0\nN:Byron;George;Gordon;Lord;\nEND:VCARD\n",
        "BEGIN:VCARD\nVERSION:3.0\nORG:Engines\nEND:VCARD\n",
        "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Friends\nMEMBER:urn:uuid:1\nEND:VCARD\n",
        "BEGIN:VCARD\nVERSION:3.0\nitem1.EMAIL;type=INTERNET:eve@example.com\nitem1.X-ABLabel:Work\nEND:VCARD\n",
    ));
    let names: Vec<_> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["George Gordon Byron", "Engines", "eve@example.com"]);
}

#[test]
fn folded_lines_are_one() {
    let rows = rows("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Love\n lace\nNOTE:a\n\tb\n  c\nEND:VCARD\n");
    assert_eq!(rows[1], ["Ada Lovelace", "ab c"]);
}

#[test]
fn letters_are_those_of_the_file_and_never_replaced() {
    let card = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Jörg\r\nEND:VCARD\r\n";
    let western = encoding_rs::WINDOWS_1252.encode(card).0.into_owned();
    assert_eq!(opened(&western, Encoding::Windows1252).unwrap()[1], ["Jörg"]);
    assert_eq!(opened(&western, Encoding::Utf8), Err(FileProblem::Letters(3)));
    let wide: Vec<u8> = card.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(opened(&wide, Encoding::Utf16le).unwrap()[1], ["Jörg"]);
    let lost = "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:J=F6rg\nEND:VCARD\n";
    assert_eq!(opened(lost.as_bytes(), Encoding::Utf8), Err(FileProblem::Letters(2)));
}

#[test]
fn a_card_without_an_end_is_named_with_its_line() {
    let text = "BEGIN:VCARD\nFN:Ada\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\n";
    assert_eq!(opened(text.as_bytes(), Encoding::Utf8), Err(FileProblem::OpenCard(4)));
}

#[test]
fn pictures_may_be_large_and_texts_may_not() {
    let long = "x".repeat(3_000_000);
    let folded: String = (0..40_000).map(|_| format!("\n {}", "y".repeat(70))).collect();
    let rows =
        rows(&format!("BEGIN:VCARD\nFN:Ada\nPHOTO:data:{long}\nLOGO;ENCODING=b:{folded}\nEND:VCARD\n"));
    assert_eq!(rows[1], ["Ada"]);
    let note = format!("BEGIN:VCARD\nFN:Ada\nNOTE:{long}\nEND:VCARD\n");
    assert_eq!(opened(note.as_bytes(), Encoding::Utf8), Err(FileProblem::CellTooLong(3)));
}

proptest::proptest! {
    #[test]
    fn no_lines_make_it_panic(lines in proptest::collection::vec("(BEGIN|END|N|FN|TEL|NOTE|PHOTO)?[:;=]?[A-Z=é\\\\;,: ]{0,12}", 0..30)) {
        let text = format!("BEGIN:VCARD\n{}\nEND:VCARD\n", lines.join("\n"));
        let _ = opened(text.as_bytes(), Encoding::Utf8);
    }
}
