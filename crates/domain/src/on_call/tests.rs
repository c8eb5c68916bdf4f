use super::*;
use crate::id::{DeviceId, RecordId};
use crate::statement::Statement;
use crate::time::Timestamp;
use proptest::prelude::*;

mod swaps;

const EVERY_DAY: u8 = 0b111_1111;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn clock(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).unwrap()
}

fn at(on: &str, time: &str) -> Timestamp {
    Zone::Central.moment(day(on), clock(time))
}

fn hours(days: u8, at: &str, minutes: u16) -> Hours {
    Hours {
        days,
        at: clock(at),
        minutes,
    }
}

fn person(name: &str, discipline: Discipline) -> Person {
    Person {
        member: None,
        name: name.to_owned(),
        phone: "6085550100".to_owned(),
        discipline,
    }
}

/// Sam by day and Olga by night, every day.
fn supervisors() -> Rota {
    let turn = |at, place| Turn {
        hours: hours(EVERY_DAY, at, 720),
        rotate: Rotate::Weekly,
        groups: vec![vec![place]],
    };
    Rota {
        name: "Supervisors".to_owned(),
        kind: RotaKind::Supervisors,
        zone: Zone::Central,
        from: day("2026-01-05"),
        until: None,
        people: vec![
            person("Sam", Discipline::Supervisor),
            person("Olga", Discipline::Supervisor),
        ],
        turns: vec![turn("07:00", 0), turn("19:00", 1)],
        meant: Vec::new(),
        needs: Vec::new(),
        fallback: vec![0, 1],
    }
}

/// One officer, one paramedic and three peers, of whom two peers change each week.
fn team() -> Rota {
    let names = ["Lee", "Pat", "Ana", "Ben", "Cleo"];
    let disciplines = [
        Discipline::Officer,
        Discipline::Paramedic,
        Discipline::Peer,
        Discipline::Peer,
        Discipline::Peer,
    ];
    Rota {
        name: "Addiction resource team".to_owned(),
        kind: RotaKind::Team,
        people: names
            .iter()
            .zip(disciplines)
            .map(|(name, of)| person(name, of))
            .collect(),
        turns: vec![Turn {
            hours: hours(0b001_1111, "08:00", 720),
            rotate: Rotate::Weekly,
            groups: vec![vec![0, 1, 2], vec![0, 1, 3], vec![0, 1, 4]],
        }],
        meant: vec![hours(0b001_1111, "08:00", 720)],
        needs: vec![
            (Discipline::Officer, 1),
            (Discipline::Paramedic, 1),
            (Discipline::Peer, 1),
        ],
        fallback: vec![2, 3, 4],
        ..supervisors()
    }
}

fn head(rota: Rota) -> Head {
    Head {
        id: id(1),
        root: id(1),
        since: rota.from,
        rota,
        disagrees: false,
        left: Vec::new(),
    }
}

fn rotas(rota: Rota, changes: Vec<ShiftChange>) -> Rotas {
    Rotas {
        heads: vec![head(rota)],
        changes,
        swaps: Vec::new(),
    }
}

fn names(rotas: &Rotas, at: Timestamp) -> Vec<String> {
    let now = on_call(rotas, at);
    now[0].people.iter().map(|one| one.name.clone()).collect()
}

fn change(on: &str, at: &str, who: &str, kind: ChangeKind) -> ShiftChange {
    ShiftChange {
        id: id(9),
        rota: id(1),
        on: day(on),
        at: clock(at),
        who: who.to_owned(),
        kind,
    }
}

fn stated(number: u8, code: &str, about: Option<u8>, at: i64, body: String) -> Statement {
    Statement {
        id: id(number),
        code: code.to_owned(),
        about: about.map(id),
        device: DeviceId::from_bytes([1; 16]),
        at: Timestamp::from_millis(at),
        step: u64::from(number),
        body,
    }
}

#[test]
fn s4_16_somebody_is_on_call_at_any_hour_and_the_turn_passes_by_the_clock() {
    let rotas = rotas(supervisors(), Vec::new());
    assert_eq!(names(&rotas, at("2026-05-04", "06:59")), ["Olga"]);
    assert_eq!(names(&rotas, at("2026-05-04", "07:00")), ["Sam"]);
    assert_eq!(names(&rotas, at("2026-05-04", "18:59")), ["Sam"]);
    assert_eq!(names(&rotas, at("2026-05-05", "02:00")), ["Olga"]);
    let now = on_call(&rotas, at("2026-05-05", "02:00"));
    assert_eq!(now[0].until, Some(at("2026-05-05", "07:00")));
    let next = now[0].fallback.iter().map(|one| one.name.as_str());
    assert!(next.eq(["Sam"]), "who is asked when Olga does not answer");
}

#[test]
fn s4_16_a_night_in_which_the_clock_changes_leaves_no_gap() {
    let rotas = rotas(supervisors(), Vec::new());
    for (from, hours) in [("2026-03-07", 11), ("2026-10-31", 13)] {
        let night = shifts(&rotas.heads[0], &[], at(from, "20:00"), at(from, "21:00"));
        let length = night[0].end.millis() - night[0].start.millis();
        assert_eq!(length / 3_600_000, hours, "{from}");
    }
    let (from, until) = (at("2026-03-01", "12:00"), at("2026-11-30", "12:00"));
    assert_eq!(gaps(&rotas, from, until), []);
}

#[test]
fn s4_16_a_gap_is_found_before_it_comes() {
    let away = change("2026-05-08", "19:00", "olga", ChangeKind::Away);
    let found = rotas(supervisors(), vec![away.clone()]);
    let (now, ahead) = (at("2026-05-04", "12:00"), at("2026-05-18", "12:00"));
    let gap = Gap {
        rota: id(1),
        start: at("2026-05-08", "19:00"),
        end: at("2026-05-09", "07:00"),
        nobody: true,
        lacking: Vec::new(),
    };
    assert_eq!(gaps(&found, now, ahead), [gap]);
    assert_eq!(
        names(&found, at("2026-05-08", "20:00")),
        Vec::<String>::new()
    );
    let taken = ChangeKind::Taken(person("Sam", Discipline::Supervisor));
    let closed = rotas(
        supervisors(),
        vec![away, change("2026-05-08", "19:00", "olga", taken)],
    );
    assert_eq!(gaps(&closed, now, ahead), []);
    assert_eq!(names(&closed, at("2026-05-08", "20:00")), ["Sam"]);
    assert_eq!(
        names(&closed, at("2026-05-09", "20:00")),
        ["Olga"],
        "that night alone"
    );
    // A rota of coaches ends: after its last day nobody is meant, and before it begins neither.
    let ends = Rota {
        kind: RotaKind::Coaches,
        until: Some(day("2026-05-06")),
        ..supervisors()
    };
    assert_eq!(gaps(&rotas(ends, Vec::new()), now, ahead), []);
}

#[test]
fn s4_16_the_end_of_the_last_rota_of_supervisors_is_a_gap_before_it_comes() {
    let ends = Rota {
        until: Some(day("2026-05-06")),
        ..supervisors()
    };
    let (now, ahead) = (at("2026-05-04", "12:00"), at("2026-05-18", "12:00"));
    let mut found = rotas(ends, Vec::new());
    let spans = |found: &Rotas| -> Vec<(Timestamp, Timestamp)> {
        let all = gaps(found, now, ahead);
        assert!(all.iter().all(|gap| gap.nobody));
        all.iter().map(|gap| (gap.start, gap.end)).collect()
    };
    // The last night is still Olga's.
    assert_eq!(spans(&found), [(at("2026-05-07", "07:00"), ahead)]);
    // Nobody is reminded for ever of a plan that was given up.
    let late = (at("2026-05-20", "12:00"), at("2026-06-03", "12:00"));
    let gap = &gaps(&found, late.0, late.1)[0];
    assert_eq!((gap.start, gap.end), (late.0, at("2026-05-21", "00:00")));
    // Another one follows: only what lies between is a gap.
    let mut next = head(Rota {
        from: day("2026-05-09"),
        ..supervisors()
    });
    (next.id, next.root) = (id(2), id(2));
    found.heads.push(next);
    let between = (at("2026-05-07", "07:00"), at("2026-05-09", "00:00"));
    assert_eq!(spans(&found)[0], between);
    found.heads[1].rota.from = day("2026-05-07");
    assert!(spans(&found).is_empty(), "the next begins as this one ends");
}

#[test]
fn s4_16_a_plan_that_begins_later_than_the_one_it_replaces_leaves_a_gap_that_is_said() {
    let later = Rota {
        from: day("2026-05-11"),
        ..supervisors()
    };
    let replaced = |said: Timestamp| {
        let all = [
            stated(1, ROTA, None, 1, rota_body(&supervisors())),
            stated(2, ROTA, Some(1), said.millis(), rota_body(&later)),
        ];
        let found = Rotas::fold(all);
        gaps(&found, at("2026-05-04", "12:00"), at("2026-05-18", "12:00"))
    };
    let gap = &replaced(at("2026-05-04", "12:00"))[0];
    assert_eq!(
        (gap.start, gap.end),
        (at("2026-05-04", "12:00"), at("2026-05-11", "07:00"))
    );
    // A plan that had not begun is put off: nobody was to be there before.
    assert_eq!(
        replaced(at("2026-01-02", "12:00"))[0].start,
        at("2026-05-11", "00:00")
    );
}

#[test]
fn s1_3_who_stands_in_two_rows_at_once_is_one_person() {
    let mut rota = team();
    let mut second = rota.turns[0].clone();
    second.groups = vec![vec![3]];
    rota.turns[0].groups = vec![vec![0, 1, 2]];
    rota.turns.push(second);
    rota.needs = vec![(Discipline::Peer, 2)];
    let week = (at("2026-01-05", "00:00"), at("2026-01-06", "00:00"));
    let found = rotas(rota.clone(), Vec::new());
    assert_eq!(gaps(&found, week.0, week.1), []);
    // Ben takes the shift of Ana, with another telephone than the plan has, and is still one peer.
    let ben = Person {
        phone: "6085550199".to_owned(),
        ..person("Ben", Discipline::Peer)
    };
    let taken = change("2026-01-05", "08:00", "ana", ChangeKind::Taken(ben));
    let found = rotas(rota, vec![taken]);
    assert_eq!(gaps(&found, week.0, week.1)[0].lacking, [Discipline::Peer]);
}

#[test]
fn s1_3_a_mixed_team_takes_turns_and_a_missing_profession_is_a_gap() {
    let found = rotas(team(), Vec::new());
    assert_eq!(
        names(&found, at("2026-01-05", "09:00")),
        ["Lee", "Pat", "Ana"]
    );
    assert_eq!(
        names(&found, at("2026-01-12", "09:00")),
        ["Lee", "Pat", "Ben"]
    );
    assert_eq!(
        names(&found, at("2026-01-19", "09:00")),
        ["Lee", "Pat", "Cleo"]
    );
    assert_eq!(
        names(&found, at("2026-01-26", "09:00")),
        ["Lee", "Pat", "Ana"]
    );
    assert_eq!(
        names(&found, at("2026-01-10", "09:00")),
        Vec::<String>::new(),
        "Saturday"
    );
    let week = (at("2026-01-05", "00:00"), at("2026-01-12", "00:00"));
    assert_eq!(
        gaps(&found, week.0, week.1),
        [],
        "nobody is meant on a weekend"
    );
    let without = rotas(
        team(),
        vec![change("2026-01-07", "08:00", "pat", ChangeKind::Away)],
    );
    let gaps = gaps(&without, week.0, week.1);
    assert_eq!(gaps.len(), 1);
    assert_eq!(
        (gaps[0].nobody, gaps[0].lacking.as_slice()),
        (false, [Discipline::Paramedic].as_slice())
    );
}

#[test]
fn s1_3_the_turn_can_pass_with_each_shift() {
    let mut rota = team();
    rota.turns[0].rotate = Rotate::EachShift;
    let found = rotas(rota, Vec::new());
    let third = |on: &str| names(&found, at(on, "09:00"))[2].clone();
    let each = [
        "2026-01-05",
        "2026-01-06",
        "2026-01-07",
        "2026-01-08",
        "2026-01-09",
        "2026-01-12",
    ];
    assert_eq!(
        each.map(third),
        ["Ana", "Ben", "Cleo", "Ana", "Ben", "Cleo"]
    );
}

#[test]
fn s4_16_two_who_take_a_shift_at_once_both_have_it() {
    let by = |name| ChangeKind::Taken(person(name, Discipline::Supervisor));
    let both = vec![
        change("2026-05-08", "19:00", "olga", by("Sam")),
        change("2026-05-08", "19:00", "olga", by("Nadia")),
    ];
    assert_eq!(
        names(&rotas(supervisors(), both), at("2026-05-08", "20:00")),
        ["Sam", "Nadia"]
    );
    let nobodys = vec![change("2026-05-08", "19:00", "somebody else", by("Sam"))];
    let nobodys = rotas(supervisors(), nobodys);
    assert_eq!(names(&nobodys, at("2026-05-08", "20:00")), ["Olga"]);
}

#[test]
fn s4_16_who_cannot_on_a_day_is_not_on_call_at_the_hour_that_the_rota_has_instead() {
    let mut rota = supervisors();
    rota.turns[1].hours = hours(EVERY_DAY, "20:00", 660);
    let away = change("2026-05-08", "19:00", "olga", ChangeKind::Away);
    let later = rotas(rota.clone(), vec![away]);
    assert!(names(&later, at("2026-05-08", "21:00")).is_empty());
    assert_eq!(names(&later, at("2026-05-09", "21:00")), ["Olga"]);
    // Nor is whoever gave it away on call again without knowing: it is a gap, and somebody is asked.
    let sam = ChangeKind::Taken(person("Sam", Discipline::Supervisor));
    let taken = rotas(rota, vec![change("2026-05-08", "19:00", "olga", sam)]);
    assert!(names(&taken, at("2026-05-08", "21:00")).is_empty());
    let gaps = gaps(&taken, at("2026-05-08", "20:00"), at("2026-05-09", "07:00"));
    assert!(gaps[0].nobody);
}

#[test]
fn a_rota_reads_back_and_one_that_cannot_be_used_is_not_there() {
    for rota in [
        supervisors(),
        team(),
        Rota {
            until: Some(day("2026-12-31")),
            ..team()
        },
    ] {
        assert_eq!(rota.fault(), None);
        assert_eq!(body::rota(&rota_body(&rota)), Some(rota));
    }
    let text = rota_body(&team());
    assert_eq!(
        body::rota(&text.replace("each_shift", "x").replace("weekly", "x")),
        None
    );
    assert_eq!(body::rota("{}"), None);
    let faults = [
        (
            Rota {
                name: " ".to_owned(),
                ..team()
            },
            RotaFault::Name,
        ),
        (
            Rota {
                people: Vec::new(),
                ..team()
            },
            RotaFault::People,
        ),
        (
            Rota {
                people: vec![person("", Discipline::Peer)],
                ..team()
            },
            RotaFault::Person,
        ),
        (
            Rota {
                turns: Vec::new(),
                ..team()
            },
            RotaFault::Turns,
        ),
        (
            Rota {
                meant: vec![hours(0, "08:00", 60)],
                ..team()
            },
            RotaFault::Hours,
        ),
        (
            Rota {
                fallback: vec![5],
                ..team()
            },
            RotaFault::Group,
        ),
        (
            Rota {
                until: Some(day("2026-01-04")),
                ..team()
            },
            RotaFault::Until,
        ),
    ];
    for (rota, fault) in faults {
        assert_eq!(rota.fault(), Some(fault));
    }
}

#[test]
fn s4_16_the_time_until_somebody_answered_is_known() {
    let minutes = |number: i64| number * 60_000;
    let all = [
        stated(1, SOUGHT, None, minutes(10), sought_body("Olga")),
        stated(
            2,
            ANSWERED,
            Some(1),
            minutes(16),
            answer_body(Timestamp::from_millis(minutes(14))),
        ),
        stated(
            3,
            ANSWERED,
            Some(1),
            minutes(15),
            answer_body(Timestamp::from_millis(minutes(15))),
        ),
        stated(4, SOUGHT, None, minutes(20), sought_body("Sam")),
    ];
    let found = sought(all);
    let times: Vec<(&str, Option<i64>)> = found
        .iter()
        .map(|one| (one.who.as_str(), one.minutes()))
        .collect();
    assert_eq!(times, [("Sam", None), ("Olga", Some(4))]);
}

/// A rota of some rows, all of one person.
fn any_rota() -> impl Strategy<Value = Rota> {
    let turn = (1..128_u8, 0..1440_u16, 30..2880_u16);
    let zones = proptest::sample::select(Zone::ALL);
    (proptest::collection::vec(turn, 1..4), zones).prop_map(|(turns, zone)| Rota {
        zone,
        from: day("2026-01-01"),
        turns: turns
            .into_iter()
            .map(|(days, at, minutes)| Turn {
                hours: Hours {
                    days,
                    at: TimeOfDay::from_minutes(at).unwrap(),
                    minutes,
                },
                rotate: Rotate::Weekly,
                groups: vec![vec![0]],
            })
            .collect(),
        ..supervisors()
    })
}

/// Whether the wall clock of the place lies within any row, by the calendar alone.
fn is_covered(rota: &Rota, at: Timestamp) -> bool {
    let wall = at.plus_minutes(i64::from(rota.zone.offset_at(at)));
    let today = crate::time::local_date(wall, 0);
    let minute = wall.millis().rem_euclid(86_400_000) / 60_000;
    (0..4).any(|back| {
        let began = today.plus_days(-back);
        let since = back * 1440 + minute;
        began >= rota.from
            && rota.turns.iter().any(|turn| {
                let from = i64::from(turn.hours.at.minutes());
                let until = from + i64::from(turn.hours.minutes);
                turn.hours.begin_on(began) && (from..until).contains(&since)
            })
    })
}

proptest! {
    /// No instant between two shifts is shown as covered, and none within one as a gap, whatever the
    /// clock does. In the hours around a change of the clock its wall says two things.
    #[test]
    fn s4_16_who_is_on_call_and_the_gaps_agree_with_the_calendar(
        rota in any_rota(),
        minute in 0..400_000_i64,
    ) {
        let moment = Timestamp::from_millis(1_769_000_400_000).plus_minutes(minute);
        let found = rotas(rota.clone(), Vec::new());
        let somebody = !on_call(&found, moment)[0].people.is_empty();
        let gap = gaps(&found, moment.plus_minutes(-3000), moment.plus_minutes(3000));
        let in_gap = gap.iter().any(|gap| (gap.start..gap.end).contains(&moment));
        prop_assert_ne!(somebody, in_gap, "on call and in a gap, or neither");
        let offset = |minutes| rota.zone.offset_at(moment.plus_minutes(minutes));
        if offset(-2 * 60) == offset(2 * 60) {
            prop_assert_eq!(somebody, is_covered(&rota, moment));
        }
    }

    /// Between two moments at which something changes, the same people are on call.
    #[test]
    fn s4_16_until_the_moment_that_is_said_nothing_changes(rota in any_rota(), minute in 0..400_000_i64) {
        let moment = Timestamp::from_millis(1_769_000_400_000).plus_minutes(minute);
        let found = rotas(rota, Vec::new());
        let now = on_call(&found, moment);
        if let Some(until) = now[0].until {
            let last = Timestamp::from_millis(until.millis() - 1);
            prop_assert_eq!(&on_call(&found, last)[0].people, &now[0].people);
        }
    }

    /// Two devices that wrote at once hold the same, in whatever order it arrived.
    #[test]
    fn s4_16_whatever_the_order_of_arrival_the_same_rota_holds(
        order in Just((0..7_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let other = Rota { name: "Others".to_owned(), ..supervisors() };
        let by = person("Sam", Discipline::Supervisor);
        let shift = |by| change_body(day("2026-05-08"), clock("19:00"), "olga", by);
        let all = [
            stated(1, ROTA, None, 1, rota_body(&supervisors())),
            stated(2, ROTA, Some(1), 2, rota_body(&supervisors())),
            stated(3, ROTA, Some(1), 2, rota_body(&other)),
            stated(4, SHIFT, Some(1), 4, shift(None)),
            stated(5, SHIFT, Some(1), 5, shift(Some(&by))),
            stated(6, SHIFT_BACK, Some(4), 6, String::new()),
            stated(7, ROTA, Some(2), 7, "of a newer version".to_owned()),
        ];
        let expected = Rotas::fold(all.iter().cloned());
        prop_assert_eq!(expected.heads.len(), 2);
        prop_assert!(expected.heads.iter().all(|head| head.disagrees && head.root == id(1)));
        prop_assert_eq!(expected.changes.len(), 1);
        let mixed: Vec<Statement> = order.iter().map(|place| all[*place].clone()).collect();
        prop_assert_eq!(Rotas::fold(mixed), expected);
    }
}
