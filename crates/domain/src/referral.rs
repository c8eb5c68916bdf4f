//! How somebody came to a program: who referred them, on what legal ground, who pays, by which ways
//! they qualify (S0-13, S0-25, S1-8, S1-9, S1-11, S1-12, S2-23, S2-24).

use crate::coded::coded;
use crate::program::{Referral, Referrer};
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

coded! {
    /// On what legal ground somebody takes part (S1-12).
    LegalBasis {
        /// None: of their own will.
        Voluntary = "voluntary",
        /// Part of a diversion contract.
        Diversion = "diversion",
        /// Part of a sentence.
        Sentence = "sentence",
        /// A condition of probation or parole.
        Supervision = "supervision",
        /// A child welfare case.
        ChildWelfare = "child_welfare",
    }
}

/// What is known about a referral. Nothing in it is needed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralFacts {
    /// Where it came from.
    pub source: Option<Referrer>,
    /// The day of the referral.
    pub on: Option<LocalDate>,
    /// The day on which the person said that they do not want to be referred.
    pub declined_on: Option<LocalDate>,
    /// On what legal ground.
    pub legal_basis: Option<LegalBasis>,
    /// The contract or whoever pays; empty where that is not known.
    pub funder: String,
    /// The program's ways to qualify that are met, by their ids. None says anything about another.
    pub routes: BTreeSet<String>,
    /// The day on which the person said that they would like the medication program.
    pub medication_wish: Option<LocalDate>,
}

/// One thing that is said about a referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReferralChange {
    /// Where it came from.
    Source(Option<Referrer>),
    /// The day of the referral.
    On(Option<LocalDate>),
    /// The day on which the person declined it.
    DeclinedOn(Option<LocalDate>),
    /// On what legal ground.
    LegalBasis(Option<LegalBasis>),
    /// The contract or whoever pays.
    Funder(String),
    /// A way to qualify, by its id, is met or not.
    Route(String, bool),
    /// The day of the wish for the medication program.
    MedicationWish(Option<LocalDate>),
}

/// Where a referral stands that is made unless the person declines it (S1-9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReferBy {
    /// It is to be made through this day.
    Due(LocalDate),
    /// It was to be made through this day.
    Late(LocalDate),
    /// It was made on this day.
    Made(LocalDate),
    /// The person declined it on this day.
    Declined(LocalDate),
}

impl ReferralFacts {
    /// Where the referral after an overdose stands today; `None` without an overdose that is known
    /// today, and where the program has no such rule.
    pub fn refer_by(
        &self,
        rule: &Referral,
        overdoses: &[LocalDate],
        today: LocalDate,
    ) -> Option<ReferBy> {
        let within = rule.unless_declined_within_days?;
        let known = overdoses.iter().filter(|day| **day <= today);
        let overdose = *known.max()?;
        let since = |day: Option<LocalDate>| day.filter(|day| *day >= overdose);
        let by = overdose.plus_days(i64::from(within));
        Some(match (since(self.on), since(self.declined_on)) {
            (Some(made), declined) if declined.is_none_or(|day| day <= made) => ReferBy::Made(made),
            (_, Some(declined)) => ReferBy::Declined(declined),
            _ if by < today => ReferBy::Late(by),
            _ => ReferBy::Due(by),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u32) -> LocalDate {
        LocalDate::new(2026, 5, number).unwrap()
    }

    fn rule(within: Option<u16>) -> Referral {
        Referral {
            from: day(1),
            who: vec![Referrer::Agent],
            others: None,
            unless_declined_within_days: within,
        }
    }

    fn stands(on: Option<u32>, declined: Option<u32>, today: u32) -> Option<ReferBy> {
        let facts = ReferralFacts {
            on: on.map(day),
            declined_on: declined.map(day),
            ..ReferralFacts::default()
        };
        facts.refer_by(&rule(Some(3)), &[day(2), day(10)], day(today))
    }

    #[test]
    fn s1_9_after_an_overdose_the_referral_is_due_unless_it_is_declined() {
        assert_eq!(stands(None, None, 1), None, "no overdose yet");
        assert_eq!(stands(None, None, 5), Some(ReferBy::Due(day(5))));
        assert_eq!(stands(None, None, 6), Some(ReferBy::Late(day(5))));
        assert_eq!(stands(Some(4), None, 6), Some(ReferBy::Made(day(4))));
        assert_eq!(stands(None, Some(3), 6), Some(ReferBy::Declined(day(3))));
        // They thought about it again, either way.
        assert_eq!(stands(Some(5), Some(3), 6), Some(ReferBy::Made(day(5))));
        assert_eq!(stands(Some(3), Some(5), 6), Some(ReferBy::Declined(day(5))));
        // Another overdose begins it anew.
        assert_eq!(stands(Some(4), None, 11), Some(ReferBy::Due(day(13))));
        assert_eq!(stands(None, Some(4), 14), Some(ReferBy::Late(day(13))));
    }

    #[test]
    fn s1_9_a_program_without_the_rule_has_no_clock() {
        let facts = ReferralFacts::default();
        assert_eq!(facts.refer_by(&rule(None), &[day(2)], day(9)), None);
    }
}
