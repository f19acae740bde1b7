//! What an address needs, and what follows for somebody who asks.

use kernel::{Area, Can, Capabilities};

/// What an address needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Need {
    /// Nothing.
    Nothing,
    /// To be somebody.
    Somebody,
    /// To be a contact of a customer, whom nobody here is.
    Guest,
    /// A right.
    Right(Area, Can),
    /// To see some records of an area at all.
    View(Area),
    /// To be an administrator.
    Admin,
    /// To see the lead in the request; with another right on it.
    Lead(Option<Can>),
    /// To see the customer in the request; with another right on it.
    Customer(Option<Can>),
    /// To see the customer in the request, and to have the role that the entry of its vault names; with another right on
    /// the customer.
    Vault(Option<Can>),
    /// A right that is asked for before the customer is looked for.
    RightThenCustomer(Can),
    /// To have written the note in the request, on a record of this area that may be changed. The notes here are the
    /// house's own, so that only administrators change them.
    Author(Area),
    /// To have brought in the import in the request.
    Import,
    /// To have begun the run in the request; with another right on its records.
    Run(Option<Can>),
    /// To have made the task in the request, which is on nobody's record, or to be who is to do it.
    OwnTask,
    /// That the token in the request is one's own.
    OwnToken,
    /// That the session in the request is one's own. Whatever else is named there is over already, as wanted.
    OwnSession,
}

/// How somebody is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is done, or refused for another reason than who asks.
    Allowed,
    /// It looks done and nothing was.
    Quiet,
    /// 401
    Unauthenticated,
    /// 403
    Forbidden,
    /// 404
    Missing,
}

/// Which record a request names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// One of one's own.
    Own,
    /// Somebody else's.
    Foreign,
    /// One that there is not.
    None,
}

/// What decides about somebody's answers.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Whether the server knows who it is.
    pub is_somebody: bool,
    /// Whether nothing is hidden.
    pub is_admin: bool,
    /// What may be done.
    pub rights: Capabilities,
}

impl Standing {
    fn has(&self, area: Area, can: Can) -> bool {
        self.is_admin || self.rights.has(area, can)
    }

    fn views(&self, area: Area) -> bool {
        self.has(area, Can::ViewOwn) || self.has(area, Can::ViewAll)
    }

    fn sees(&self, area: Area, which: Which) -> bool {
        match which {
            Which::Own => self.views(area),
            Which::Foreign => self.has(area, Can::ViewAll),
            Which::None => false,
        }
    }

    fn with_right(&self, area: Area, can: Can) -> Verdict {
        if self.has(area, can) { Verdict::Allowed } else { Verdict::Forbidden }
    }

    fn of_record(&self, area: Area, further: Option<Can>, which: Which) -> Verdict {
        match further {
            _ if !self.sees(area, which) => Verdict::Missing,
            Some(can) => self.with_right(area, can),
            None => Verdict::Allowed,
        }
    }

    /// How somebody who stands like this is answered.
    pub fn verdict(&self, need: Need, which: Which) -> Verdict {
        match need {
            Need::Nothing => Verdict::Allowed,
            _ if !self.is_somebody => Verdict::Unauthenticated,
            Need::Somebody => Verdict::Allowed,
            Need::Guest => Verdict::Forbidden,
            Need::Right(area, can) => self.with_right(area, can),
            Need::View(area) if self.views(area) => Verdict::Allowed,
            Need::View(_) => Verdict::Forbidden,
            Need::Admin if self.is_admin => Verdict::Allowed,
            Need::Admin => Verdict::Forbidden,
            // Who sees no leads at all is told so, whichever lead it is.
            Need::Lead(_) if !self.views(Area::Leads) => Verdict::Forbidden,
            Need::Lead(further) => self.of_record(Area::Leads, further, which),
            Need::Customer(further) => self.of_record(Area::Customers, further, which),
            // Those who see the customer and may change nothing there are told so first, whatever they look for.
            Need::Vault(Some(can)) if !self.has(Area::Customers, can) => {
                self.of_record(Area::Customers, Some(can), which)
            }
            Need::Vault(_) if which == Which::Foreign && !self.is_admin => Verdict::Missing,
            Need::Vault(further) => self.of_record(Area::Customers, further, which),
            Need::Author(Area::Leads) if !self.views(Area::Leads) => Verdict::Forbidden,
            Need::Author(area) => match self.of_record(area, Some(Can::Edit), which) {
                Verdict::Allowed if !self.is_admin => Verdict::Forbidden,
                other => other,
            },
            Need::RightThenCustomer(can) if self.has(Area::Customers, can) => {
                self.of_record(Area::Customers, None, which)
            }
            Need::RightThenCustomer(_) => Verdict::Forbidden,
            Need::Import if which == Which::None || (which == Which::Foreign && !self.is_admin) => {
                Verdict::Missing
            }
            Need::Import => self.with_right(Area::Leads, Can::Import),
            Need::Run(_) if which == Which::None || (which == Which::Foreign && !self.is_admin) => {
                Verdict::Missing
            }
            Need::Run(further) => further.map_or(Verdict::Allowed, |can| self.with_right(Area::Leads, can)),
            // Not even administrators see what others keep to themselves.
            Need::OwnTask if which == Which::Own => Verdict::Allowed,
            Need::OwnTask => Verdict::Missing,
            Need::OwnToken if which == Which::None || (which == Which::Foreign && !self.is_admin) => {
                Verdict::Missing
            }
            Need::OwnSession if which == Which::None || (which == Which::Foreign && !self.is_admin) => {
                Verdict::Quiet
            }
            Need::OwnToken | Need::OwnSession => Verdict::Allowed,
        }
    }
}
