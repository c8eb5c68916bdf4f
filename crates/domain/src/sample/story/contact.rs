//! A plausible contact.

use crate::encounter::{Activity, Circumstance, EncounterFacts, EncounterKind, Outcome};
use crate::id::MemberId;
use crate::quantity::{Kits, Miles, Minutes};
use crate::sample::dice::Dice;
use crate::time::Now;

/// A plausible contact at that moment, without a note.
pub(in crate::sample) fn encounter_at(
    when: Now,
    coach: MemberId,
    reached: bool,
    dice: &mut Dice,
) -> EncounterFacts {
    use EncounterKind::{Appointment, Community, Court, Phone, Text, Video};
    let usual = [
        Phone,
        Phone,
        Phone,
        Phone,
        Text,
        Text,
        Text,
        Video,
        Community,
        Community,
        Appointment,
        Court,
    ];
    let kind = dice.one_of(&usual).copied().unwrap_or(Phone);
    let travels = matches!(kind, Community | Appointment | Court);
    let missed = match kind {
        Phone | Video => [Outcome::NoAnswer, Outcome::LeftMessage],
        Text => [Outcome::NoAnswer, Outcome::NoAnswer],
        _ => [Outcome::NotThere, Outcome::NotThere],
    };
    let outcome = if reached {
        if dice.percent(4) {
            Outcome::DeclinedForNow
        } else {
            Outcome::Reached
        }
    } else {
        dice.one_of(&missed).copied().unwrap_or(Outcome::NoAnswer)
    };
    let minutes = match (reached, travels) {
        (false, _) => 5,
        (true, false) => 5 * dice.between(1, 8),
        (true, true) => 15 * dice.between(2, 8),
    };
    let tenths = if travels { dice.between(10, 240) } else { 0 };
    let kits = i64::from(reached && dice.percent(6));
    let mut activities = std::collections::BTreeSet::new();
    if reached {
        activities.insert(Activity::CheckIn);
        for _ in 0..dice.between(0, 2) {
            activities.extend(dice.one_of(Activity::ALL));
        }
    }
    EncounterFacts {
        kind,
        outcome,
        at: when.at,
        offset_minutes: when.offset_minutes,
        minutes: u16::try_from(minutes)
            .ok()
            .and_then(|n| Minutes::new(n).ok())
            .unwrap_or_default(),
        miles: u32::try_from(tenths)
            .ok()
            .and_then(|n| Miles::from_tenths(n).ok())
            .unwrap_or_default(),
        kits: u8::try_from(kits)
            .ok()
            .and_then(|n| Kits::new(n).ok())
            .unwrap_or_default(),
        activities,
        circumstances: circumstances(kind, outcome),
        note: crate::quantity::Note::default(),
        made_by: coach,
    }
}

/// What goes with the kind of contact, as a coach would tick it.
fn circumstances(
    kind: EncounterKind,
    outcome: Outcome,
) -> std::collections::BTreeSet<Circumstance> {
    let of_kind = match kind {
        EncounterKind::Court => [Circumstance::AlongCourt, Circumstance::AboutProbation],
        EncounterKind::Custody => [Circumstance::AboutCustody, Circumstance::Intercept3],
        EncounterKind::Bedside => [Circumstance::AboutClinic, Circumstance::Intercept0],
        EncounterKind::Community => [Circumstance::AlongCoffee, Circumstance::Intercept0],
        EncounterKind::Appointment => [Circumstance::AlongMedical, Circumstance::AboutClinic],
        _ => return std::collections::BTreeSet::new(),
    };
    of_kind
        .into_iter()
        .filter(|all| all.fits(outcome.person_was_reached()))
        .collect()
}
