use std::fs;

use super::*;

fn resolve(file: &str, env: &[(&str, &str)], flags: Flags) -> Outcome<Config> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("foyer.toml"), file).unwrap();
    let flags = Flags { data_dir: Some(folder.path().to_owned()), ..flags };
    Config::resolve(flags, &|name| {
        env.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    })
}

fn refusal(file: &str) -> String {
    resolve(file, &[], Flags::default()).unwrap_err().to_string()
}

#[test]
fn flags_go_over_the_environment_and_that_goes_over_the_file() {
    let file = "listen = \"127.0.0.1:1\"\nsynchronous = \"normal\"\n[log]\nlevel = \"debug\"";
    let config = resolve(file, &[], Flags::default()).unwrap();
    assert_eq!(
        (config.listen.as_str(), config.is_durable, config.log_level.as_str()),
        ("127.0.0.1:1", false, "debug")
    );
    let env = [("FOYER_LISTEN", "127.0.0.1:2"), ("FOYER_SYNCHRONOUS", "full"), ("FOYER_DEMO", "true")];
    let config = resolve(file, &env, Flags::default()).unwrap();
    assert_eq!((config.listen.as_str(), config.is_durable, config.is_demo), ("127.0.0.1:2", true, true));
    let flags = Flags { listen: Some("127.0.0.1:3".into()), ..Flags::default() };
    assert_eq!(resolve(file, &env, flags).unwrap().listen, "127.0.0.1:3");
}

#[test]
fn networks_are_read_from_file_and_environment_alike() {
    let own = |config: &Config| config.outbound_allow.clone();
    let loopback = vec![Network::parse("127.0.0.1/32").unwrap()];
    let file = "outbound_allow = [\"127.0.0.1\"]";
    assert_eq!(own(&resolve(file, &[], Flags::default()).unwrap()), loopback);
    let env = [("FOYER_OUTBOUND_ALLOW", "10.0.0.0/8, ::1")];
    assert_eq!(own(&resolve(file, &env, Flags::default()).unwrap()).len(), 2);
    assert!(own(&resolve("", &[], Flags::default()).unwrap()).is_empty(), "nothing is allowed by itself");
    assert!(refusal("outbound_allow = [\"localhost\"]").contains("outbound_allow has `localhost`"));
}

#[test]
fn an_unknown_key_is_refused_by_its_name() {
    for (file, key) in
        [("lisen = 1", "lisen"), ("[smtp]\nhosst = \"a\"", "hosst"), ("[log]\ncolour = true", "colour")]
    {
        let refusal = refusal(file);
        assert!(
            refusal.contains(&format!("unknown field `{key}`")) && refusal.contains("foyer.toml"),
            "{refusal}"
        );
    }
    assert!(refusal("synchronous = \"off\"").contains("`off`"));
}

#[test]
fn a_base_address_is_one_of_the_web_without_a_path() {
    assert_eq!(
        resolve("base_url = \"https://crm.example.com/\"", &[], Flags::default()).unwrap().base_url.unwrap(),
        "https://crm.example.com"
    );
    for wrong in ["crm.example.com", "https://", "https://crm.example.com/foyer", "ftp://a", "https://a@b"] {
        assert!(refusal(&format!("base_url = \"{wrong}\"")).contains(wrong));
    }
}

#[test]
fn a_mail_server_needs_a_sender_and_its_password_is_not_shown() {
    let env = [
        ("FOYER_SMTP_HOST", "mail"),
        ("FOYER_SMTP_FROM", "Foyer <a@b.example>"),
        ("FOYER_SMTP_PASSWORD", "hush"),
    ];
    let smtp = resolve("", &env, Flags::default()).unwrap().smtp.unwrap();
    assert_eq!((smtp.port(), smtp.tls), (587, Tls::Starttls));
    assert!(!format!("{smtp:?}").contains("hush"));
    assert!(resolve("", &env[..1], Flags::default()).is_err());
    assert!(refusal("[smtp]\nhost = \"mail\"\nfrom = \"nobody\"").contains("smtp.from"));
}

#[test]
fn a_missing_file_is_missed_only_when_it_was_named() {
    let folder = tempfile::tempdir().unwrap();
    let flags = |config| Flags { data_dir: Some(folder.path().to_owned()), config, ..Flags::default() };
    assert!(Config::resolve(flags(None), &|_| None).is_ok());
    assert!(Config::resolve(flags(Some(folder.path().join("other.toml"))), &|_| None).is_err());
}
