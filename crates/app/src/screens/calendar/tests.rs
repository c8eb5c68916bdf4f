use std::collections::BTreeMap;

use handrail_engine::api::{
    Along, AppointmentKind, Circumstance, EncounterKind, Language, LocalDate, Ride,
};

use super::{
    export::{Says, file},
    form::Typed,
    *,
};
use crate::words::Words;

/// Wisconsin, 2026: the clocks go forward on 8 March and back on 1 November, both at two.
fn wisconsin(at: i64) -> i32 {
    let summer = 1_772_956_800_000..1_793_516_400_000;
    if summer.contains(&at) { -300 } else { -360 }
}

fn moment(at: i64) -> Moment {
    Moment {
        at,
        offset_at: wisconsin,
    }
}

/// 2026-03-01T15:00Z.
const MARCH: i64 = 1_772_377_200_000;

fn slot(text: &str) -> Slot {
    Slot::parse(text).unwrap()
}

fn facts(kind: AppointmentKind, when: &str) -> AppointmentFacts {
    AppointmentFacts {
        kind,
        slots: vec![slot(when)],
        place: "12 Example Street, \"left\"".to_owned(),
        words: "Bring the letter".to_owned(),
        along: Along::Coach,
        ride: Some(Ride::Bus),
        upshot: None,
    }
}

fn row(number: u8, own: bool, facts: AppointmentFacts) -> AgendaRow {
    AgendaRow {
        participant: "01".to_owned(),
        name: "Ray Example".to_owned(),
        coach: String::new(),
        own,
        slot: facts.slots[0],
        what: AgendaWhat::Appointment {
            id: format!("K{number}"),
            facts: Box::new(facts),
        },
        record: format!("K{number}"),
        disagree: false,
    }
}

#[test]
fn a_file_has_each_hour_on_the_wall_as_its_moment_on_either_side_of_a_change_of_the_clocks() {
    let words = Words::of(Language::English);
    let rows: Vec<AgendaRow> = ["2026-03-07T14:30", "2026-03-09T14:30", "2026-03-10"]
        .into_iter()
        .zip(1..)
        .map(|(when, number)| row(number, true, facts(AppointmentKind::Court, when)))
        .collect();
    let text = file(
        &words,
        &moment(MARCH),
        &rows,
        Says::default(),
        &BTreeMap::new(),
    );
    for start in [
        "DTSTART:20260307T203000Z",
        "DTSTART:20260309T193000Z",
        "DTSTART;VALUE=DATE:20260310",
    ] {
        assert!(
            text.contains(&format!("\r\n{start}\r\n")),
            "{start}: {text}"
        );
    }
}

#[test]
fn a_file_names_nobody_and_says_no_more_than_was_chosen() {
    let words = Words::of(Language::English);
    let mut off = facts(AppointmentKind::Treatment, "2026-03-12T09:00");
    off.upshot = Some(Upshot::CalledOff);
    let mut alone = facts(AppointmentKind::Court, "2026-03-13T09:00");
    alone.along = Along::Nobody;
    let rows = [
        row(1, true, facts(AppointmentKind::Dental, "2026-03-11T09:00")),
        row(2, true, off),
        row(3, true, alone),
        row(4, false, facts(AppointmentKind::Court, "2026-03-14T09:00")),
    ];
    let little = file(
        &words,
        &moment(MARCH),
        &rows,
        Says::default(),
        &BTreeMap::new(),
    );
    assert_eq!(
        little.matches("SUMMARY:Appointment\r\n").count(),
        2,
        "only one's own"
    );
    assert_eq!(little.matches("STATUS:CANCELLED").count(), 1);
    for never in [
        "Ray",
        "Example",
        "Dentist",
        "Treatment",
        "LOCATION",
        "letter",
    ] {
        assert!(!little.contains(never), "{never}: {little}");
    }
    let more = Says {
        what: true,
        place: true,
    };
    let refused = file(&words, &moment(MARCH), &rows, more, &BTreeMap::new());
    assert_eq!(refused, little, "without consent it is the hour alone");
    let agreed = BTreeMap::from([("01".to_owned(), "42 CFR part 2 prohibits".to_owned())]);
    let more = file(&words, &moment(MARCH), &rows, more, &agreed);
    assert!(more.contains("SUMMARY:Dentist (R. E.)\r\n"), "{more}");
    assert!(more.contains("LOCATION:12 Example Street\\, \"left\"\r\n"));
    assert!(!more.contains("Ray") && !more.contains("letter"));
    assert!(more.contains("X-WR-CALDESC:42 CFR part 2 prohibits\r\n"));
    assert!(!little.contains("X-WR-CALDESC"), "of nobody, nothing");
}

#[test]
fn s2_16_who_went_along_finds_the_log_sheet_filled_in() {
    let dentist = facts(AppointmentKind::Dental, "2026-03-01T08:30");
    let sheet = sheet_of(
        &dentist,
        dentist.slots[0],
        Upshot::WentAlong,
        &moment(MARCH),
    );
    assert_eq!(sheet.kind, EncounterKind::Appointment);
    assert_eq!(sheet.circumstances, [Circumstance::AlongDental]);
    let earlier = |sheet: &LogForm| sheet.earlier.clone();
    let half_past_eight = ("2026-03-01".to_owned(), "08:30".to_owned());
    assert_eq!(earlier(&sheet), Some(half_past_eight));
    assert_eq!((sheet.outcome, sheet.minutes), (Outcome::Reached, 60));
    assert!(sheet.input(&moment(MARCH)).is_ok());

    let missed = sheet_of(&dentist, slot("2026-02-27"), Upshot::Missed, &moment(MARCH));
    assert_eq!(missed.outcome, Outcome::NotThere);
    assert!(missed.circumstances.is_empty());
    let noon = ("2026-02-27".to_owned(), "12:00".to_owned());
    assert_eq!(earlier(&missed), Some(noon));
    let today = sheet_of(
        &dentist,
        slot("2026-03-01"),
        Upshot::WentAlong,
        &moment(MARCH),
    );
    assert_eq!(earlier(&today), None);
}

#[test]
fn a_form_says_what_is_missing_and_orders_only_what_differs() {
    let typed = Typed::new("01");
    assert_eq!(typed.fields(), Err("appointment-kind-missing"));
    let kept: Typed = serde_json::from_str(&serde_json::to_string(&typed).unwrap()).unwrap();
    assert_eq!(kept, typed);

    let mut known = Known {
        participant: "01".to_owned(),
        name: "Ray".to_owned(),
        id: "K1".to_owned(),
        facts: facts(AppointmentKind::Court, "2026-03-09T14:30"),
    };
    known.facts.upshot = Some(Upshot::Missed);
    let typed = Typed::of(&known);
    assert_eq!(typed.order(Some(&known)), Ok(None));
    let moved = typed.on("2026-03-16", "2:30 pm");
    let Ok(Some(Command::Appointment(AppointmentCommand::Change { changes, .. }))) =
        moved.order(Some(&known))
    else {
        panic!()
    };
    let to = Slot {
        day: LocalDate::parse("2026-03-16").unwrap(),
        ..slot("2026-03-09T14:30")
    };
    let wanted = [AppointmentField::When(to), AppointmentField::Upshot(None)];
    assert_eq!(changes, wanted, "what is moved is to come");
    let bad = typed.on("soon", "");
    assert_eq!(bad.order(Some(&known)), Err("appointment-day-missing"));
}
