use super::*;
use crate::concern::Worded;
use crate::id::DeviceId;
use crate::program::SupervisionKind;
use crate::role::Role;
use crate::statement::Statement;
use proptest::prelude::*;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn member(number: u8) -> MemberId {
    MemberId::from_bytes([number; 16])
}

const COACH: u8 = 1;
const SUPERVISOR: u8 = 9;

fn statement(number: u8, code: &str, about: Option<u8>, body: &impl Serialize) -> Statement {
    Statement {
        id: id(number),
        code: code.to_owned(),
        about: about.map(id),
        device: DeviceId::from_bytes([number; 16]),
        at: Timestamp::from_millis(i64::from(number)),
        step: u64::from(number),
        body: serde_json::to_string(body).unwrap(),
    }
}

fn by(statement: &Statement, who: u8) -> Said<'_> {
    let role = if who == SUPERVISOR {
        Role::Supervisor
    } else {
        Role::Coach
    };
    Said {
        statement,
        by: Some(member(who)),
        role: Some(role),
    }
}

fn an_hour(on: &str, items: &[u8]) -> Held {
    Held {
        on: day(on),
        minutes: 60,
        cases: vec!["aa".to_owned()],
        items: items.iter().map(|item| id(*item).to_string()).collect(),
        boundaries: true,
        words: "Shorter evenings.".to_owned(),
    }
}

#[test]
fn s4_15_it_counts_once_both_have_signed_and_neither_can_sign_for_the_other() {
    let held = statement(1, HELD, None, &an_hour("2026-05-04", &[]));
    let signed = statement(2, SIGNED, Some(1), &());
    let coach = member(COACH);
    let one = supervision(coach, &[by(&held, SUPERVISOR)]);
    assert!(!one.sessions[0].counts());
    let by_supervisor = [by(&held, SUPERVISOR), by(&signed, SUPERVISOR)];
    let one = supervision(coach, &by_supervisor);
    assert!(!one.sessions[0].counts() && one.aside.len() == 1);
    let both = [by(&held, SUPERVISOR), by(&signed, COACH)];
    let one = supervision(coach, &both);
    assert!(one.sessions[0].counts() && one.aside.is_empty());
    // A coach cannot write one down, also not a supervisor for themselves.
    let own = supervision(coach, &[by(&held, COACH)]);
    assert!(own.sessions.is_empty() && own.aside.len() == 1);
    let own = supervision(member(SUPERVISOR), &both[..1]);
    assert!(own.sessions.is_empty() && own.aside.len() == 1);
    let reason = Worded {
        words: "Other day.".to_owned(),
    };
    let back = statement(3, BACK, Some(1), &reason);
    let all = [
        by(&held, SUPERVISOR),
        by(&signed, COACH),
        by(&back, SUPERVISOR),
    ];
    assert!(!supervision(coach, &all).sessions[0].counts());
}

#[test]
fn s4_14_what_a_coach_brings_waits_until_it_was_spoken_of() {
    let brought = Brought {
        kind: ItemKind::Boundary.code().to_owned(),
        words: "She asked for my own number.".to_owned(),
    };
    let item = statement(1, BROUGHT, None, &brought);
    let held = statement(2, HELD, None, &an_hour("2026-05-04", &[1]));
    let coach = member(COACH);
    let waits = supervision(coach, &[by(&item, COACH)]);
    assert_eq!(waits.items[0].kind, Some(ItemKind::Boundary));
    assert!(!waits.items[0].spoken);
    let spoken = supervision(coach, &[by(&item, COACH), by(&held, SUPERVISOR)]);
    assert!(spoken.items[0].spoken);
    let by_another = supervision(coach, &[by(&item, SUPERVISOR)]);
    assert!(by_another.items.is_empty() && by_another.aside.len() == 1);
}

#[test]
fn s4_15_each_week_is_held_or_missed_and_this_one_is_due_until_sunday() {
    let weekly = Rule::default();
    let since = day("2026-04-15");
    let sessions = [(day("2026-04-17"), 50), (day("2026-05-01"), 45)];
    let stands = standing(weekly, since, &sessions, &[], day("2026-05-06"));
    // Weeks from 13 and 27 April were held, that from 20 April was not.
    assert_eq!((stands.held, stands.missed), (2, 1));
    assert_eq!(stands.due, Due::By(day("2026-05-10")));
    assert_eq!(stands.periods[0].from, day("2026-05-04"));
    let now = [sessions[0], sessions[1], (day("2026-05-06"), 60)];
    let stands = standing(weekly, since, &now, &[], day("2026-05-06"));
    assert_eq!(stands.due, Due::Nothing);
    // What lies ahead was not held.
    let ahead = [(day("2026-05-08"), 60)];
    let stands = standing(weekly, since, &ahead, &[], day("2026-05-06"));
    assert_eq!(stands.due, Due::By(day("2026-05-10")));
}

#[test]
fn s4_15_a_fortnight_begins_on_the_same_monday_whenever_it_is_looked_at() {
    let fortnight = Rule {
        every_days: 14,
        ..Rule::default()
    };
    let today = day("2026-05-06");
    let of = |since| standing(fortnight, day(since), &[], &[], today).periods;
    let (long, short) = (of("2026-01-07"), of("2026-03-25"));
    assert_eq!(short, long[..short.len()]);
    assert!(
        long.iter()
            .all(|one| one.from.days_since(day("1970-01-05")) % 14 == 0)
    );
    // Whoever began late in a fortnight did not miss it.
    let first = long[2].from;
    let missed = |after: i64| standing(fortnight, first.plus_days(after), &[], &[], today).missed;
    assert_eq!((missed(7), missed(8)), (2, 1));
    let held = [(first.plus_days(9), 60)];
    let stands = standing(fortnight, first.plus_days(8), &held, &[], today);
    assert_eq!((stands.held, stands.missed), (1, 1));
}

#[test]
fn s2_24_thirty_hours_of_service_ask_for_an_hour_before_the_week_is_over() {
    let rule = Rule {
        kind: SupervisionKind::Clinical,
        every_days: 7,
        minutes: 60,
        per_service_hours: Some(30),
    };
    let service = |on: &str, hours: u32| Service {
        on: day(on),
        minutes: hours * 60,
    };
    let since = day("2026-05-04");
    let monday = [(day("2026-05-04"), 60)];
    let most = [service("2026-05-05", 20), service("2026-05-06", 9)];
    let at = |all: &[Service]| standing(rule, since, &monday, all, day("2026-05-07")).due;
    assert_eq!(at(&most), Due::Nothing);
    let enough = [most[0], most[1], service("2026-05-07", 1)];
    assert_eq!(at(&enough), Due::Hours(30 * 60));
    // Half an hour is not an hour.
    let short = [(day("2026-05-04"), 60), (day("2026-05-07"), 30)];
    let due = standing(rule, since, &short, &enough, day("2026-05-07")).due;
    assert_eq!(due, Due::Hours(30 * 60));
    // Two half hours are, as they are for the week.
    let halves = [
        (day("2026-05-04"), 60),
        (day("2026-05-07"), 30),
        (day("2026-05-07"), 30),
    ];
    let stands = standing(rule, since, &halves, &enough, day("2026-05-07"));
    assert_eq!((stands.due, stands.service), (Due::Nothing, 0));
    let whole = [(day("2026-05-04"), 60), (day("2026-05-07"), 60)];
    let due = standing(rule, since, &whole, &enough, day("2026-05-07")).due;
    assert_eq!(due, Due::Nothing);
}

#[test]
fn s4_15_of_several_programs_the_strictest_rule_holds() {
    let rule = |every_days, minutes, per_service_hours| Rule {
        kind: SupervisionKind::Peer,
        every_days,
        minutes,
        per_service_hours,
    };
    let one = Rule::strictest([rule(14, 60, None), rule(7, 30, Some(30)), rule(7, 45, None)]);
    assert_eq!(one, rule(7, 60, Some(30)));
    assert_eq!(Rule::strictest([]), Rule::default());
}

#[test]
fn s4_15_a_supervision_lies_behind_and_not_long_ago() {
    let held = |on: &str, minutes| Held {
        minutes,
        ..an_hour(on, &[])
    };
    let today = day("2026-05-06");
    assert!(is_possible(&held("2026-05-06", 60), today));
    assert!(!is_possible(&held("2026-05-07", 60), today));
    assert!(!is_possible(&held("2026-04-01", 60), today));
    assert!(!is_possible(&held("2026-05-06", 0), today));
}

proptest! {
    /// Every period that is over is held or missed, no minute is counted twice, and one more supervision
    /// never makes things worse.
    #[test]
    fn s4_15_no_week_and_no_minute_is_counted_twice(
        every in 1_u16..40,
        days in proptest::collection::vec((0_i64..80, 1_u16..200), 0..20),
        more in (0_i64..80, 1_u16..200),
    ) {
        let since = day("2026-01-07");
        let today = since.plus_days(79);
        let rule = Rule { every_days: every, minutes: 60, ..Rule::default() };
        let mut sessions: Vec<(LocalDate, u16)> =
            days.iter().map(|(on, minutes)| (since.plus_days(*on), *minutes)).collect();
        let before = standing(rule, since, &sessions, &[], today);
        let over = u32::try_from(before.periods.len()).unwrap() - 1;
        prop_assert_eq!(before.held + before.missed, over);
        let counted: u32 = before.periods.iter().map(|one| one.minutes).sum();
        let first = before.periods.last().unwrap().from;
        let real: u32 = sessions.iter().filter(|(on, _)| *on >= first).map(|(_, minutes)| u32::from(*minutes)).sum();
        prop_assert_eq!(counted, real);
        sessions.push((since.plus_days(more.0), more.1));
        let after = standing(rule, since, &sessions, &[], today);
        prop_assert!(after.missed <= before.missed);
    }
}
