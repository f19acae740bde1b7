use std::sync::Arc;

use leptos::prelude::use_context;
use serde::{Deserialize, Serialize};

use crate::{Actor, Instant, Language, Organisation};

/// What a page knows about the person in front of it. The shell puts it into the page and provides it as a context.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Me {
    /// Who asks; the same rules that guard the server disable buttons here.
    pub actor: Actor,
    /// The e-mail address the person signed in with; empty for nobody.
    pub email: String,
    /// The person's language.
    pub language: Language,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// With whose eyes a member of staff looks: the name of the role or of the contact.
    #[serde(default)]
    pub viewing: Option<String>,
    /// The organisation.
    pub organisation: Organisation,
    /// Whether this is the demonstration company, which names its sign-ins.
    pub is_demo: bool,
    /// The events up to here are in the page; the browser follows the feed from this cursor.
    pub cursor: String,
    /// When the page was made; the browser's clock goes on from here.
    pub now: Instant,
}

impl Me {
    /// Nobody, before anybody has signed in.
    pub fn nobody(language: Language, organisation: Organisation, is_demo: bool, now: Instant) -> Self {
        let theme = "auto".into();
        let (email, cursor) = (String::new(), String::new());
        Self {
            actor: Actor::Anonymous,
            email,
            language,
            theme,
            viewing: None,
            organisation,
            is_demo,
            cursor,
            now,
        }
    }
}

/// The person in front of this page.
///
/// Outside of the shell (a component rendered on its own, in a test) it is nobody.
pub fn use_me() -> Arc<Me> {
    use_context::<Arc<Me>>().unwrap_or_else(|| {
        Arc::new(Me::nobody(Language::default(), Organisation::default(), false, Instant::default()))
    })
}
