//! Money that somebody asks for, from asking to paying: stipends and tuition (S3-14), and miles (S3-18).

use super::ledger::{Entry, Told, about, matters, own};
use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::record::TEXT_LIMIT;
use crate::statement::Statement;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The code of a stipend that is asked for, in the document of the coach's caseload.
pub const STIPEND: &str = "stipend";
/// The code of a decision about a stipend or a claim; the statement is about its first one.
pub const DECISION: &str = "money-decision";

/// Most that is asked for at once, in cents.
pub const MOST_CENTS: u32 = 10_000_000;

coded! {
    /// What was decided, in the order in which it follows.
    MoneyStep {
        /// It will be paid.
        Approved = "approved",
        /// It will not be paid.
        Declined = "declined",
        /// It was paid.
        Paid = "paid",
    }
}

/// Help with the cost of a training or with time off work for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stipend {
    /// For whom.
    pub member: MemberId,
    /// For what.
    pub what: String,
    /// In cents.
    pub cents: u32,
    /// The training on offer that it is for.
    #[serde(default)]
    pub offer: Option<RecordId>,
}

impl Stipend {
    /// Whether it can be written down.
    pub fn is_whole(&self) -> bool {
        !self.what.trim().is_empty()
            && self.what.len() <= TEXT_LIMIT
            && (1..=MOST_CENTS).contains(&self.cents)
    }
}

/// A decision about what was asked for. Nobody decides about their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The version of the request that it is about: one that was changed since is decided anew.
    pub of: RecordId,
    /// The code of a [`MoneyStep`].
    pub step: String,
    /// Who pays (S3-4).
    #[serde(default)]
    pub funder: String,
}

/// How a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MoneyState {
    /// Nobody decided yet.
    Requested,
    /// Two decided different things without knowing of each other.
    Disputed,
    /// It will be paid.
    Approved,
    /// It was paid.
    Paid,
    /// It will not be paid.
    Declined,
    /// Who asked took it back.
    TakenBack,
}

impl MoneyState {
    /// Whether a step may follow.
    pub const fn allows(self, step: MoneyStep) -> bool {
        matches!(
            (self, step),
            (
                Self::Requested | Self::Disputed,
                MoneyStep::Approved | MoneyStep::Declined
            ) | (Self::Approved, MoneyStep::Paid | MoneyStep::Declined)
                | (Self::Declined, MoneyStep::Approved)
        )
    }

    /// Whether who asked may still change it or take it back.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Requested | Self::Declined)
    }
}

/// Stipends by their entry. One that is not whole, as only a changed app writes it, is none.
pub fn stipends(
    statements: &[Statement],
    may: impl Fn(&Statement, Option<&Stipend>) -> bool,
) -> BTreeMap<RecordId, Entry<Stipend>> {
    matters(
        statements,
        STIPEND,
        own,
        |statement, told: &Told<Stipend>| {
            let said = told.said.as_ref();
            said.is_none_or(Stipend::is_whole) && may(statement, said)
        },
    )
}

/// Decisions by the first statement of what they are about.
pub fn decisions(
    statements: &[Statement],
    may: impl Fn(&Statement) -> bool,
) -> BTreeMap<RecordId, Entry<Decision>> {
    matters(statements, DECISION, about, |statement, _| may(statement))
}

/// Which versions were paid, by the first statement of what they are versions of.
pub fn paid(
    decisions: &BTreeMap<RecordId, Entry<Decision>>,
) -> BTreeMap<RecordId, BTreeSet<RecordId>> {
    let versions = |entry: &Entry<Decision>| -> BTreeSet<RecordId> {
        let all = entry.versions.iter().filter_map(|one| one.said.as_ref());
        let payments = all.filter(|one| one.step == MoneyStep::Paid.code());
        payments.map(|one| one.of).collect()
    };
    let all = decisions.iter().map(|(id, entry)| (*id, versions(entry)));
    all.filter(|(_, of)| !of.is_empty()).collect()
}

/// Whether a version of a request counts beside what was paid. What whoever asked wrote over it or took
/// back before they heard of the payment changes nothing any more: else it would be paid twice.
/// `statements` are in the order of all devices.
pub fn counts_beside(
    statement: &Statement,
    statements: &[Statement],
    paid: &BTreeMap<RecordId, BTreeSet<RecordId>>,
) -> bool {
    let entry = |one: &Statement| one.about.unwrap_or(one.id);
    let Some(paid) = paid.get(&entry(statement)) else {
        return true;
    };
    let is_paid = |one: &Statement| paid.contains(&one.id) && entry(one) == entry(statement);
    let last = statements.iter().rposition(is_paid);
    let own = statements.iter().position(|one| one.id == statement.id);
    last.is_none_or(|last| own.is_some_and(|own| own <= last))
}

/// How a request stands after what was decided about it.
pub fn state<T: PartialEq>(asked: &Entry<T>, decided: Option<&Entry<Decision>>) -> MoneyState {
    let Some(asked) = asked.holds() else {
        return MoneyState::TakenBack;
    };
    let decided = decided.into_iter().flat_map(|entry| &entry.versions);
    let mut steps: Vec<MoneyStep> = decided
        .filter_map(|version| version.said.as_ref())
        .filter(|decision| decision.of == asked.id)
        .filter_map(|decision| MoneyStep::from_code(&decision.step))
        .collect();
    steps.sort_unstable();
    steps.dedup();
    match steps.as_slice() {
        [] => MoneyState::Requested,
        [MoneyStep::Approved] => MoneyState::Approved,
        [MoneyStep::Declined] => MoneyState::Declined,
        // What was paid is paid, whatever another decided while it was being paid.
        [.., MoneyStep::Paid] => MoneyState::Paid,
        _ => MoneyState::Disputed,
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test stops at what it does not expect"
    )]

    use super::*;
    use crate::id::DeviceId;
    use crate::statement::in_order;
    use crate::time::Timestamp;

    fn id(number: u8) -> RecordId {
        RecordId::from_bytes([number; 16])
    }

    fn statement(number: u8, step: u64, code: &str, body: String) -> Statement {
        Statement {
            id: id(number),
            code: code.to_owned(),
            about: (number != 1).then(|| id(1)),
            device: DeviceId::from_bytes([number; 16]),
            at: Timestamp::from_millis(0),
            step,
            body,
        }
    }

    fn asks(number: u8, step: u64, over: &[u8], cents: Option<u32>) -> Statement {
        let told = Told {
            over: over.iter().map(|one| id(*one)).collect(),
            said: cents.map(|cents| Stipend {
                member: MemberId::from_bytes([1; 16]),
                what: "Tuition".to_owned(),
                cents,
                offer: None,
            }),
            reason: String::new(),
        };
        statement(number, step, STIPEND, serde_json::to_string(&told).unwrap())
    }

    fn decides(number: u8, step: u64, of: u8, over: &[u8], what: MoneyStep) -> Statement {
        let told = Told {
            over: over.iter().map(|one| id(*one)).collect(),
            said: Some(Decision {
                of: id(of),
                step: what.code().to_owned(),
                funder: String::new(),
            }),
            reason: String::new(),
        };
        statement(
            number,
            step,
            DECISION,
            serde_json::to_string(&told).unwrap(),
        )
    }

    fn stands(all: Vec<Statement>) -> MoneyState {
        stands_with(all).0
    }

    /// How it stands, and how much was asked for.
    fn stands_with(mut all: Vec<Statement>) -> (MoneyState, Option<u32>) {
        in_order(&mut all);
        let decided = decisions(&all, |_| true);
        let paid = paid(&decided);
        let asked = stipends(&all, |one, _| counts_beside(one, &all, &paid));
        let asked = &asked[&id(1)];
        let cents = asked.said().map(|one| one.cents);
        (state(asked, decided.get(&id(1))), cents)
    }

    #[test]
    fn s3_14_a_stipend_is_requested_approved_and_paid() {
        use MoneyStep::{Approved, Paid};
        let mut all = vec![asks(1, 1, &[], Some(25_000))];
        assert_eq!(stands(all.clone()), MoneyState::Requested);
        all.push(decides(2, 2, 1, &[], Approved));
        assert_eq!(stands(all.clone()), MoneyState::Approved);
        all.push(decides(3, 3, 1, &[2], Paid));
        assert_eq!(stands(all), MoneyState::Paid);
    }

    #[test]
    fn s3_14_what_was_changed_after_it_was_approved_is_decided_anew() {
        let mut all = vec![
            asks(1, 1, &[], Some(25_000)),
            decides(2, 2, 1, &[], MoneyStep::Approved),
            asks(3, 3, &[1], Some(900_000)),
        ];
        assert_eq!(stands(all.clone()), MoneyState::Requested);
        all.push(decides(4, 4, 3, &[2], MoneyStep::Declined));
        assert_eq!(stands(all.clone()), MoneyState::Declined);
        all.push(asks(5, 5, &[3], None));
        assert_eq!(stands(all), MoneyState::TakenBack);
    }

    #[test]
    fn s3_14_two_who_decide_differently_at_once_are_shown_and_nothing_is_paid() {
        let mut all = vec![
            asks(1, 1, &[], Some(25_000)),
            decides(2, 2, 1, &[], MoneyStep::Approved),
            decides(3, 2, 1, &[], MoneyStep::Declined),
        ];
        assert_eq!(stands(all.clone()), MoneyState::Disputed);
        assert!(!MoneyState::Disputed.allows(MoneyStep::Paid));
        all.push(decides(4, 3, 1, &[2, 3], MoneyStep::Approved));
        assert_eq!(stands(all), MoneyState::Approved);
    }

    #[test]
    fn s3_14_what_was_paid_stays_paid_whatever_was_decided_at_the_same_time() {
        let mut all = vec![
            asks(1, 1, &[], Some(25_000)),
            decides(2, 2, 1, &[], MoneyStep::Approved),
            decides(3, 3, 1, &[2], MoneyStep::Paid),
            decides(4, 3, 1, &[2], MoneyStep::Declined),
        ];
        assert_eq!(stands(all.clone()), MoneyState::Paid);
        all.push(decides(5, 3, 1, &[2], MoneyStep::Paid));
        assert_eq!(stands(all), MoneyState::Paid);
    }

    #[test]
    fn s3_14_what_was_paid_is_not_asked_for_again_by_a_change_from_before() {
        let paid = [
            asks(1, 1, &[], Some(25_000)),
            decides(2, 2, 1, &[], MoneyStep::Approved),
            decides(3, 3, 1, &[2], MoneyStep::Paid),
        ];
        let with = |more: &[Statement]| stands_with([&paid[..], more].concat());
        let as_paid = (MoneyState::Paid, Some(25_000));
        // Changed, taken back and changed once more, on a device that had heard of nothing.
        assert_eq!(with(&[asks(4, 2, &[1], Some(30_000))]), as_paid);
        assert_eq!(with(&[asks(4, 2, &[1], None)]), as_paid);
        let twice = [
            asks(4, 2, &[1], Some(30_000)),
            asks(5, 3, &[4], Some(40_000)),
        ];
        assert_eq!(with(&twice), as_paid);
        // What was changed before it was paid is what was paid.
        let changed = vec![
            asks(1, 1, &[], Some(25_000)),
            decides(2, 2, 1, &[], MoneyStep::Declined),
            asks(3, 3, &[1], Some(20_000)),
            decides(4, 4, 3, &[2], MoneyStep::Approved),
            decides(5, 5, 3, &[4], MoneyStep::Paid),
        ];
        assert_eq!(stands_with(changed), (MoneyState::Paid, Some(20_000)));
    }

    #[test]
    fn s3_14_nothing_is_paid_that_nobody_approved() {
        for state in [
            MoneyState::Requested,
            MoneyState::Declined,
            MoneyState::Paid,
        ] {
            assert!(!state.allows(MoneyStep::Paid), "{state:?}");
        }
        assert!(!MoneyState::Approved.is_open() && !MoneyState::Paid.is_open());
        for step in MoneyStep::ALL {
            assert!(!MoneyState::TakenBack.allows(*step));
            assert!(!MoneyState::Paid.allows(*step));
        }
    }
}
