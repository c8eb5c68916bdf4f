//! Rotas and what was changed about shifts, out of the statements of the agency's document, the same in
//! whatever order they arrived; and who was sought and answered.

use super::swap::{Swap, replay};
use super::{Person, Rota, body};
use crate::id::{DeviceId, MemberId, RecordId};
use crate::statement::{Statement, in_order};
use crate::time::{LocalDate, TimeOfDay, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A rota; about the version in whose place it stands.
pub const ROTA: &str = "rota";
/// Something was changed about one shift; about its rota.
pub const SHIFT: &str = "rota_shift";
/// That was taken back; about the change.
pub const SHIFT_BACK: &str = "rota_shift_back";
/// Somebody on call was sought.
pub const SOUGHT: &str = "on_call_sought";
/// They answered; about the search.
pub const ANSWERED: &str = "on_call_answered";

/// A rota as it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The statement that it stands in.
    pub id: RecordId,
    /// The first version of it: what changes of shifts are about.
    pub root: RecordId,
    /// What it says.
    pub rota: Rota,
    /// Since when somebody was meant to be on call: the first day, or that of an earlier version that had
    /// begun when another took its place.
    pub since: LocalDate,
    /// Two devices wrote different versions at once, and this is one of them.
    pub disagrees: bool,
    /// Who has left the agency, and is on call no more ([`Person::key`]). No statement says it: whoever
    /// knows the members adds it.
    pub left: Vec<String>,
}

impl Head {
    /// What the rota says without those who have left. A turn of nobody stays a turn, so that the others
    /// keep theirs.
    pub fn rota_of_those_here(&self) -> Rota {
        let mut rota = self.rota.clone();
        let people = &self.rota.people;
        let is_here = |place: &u8| {
            let one = people.get(usize::from(*place));
            one.is_some_and(|one| !self.left.contains(&one.key()))
        };
        for group in rota.turns.iter_mut().flat_map(|turn| &mut turn.groups) {
            group.retain(is_here);
        }
        rota.fallback.retain(is_here);
        rota
    }
}

/// What changes about a shift.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ChangeKind {
    /// Somebody cannot.
    Away,
    /// Somebody else takes it.
    Taken(Person),
    /// Somebody else takes it for one of theirs ([`Swap`]); its id is that of the swap.
    Swapped(Person),
    /// Somebody else takes it, whom whoever had it asked; its id is that of the question.
    Given(Person),
}

/// A change of one shift.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ShiftChange {
    /// Its statement.
    pub id: RecordId,
    /// The rota's first version.
    pub rota: RecordId,
    /// The day on which the shift begins.
    pub on: LocalDate,
    /// The wall clock at which it begins.
    pub at: TimeOfDay,
    /// Whose shift it was ([`Person::key`]).
    pub who: String,
    /// What changes.
    pub kind: ChangeKind,
}

/// What the agency's document says of rotas.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotas {
    /// Rotas as they hold, in the order in which they were first written.
    pub heads: Vec<Head>,
    /// Changes that stand, the first first. Of a swap that holds there are two.
    pub changes: Vec<ShiftChange>,
    /// Every swap and every shift that somebody was asked to take, whatever became of it, the first first.
    pub swaps: Vec<Swap>,
}

impl ShiftChange {
    /// Whether it is about somebody: their own shift, or one that they take.
    pub fn concerns(&self, member: MemberId) -> bool {
        let takes = match &self.kind {
            ChangeKind::Taken(by) | ChangeKind::Swapped(by) | ChangeKind::Given(by) => {
                by.member == Some(member)
            }
            ChangeKind::Away => false,
        };
        takes || self.who == member.to_string()
    }
}

/// What a statement changes about a shift; `None` for anything else.
pub fn read_change(one: &Statement) -> Option<ShiftChange> {
    let is_change = one.code == SHIFT;
    is_change
        .then(|| body::change(one.id, one.about?, &one.body))
        .flatten()
}

impl Rotas {
    /// Out of statements in any order. What cannot be read is passed over.
    pub fn fold(statements: impl IntoIterator<Item = Statement>) -> Self {
        let mut said: Vec<Statement> = statements.into_iter().collect();
        in_order(&mut said);
        said.dedup_by_key(|one| one.id);
        let (changes, swaps) = replay(&said);
        Self {
            heads: heads(&said),
            changes,
            swaps,
        }
    }
}

/// The rotas that hold by these statements, which are in order.
pub(super) fn heads(said: &[Statement]) -> Vec<Head> {
    let of_rotas = said.iter().filter(|one| one.code == ROTA);
    let readable = |one: &&Statement| body::rota(&one.body).is_some();
    let replaced: BTreeSet<RecordId> = of_rotas
        .clone()
        .filter(readable)
        .filter_map(|one| one.about)
        .collect();
    let mut heads: Vec<Head> = of_rotas
        .filter(|one| !replaced.contains(&one.id))
        .filter_map(|one| {
            let rota = body::rota(&one.body)?;
            let (root, since) = origin(said, one, &rota);
            Some(Head {
                id: one.id,
                root,
                rota,
                since,
                disagrees: false,
                left: Vec::new(),
            })
        })
        .collect();
    heads.sort_by_key(|head| (head.root, head.id));
    let roots: Vec<RecordId> = heads.iter().map(|head| head.root).collect();
    for head in &mut heads {
        head.disagrees = roots.iter().filter(|root| **root == head.root).count() > 1;
    }
    heads
}

/// The first version of what a rota stands in the place of, and since when somebody is meant to be on
/// call: a version that had begun when another took its place counts, one that was still ahead does not.
fn origin(said: &[Statement], of: &Statement, rota: &Rota) -> (RecordId, LocalDate) {
    let mut seen = BTreeSet::from([of.id]);
    let (mut id, mut about, mut until) = (of.id, of.about, of.at);
    let mut since = rota.from;
    while let Some(before) = about.filter(|before| seen.insert(*before)) {
        let known = said.iter().find(|one| one.id == before);
        if let Some(earlier) = known.and_then(|one| body::rota(&one.body)) {
            let began = earlier.zone.moment(earlier.from, TimeOfDay::MIDNIGHT) <= until;
            since = if began {
                since.min(earlier.from)
            } else {
                since
            };
        }
        until = known.map_or(until, |one| one.at);
        (id, about) = (before, known.and_then(|one| one.about));
    }
    (id, since)
}

/// Somebody on call was sought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sought {
    /// Its statement.
    pub id: RecordId,
    /// By which device.
    pub device: DeviceId,
    /// Who was sought, by name.
    pub who: String,
    /// When.
    pub at: Timestamp,
    /// When they answered, as it was written down first.
    pub answered_at: Option<Timestamp>,
}

impl Sought {
    /// Whole minutes until they answered.
    pub fn minutes(&self) -> Option<i64> {
        let answered = self.answered_at?;
        let passed = answered.millis().saturating_sub(self.at.millis());
        Some(passed.max(0) / 60_000)
    }
}

/// Who was sought, the newest first.
pub fn sought(statements: impl IntoIterator<Item = Statement>) -> Vec<Sought> {
    let said: Vec<Statement> = statements.into_iter().collect();
    let answers = |of: RecordId| {
        let all = said
            .iter()
            .filter(move |one| one.code == ANSWERED && one.about == Some(of));
        all.map(|one| body::answered_at(&one.body).unwrap_or(one.at))
            .min()
    };
    let each = said.iter().filter(|one| one.code == SOUGHT);
    let mut found: Vec<Sought> = each
        .map(|one| Sought {
            id: one.id,
            device: one.device,
            who: body::sought(&one.body),
            at: one.at,
            answered_at: answers(one.id),
        })
        .collect();
    found.sort_by_key(|one| std::cmp::Reverse((one.at, one.id)));
    found.dedup_by_key(|one| one.id);
    found
}
