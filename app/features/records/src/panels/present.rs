use kernel::presence::{Doing, Here};
use kernel::{I18n, RecordRef, StaffId, ts, use_i18n, use_presence};
use leptos::prelude::*;
use ui::{Announcer, Avatar, AvatarSize, Icon, IconName, IconSize, hue_of};

/// The most people that are named; of the others there is the number.
const NAMED: usize = 3;

/// What somebody is said to do.
fn said(i18n: I18n, here: &Here) -> String {
    let key = match here.doing {
        Doing::Looks => "presence-looks",
        Doing::Moves => "presence-moves",
        Doing::Types => "presence-types",
    };
    i18n.text(key, &[("name", here.name.as_str().into())])
}

/// Who else has this record open, and who types on it.
///
/// Who listens to the page hears of each person once, and once more when they begin to type; nobody is told who leaves.
#[component]
pub fn PresentPeople(record: RecordRef) -> impl IntoView {
    let (i18n, presence) = (use_i18n(), use_presence());
    let here = Memo::new(move |_| presence.at(record));
    announce(here, i18n);
    let one = move |here: Here| {
        let words = said(i18n, &here);
        let doing = if here.doing == Doing::Types { Some("types") } else { None };
        view! {
            <li class="present__one" data-doing=doing>
                <Avatar name=here.name seed=here.staff_id.to_string() size=AvatarSize::Small name_shown_beside=true />
                <span>{words}</span>
            </li>
        }
    };
    let more = move |here: &[Here]| {
        let others = here.get(NAMED..).filter(|others| !others.is_empty())?;
        let names: Vec<_> = others.iter().map(|here| here.name.as_str()).collect();
        let count = i18n.text("presence-more", &[("count", others.len().into())]);
        Some(view! { <li class="present__one" title=names.join(", ")>{count}</li> })
    };
    move || {
        let here = here.get();
        let rest = more(&here);
        (!here.is_empty()).then(|| {
            view! {
                <ul class="present" role="list" aria-label=ts!("presence-title")>
                    {here.into_iter().take(NAMED).map(one).collect_view()} {rest}
                </ul>
            }
        })
    }
}

fn announce(here: Memo<Vec<Here>>, i18n: I18n) {
    let (announcer, heard) = (Announcer::here(), StoredValue::new(Vec::<(StaffId, bool)>::new()));
    Effect::new(move |_| {
        for here in here.get() {
            let news = (here.staff_id, here.doing == Doing::Types);
            let is_known =
                heard.with_value(|heard| heard.contains(&news) || heard.contains(&(here.staff_id, true)));
            if !is_known {
                heard.update_value(|heard| heard.push(news));
                announcer.announce(said(i18n, &here));
            }
        }
    });
}

/// The mark of a record that others have open: drawn on the record's card, read as sentences. Nothing while nobody has.
pub fn present_mark(i18n: I18n, here: &[Here]) -> Option<AnyView> {
    let first = here.iter().max_by_key(|here| here.doing)?;
    let sentences: Vec<_> = here.iter().map(|here| said(i18n, here)).collect();
    let label = sentences.join(", ");
    let icon = match first.doing {
        Doing::Looks => IconName::Eye,
        Doing::Moves => IconName::Drag,
        Doing::Types => IconName::Pencil,
    };
    let hue = hue_of(&first.staff_id.to_string()).to_string();
    // A card has room for a first name.
    let name = first.name.split_whitespace().next().unwrap_or_default().to_owned();
    let others = (here.len() > 1).then(|| format!("+{}", here.len() - 1));
    Some(
        view! {
            <span class="present-mark" data-hue=hue role="img" aria-label=label.clone() title=label>
                <Icon name=icon size=IconSize::Small />
                <bdi class="present-mark__name">{name}</bdi>
                {others}
            </span>
        }
        .into_any(),
    )
}
