//! The way into treatment, staying there, and the way back after a return to use (S0-8, S4-25), as
//! the important dates say it. Nothing is guessed: what nobody wrote down is not known.

use crate::milestone::{Event, IntakeStatus};
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// After so many days somebody looks whether they are still in treatment.
pub const LOOKED_AT_DAYS: [u32; 3] = [30, 60, 90];

/// How far the connection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// A date was asked for.
    Asked,
    /// A date was named, not confirmed.
    Tentative(Option<LocalDate>),
    /// The date was confirmed.
    Confirmed(Option<LocalDate>),
    /// The confirmed day has passed, and nobody wrote down whether they went.
    Passed(LocalDate),
    /// They went to the first appointment.
    Attended(LocalDate),
}

/// Whether they were in treatment so many days after the first appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// That day is still to come.
    Ahead,
    /// They were; said on a day at or after it.
    Active(LocalDate),
    /// They had left, on that day, and were not back.
    Left(LocalDate),
    /// Nobody wrote it down.
    NotSaid,
}

/// One look at whether they are in treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Days after the first appointment.
    pub after: u32,
    /// The day.
    pub on: LocalDate,
    /// What is known.
    pub standing: Standing,
}

/// A return to use, and the way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// The day of the return to use; of several before the way back, the first.
    pub on: LocalDate,
    /// The day on which they were connected again.
    pub reconnected: Option<LocalDate>,
    /// Days until then, or until today.
    pub days: u32,
}

/// An intake that was asked for, named or confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Intake {
    /// How firm its day is.
    pub status: IntakeStatus,
    /// The day.
    pub on: Option<LocalDate>,
    /// The day on which that was said.
    pub said: LocalDate,
}

/// What is known of the connection to treatment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// How far it is; nothing before anything is said.
    pub stage: Option<Stage>,
    /// After 30, 60 and 90 days; none before the first appointment.
    pub looks: Vec<Look>,
    /// Returns to use, the first first.
    pub returns: Vec<Return>,
}

/// Out of what was written down and not taken back: intakes, days of discharge, and other days. In
/// any order. How far it is follows from what came after they last left treatment, or the hospital.
pub fn connection(
    intakes: &[Intake],
    discharges: &[LocalDate],
    events: &[(Event, LocalDate)],
    today: LocalDate,
) -> Connection {
    let mut known: Vec<(Event, LocalDate)> = events
        .iter()
        .filter(|(_, on)| *on <= today)
        .copied()
        .collect();
    known.sort_by_key(|(event, on)| (*on, *event));
    let attended = days(&known, |event| event == Event::FirstAppointment).next_back();
    let left = days(&known, |event| event == Event::LeftTreatment).next_back();
    let discharge = discharges.iter().copied().filter(|on| *on <= today).max();
    let anew = left.max(discharge);
    // What was asked for in the hospital, without a day yet, goes on after the discharge from it.
    let before = discharges
        .iter()
        .copied()
        .filter(|on| Some(*on) < discharge);
    let of_the_stay = before.max().max(left).max(attended);
    let goes_on = |intake: &&Intake| {
        let asked_there = intake.on.is_none()
            && discharge == anew
            && of_the_stay.is_none_or(|end| intake.said > end);
        asked_there || anew.is_none_or(|anew| intake.on.unwrap_or(intake.said) >= anew)
    };
    let ahead = |intake: &Intake| intake.on.is_none_or(|on| on >= today);
    let firmest = intakes
        .iter()
        .filter(goes_on)
        .max_by_key(|intake| (ahead(intake), intake.status, intake.on, intake.said));
    let named = firmest.map(|intake| match (intake.status, intake.on) {
        (IntakeStatus::Confirmed, Some(on)) if on < today => Stage::Passed(on),
        (IntakeStatus::Confirmed, on) => Stage::Confirmed(on),
        (IntakeStatus::Tentative, on) => Stage::Tentative(on),
        (IntakeStatus::Asked, _) => Stage::Asked,
    });
    let went = attended.map(Stage::Attended);
    let is_of_now = attended.is_some_and(|on| anew.is_none_or(|anew| on >= anew));
    let stage = if is_of_now { went } else { named.or(went) };
    // Of an earlier time in treatment nothing stands beside a new one that is only asked for.
    let attended = attended.filter(|_| stage == went);
    let looks = attended.map_or_else(Vec::new, |began| {
        LOOKED_AT_DAYS
            .iter()
            .map(|after| look(&known, began, *after, today))
            .collect()
    });
    Connection {
        stage,
        looks,
        returns: returns(&known, today),
    }
}

fn days(
    known: &[(Event, LocalDate)],
    is: impl Fn(Event) -> bool,
) -> impl DoubleEndedIterator<Item = LocalDate> {
    let fitting = known.iter().filter(move |(event, _)| is(*event));
    fitting.map(|(_, on)| *on)
}

/// They are in treatment from then on.
const fn begins(event: Event) -> bool {
    matches!(event, Event::FirstAppointment | Event::BackInTreatment)
}

fn look(known: &[(Event, LocalDate)], began: LocalDate, after: u32, today: LocalDate) -> Look {
    let on = began.plus_days(i64::from(after));
    let left = days(known, |event| event == Event::LeftTreatment)
        .rfind(|left| (began..=on).contains(left));
    let back = |left: LocalDate| days(known, begins).any(|day| (left..=on).contains(&day));
    // Who is seen there on that day or later, or leaves only then, was there.
    let shows = |event| {
        matches!(
            event,
            Event::InTreatment | Event::Injection | Event::LeftTreatment
        )
    };
    let seen = days(known, shows).find(|day| *day >= on);
    // Unless they came back in between, which says nothing of that day.
    let returned = days(known, begins).find(|day| *day > on);
    let seen = seen.filter(|seen| returned.is_none_or(|back| back > *seen));
    let standing = match left.filter(|left| !back(*left)) {
        _ if on > today => Standing::Ahead,
        Some(left) => Standing::Left(left),
        None => seen.map_or(Standing::NotSaid, Standing::Active),
    };
    Look {
        after,
        on,
        standing,
    }
}

fn returns(known: &[(Event, LocalDate)], today: LocalDate) -> Vec<Return> {
    let mut found: Vec<Return> = Vec::new();
    for on in days(known, |event| event == Event::ReturnToUse) {
        let is_of_the_last = found
            .last()
            .is_some_and(|last| last.on == on || last.reconnected.is_none_or(|back| on < back));
        if is_of_the_last {
            continue;
        }
        // Whoever stayed in treatment and is seen there is connected, too.
        let is_back = |event| begins(event) || event == Event::InTreatment;
        let reconnected = days(known, is_back).find(|day| *day >= on);
        let until = reconnected.unwrap_or(today);
        found.push(Return {
            on,
            reconnected,
            days: u32::try_from(until.days_since(on)).unwrap_or(0),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(more: i64) -> LocalDate {
        LocalDate::FIRST.plus_days(700_000 + more)
    }

    fn intake(status: IntakeStatus, on: Option<i64>, said: i64) -> Intake {
        let (on, said) = (on.map(day), day(said));
        Intake { status, on, said }
    }

    fn of(events: &[(Event, i64)], today: i64) -> Connection {
        let events: Vec<_> = events
            .iter()
            .map(|(event, on)| (*event, day(*on)))
            .collect();
        connection(&[], &[], &events, day(today))
    }

    fn standings(events: &[(Event, i64)], today: i64) -> Vec<Standing> {
        let looks = of(events, today).looks.into_iter();
        looks.map(|look| look.standing).collect()
    }

    #[test]
    fn s0_8_asked_tentative_confirmed_and_attended_follow_each_other() {
        let of_day = |status| intake(status, Some(9), 5);
        let stage = |intakes: &[_], events: &[_]| connection(intakes, &[], events, day(9)).stage;
        let asked = intake(IntakeStatus::Asked, None, 5);
        let tentative = of_day(IntakeStatus::Tentative);
        let confirmed = of_day(IntakeStatus::Confirmed);
        assert_eq!(stage(&[], &[]), None);
        assert_eq!(stage(&[asked], &[]), Some(Stage::Asked));
        let named = Stage::Tentative(Some(day(9)));
        assert_eq!(stage(&[tentative, asked], &[]), Some(named));
        let firm = Stage::Confirmed(Some(day(9)));
        assert_eq!(stage(&[asked, confirmed, tentative], &[]), Some(firm));
        // Being asked to come is not having come; a day that lies ahead is not one that was.
        let ahead = (Event::FirstAppointment, day(10));
        assert_eq!(stage(&[confirmed], &[ahead]), Some(firm));
        let went = (Event::FirstAppointment, day(9));
        let attended = Stage::Attended(day(9));
        assert_eq!(stage(&[confirmed], &[went]), Some(attended));
    }

    #[test]
    fn s0_8_a_confirmed_day_that_passed_is_said_and_one_asked_for_since_comes_before_it() {
        let confirmed = intake(IntakeStatus::Confirmed, Some(9), 5);
        let stage = |intakes: &[_], today| connection(intakes, &[], &[], day(today)).stage;
        assert_eq!(stage(&[confirmed], 10), Some(Stage::Passed(day(9))));
        let asked = intake(IntakeStatus::Asked, None, 370);
        assert_eq!(stage(&[confirmed, asked], 370), Some(Stage::Asked));
    }

    #[test]
    fn s0_8_how_far_it_is_follows_from_what_came_after_the_last_discharge_or_leaving() {
        let went = [(Event::FirstAppointment, 10), (Event::LeftTreatment, 50)];
        let went = went.map(|(event, on)| (event, day(on)));
        let asked = |said| intake(IntakeStatus::Asked, None, said);
        let earlier = intake(IntakeStatus::Confirmed, Some(10), 5);
        let of = |intakes: &[_], discharges: &[i64], today| {
            let discharges: Vec<_> = discharges.iter().map(|on| day(*on)).collect();
            connection(intakes, &discharges, &went, day(today))
        };
        // Nothing new: what was is known still, with how it went on.
        let all = of(&[earlier], &[], 60);
        assert_eq!(all.stage, Some(Stage::Attended(day(10))));
        assert_eq!(all.looks[1].standing, Standing::Ahead);
        let all = of(&[earlier, asked(55)], &[], 60);
        assert_eq!((all.stage, all.looks), (Some(Stage::Asked), Vec::new()));
        // Asked for in the hospital, before the discharge from it.
        let all = of(&[earlier, asked(98)], &[4, 100], 101);
        assert_eq!(all.stage, Some(Stage::Asked));
        // What was asked for before they went is done with.
        let all = of(&[earlier, asked(3)], &[4, 100], 101);
        assert_eq!(all.stage, Some(Stage::Attended(day(10))));
        let ahead = intake(IntakeStatus::Confirmed, Some(103), 99);
        let all = of(&[earlier, asked(98), ahead], &[4, 100], 101);
        assert_eq!(all.stage, Some(Stage::Confirmed(Some(day(103)))));
    }

    #[test]
    fn s0_8_active_after_30_60_and_90_days_is_what_somebody_wrote_down() {
        let went = (Event::FirstAppointment, 0);
        let seen = |on| (Event::InTreatment, on);
        assert_eq!(standings(&[], 100), []);
        let ahead = Standing::Ahead;
        assert_eq!(standings(&[went], 29), [ahead; 3]);
        assert_eq!(standings(&[went], 30), [Standing::NotSaid, ahead, ahead]);
        // Seen a day too early says nothing of the thirtieth.
        assert_eq!(standings(&[went, seen(29)], 30)[0], Standing::NotSaid);
        let active = |on| Standing::Active(day(on));
        assert_eq!(standings(&[went, seen(30)], 30)[0], active(30));
        assert_eq!(standings(&[went, seen(61)], 90)[..2], [active(61); 2]);
        let left = (Event::LeftTreatment, 45);
        let gone = Standing::Left(day(45));
        assert_eq!(standings(&[went, left], 95), [active(45), gone, gone]);
        let back = (Event::BackInTreatment, 70);
        let all = [went, left, back, seen(95)];
        assert_eq!(standings(&all, 95), [active(45), gone, active(95)]);
    }

    #[test]
    fn s4_25_days_from_the_return_to_use_until_they_were_connected_again() {
        let used = |on| (Event::ReturnToUse, on);
        let back = |on| (Event::BackInTreatment, on);
        let one = |on: i64, reconnected: Option<i64>, days| Return {
            on: day(on),
            reconnected: reconnected.map(day),
            days,
        };
        let returns = |events: &[_], today| of(events, today).returns;
        assert_eq!(returns(&[used(10)], 10), [one(10, None, 0)]);
        assert_eq!(returns(&[used(10)], 13), [one(10, None, 3)]);
        assert_eq!(returns(&[used(10), back(24)], 90), [one(10, Some(24), 14)]);
        assert_eq!(returns(&[used(10), back(10)], 90), [one(10, Some(10), 0)]);
        // What came before says nothing; a second return on the same way counts from the first.
        let twice = [back(9), used(10), used(15), back(24), used(40), back(41)];
        let both = [one(10, Some(24), 14), one(40, Some(41), 1)];
        assert_eq!(returns(&twice, 90), both);
    }

    proptest! {
        #[test]
        fn s4_25_order_changes_nothing_and_no_day_lies_ahead(
            events in proptest::collection::vec(
                (proptest::sample::select(Event::ALL), 0_i64..200), 0..12
            ),
            today in 0_i64..200,
        ) {
            let mut turned = events.clone();
            turned.reverse();
            let found = of(&events, today);
            prop_assert_eq!(&found, &of(&turned, today));
            for one in &found.returns {
                prop_assert!(one.on <= day(today));
                let end = one.reconnected.unwrap_or(day(today));
                prop_assert!(end <= day(today));
                prop_assert_eq!(i64::from(one.days), end.days_since(one.on));
            }
            for pair in found.returns.windows(2) {
                prop_assert!(pair[0].reconnected.is_some_and(|back| back <= pair[1].on));
            }
        }
    }
}
