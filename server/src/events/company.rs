use std::collections::HashMap;
use std::time::Duration;

use axum::response::sse;
use kernel::presence::{At, Here};
use kernel::{Actor, Context, Event, Language, RecordKind, RecordRef, Result, StaffId};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use crate::house::House;

/// What happens within this time is told together.
const GATHER: Duration = Duration::from_millis(250);
/// For so long a record is taken for seen or hidden without asking again. What is known to have happened to it or to the
/// person's rights is asked at once; this is for what was not heard.
const SIGHT: Duration = Duration::from_secs(10);

/// Who else is where the person of a stream is.
///
/// Each record is asked for by its own door, as this person: nobody learns that others are at what he may not see, also
/// when he stood there himself a moment ago.
pub struct Company {
    /// Nothing for a program: it looks at no page.
    changes: Option<watch::Receiver<u64>>,
    is_due: bool,
    not_before: Instant,
    sight: HashMap<RecordRef, (bool, Instant)>,
    names: HashMap<StaffId, String>,
    /// What was told last; a page that connects knows of nobody.
    told: Vec<Here>,
}

impl Company {
    /// The company of a page, or of a program, which has none.
    pub fn new(house: &House, is_page: bool) -> Self {
        Self {
            changes: is_page.then(|| house.foyer.whereabouts.changes()),
            is_due: true,
            not_before: Instant::now(),
            sight: HashMap::new(),
            names: HashMap::new(),
            told: Vec::new(),
        }
    }

    /// Waits until there may be something to tell. Nothing is lost when the waiting is given up.
    pub async fn due(&mut self) {
        let Some(changes) = &mut self.changes else { return std::future::pending().await };
        if !self.is_due {
            if changes.changed().await.is_err() {
                return std::future::pending().await;
            }
            self.is_due = true;
        }
        sleep_until(self.not_before).await;
    }

    /// Something happened: who sees the record, or what somebody is called, may be another.
    pub fn hear(&mut self, event: &Event) {
        self.is_due |= self.sight.remove(&event.record).is_some();
        if event.record.kind == RecordKind::Staff {
            self.names.remove(&StaffId(event.record.id));
        }
    }

    /// The person's rights may be others, or much may have happened.
    pub fn forget(&mut self) {
        self.sight.clear();
        self.is_due = true;
    }

    /// Looks again, in case something was not heard.
    pub fn look_again(&mut self) {
        self.is_due = true;
    }

    /// What there is to tell, if it is not what was told last.
    ///
    /// # Errors
    /// As [`kernel::db::Q::all`].
    pub async fn tell(&mut self, house: &House, actor: &Actor) -> Result<Option<sse::Event>> {
        self.is_due = false;
        self.not_before = Instant::now() + GATHER;
        let cx = &Context::new(house.foyer.clone(), actor.clone(), Language::default());
        let others = cx.foyer.whereabouts.others(actor.staff()?.id, cx.now).unwrap_or_default();
        self.sight.retain(|record, _| others.iter().any(|(_, at)| at.record == *record));
        let mut here = Vec::new();
        for (staff_id, at) in others {
            if self.sees(cx, at).await? {
                here.push(Here {
                    record: at.record,
                    staff_id,
                    name: self.name(cx, staff_id).await?,
                    doing: at.doing,
                });
            }
        }
        if here == self.told {
            return Ok(None);
        }
        self.told = here;
        let told = serde_json::to_string(&self.told).ok();
        Ok(told.map(|told| sse::Event::default().event("presence").data(told)))
    }

    async fn sees(&mut self, cx: &Context, at: At) -> Result<bool> {
        let now = Instant::now();
        if let Some((sees, until)) = self.sight.get(&at.record)
            && *until > now
        {
            return Ok(*sees);
        }
        let sees = cx.may_look_at(at.record).await?;
        self.sight.insert(at.record, (sees, now + SIGHT));
        Ok(sees)
    }

    /// The name of somebody. All names are read at once: who has one colleague at a record soon has another.
    async fn name(&mut self, cx: &Context, id: StaffId) -> Result<String> {
        if !self.names.contains_key(&id) {
            let all = staff::store::names(cx).await?;
            self.names = all.into_iter().map(|staff| (staff.id, staff.name)).collect();
        }
        Ok(self.names.get(&id).cloned().unwrap_or_default())
    }
}
