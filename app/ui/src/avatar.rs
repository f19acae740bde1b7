use leptos::prelude::*;

/// How large a person is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AvatarSize {
    /// 24 px, on cards and in rows.
    Small,
    /// 32 px.
    #[default]
    Medium,
    /// 44 px, at the head of a page.
    Large,
    /// 72 px, at the head of a profile.
    Huge,
}

/// A person or company as a picture, or as initials in a colour that stays the same for the same `seed`.
///
/// The name is always there for reading; set `name_shown_beside` where it is printed next to the picture already.
#[component]
pub fn Avatar(
    #[prop(into)] name: Signal<String>,
    /// Chooses the hue; pass the id so that a rename keeps the colour.
    #[prop(optional, into)]
    seed: Option<String>,
    /// Address of a square picture.
    #[prop(optional, into)]
    image: Signal<Option<String>>,
    #[prop(optional)] size: AvatarSize,
    /// The picture is decoration because the name stands beside it.
    #[prop(optional)]
    name_shown_beside: bool,
) -> impl IntoView {
    let class = match size {
        AvatarSize::Small => "avatar avatar--small",
        AvatarSize::Medium => "avatar",
        AvatarSize::Large => "avatar avatar--large",
        AvatarSize::Huge => "avatar avatar--huge",
    };
    let hue = move || match &seed {
        Some(seed) => hue_of(seed),
        None => name.with(|name| hue_of(name)),
    };
    view! {
        <span
            class=class
            data-hue=move || hue().to_string()
            role=(!name_shown_beside).then_some("img")
            aria-label=move || (!name_shown_beside).then(|| name.get())
            aria-hidden=name_shown_beside.then_some("true")
            title=move || (!name_shown_beside).then(|| name.get())
        >
            {move || match image.get() {
                Some(address) => view! { <img class="avatar__image" src=address alt="" loading="lazy" /> }.into_any(),
                None => view! { <span aria-hidden="true">{name.with(|name| initials(name))}</span> }.into_any(),
            }}
        </span>
    }
}

/// A hue from 0 to 9 that is always the same for the same text.
pub fn hue_of(seed: &str) -> u8 {
    let sum =
        seed.bytes().fold(2_166_136_261_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(16_777_619));
    (sum % 10) as u8
}

/// The first letters of the first and the last word, at most two; "?" for a name without letters.
pub fn initials(name: &str) -> String {
    let mut words =
        name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let Some(first) = words.next() else { return "?".to_owned() };
    let letters = std::iter::once(first).chain(words.next_back());
    letters.flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_come_from_the_first_and_the_last_word() {
        assert_eq!(initials("Ada Byron Lovelace"), "AL");
        assert_eq!(initials("  (plato) "), "P");
        assert_eq!(initials("--"), "?");
    }

    #[test]
    fn a_seed_keeps_its_hue() {
        assert_eq!(hue_of("0198"), hue_of("0198"));
        assert!((0..100).all(|number: u32| hue_of(&number.to_string()) < 10));
    }
}
