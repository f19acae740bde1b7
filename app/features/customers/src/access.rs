use serde::{Deserialize, Serialize};

/// Makes a set of things that a contact may or gets, each a field of its own for forms, history, filters and programs, and
/// a bit for the database. The order is that of the bits: a new one goes to the end.
macro_rules! set {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident),+ $(,)? }) => {
        $(#[$about])*
        // Each is asked and given by itself; a list of words would be one field for history and forms.
        #[allow(clippy::struct_excessive_bools)]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
        #[serde(default)]
        pub struct $name {
            $($(#[$doc])* pub $field: bool,)+
        }

        impl $name {
            /// The keys of the fields, in the order of forms.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($field)),+];

            /// As the database keeps it.
            pub fn bits(self) -> i64 {
                [$(self.$field),+].into_iter().rev().fold(0, |bits, is_set| (bits << 1) | i64::from(is_set))
            }

            /// As the database kept it; what this version does not know is left out.
            pub fn of_bits(bits: i64) -> Self {
                let mut places = 0..;
                let mut is_set = || places.next().is_some_and(|place: u32| bits >> place & 1 == 1);
                Self { $($field: is_set()),+ }
            }
        }
    };
}

set! {
    /// What a contact sees in the portal. What is not given is not there: no menu, no page, no count, no link in a mail.
    Permissions {
        /// Invoices, credit notes and payments.
        sees_invoices,
        /// Estimates.
        sees_estimates,
        /// Contracts.
        sees_contracts,
        /// Proposals.
        sees_proposals,
        /// Tickets.
        sees_tickets,
        /// Projects.
        sees_projects,
        /// Sites.
        sees_sites,
        /// Personal accounts.
        sees_accounts,
        /// Files.
        sees_files,
    }
}

set! {
    /// Of what a contact gets mails. Independent of what it sees: five may see projects while one gets the mails.
    Notices {
        /// Invoices.
        told_invoices,
        /// Credit notes.
        told_credit_notes,
        /// Estimates.
        told_estimates,
        /// Tickets.
        told_tickets,
        /// Projects.
        told_projects,
        /// Contracts.
        told_contracts,
        /// Tasks of projects.
        told_tasks,
        /// Payments.
        told_payments,
        /// Proposals.
        told_proposals,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_comes_back_from_its_bits() {
        let sees = Permissions { sees_invoices: true, sees_files: true, ..Permissions::default() };
        assert_eq!((sees.bits(), Permissions::KEYS.len()), (0b1_0000_0001, 9));
        assert_eq!(Permissions::of_bits(sees.bits()), sees);
        assert_eq!(Permissions::of_bits(1 << 40), Permissions::default(), "of a later version");
        let told = Notices { told_credit_notes: true, ..Notices::default() };
        assert_eq!((told.bits(), Notices::of_bits(0b10)), (0b10, told));
    }
}
