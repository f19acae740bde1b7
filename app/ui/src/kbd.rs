use leptos::prelude::*;

/// Keys as they are printed on the keyboard. `keys` is written as for [`crate::Shortcuts`]: `g b`, `mod+k`, `?`.
#[component]
pub fn Kbd(#[prop(into)] keys: Signal<String>) -> impl IntoView {
    let on_apple = RwSignal::new(false);
    Effect::new(move |_| {
        // Known only in the browser; until then the key has the name that most keyboards give it.
        on_apple.set(
            window()
                .navigator()
                .platform()
                .is_ok_and(|name| name.starts_with("Mac") || name.starts_with("iP")),
        );
    });
    let key = |name: String| view! { <kbd class="kbd__key">{name}</kbd> };
    view! {
        <span class="kbd" dir="ltr">
            {move || names(&keys.get(), on_apple.get()).into_iter().map(key).collect_view()}
        </span>
    }
}

fn names(keys: &str, on_apple: bool) -> Vec<String> {
    keys.split([' ', '+']).filter(|name| !name.is_empty()).map(|name| printed(name, on_apple)).collect()
}

fn printed(name: &str, on_apple: bool) -> String {
    match name {
        "mod" if on_apple => "⌘".to_owned(),
        "mod" => "Ctrl".to_owned(),
        "shift" => "⇧".to_owned(),
        "alt" if on_apple => "⌥".to_owned(),
        "alt" => "Alt".to_owned(),
        "enter" => "↵".to_owned(),
        "escape" => "Esc".to_owned(),
        "up" => "↑".to_owned(),
        "down" => "↓".to_owned(),
        "left" => "←".to_owned(),
        "right" => "→".to_owned(),
        "space" => "␣".to_owned(),
        other => other.to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn keys_are_named_as_on_the_keyboard() {
        assert_eq!(names("mod+k", false), ["Ctrl", "K"]);
        assert_eq!(names("mod+k", true), ["⌘", "K"]);
        assert_eq!(names("g b", false), ["G", "B"]);
    }
}
