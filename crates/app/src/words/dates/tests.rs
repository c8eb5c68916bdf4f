use handrail_engine::api::Language;

use super::*;

/// 2026-11-21 23:38 UTC = 17:38 in Chicago.
const NOW: i64 = 1_795_304_280_000;

fn moment() -> Moment {
    Moment {
        at: NOW,
        offset_at: |_| -360,
    }
}

#[test]
fn a_time_is_said_in_twelve_hours_in_both_languages() {
    let english = Words::of(Language::English);
    let spanish = Words::of(Language::Spanish);
    assert_eq!(time(&english, &moment(), NOW), "5:38 pm");
    assert_eq!(time(&spanish, &moment(), NOW), "5:38 p. m.");
    assert_eq!(time_of_rule(&english, "00:05"), "12:05 am");
    assert_eq!(time_of_rule(&english, "soon"), "soon");
}

#[test]
fn near_days_have_names_and_far_days_have_a_year() {
    let english = Words::of(Language::English);
    let spanish = Words::of(Language::Spanish);
    let say = |words: &Words, text: &str| day(words, &moment(), text);
    assert_eq!(say(&english, "2026-11-21"), "today");
    assert_eq!(say(&english, "2026-11-20"), "yesterday");
    assert_eq!(say(&english, "2026-11-22"), "tomorrow");
    assert_eq!(say(&english, "2026-11-16"), "Mon, Nov 16");
    assert_eq!(say(&spanish, "2026-11-16"), "lun, 16 nov");
    assert_eq!(say(&english, "2025-11-16"), "Nov 16, 2025");
    assert_eq!(say(&spanish, "2025-11-16"), "16 nov 2025");
    assert_eq!(say(&english, "not a day"), "not a day");
}

#[test]
fn a_day_within_a_sentence_is_small_and_one_that_stands_alone_has_a_capital() {
    for (language, within, by_itself) in [
        (Language::English, "today, 5:38 pm", "Today, 5:38 pm"),
        (Language::Spanish, "hoy, 5:38 p. m.", "Hoy, 5:38 p. m."),
    ] {
        let said = day_and_time(&Words::of(language), &moment(), NOW);
        assert_eq!(said, within);
        assert_eq!(alone(said), by_itself);
    }
    assert_eq!(alone("lun, 16 nov".to_owned()), "Lun, 16 nov");
    assert_eq!(alone("él".to_owned()), "él");
    assert_eq!(alone(String::new()), "");
}

#[test]
fn the_local_day_follows_the_zone_and_not_utc() {
    let late = Moment {
        at: NOW,
        offset_at: |_| 60,
    };
    assert_eq!(late.today().to_string(), "2026-11-22");
    assert_eq!(moment().today().to_string(), "2026-11-21");
    assert_eq!(moment().clock_now(), "17:38");
}

#[test]
fn a_day_and_time_typed_in_become_the_instant_also_across_a_clock_change() {
    assert_eq!(moment().instant_of("2026-11-21", "17:38"), Some(NOW));
    assert_eq!(moment().instant_of("2026-11-31", "17:38"), None);
    // Summer time (UTC-5) ends in this zone on 2026-11-01 at 07:00 UTC.
    let zone = Moment {
        at: NOW,
        offset_at: |at| if at < 1_793_516_400_000 { -300 } else { -360 },
    };
    let summer = zone.instant_of("2026-10-31", "12:00").unwrap();
    assert_eq!(zone.local(summer).1.hour(), 12);
    let winter = zone.instant_of("2026-11-01", "12:00").unwrap();
    assert_eq!(zone.local(winter).1.hour(), 12);
}

#[test]
fn when_somebody_was_last_reached_is_said_in_days() {
    let words = Words::of(Language::English);
    let day = 86_400_000;
    assert_eq!(last_reached(&words, &moment(), None), "Not reached yet");
    assert_eq!(
        last_reached(&words, &moment(), Some(NOW)),
        "Reached today, 5:38 pm"
    );
    assert_eq!(
        last_reached(&words, &moment(), Some(NOW - day)),
        "Reached yesterday"
    );
    assert_eq!(
        last_reached(&words, &moment(), Some(NOW - 3 * day)),
        "Reached 3 days ago"
    );
    assert_eq!(
        last_reached(&words, &moment(), Some(NOW - 60 * day)),
        "Reached Tue, Sep 22"
    );
}

#[test]
fn long_dates_name_weekday_and_month_in_both_languages() {
    let today = moment().today();
    assert_eq!(
        long_day(&Words::of(Language::English), today),
        "Saturday, November 21"
    );
    assert_eq!(
        long_day(&Words::of(Language::Spanish), today),
        "sábado, 21 de noviembre"
    );
    assert_eq!(
        full_date(&Words::of(Language::English), today),
        "November 21, 2026"
    );
    assert_eq!(
        full_date(&Words::of(Language::Spanish), today),
        "21 de noviembre de 2026"
    );
}

#[test]
fn amounts_are_short() {
    let words = Words::of(Language::English);
    assert_eq!(bytes(&words, 12_345_678), "12 MB");
    assert_eq!(bytes(&words, 3_450_000_000), "3.4 GB");
    assert_eq!(bytes(&words, 1), "1 KB");
    assert_eq!(countdown(64_001), "1:05");
    assert_eq!(tenths(125), "12.5");
    assert_eq!(tenths(120), "12");
}
