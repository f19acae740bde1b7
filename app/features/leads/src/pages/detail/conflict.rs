use std::sync::Arc;

use fields::FieldChange;
use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Banner, Button, Choice, FormActions, FormStack, Meaning, RadioGroup, Tone};

use super::show::show_value;
use crate::{Dictionaries, Lead, LeadPatch, Profile, changes};

/// Somebody else stored first: each field that both changed, with both values, and the person chooses.
#[component]
pub fn ConflictChoice(
    base: Profile,
    mine: Profile,
    theirs: Lead,
    words: Arc<Dictionaries>,
    chosen: Callback<(Lead, LeadPatch)>,
) -> impl IntoView {
    let own = changes(&base, &mine);
    let (both, alone) = split(own, &base, &theirs.profile);
    let picks: Vec<(FieldChange, RwSignal<String>)> =
        both.into_iter().map(|change| (change, RwSignal::new("mine".to_owned()))).collect();
    let rows = picks.iter().map(|(change, pick)| row(change.clone(), *pick, words.clone())).collect_view();
    let store = move |()| {
        // What only one of the two changed needs no choice: theirs is stored already, mine goes along.
        let kept = picks.iter().filter(|(_, pick)| pick.get_untracked() == "mine").map(|(change, _)| change);
        let mut patch = LeadPatch::default();
        for change in alone.iter().chain(kept) {
            patch = patch.and(change.field.as_str(), &change.new);
        }
        chosen.run((theirs.clone(), patch));
    };
    view! {
        <FormStack>
            <Banner text=ts!("conflict-text") title=ts!("conflict-title") meaning=Meaning::Warning live=true />
            {rows}
            <p>{t!("conflict-rest")}</p>
            <FormActions>
                <Button label=ts!("lead-save") tone=Tone::Primary on_press=store />
            </FormActions>
        </FormStack>
    }
}

/// My changes, divided into those of fields that they changed too (with their value as the old one) and the rest.
fn split(own: Vec<FieldChange>, base: &Profile, theirs: &Profile) -> (Vec<FieldChange>, Vec<FieldChange>) {
    let other = changes(base, theirs);
    let (mut both, mut alone) = (Vec::new(), Vec::new());
    for change in own {
        match other.iter().find(|their| their.field == change.field) {
            Some(their) if their.new == change.new => {}
            Some(their) => both.push(FieldChange { old: their.new.clone(), ..change }),
            None => alone.push(change),
        }
    }
    (both, alone)
}

fn row(change: FieldChange, pick: RwSignal<String>, words: Arc<Dictionaries>) -> impl IntoView {
    let i18n = use_i18n();
    let field = change.field.clone();
    let added = words.fields.iter().find(|added| added.key() == field).map(|added| added.name.clone());
    let legend =
        Signal::derive(move || added.clone().unwrap_or_else(|| i18n.text(&format!("field-{field}"), &[])));
    let name = format!("conflict-{}", change.field);
    let choices = Signal::derive(move || {
        let shown = |value| show_value(i18n, &words, change.field.as_str(), value);
        vec![
            Choice::new("mine", shown(&change.new)).hint(i18n.text("conflict-mine", &[])),
            Choice::new("theirs", shown(&change.old)).hint(i18n.text("conflict-theirs", &[])),
        ]
    });
    view! { <RadioGroup legend=legend name=name value=pick choices=choices /> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fields_that_both_changed_differently_are_asked_about() {
        let base = Profile { name: "Ada".into(), ..Profile::default() };
        let mine = Profile {
            city: Some("Turin".into()),
            phone: Some("1".into()),
            email: Some("a@b.c".into()),
            ..base.clone()
        };
        let theirs = Profile {
            city: Some("Milan".into()),
            email: Some("a@b.c".into()),
            company: Some("X".into()),
            ..base.clone()
        };
        let (both, alone) = split(changes(&base, &mine), &base, &theirs);
        let names = |changes: &[FieldChange]| {
            changes.iter().map(|change| change.field.to_string()).collect::<Vec<_>>()
        };
        assert_eq!((names(&both), names(&alone)), (vec!["city".to_owned()], vec!["phone".to_owned()]));
        assert_eq!((both[0].old.as_str(), both[0].new.as_str()), (Some("Milan"), Some("Turin")));
    }
}
