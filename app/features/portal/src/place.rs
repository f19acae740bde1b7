use kernel::Text;
use ui::IconName;

/// Somewhere to go in the portal.
#[derive(Clone)]
pub struct Place {
    /// Its address.
    pub path: &'static str,
    /// What it is called.
    pub label: Text,
    /// How it is drawn.
    pub icon: IconName,
}

/// The menu of the portal, in its order. The first place is the portal's home.
pub static PLACES: [Place; 2] = [
    Place { path: "/portal", label: Text::new("portal-home"), icon: IconName::Home },
    Place { path: "/portal/me", label: Text::new("portal-me"), icon: IconName::User },
];
