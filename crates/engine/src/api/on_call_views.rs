use handrail_domain::on_call::{
    Gap, Head, OnCall, Person, Rota, RotaKind, Shift, ShiftChange, Swap,
};
use handrail_domain::{LocalDate, RecordId, TimeOfDay};
use serde::{Deserialize, Serialize};

use super::MemberChoice;

/// An order about who is on call. Replies `Record` of nobody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum OnCallCommand {
    /// Keeps a rota, in the place of a version of it; supervisors.
    Keep {
        /// ULID of the version in whose place it stands ([`Head::id`]).
        replaces: Option<String>,
        /// What it says.
        rota: Box<Rota>,
    },
    /// Somebody cannot take a shift, or somebody else takes it. Supervisors for everybody; others say it
    /// of their own, and take what is free. Whom they want to have it they ask ([`Self::Offer`]).
    Change {
        /// ULID of the rota's first version.
        rota: String,
        /// The day on which the shift begins.
        on: LocalDate,
        /// The wall clock at which it begins.
        at: TimeOfDay,
        /// Whose it was ([`Person::key`]).
        who: String,
        /// Who takes it; nobody yet.
        by: Option<Person>,
    },
    /// Takes a change of a shift back; supervisors, and whoever made it.
    TakeBack {
        /// ULID.
        change: String,
    },
    /// This member calls or writes to somebody on call: from now on it is counted until they answer.
    Seek {
        /// Whom, by name.
        who: String,
    },
    /// They answered.
    Answered {
        /// ULID of the search.
        sought: String,
    },
    /// Asks a colleague to swap shifts; or swaps them at once, for whoever plans.
    Swap {
        /// The own shift; whosever it is for who swaps them at once.
        first: ShiftOf,
        /// The colleague's.
        second: ShiftOf,
        /// Both change hands with this order; supervisors.
        at_once: bool,
    },
    /// Asks somebody of the rota to take a shift of one's own. It stays one's own until they say yes.
    Offer {
        /// The own shift.
        shift: ShiftOf,
        /// Who is asked ([`Person::key`]).
        to: String,
    },
    /// Says yes or no to a swap, or to a shift that one was asked to take; a no of whoever asked takes the
    /// question back.
    AnswerSwap {
        /// ULID.
        swap: String,
        /// Both shifts change hands, or the one.
        yes: bool,
    },
}

/// Somebody's shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftOf {
    /// ULID of the rota's first version.
    pub rota: String,
    /// The day on which it begins.
    pub on: LocalDate,
    /// The wall clock at which it begins.
    pub at: TimeOfDay,
    /// Who has it ([`Person::key`]).
    pub who: String,
}

/// Who is on call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OnCallView {
    /// This member may plan.
    pub may_plan: bool,
    /// This member, as they would stand on a rota.
    pub own: Person,
    /// Every rota.
    pub rotas: Vec<RotaView>,
    /// Gaps of the next days, the first first.
    pub gaps: Vec<Gap>,
    /// Until when gaps were looked for, Unix ms.
    pub looked_until: i64,
    /// Whom this member sought; for supervisors whom anybody did. The newest first.
    pub sought: Vec<SoughtView>,
    /// Members who can stand on a rota.
    pub members: Vec<MemberChoice>,
    /// Swaps that this member asked for or was asked for, and shifts that somebody was asked to take; for
    /// whoever plans those of everybody. The newest first. A week after the shifts they are not shown any
    /// more.
    pub swaps: Vec<SwapView>,
}

/// A swap of two shifts, or a shift that somebody was asked to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwapView {
    /// What was asked for, and what is to be said of it now.
    pub swap: Swap,
    /// This member may say yes or no.
    pub may_answer: bool,
    /// This member asked, and may take it back.
    pub may_withdraw: bool,
    /// This member may take back what holds.
    pub may_undo: bool,
}

/// One rota.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RotaView {
    /// What it says.
    pub head: Head,
    /// Who is on call now.
    pub now: OnCall,
    /// Shifts of the next days, the one that is now first.
    pub shifts: Vec<Shift>,
    /// Changes of those shifts.
    pub changes: Vec<ShiftChange>,
    /// Those that this member may take back by themselves.
    pub undoable: Vec<RecordId>,
}

/// Somebody was sought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SoughtView {
    /// ULID.
    pub id: String,
    /// Whom.
    pub who: String,
    /// Who sought them.
    pub by: String,
    /// This member did.
    pub own: bool,
    /// Unix ms.
    pub at: i64,
    /// Whole minutes until they answered; `None`: nobody wrote that down.
    pub minutes: Option<i64>,
}

impl OnCallView {
    /// Supervisors who are on call now, and after them whom to ask next.
    pub fn supervisors(&self) -> (Vec<&Person>, Vec<&Person>) {
        let rotas = self.rotas.iter();
        let of = rotas.filter(|one| one.head.rota.kind == RotaKind::Supervisors);
        let now = of.clone().flat_map(|one| &one.now.people).collect();
        (now, of.flat_map(|one| &one.now.fallback).collect())
    }
}
