//! Roles: what they grant, and those of a new house.

use kernel::{Area, Can, Capabilities, RoleId, Version};
use serde::{Deserialize, Serialize};

/// A named set of rights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Role {
    /// Which role.
    pub id: RoleId,
    /// What it is called.
    pub name: String,
    /// What it grants.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = u32))]
    pub capabilities: Capabilities,
    /// How many people have it.
    pub people: i64,
    /// Carries up with every change.
    pub version: Version,
}

/// The rights that mean something in an area: one does not import settings.
pub fn grantable(area: Area) -> &'static [Can] {
    match area {
        Area::Leads | Area::Customers => &Can::ALL,
        Area::Settings => &[Can::ViewAll, Can::Create, Can::Edit, Can::Delete],
    }
}

/// What somebody may do who has these words from a role: everybody may see their own settings.
pub fn rights(words: Option<&str>) -> Capabilities {
    Capabilities::from_words(words.unwrap_or_default()).with(Area::Settings, Can::ViewOwn)
}

/// The rights of the role "Sales" of a new house: one's own leads and customers.
pub fn sales() -> Capabilities {
    let own = [Can::ViewOwn, Can::Create, Can::Edit];
    let areas = [Area::Leads, Area::Customers];
    areas
        .into_iter()
        .flat_map(|area| own.map(|can| (area, can)))
        .fold(Capabilities::NONE, |set, (a, c)| set.with(a, c))
}

/// The rights of the role "Manager" of a new house: all leads and customers.
pub fn manager() -> Capabilities {
    let areas = [Area::Leads, Area::Customers];
    let all = areas.into_iter().flat_map(|area| Can::ALL.map(|can| (area, can)));
    all.fold(Capabilities::NONE, |set, (area, can)| set.with(area, can))
}

/// Leaves out rights that are not to be granted, and adds those without which another one means nothing.
pub fn tidy(capabilities: Capabilities) -> Capabilities {
    let offered = capabilities.iter().filter(|(area, can)| grantable(*area).contains(can));
    offered.fold(Capabilities::NONE, |set, (area, can)| {
        // Whoever sees everything sees their own; whoever edits has to see.
        let sees = if set.has(area, Can::ViewAll) || area == Area::Settings {
            set
        } else {
            set.with(area, Can::ViewOwn)
        };
        sees.with(area, can)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sales_people_see_their_own_and_managers_everything() {
        assert!(sales().has(Area::Leads, Can::ViewOwn) && !sales().has(Area::Leads, Can::ViewAll));
        assert!(manager().has(Area::Customers, Can::ViewAll) && !manager().has(Area::Settings, Can::Edit));
    }

    #[test]
    fn a_right_brings_the_sight_that_it_needs() {
        let set = tidy(Capabilities::NONE.with(Area::Leads, Can::Edit).with(Area::Settings, Can::Import));
        assert_eq!(set.words(), "leads.view_own leads.edit");
    }

    #[test]
    fn everybody_sees_their_own_settings() {
        assert!(rights(None).has(Area::Settings, Can::ViewOwn));
    }
}
