use super::*;
use proptest::prelude::*;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

#[test]
fn the_local_day_follows_the_offset_across_midnight_and_summer_time() {
    // 2026-03-08 05:30 UTC is 23:30 on the 7th in Wisconsin's winter, 00:30 on the 8th in its summer.
    let at = Timestamp::from_millis(1_772_947_800_000);
    assert_eq!(local_date(at, -360), day("2026-03-07"));
    assert_eq!(local_date(at, -300), day("2026-03-08"));
    let now = Now {
        at,
        offset_minutes: -360,
    };
    assert_eq!(now.minute_of_day(), 23 * 60 + 30);
}

#[test]
fn a_clock_that_lost_its_battery_or_jumped_ahead_still_gives_a_day() {
    assert_eq!(local_date(Timestamp::from_millis(0), 0), day("1970-01-01"));
    assert_eq!(
        local_date(Timestamp::from_millis(0), -360),
        day("1969-12-31")
    );
    assert_eq!(
        local_date(Timestamp::from_millis(i64::MAX), 840),
        LocalDate::LAST
    );
    assert_eq!(
        local_date(Timestamp::from_millis(i64::MIN), -720),
        LocalDate::FIRST
    );
}

#[test]
fn dates_are_read_in_one_form_and_impossible_days_are_refused() {
    assert_eq!(
        LocalDate::parse(" 2024-02-29 "),
        Ok(LocalDate::new(2024, 2, 29).unwrap())
    );
    for wrong in ["2026-02-29", "2026-13-01", "05/01/2026", "", "2026-5"] {
        assert_eq!(LocalDate::parse(wrong), Err(DateError), "{wrong}");
    }
}

#[test]
fn moving_by_days_crosses_month_ends_and_stops_at_the_ends() {
    assert_eq!(day("2026-01-31").plus_days(1), day("2026-02-01"));
    assert_eq!(day("2024-03-01").plus_days(-1), day("2024-02-29"));
    assert_eq!(LocalDate::LAST.plus_days(5), LocalDate::LAST);
    assert_eq!(LocalDate::FIRST.plus_days(i64::MIN), LocalDate::FIRST);
}

#[test]
fn times_of_day_are_read_as_people_write_them() {
    for (text, minutes) in [
        ("18:00", 1080),
        ("6 pm", 1080),
        ("6:30PM", 1110),
        ("12 am", 0),
        ("12 p.m.", 720),
        ("7", 420),
    ] {
        assert_eq!(
            TimeOfDay::parse(text).map(TimeOfDay::minutes),
            Ok(minutes),
            "{text}"
        );
    }
    for wrong in ["", "25:00", "13 pm", "10:75", "noon"] {
        assert_eq!(TimeOfDay::parse(wrong), Err(TimeOfDayError), "{wrong}");
    }
    assert_eq!(TimeOfDay::from_minutes(545).unwrap().to_string(), "09:05");
}

proptest! {
    #[test]
    fn no_clock_and_no_offset_breaks_the_day(millis: i64, offset: i32) {
        let now = Now { at: Timestamp::from_millis(millis), offset_minutes: offset };
        let date = now.local_date();
        prop_assert_eq!(LocalDate::parse(&date.to_string()), Ok(date));
        prop_assert!(now.minute_of_day() < 1440);
    }

    #[test]
    fn a_moment_is_read_back_from_a_document(millis in -62_135_510_400_000i64..253_370_678_400_000, offset in -840i32..=840) {
        let text = moment_text(Timestamp::from_millis(millis), offset);
        prop_assert_eq!(parse_moment(&text), Some((Timestamp::from_millis(millis), offset)));
    }

    #[test]
    fn a_moment_of_any_clock_can_be_written(millis: i64, offset: i32) {
        prop_assert!(parse_moment(&moment_text(Timestamp::from_millis(millis), offset)).is_some());
    }

    #[test]
    fn days_between_undoes_moving(days in -400_000i64..400_000) {
        let start = day("2026-06-15");
        prop_assert_eq!(start.plus_days(days).days_since(start), days);
    }
}
