//! What counts of what was said of rotas (S4-16): a plan by those who plan, that one cannot by whose shift
//! it is, that one takes a shift by whoever takes it where it is free.

use std::collections::BTreeSet;

use handrail_domain::RecordId;
use handrail_domain::on_call::{
    ChangeKind, Head, ROTA, Rotas, SHIFT, SHIFT_BACK, ShiftChange, change_body, read_change,
};
use handrail_domain::statement::Statement;

use super::{may_plan, says_as, swaps};
use crate::api::EngineError;
use crate::convert::domain_member;
use crate::open::Open;
use crate::statements::{Place, Said, said};

/// What everybody said of rotas, in the order that all devices agree on.
pub(super) fn of_rotas(open: &mut Open) -> Result<Vec<Said>, EngineError> {
    let is_of_rotas = |one: &Said| {
        let code = one.statement.code.as_str();
        matches!(code, ROTA | SHIFT | SHIFT_BACK) || swaps::is_of_swaps(code)
    };
    let mut all = said(open, Place::Agency)?;
    all.retain(is_of_rotas);
    Ok(all)
}

/// The rotas by those words that count.
pub(super) fn folded(open: &Open, all: &[Said]) -> Rotas {
    let plans = |one: &&Said| says_as(open, one, |role| may_plan(Some(role)));
    let planned: BTreeSet<RecordId> = all.iter().filter(plans).map(Said::id).collect();
    let kept = all
        .iter()
        .filter(|one| one.statement.code == ROTA && planned.contains(&one.id()));
    let known = Known {
        heads: Rotas::fold(kept.map(|one| one.statement.clone())).heads,
        planned,
        all,
    };
    let counted = all.iter().filter(|one| known.counts(one));
    Rotas::fold(counted.map(|one| known.as_it_counts(one)))
}

/// What is said of rotas, by which the rest is weighed.
struct Known<'a> {
    all: &'a [Said],
    /// What those said who plan.
    planned: BTreeSet<RecordId>,
    heads: Vec<Head>,
}

impl Known<'_> {
    /// The statement as far as its author may say it: that they cannot, and not that a colleague takes it,
    /// who was not asked. Earlier versions let somebody say so; then it is a gap, and somebody is asked.
    fn as_it_counts(&self, one: &Said) -> Statement {
        let mut counted = one.statement.clone();
        if self.planned.contains(&one.id()) {
            return counted;
        }
        let own = one.member.map(domain_member);
        if let Some(change) = read_change(&counted)
            && matches!(&change.kind, ChangeKind::Taken(by) if by.member != own)
        {
            counted.body = change_body(change.on, change.at, &change.who, None);
        }
        counted
    }

    fn counts(&self, one: &Said) -> bool {
        if swaps::is_of_swaps(&one.statement.code) {
            return swaps::counts(one, self.all, self.planned.contains(&one.id()));
        }
        if self.planned.contains(&one.id()) {
            return true;
        }
        let Some(member) = one.member else {
            return false;
        };
        let own = domain_member(member);
        match one.statement.code.as_str() {
            SHIFT => read_change(&one.statement).is_some_and(|said| {
                said.who == own.to_string() || said.concerns(own) && self.is_free(&said)
            }),
            SHIFT_BACK => {
                let mut all = self.all.iter();
                let of = all.find(|other| Some(other.id()) == one.statement.about);
                of.is_some_and(|of| of.member == Some(member) && of.statement.code == SHIFT)
            }
            _ => false,
        }
    }

    /// Whether somebody may take a shift for themselves: whose it is said that they cannot, or it was
    /// planned so, and that was not taken back before.
    fn is_free(&self, taken: &ShiftChange) -> bool {
        let is_gone = |said: &ShiftChange| {
            let mut heads = self.heads.iter().filter(|head| head.root == said.rota);
            !matches!(said.kind, ChangeKind::Swapped(_) | ChangeKind::Given(_))
                && !heads.any(|head| head.rota.begins(said.on, said.at))
        };
        let before = self.all.iter().take_while(|one| one.id() != taken.id);
        let backs = before.filter(|one| one.statement.code == SHIFT_BACK && self.counts(one));
        let back: BTreeSet<RecordId> = backs.filter_map(|one| one.statement.about).collect();
        self.all.iter().any(|one| {
            let by = one.member.map(|member| domain_member(member).to_string());
            let may = by.as_ref() == Some(&taken.who) || self.planned.contains(&one.id());
            let may = may && !back.contains(&one.id());
            let said = read_change(&one.statement).filter(|_| may);
            said.is_some_and(|said| {
                said.rota == taken.rota
                    && said.on == taken.on
                    && said.who == taken.who
                    && (said.at == taken.at || is_gone(&said))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test stops at what it does not expect"
    )]

    use handrail_domain::on_call::{Discipline, Person};
    use handrail_domain::{LocalDate, TimeOfDay, Timestamp};
    use handrail_protocol::{MemberId, Role};

    use super::*;

    fn member(number: u8) -> MemberId {
        MemberId::from_bytes([number; 16])
    }

    /// Somebody says of the first one's shift that nobody has it, or that somebody takes it.
    fn change(number: u8, by: u8, takes: Option<u8>) -> Said {
        let who = domain_member(member(1)).to_string();
        let takes = takes.map(|one| Person {
            member: Some(domain_member(member(one))),
            name: "Somebody".to_owned(),
            phone: "608-555-0100".to_owned(),
            discipline: Discipline::Peer,
        });
        let on = LocalDate::parse("2026-05-08").unwrap();
        Said {
            statement: Statement {
                id: RecordId::from_bytes([number; 16]),
                code: SHIFT.to_owned(),
                about: Some(RecordId::from_bytes([100; 16])),
                device: handrail_domain::DeviceId::from_bytes([by; 16]),
                at: Timestamp::from_millis(0),
                step: u64::from(number),
                body: change_body(on, TimeOfDay::NOON, &who, takes.as_ref()),
            },
            member: Some(member(by)),
            role: Some(Role::Coach),
        }
    }

    #[test]
    fn s4_16_nobody_takes_a_shift_from_who_did_not_say_that_they_cannot() {
        let taken = change(2, 2, Some(2));
        let counts = |other: Said, planned: &[RecordId]| {
            let all = [other, taken.clone()];
            let known = Known {
                all: &all,
                planned: planned.iter().copied().collect(),
                heads: Vec::new(),
            };
            known.counts(&taken)
        };
        let (own, others) = (change(1, 1, None), change(1, 3, None));
        assert!(counts(own, &[]));
        assert!(!counts(others.clone(), &[]));
        assert!(counts(others.clone(), &[others.id()]), "it was planned so");
        assert!(!counts(change(1, 2, Some(2)), &[]), "said twice");
    }

    /// Whoever wrote the first statement takes that back.
    fn back(number: u8, by: u8) -> Said {
        let mut said = change(number, by, None);
        said.statement.code = SHIFT_BACK.to_owned();
        said.statement.about = Some(RecordId::from_bytes([1; 16]));
        said
    }

    fn known(all: &[Said]) -> Known<'_> {
        Known {
            all,
            planned: BTreeSet::new(),
            heads: Vec::new(),
        }
    }

    #[test]
    fn s4_16_nobody_takes_a_shift_after_its_holder_can_after_all() {
        let (own, taken) = (change(1, 1, None), change(3, 2, Some(2)));
        let after = [own.clone(), back(2, 1), taken.clone()];
        assert!(!known(&after).counts(&taken));
        // What another says of taking back is nothing, and what is said later comes too late.
        let others = [own.clone(), back(2, 2), taken.clone()];
        assert!(known(&others).counts(&taken));
        let late = [own, taken.clone(), back(4, 1)];
        assert!(known(&late).counts(&taken));
    }

    #[test]
    fn s4_16_nobody_is_put_on_a_shift_by_a_colleague_without_being_asked() {
        let given = change(1, 1, Some(2));
        let all = [given.clone()];
        let mut known = known(&all);
        assert!(known.counts(&given), "they cannot");
        let kind = |known: &Known<'_>| read_change(&known.as_it_counts(&given)).unwrap().kind;
        assert_eq!(kind(&known), ChangeKind::Away);
        known.planned.insert(given.id());
        assert!(
            matches!(kind(&known), ChangeKind::Taken(_)),
            "whoever plans assigns"
        );
        let own = change(2, 2, Some(2));
        let kept = known.as_it_counts(&own);
        assert_eq!(kept, own.statement, "one takes it oneself");
    }
}
