#![expect(
    clippy::unnecessary_wraps,
    reason = "what is expected is compared with what may be none"
)]

use super::*;
use crate::duty::IntakeFact;
use crate::encounter::EncounterKind;
use crate::id::MemberId;
use crate::milestone::IntakeStatus;
use crate::program::{EVERYONE, sample_packs};

mod birth;
mod dates;
mod documents;
mod laws;
mod quiet;
mod release;
mod treatment;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn march(number: u32) -> LocalDate {
    LocalDate::new(2026, 3, number).unwrap()
}

fn everyone() -> ProgramPack {
    ProgramPack::parse(EVERYONE).unwrap()
}

fn program(id: &str) -> ProgramPack {
    let packs = sample_packs().unwrap();
    packs.into_iter().find(|pack| pack.id == id).unwrap()
}

/// The rules of somebody in that program.
fn rules(id: &str) -> Rules {
    Rules::new(&everyone(), Some((id, &program(id)))).unwrap()
}

/// The rules of somebody in no program.
fn general() -> Rules {
    Rules::new(&everyone(), None).unwrap()
}

fn event(event: Event, on: LocalDate) -> EventFact {
    said(event, on, on)
}

/// A milestone that was said on another day than its own.
fn said(event: Event, on: LocalDate, said: LocalDate) -> EventFact {
    EventFact {
        on,
        said,
        event,
        record: None,
    }
}

fn facts(events: &[EventFact]) -> Facts {
    Facts {
        events: events.to_vec(),
        ..Facts::default()
    }
}

fn discharged(on: LocalDate) -> Facts {
    let mut facts = Facts::default();
    facts.duty.discharges.push(on);
    facts
}

fn confirmed(facts: &mut Facts, status_day: LocalDate) {
    facts.duty.intakes.push(IntakeFact {
        statuses: vec![IntakeStatus::Confirmed],
        on: Some(status_day.plus_days(10)),
        status_day,
        reopened_day: None,
    });
}

fn reached(facts: &mut Facts, on: LocalDate) {
    facts.add_contact_day(on, true, EncounterKind::Phone);
}

fn tried(facts: &mut Facts, on: LocalDate) {
    facts.add_contact_day(on, false, EncounterKind::Phone);
}

fn all(facts: &Facts, rules: &Rules, kind: ObligationKind, today: LocalDate) -> Vec<Obligation> {
    let mut found = obligations(facts, rules, today);
    found.retain(|one| one.kind == kind);
    found
}

/// The one obligation of a kind; none where there is none.
fn one(facts: &Facts, rules: &Rules, kind: ObligationKind, today: LocalDate) -> Option<Obligation> {
    let mut found = all(facts, rules, kind, today);
    assert!(found.len() <= 1, "{found:?}");
    found.pop()
}

fn state(facts: &Facts, rules: &Rules, kind: ObligationKind, today: LocalDate) -> Option<State> {
    one(facts, rules, kind, today).map(|one| one.state)
}

fn owed(due: LocalDate, days_late: u32) -> Option<State> {
    Some(State::Owed {
        due,
        days_late,
        tried_today: false,
    })
}

fn kept(next: LocalDate) -> Option<State> {
    Some(State::Kept { next })
}

fn ahead(on: LocalDate) -> Option<State> {
    Some(State::Ahead { on })
}

fn over(on: LocalDate, by: Event) -> Option<State> {
    Some(State::Over {
        on,
        by: Proof::Event(by),
    })
}

#[test]
fn without_a_program_what_is_owed_to_everybody_still_holds() {
    let mut facts = discharged(march(5));
    facts.events.push(event(Event::CourtDate, march(9)));
    let kinds: Vec<_> = obligations(&facts, &general(), march(8))
        .iter()
        .map(|one| (one.kind, one.program.clone()))
        .collect();
    let expected = [
        ObligationKind::Daily,
        ObligationKind::Court,
        ObligationKind::Watch,
    ];
    assert_eq!(kinds, expected.map(|kind| (kind, None)));
}

#[test]
fn a_programs_own_rule_stands_over_the_one_for_everybody() {
    let court = facts(&[event(Event::CourtDate, march(20))]);
    // For everybody it shows 7 days ahead, in the family program 14.
    assert_eq!(
        one(&court, &general(), ObligationKind::Court, march(8)),
        None
    );
    let shown = one(&court, &rules("family"), ObligationKind::Court, march(8)).unwrap();
    assert_eq!(shown.program.as_deref(), Some("family"));
    assert_eq!(shown.rule, "court");
    // Every flag for days of risk stays, as none of the program is about the same days.
    let watches = |rules: &Rules| {
        let is_watch = |rule: &&Rule| matches!(rule.says, crate::program::DutyRule::Watch { .. });
        rules.rules.iter().filter(is_watch).count()
    };
    assert_eq!(watches(&rules("family")), watches(&general()));
}

/// Issue 4.3: what an agency changes about a duty holds from its day on.
#[test]
fn a_length_that_the_agency_changes_is_reckoned_with_from_that_day() {
    let birth = facts(&[event(Event::Birth, march(1))]);
    let mut pack = program("pregnancy");
    let ends = |pack: &ProgramPack| {
        let rules = Rules::new(&everyone(), Some(("ours", pack))).unwrap();
        one(&birth, &rules, ObligationKind::Perinatal, march(8))
            .unwrap()
            .ends
    };
    let day = |on| EndsBy::Day {
        on,
        provisional: false,
    };
    assert_eq!(ends(&pack), day(self::day("2026-06-01")));
    pack.duties[0].months = Some(6);
    assert_eq!(ends(&pack), day(self::day("2026-09-01")));
}

#[test]
fn the_longest_missed_comes_first_and_what_was_tried_after_it() {
    let mut facts = discharged(march(1));
    facts
        .events
        .push(event(Event::Injection, day("2026-02-02")));
    facts.events.push(event(Event::CourtDate, march(8)));
    let kinds = |facts: &Facts| -> Vec<_> {
        let found = obligations(facts, &general(), march(9));
        found
            .iter()
            .filter(|one| one.is_owed())
            .map(|one| one.kind)
            .collect()
    };
    // Nine days since the discharge, eight missed; seven days after the injection was due, and a
    // day after court.
    let order = [
        ObligationKind::Daily,
        ObligationKind::Injection,
        ObligationKind::Court,
    ];
    assert_eq!(kinds(&facts), order);
    let urgency =
        |facts: &Facts| obligations(facts, &general(), march(9))[0].urgency(true, march(9));
    let before = urgency(&facts);
    tried(&mut facts, march(9));
    assert!(urgency(&facts) < before, "tried today is less pressing");
    assert_eq!(kinds(&facts), order);
}

#[test]
fn whose_it_is_follows_the_coach_and_whoever_covers_today() {
    let member = |number| MemberId::from_bytes([number; 16]);
    let covers = [
        CoverFact {
            by: member(2),
            through: march(5),
        },
        CoverFact {
            by: member(3),
            through: march(9),
        },
        CoverFact {
            by: member(1),
            through: march(9),
        },
    ];
    let on = |today| who(Some(member(1)), &covers, today).covered_by;
    assert_eq!(on(march(5)), [member(3), member(2)]);
    assert_eq!(on(march(6)), [member(3)]);
    assert_eq!(on(march(10)), []);
    assert_eq!(who(None, &covers, march(6)).coach, None);
}

#[test]
fn the_phase_is_the_one_that_began_last() {
    let pack = program("ed-overdose");
    let id = |facts: &Facts| phase(&pack, facts, march(20)).map(|phase| phase.id.clone());
    assert_eq!(id(&Facts::default()).as_deref(), Some("bedside"));
    let mut facts = discharged(march(5));
    assert_eq!(id(&facts).as_deref(), Some("daily"));
    confirmed(&mut facts, march(8));
    assert_eq!(id(&facts).as_deref(), Some("intake"));
    facts.events.push(event(Event::FirstAppointment, march(12)));
    assert_eq!(id(&facts).as_deref(), Some("connected"));
    facts.events.push(event(Event::SolidFoundation, march(25)));
    assert_eq!(
        id(&facts).as_deref(),
        Some("connected"),
        "what lies ahead has not begun"
    );
    facts.duty.discharges.push(march(18));
    assert_eq!(
        id(&facts).as_deref(),
        Some("daily"),
        "and back at the hospital"
    );
}
