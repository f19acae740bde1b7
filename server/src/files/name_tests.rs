use super::*;

/// The two names in a header: the one for old programs and the full one, as a browser reads it.
fn names(header: &str) -> (String, String) {
    let rest = header.strip_prefix("attachment; filename=\"").unwrap();
    let (plain, full) = rest.split_once("\"; filename*=UTF-8''").unwrap();
    let mut bytes = Vec::new();
    let mut left = full.bytes();
    while let Some(byte) = left.next() {
        if byte == b'%' {
            let digits = String::from_utf8(left.by_ref().take(2).collect()).unwrap();
            bytes.push(u8::from_str_radix(&digits, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    (plain.to_owned(), String::from_utf8(bytes).unwrap())
}

fn read(name: &str) -> (String, String) {
    let header = content_disposition("attachment", name);
    assert!(HeaderValue::from_str(&header).is_ok(), "{header:?}");
    assert!(header.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{header:?}");
    names(&header)
}

#[test]
fn a_name_cannot_leave_its_header() {
    let (plain, full) = read("Angebot \"für\"\r\nX: 1.pdf");
    assert_eq!((plain.as_str(), full.as_str()), ("Angebot _f_r_X_ 1.pdf", "Angebot \"für\"X: 1.pdf"));
    for name in [
        "a\r\nSet-Cookie: b=c.pdf",
        "a\n\n<script>.pdf",
        "a\"; filename=b.exe",
        "a\0b.pdf",
        "a;b,c\\\"d.pdf",
        "",
    ] {
        let (plain, _) = read(name);
        assert!(!plain.contains(['"', '\\', ';', '\r', '\n', '\0']), "{plain:?}");
    }
}

#[test]
fn a_name_leads_into_no_other_folder() {
    for name in ["../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "C:\\x.pdf"] {
        let (plain, full) = read(name);
        assert!(!format!("{plain}{full}").contains(['/', '\\']), "{plain} {full}");
    }
}

#[test]
fn no_character_does_anything_but_to_be_read() {
    for c in ('\0'..='\u{2fff}').chain('\u{fe00}'..='\u{ffff}') {
        let (plain, full) = read(&format!("bill{c}fdp.exe"));
        assert!(!plain.chars().chain(full.chars()).any(hides), "{c:?}: {plain:?} {full:?}");
    }
    assert_eq!(read("bill\u{202e}fdp.exe").1, "billfdp.exe", "which is no PDF and does not look like one");
}
