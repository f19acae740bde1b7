use std::sync::{Arc, Mutex};

use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{Instant, Mail, Text};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::*;

/// A mail server that answers the recipient with this line and keeps what it was given.
async fn mail_server(answer: &'static str) -> (u16, Arc<Mutex<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let taken: Arc<Mutex<String>> = Arc::default();
    let kept = taken.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(talk(stream, answer, kept.clone()));
        }
    });
    (port, taken)
}

async fn talk(stream: TcpStream, answer: &'static str, taken: Arc<Mutex<String>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 test\r\n").await.unwrap();
    let mut is_data = false;
    while let Ok(Some(line)) = lines.next_line().await {
        let reply = match line.as_str() {
            "." if is_data => "250 taken",
            text if is_data => {
                taken.lock().unwrap().push_str(&format!("{text}\n"));
                continue;
            }
            text if text.starts_with("EHLO") => "250 test",
            text if text.starts_with("RCPT") => answer,
            "DATA" => "354 go on",
            _ => "250 ok",
        };
        is_data = reply.starts_with("354");
        write.write_all(format!("{reply}\r\n").as_bytes()).await.unwrap();
    }
}

fn smtp(port: u16) -> Smtp {
    let (host, from) = ("127.0.0.1".into(), "Foyer <foyer@example.com>".into());
    Smtp { host, port: Some(port), user: None, password: None, from, tls: Tls::None }
}

async fn post(house: &TestHouse) {
    let cx = &house.system();
    let mail = &Mail {
        to: "ada@example.com".into(),
        language: Language::It,
        subject: Text::new("error-other-site"),
        body: vec![Text::new("error-not-found")],
        path: Some("/leads/7".into()),
    };
    cx.tx(|tx| async move { cx.post(&tx, mail.clone()).await }).await.unwrap();
    kernel::jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
}

async fn state(house: &TestHouse) -> (String, i64, Option<String>) {
    Q::new("select state, attempts, last_error from mail").one(&house.foyer.db).await.unwrap()
}

#[tokio::test]
async fn without_a_mail_server_mails_are_kept() {
    let house = TestHouse::sqlite(vec![feature(None)]).await;
    post(&house).await;
    assert_eq!(state(&house).await, ("kept".into(), 1, None));
}

#[tokio::test]
async fn a_mail_goes_out_once_with_a_number_of_its_own() {
    let (port, taken) = mail_server("250 ok").await;
    let house = TestHouse::sqlite(vec![feature(Some(&smtp(port)))]).await;
    post(&house).await;
    assert_eq!(state(&house).await.0, "sent");
    let text = taken.lock().unwrap().clone();
    assert!(text.contains("Message-ID: <") && text.contains("To: ada@example.com"), "{text}");
    assert!(text.contains("http://foyer.test/leads/7"), "{text}");
    kernel::jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
    assert_eq!(taken.lock().unwrap().matches("Message-ID").count(), 1);
}

#[tokio::test]
async fn a_refusal_is_final_and_a_hesitation_is_not() {
    let (port, _) = mail_server("550 no such person").await;
    let house = TestHouse::sqlite(vec![feature(Some(&smtp(port)))]).await;
    post(&house).await;
    let (state_now, attempts, reason) = state(&house).await;
    assert_eq!((state_now.as_str(), attempts), ("failed", 1));
    assert!(reason.unwrap().contains("no such person"));

    let (port, _) = mail_server("450 come back later").await;
    let house = TestHouse::sqlite(vec![feature(Some(&smtp(port)))]).await;
    post(&house).await;
    assert_eq!(state(&house).await.0, "queued");
    house.foyer.clock.advance(Instant::HOUR);
    kernel::jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
    let (state_now, attempts, _) = state(&house).await;
    assert_eq!((state_now.as_str(), attempts), ("queued", 2));
}

/// The header lines of a mail, each with those that go on with it.
fn head(mail: &str) -> Vec<String> {
    let mut head: Vec<String> = Vec::new();
    for line in mail.lines().take_while(|line| !line.is_empty()) {
        match head.last_mut().filter(|_| line.starts_with([' ', '\t'])) {
            Some(last) => last.push_str(line),
            None => head.push(line.to_owned()),
        }
    }
    head
}

const HEADERS: [&str; 8] = [
    "From",
    "To",
    "Subject",
    "Message-ID",
    "Date",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
];

fn has_no_header_but_ours(mail: &str) {
    for line in head(mail) {
        let name = line.split(':').next().unwrap_or_default();
        assert!(HEADERS.contains(&name), "{line:?} in {mail}");
    }
}

#[tokio::test]
async fn what_somebody_typed_begins_no_header() {
    let (port, taken) = mail_server("250 ok").await;
    let house = TestHouse::sqlite(vec![feature(Some(&smtp(port)))]).await;
    let cx = &house.system();
    let mail = |to: &str, typed: &str| Mail {
        to: to.into(),
        language: Language::En,
        subject: Text::new("error-internal").with("id", typed),
        body: vec![Text::new("error-not-found")],
        path: None,
    };
    for end in ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\0"] {
        for to in ["ada@example.com".to_owned(), format!("ada@example.com{end}Bcc: eve@example.com")] {
            let mail = &mail(&to, &format!("7{end}Bcc: eve@example.com{end}{end}Hello"));
            cx.tx(|tx| async move { cx.post(&tx, mail.clone()).await }).await.unwrap();
        }
    }
    kernel::jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
    let states = Q::new("select state, recipient, subject from mail order by id").all(&house.foyer.db);
    let states: Vec<(String, String, String)> = states.await.unwrap();
    for (number, (state, recipient, subject)) in states.iter().enumerate() {
        assert!(!format!("{recipient}{subject}").chars().any(char::is_control), "{recipient:?} {subject:?}");
        assert_eq!(state, if number % 2 == 0 { "sent" } else { "failed" }, "{recipient:?} is no address");
    }
    let taken = taken.lock().unwrap().clone();
    let mails: Vec<String> = taken.split("From: ").skip(1).map(|mail| format!("From: {mail}")).collect();
    assert!(mails.len() >= 6, "{taken}");
    mails.iter().for_each(|mail| has_no_header_but_ours(mail));
}

/// Also of a row that came into the outbox in another way.
#[tokio::test]
async fn a_row_of_the_outbox_begins_no_header() {
    let post = connect(&smtp(1)).unwrap();
    let waiting = |recipient: &str, subject: &str| Waiting {
        message_id: "1.a@foyer".into(),
        recipient: recipient.into(),
        subject: subject.into(),
        body: "Hello".into(),
        attempts: 0,
    };
    for end in ["\r\n", "\n", "\r", "\r\n ", "\0"] {
        let subject = format!("Hello{end}Bcc: eve@example.com{end}{end}Hello");
        let message = write(&post, &waiting("Ada <ada@example.com>", &subject)).unwrap();
        assert_eq!(message.envelope().to().len(), 1);
        has_no_header_but_ours(&String::from_utf8(message.formatted()).unwrap());
        for to in [
            format!("ada@example.com{end}Bcc: eve@example.com"),
            format!("Ada{end}Bcc: eve@example.com{end} <ada@example.com>"),
            format!("\"Ada{end}Bcc: eve@example.com\" <ada@example.com>"),
        ] {
            if let Ok(message) = write(&post, &waiting(&to, "Hello")) {
                has_no_header_but_ours(&String::from_utf8(message.formatted()).unwrap());
                let to = message.envelope().to();
                assert!(to.len() == 1 && to[0].to_string() == "ada@example.com", "{to:?}");
            }
        }
    }
}
