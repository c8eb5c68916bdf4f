//! Credentials on file: until when they hold, and what is missing by then (S2-5, S2-12, S4-2, S4-17).

use super::pack::{CredentialRule, WorkforcePack};
use super::training::Training;
use crate::coded::coded;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

coded! {
    /// The two fields in which a peer is trained (S2-12).
    Field {
        /// Peer support.
        PeerSupport = "peer_support",
        /// Recovery coaching.
        RecoveryCoaching = "recovery_coaching",
    }
}

/// How a credential stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CredentialState {
    /// It holds, and nothing is to be done.
    Holds,
    /// It holds; something is to be done within so many days.
    EndsSoon {
        /// Days that are left, the last one counted.
        days: u32,
    },
    /// Its last day is over.
    Ended {
        /// Days since then.
        days: u32,
    },
}

/// Continuing education that a credential needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learning {
    /// Minutes that are needed.
    pub needed: u32,
    /// Minutes that are on file.
    pub done: u32,
    /// The last day on which they count.
    pub by: LocalDate,
}

impl Learning {
    /// Minutes that are missing.
    pub const fn missing(&self) -> u32 {
        self.needed.saturating_sub(self.done)
    }
}

/// A credential that somebody holds or held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// The code of its kind.
    pub kind: String,
    /// Since when, last.
    pub on: LocalDate,
    /// The last day on which it holds; `None`: it does not end.
    pub until: Option<LocalDate>,
    /// How it stands.
    pub state: CredentialState,
    /// What it needs; `None`: nothing.
    pub learning: Option<Learning>,
    /// The rule was compared with its source.
    pub verified: bool,
}

impl Credential {
    /// Whether it holds.
    pub const fn holds(&self) -> bool {
        !matches!(self.state, CredentialState::Ended { .. })
    }
}

/// Every credential of one person on a day, out of all of their trainings. The last day is the same day
/// of the month in which its time is over, as it is printed on the papers.
pub fn credentials(
    pack: &WorkforcePack,
    trainings: &[Training],
    today: LocalDate,
) -> Vec<Credential> {
    let mut kinds: Vec<&str> = Vec::new();
    for rule in &pack.credentials {
        if !kinds.contains(&rule.kind.as_str()) {
            kinds.push(&rule.kind);
        }
    }
    kinds
        .into_iter()
        .filter_map(|kind| credential(pack, kind, trainings, today))
        .collect()
}

fn credential(
    pack: &WorkforcePack,
    kind: &str,
    trainings: &[Training],
    today: LocalDate,
) -> Option<Credential> {
    let given = trainings
        .iter()
        .filter(|one| one.kind == kind && one.on <= today);
    let last = given.max_by_key(|one| (one.on, one.until))?;
    let rule = pack.credential(kind, last.on);
    let until = last.until.or_else(|| {
        let months = rule?.months?;
        Some(last.on.plus_months(months))
    });
    let learning = rule
        .filter(|rule| rule.learning_minutes > 0)
        .zip(until)
        .map(|(rule, by)| Learning {
            needed: rule.learning_minutes,
            done: learnt(rule, trainings, last.on, by),
            by,
        });
    let warn = rule.map_or(0, |rule| i64::from(rule.warn_days));
    let count = |days: i64| u32::try_from(days).unwrap_or(0);
    let state = match until.map(|until| until.days_since(today)) {
        Some(left) if left < 0 => CredentialState::Ended { days: count(-left) },
        Some(left) if left <= warn => CredentialState::EndsSoon {
            days: count(left + 1),
        },
        None | Some(_) => CredentialState::Holds,
    };
    Some(Credential {
        kind: kind.to_owned(),
        on: last.on,
        until,
        state,
        learning,
        verified: rule.is_some_and(|rule| rule.verified),
    })
}

/// Minutes of continuing education after the day on which a credential was given and up to its last one.
fn learnt(rule: &CredentialRule, trainings: &[Training], after: LocalDate, by: LocalDate) -> u32 {
    let counts = |one: &&Training| {
        let topic = |topic: &String| rule.topics.is_empty() || rule.topics.contains(topic);
        one.kind != rule.kind && one.on > after && one.on <= by && one.topics.iter().any(topic)
    };
    let minutes = trainings.iter().filter(counts).map(|one| one.minutes);
    minutes.fold(0, u32::saturating_add)
}

/// In which of the two fields somebody's training is on file and holds.
pub fn fields(pack: &WorkforcePack, held: &[Credential]) -> Vec<Field> {
    let field = |credential: &Credential| {
        let rule = pack.credential(&credential.kind, credential.on)?;
        Field::from_code(rule.proves.as_deref()?)
    };
    let holding = held.iter().filter(|credential| credential.holds());
    let found: Vec<Field> = holding.filter_map(field).collect();
    let all = Field::ALL.iter().copied();
    all.filter(|field| found.contains(field)).collect()
}

#[cfg(test)]
mod tests;
