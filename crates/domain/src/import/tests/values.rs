//! What single cells are understood as.

use super::*;
use crate::time::TimeOfDay;

#[test]
fn a_full_row_becomes_a_participant_with_milestones() {
    let headers = "Id,First name,Last name,Preferred name,Pronouns,Phone,DOB,Program,Phase,Safe contact,No voicemail,Not after,Language,Tags,Discharged,Intake date,Intake status";
    let row = "17,Soledad,Golondrina,Sol,she/her,1-202-555-0117,2/9/84,Hospital response,daily contact,\"Text first, then call\",x,18:30,Español,\"ride; court,ride\",3/1/26,3/20/2026,Confirmed";
    let imported = one(headers, row).unwrap();
    let expected = ParticipantDetails {
        name: "Soledad Golondrina".into(),
        preferred_name: Some("Sol".into()),
        pronouns: Some("she/her".into()),
        phone: Some("202-555-0117".into()),
        birth_date: Some(day("1984-02-09")),
        program: Some("Hospital response".into()),
        phase: Some("daily contact".into()),
        safe_contact: crate::details::SafeContact {
            rule: Some("Text first, then call".into()),
            no_voicemail: true,
            not_after: TimeOfDay::from_minutes(18 * 60 + 30),
        },
        language: Some("Español".into()),
        tags: ["court".to_owned(), "ride".to_owned()].into(),
    };
    assert_eq!(imported.details, expected);
    let steps: Vec<_> = imported
        .milestones
        .into_iter()
        .map(|milestone| milestone.step)
        .collect();
    let intake = Step::Intake {
        status: IntakeStatus::Confirmed,
        on: Some(day("2026-03-20")),
    };
    assert_eq!(
        steps,
        [
            Step::Discharge {
                on: day("2026-03-01")
            },
            intake
        ]
    );
}

#[test]
fn s0_6_an_imported_intake_date_is_tentative_until_the_file_says_confirmed() {
    let step = |row: &str| {
        one("Name,Intake date,Intake status", row)
            .map(|row| row.milestones.first().map(|m| m.step.clone()))
    };
    let on = Some(day("2026-03-20"));
    let intake = |status, on| Ok(Some(Step::Intake { status, on }));
    assert_eq!(step("A,2026-03-20,"), intake(IntakeStatus::Tentative, on));
    assert_eq!(
        step("A,2026-03-20,confirmada"),
        intake(IntakeStatus::Confirmed, on)
    );
    assert_eq!(step("A,,asked for"), intake(IntakeStatus::Asked, None));
    assert_eq!(step("A,,"), Ok(None));
    assert_eq!(step("A,,confirmed"), Err(RowReason::ConfirmedNeedsDate));
    let unclear = RowReason::StatusUnclear {
        column: "Intake status".into(),
        value: "maybe".into(),
    };
    assert_eq!(step("A,2026-03-20,maybe"), Err(unclear));
}

#[test]
fn dates_are_read_as_people_write_them() {
    let birth =
        |text: &str| one("Name,DOB", &format!("A,\"{text}\"")).map(|row| row.details.birth_date);
    for text in [
        "1990-05-31",
        "1990/5/31",
        "5/31/1990",
        "05-31-1990",
        "5/31/90",
        "5.31.1990",
        "May 31, 1990",
        "31 May 1990",
        "31-may-90",
        "31 de mayo de 1990",
        "1990-05-31 00:00:00",
        "5/31/1990 12:00 AM",
        "1990-05-31T00:00",
        "May 31st 1990",
        "33024",
    ] {
        assert_eq!(birth(text), Ok(Some(day("1990-05-31"))), "{text}");
    }
    for text in [
        "31/5/1990",
        "1990-02-30",
        "May 1990",
        "1990",
        "yesterday",
        "5/31/190",
        "//",
        "13/13/13",
    ] {
        // The second row shows that months come first in this file.
        let rows = read(format!("Name,DOB\nA,\"{text}\"\nB,12/25/1990\n").as_bytes());
        let reason = rows[0].as_ref().map_err(|error| &error.reason);
        assert!(
            matches!(reason, Err(RowReason::DateUnclear { .. })),
            "{text}"
        );
    }
}

#[test]
fn the_order_of_day_and_month_is_that_of_the_file() {
    let file = b"Name,DOB\nA,05/01/1990\nB,25/12/1990\nC,12 sept. 1990\nD,1 ene 1990\n";
    let dates: Vec<_> = good(file)
        .into_iter()
        .filter_map(|row| row.details.birth_date)
        .collect();
    assert_eq!(
        dates,
        [
            day("1990-01-05"),
            day("1990-12-25"),
            day("1990-09-12"),
            day("1990-01-01")
        ]
    );
}

#[test]
fn years_of_two_digits_give_a_likely_age() {
    let year = |text: &str| {
        one("Name,DOB", &format!("A,1/2/{text}"))
            .unwrap()
            .details
            .birth_date
            .unwrap()
            .year()
    };
    assert_eq!(year("99"), 1999);
    assert_eq!(year("26"), 1926, "a hundred rather than newborn");
    assert_eq!(year("14"), 2014);
    assert_eq!(year("15"), 2015, "eleven rather than a hundred and eleven");
    assert_eq!(year("00"), 2000);
    let discharge = one("Name,Discharged", "A,1/2/26").unwrap().milestones;
    assert_eq!(
        discharge[0].step,
        Step::Discharge {
            on: day("2026-01-02")
        }
    );
}

#[test]
fn phone_numbers_take_one_form_and_unclear_ones_are_kept_with_a_word() {
    let phone = |text: &str| {
        let row = one("Name,Phone", &format!("A,\"{text}\"")).unwrap();
        (row.details.phone, row.warnings)
    };
    for (text, number) in [
        ("(202) 555-0101", "202-555-0101"),
        ("202.555.0101", "202-555-0101"),
        ("+1 202 555 0101", "202-555-0101"),
        ("12025550101", "202-555-0101"),
        ("555 0101", "555-0101"),
        ("202-555-0101 x12", "202-555-0101 ext. 12"),
        ("202-555-0101 ext 12", "202-555-0101 ext. 12"),
        ("+52 55 5555 0101", "+525555550101"),
    ] {
        assert_eq!(phone(text), (Some(number.to_owned()), vec![]), "{text}");
    }
    for text in ["call the shelter", "0101", "202-555-0101 or 0102"] {
        assert_eq!(
            phone(text),
            (Some(text.to_owned()), vec![RowWarning::PhoneUnclear]),
            "{text}"
        );
    }
    assert_eq!(
        phone("2.02555E+09"),
        (None, vec![RowWarning::PhoneDigitsLost])
    );
}

#[test]
fn names_are_put_together_and_turned_around() {
    assert_eq!(names(b"First,Last\nAna,Olmo\n,Koa\n"), ["Ana Olmo", "Koa"]);
    assert_eq!(
        names(b"Name\n\"Olmo, Ana\"\n\"  Bo   Koa \"\n\"Fern,\"\n"),
        ["Ana Olmo", "Bo Koa", "Fern,"]
    );
}
