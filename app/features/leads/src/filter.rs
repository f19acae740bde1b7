//! What addresses and programs may say of which leads they mean, beside the filter of fields.

use fields::{Asked, Check, Node, Old, OldForm, OneOf};
use serde::{Deserialize, Serialize};

use crate::Outcome;

/// The parameters from before every field could be asked. They stay readable for ever and are not written any more.
pub const OLD: &[Old] = &[
    Old { name: "owner", field: "owner_id", form: OldForm::Person },
    Old { name: "stage", field: "stage_id", form: OldForm::Option },
    Old { name: "source", field: "source_id", form: OldForm::Option },
    Old { name: "tag", field: "tags", form: OldForm::Among },
    Old { name: "min_value", field: "value", form: OldForm::AtLeast },
    Old { name: "max_value", field: "value", form: OldForm::AtMost },
    Old { name: "created_from", field: "created_at", form: OldForm::From },
    Old { name: "created_to", field: "created_at", form: OldForm::To },
    Old { name: "no_contact_since", field: "last_contact_at", form: OldForm::NotSince },
    Old { name: "stale", field: "stale", form: OldForm::Flag },
    Old { name: "standing", field: "standing", form: OldForm::Word(Standing::CODES) },
];

/// The filter of an address, with what its parameters of old stand for.
pub fn asked(q: Option<String>, f: Vec<String>, get: impl Fn(&str) -> Option<String>) -> Asked {
    lists::address::asked(OLD, q, f, get)
}

/// Which leads by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Those in play.
    #[default]
    InPlay,
    /// Those that became customers.
    Converted,
    /// Lost ones.
    Lost,
    /// Junk.
    Junk,
    /// All of them.
    All,
}

impl Standing {
    /// All choices, in the order of the menu.
    pub const ALL: [Self; 5] = [Self::InPlay, Self::Converted, Self::Lost, Self::Junk, Self::All];
    /// Their words.
    pub const CODES: &'static [&'static str] = &[
        Self::InPlay.code(),
        Self::Converted.code(),
        Self::Lost.code(),
        Self::Junk.code(),
        Self::All.code(),
    ];

    /// The word in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InPlay => "in_play",
            Self::Converted => "converted",
            Self::Lost => "lost",
            Self::Junk => "junk",
            Self::All => "all",
        }
    }

    /// The choice of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// Whether somebody asks for nothing but leads that were taken out of play, of which none stands on a board.
pub fn is_out_of_play(asked: &Node) -> bool {
    match asked {
        Node::All(nodes) => nodes.iter().any(is_out_of_play),
        Node::Any(nodes) => !nodes.is_empty() && nodes.iter().all(is_out_of_play),
        Node::Test(test) => {
            // What stands on a board, by the words of these fields; `all` stands for each of them.
            let on_board: &[&str] = match test.field.as_str() {
                "standing" => &[Standing::InPlay.code(), Standing::Converted.code()],
                "outcome" => &[Outcome::Active.code()],
                _ => return false,
            };
            let names = |words: &[String], word: &str| words.iter().any(|own| own == word || own == "all");
            match &test.check {
                Check::Word(OneOf::AnyOf(words)) => !on_board.iter().any(|&word| names(words, word)),
                Check::Word(OneOf::NoneOf(words)) => on_board.iter().all(|&word| names(words, word)),
                _ => false,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_for_lost_leads_finds_none_on_a_board() {
        let word = |field: &str, one_of: OneOf<String>| Node::test(field, Check::Word(one_of));
        let any = |field: &str, words: &[&str]| {
            word(field, OneOf::AnyOf(words.iter().map(|word| (*word).to_owned()).collect()))
        };
        let stale = Node::test("stale", Check::Flag(true));
        let out = [
            any("standing", &["lost"]),
            any("standing", &["lost", "junk"]),
            any("outcome", &["junk"]),
            Node::All(vec![stale.clone(), any("standing", &["lost"])]),
            Node::Any(vec![any("standing", &["lost"]), any("outcome", &["junk"])]),
            word("standing", OneOf::NoneOf(vec!["in_play".into(), "converted".into()])),
        ];
        assert!(out.iter().all(is_out_of_play), "{out:?}");
        let on_board = [
            stale.clone(),
            any("standing", &["converted"]),
            any("standing", &["lost", "in_play"]),
            any("standing", &["all"]),
            any("outcome", &["active", "lost"]),
            Node::Any(vec![any("standing", &["lost"]), stale]),
            word("standing", OneOf::NoneOf(vec!["lost".into()])),
            Node::Any(Vec::new()),
        ];
        assert!(!on_board.iter().any(is_out_of_play), "{on_board:?}");
    }

    #[test]
    fn a_link_of_old_asks_what_it_always_asked() {
        let params = [
            ("owner", "nobody"),
            ("stage", "2"),
            ("source", "3"),
            ("tag", "4"),
            ("min_value", "500"),
            ("max_value", "900"),
            ("created_from", "2026-01-31"),
            ("created_to", "2026-02-28"),
            ("no_contact_since", "2026-01-31"),
            ("stale", "1"),
            ("standing", "lost"),
        ];
        assert_eq!(params.len(), OLD.len());
        let get =
            |name: &str| params.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned());
        let asked = asked(Some("ada".into()), vec!["city.is.Turin".into()], get);
        assert_eq!(asked.q, "ada");
        assert_eq!(
            asked.f,
            [
                "city.is.Turin",
                "owner_id.empty",
                "stage_id.any.2",
                "source_id.any.3",
                "tags.any.4",
                "value.span.500..",
                "value.span...900",
                "created_at.span.2026-01-31..",
                "created_at.span...2026-02-28",
                "any(last_contact_at.empty;last_contact_at.span...2026-01-30)",
                "stale.yes",
                "standing.any.lost",
            ]
        );
    }

    #[test]
    fn what_does_not_fit_in_a_link_of_old_is_left_out() {
        let get = |name: &str| Some(if name == "owner" { "me" } else { "?" }.to_owned());
        assert_eq!(asked(None, Vec::new(), get).f, ["owner_id.me"]);
    }
}
