//! Several boards, one server, and every way in which questions, moves and answers can overtake one another: in the end
//! all show the same.

use kernel::{Instant, LeadId, PipelineId};
use proptest::prelude::*;

use super::tests::{card, column, seen};
use super::*;
use crate::{LeadPatch, Pipeline, Rank};

/// The leads as the database has them: each column from above.
struct Server {
    columns: [Vec<LeadCard>; 3],
    chance: u64,
}

type Answer = Result<LeadCard, Option<LeadCard>>;

impl Server {
    fn new() -> Self {
        let of = |stage: i64| (0..4).map(|at| card(stage * 10 + at, stage, 10 + at as usize * 20)).collect();
        Self { columns: [of(1), of(2), of(3)], chance: 1 }
    }

    fn board(&self) -> Board {
        let pipeline = Pipeline { id: PipelineId(1), name: "Sales".into(), is_default: true, version: 1 };
        let stages =
            self.columns.iter().zip(1..).map(|(cards, id)| column(id, cards.clone(), false)).collect();
        Board { pipeline, stages }
    }

    /// What a move does, as [`crate::store::moves`] has it; a conflict brings the card as it is.
    #[allow(clippy::result_large_err)] // The shape in which the board gets its answers.
    fn make(&mut self, request: &Request) -> Answer {
        let Request::Move(id, to) = request else { panic!("the board is not grouped by owner") };
        let place = |cards: &Vec<LeadCard>| cards.iter().position(|card| card.id == *id);
        let found = self.columns.iter().enumerate().find_map(|(at, cards)| Some((at, place(cards)?)));
        let Some((from, at)) = found else { return Err(None) };
        if self.columns[from][at].version != to.version {
            return Err(Some(self.columns[from][at].clone()));
        }
        let mut card = self.columns[from].remove(at);
        let cards = &mut self.columns[(to.stage_id.0 - 1) as usize];
        let behind = to.after_id.and_then(|after| cards.iter().position(|card| card.id == after));
        let at = if to.at_end { cards.len() } else { behind.map_or(0, |above| above + 1) };
        let above = at.checked_sub(1).map(|above| &cards[above].rank);
        self.chance = self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        card.rank = Rank::between(above, cards.get(at).map(|card| &card.rank), self.chance >> 20).unwrap();
        (card.stage_id, card.version) = (to.stage_id, card.version + 1);
        cards.insert(at, card.clone());
        Ok(card)
    }

    fn changes(&self, ids: &[LeadId]) -> BoardChanges {
        let cards = self.columns.iter().flatten().filter(|card| ids.contains(&card.id)).cloned().collect();
        let board = self.board().stages.into_iter();
        BoardChanges { cards, totals: board.map(|column| (column.stage.id, column.totals)).collect() }
    }
}

/// Somebody's board, with what is on its way to and from it.
struct Client {
    state: BoardState,
    outbox: Option<Vec<(u64, Request)>>,
    inbox: Option<Vec<(u64, Answer)>>,
    heard: Vec<LeadId>,
    asked: Vec<(Asked, Vec<LeadId>, Option<BoardChanges>)>,
}

impl Client {
    fn new(server: &Server) -> Self {
        let state = BoardState::new(server.board(), BoardSort::Manual, BoardGroup::Stage, Instant(0));
        Self { state, outbox: None, inbox: None, heard: Vec::new(), asked: Vec::new() }
    }

    /// One to three neighbours go to some slot.
    fn wish(&mut self, chance: usize) {
        let seen: Vec<i64> = seen(&self.state).concat();
        let first = chance % seen.len();
        let ids: Vec<LeadId> = seen[first..].iter().take(1 + chance / 7 % 3).copied().map(LeadId).collect();
        let key = 1 + (chance / 31 % 3) as i64;
        let slot = self.state.slot_at(key, chance / 97 % 5, &ids);
        let targets = self.state.targets(&ids, key, slot, &LeadPatch::default());
        self.state.begin_all(targets);
    }

    fn send(&mut self) {
        if self.outbox.is_none() && self.inbox.is_none() {
            self.outbox = self.state.next_request();
        }
    }

    fn receive(&mut self) {
        for (number, answer) in self.inbox.take().into_iter().flatten() {
            match answer {
                Ok(card) => self.state.confirm(number, card),
                Err(theirs) => {
                    self.state.fail(number);
                    theirs.into_iter().for_each(|card| self.state.learn_card(card));
                }
            }
        }
    }

    fn ask(&mut self) {
        let is_due = self.state.take_totals_due();
        let ids = std::mem::take(&mut self.heard);
        if is_due || !ids.is_empty() {
            self.asked.push((self.state.asking(), ids, None));
        }
    }

    fn hear(&mut self, which: usize) {
        let answered: Vec<usize> = (0..self.asked.len()).filter(|at| self.asked[*at].2.is_some()).collect();
        if let Some(at) = answered.get(which % answered.len().max(1)) {
            let (asked, ids, changes) = self.asked.remove(*at);
            self.state.apply(&ids, changes.unwrap(), asked);
        }
    }
}

/// The server does what a client sent; everybody is told.
fn serve(server: &mut Server, clients: &mut [Client], who: usize) {
    let Some(requests) = clients[who].outbox.take() else { return };
    let answers: Vec<(u64, Answer)> =
        requests.iter().map(|(number, request)| (*number, server.make(request))).collect();
    let moved: Vec<LeadId> =
        answers.iter().filter_map(|(_, a)| a.as_ref().ok().map(|card| card.id)).collect();
    clients.iter_mut().for_each(|client| client.heard.extend(&moved));
    clients[who].inbox = Some(answers);
}

fn answer(server: &Server, client: &mut Client) {
    for (_, ids, changes) in client.asked.iter_mut().filter(|asked| asked.2.is_none()).take(1) {
        *changes = Some(server.changes(ids));
    }
}

proptest! {
    #[test]
    fn all_boards_show_the_same_when_all_is_said(
        people in 2usize..=10,
        steps in proptest::collection::vec((0usize..7, any::<usize>()), 1..400),
    ) {
        let mut server = Server::new();
        let mut clients: Vec<Client> = (0..people).map(|_| Client::new(&server)).collect();
        for (step, chance) in steps {
            let who = chance % people;
            let client = &mut clients[who];
            match step {
                0 => client.wish(chance / people),
                1 => client.send(),
                2 => serve(&mut server, &mut clients, who),
                3 => client.receive(),
                4 => client.ask(),
                5 => answer(&server, client),
                _ => client.hear(chance / people),
            }
        }
        while clients.iter().any(|client| client.state.is_busy()) {
            for who in 0..people {
                clients[who].send();
                serve(&mut server, &mut clients, who);
                clients[who].receive();
            }
        }
        for client in &mut clients {
            for _ in 0..3 {
                client.ask();
                while !client.asked.is_empty() {
                    answer(&server, client);
                    client.hear(0);
                }
            }
            let fresh = BoardState::new(server.board(), BoardSort::Manual, BoardGroup::Stage, Instant(0));
            prop_assert_eq!(seen(&client.state), seen(&fresh));
            let counts = |state: &BoardState| state.view().iter().map(|c| c.totals.count).collect::<Vec<_>>();
            prop_assert_eq!(counts(&client.state), counts(&fresh));
        }
    }
}
