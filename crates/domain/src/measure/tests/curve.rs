use super::super::forecast::LEAST_POINTS;
use super::*;
use proptest::prelude::*;

/// 70 trainings that made a coach, none in 2022, as the scorecard of the source has them, among others
/// that made nobody a new coach.
fn seventy() -> Facts {
    let mut trainings = Vec::new();
    for (of, count) in [(2020, 5), (2021, 14), (2023, 39), (2024, 12)] {
        for number in 0..count {
            let person = format!("{of}-{number}");
            let on = LocalDate::new(of, 1 + number % 12, 1 + number % 28).unwrap();
            let training = |person: &str, on, makes| TrainingFact {
                person: person.to_owned(),
                on,
                makes,
                tags: Tags::default(),
            };
            trainings.push(training(&person, on, Makes::Coach));
            // Once more a year later, and something else before: nobody new.
            trainings.push(training(&person, on.plus_days(366), Makes::Coach));
            trainings.push(training(&person, on.plus_days(-400), Makes::Neither));
        }
    }
    trainings.reverse();
    Facts {
        trainings: Some(trainings),
        ..Facts::default()
    }
}

fn curve(facts: &Facts, today: LocalDate, count: usize) -> Vec<Value> {
    let since = counted_since(Builtin::CoachesTrained, facts);
    Period::series(Grain::Year, today, count)
        .into_iter()
        .map(|period| {
            let cases = cases(Builtin::CoachesTrained, facts, period, today).unwrap();
            Value::of(&cases, Unit::Number, period, None, since, today)
        })
        .collect()
}

#[test]
fn g_1_s3_3_the_yearly_series_is_rebuilt_from_seventy_training_records() {
    let found = curve(&seventy(), day("2024-12-31"), 5);
    assert_eq!(found, [5, 14, 0, 39, 12].map(Value::Number));
    let sum: u32 = found.iter().filter_map(Value::height).sum();
    assert_eq!(sum, 70);
}

#[test]
fn s1_5_a_count_since_a_year_holds_people_who_have_no_device_and_each_of_them_once() {
    let certified = |number: i32, of: i32| TrainingFact {
        person: format!("listed-{number}"),
        on: LocalDate::new(of, 6, 1).unwrap(),
        makes: Makes::PeerSpecialist,
        tags: Tags::default(),
    };
    // 111 people from 2017 on, all certified again two years later; before that nobody.
    let mut trainings: Vec<_> = (0..111)
        .map(|number| certified(number, 2017 + number % 7))
        .collect();
    trainings.extend((0..111).map(|number| certified(number, 2019 + number % 7)));
    let facts = Facts {
        trainings: Some(trainings),
        ..Facts::default()
    };
    let today = day("2026-11-29");
    let of = |period: &str| {
        let period = Period::parse(period).unwrap();
        let cases = cases(Builtin::PeersCertified, &facts, period, today).unwrap();
        let since = counted_since(Builtin::PeersCertified, &facts);
        Value::of(&cases, Unit::Number, period, None, since, today)
    };
    assert_eq!(of("2017-01-01/2026-11-29"), Value::Number(111));
    assert_eq!((of("2016"), of("2024")), (Value::Missing, Value::Number(0)));
    assert_eq!(
        cases(Builtin::CoachesTrained, &facts, year(2017), today).unwrap(),
        []
    );
}

#[test]
fn s3_3_nought_is_a_value_and_a_year_before_anything_was_written_down_is_missing() {
    let found = curve(&seventy(), day("2025-02-01"), 7);
    assert_eq!(found[0], Value::Missing, "2019");
    assert_eq!(
        (found[1], found[3], found[6]),
        (Value::Number(5), Value::Number(0), Value::Number(0))
    );
    // With nothing written down at all there is no nought either.
    let none = Facts {
        trainings: Some(Vec::new()),
        ..Facts::default()
    };
    assert_eq!(curve(&none, day("2024-12-31"), 3), [Value::Missing; 3]);
    // And a device that does not read trainings counts nothing.
    assert_eq!(
        cases(
            Builtin::CoachesTrained,
            &Facts::default(),
            year(2024),
            day("2024-12-31")
        ),
        None
    );
}

/// Worked by hand: the line through 5, 14, 0, 39, 12 has the mean 14 and the slope 3.9; the squares
/// off it are 753.9 over 3 degrees of freedom.
#[test]
fn s3_3_the_forecast_of_the_series_is_the_one_worked_by_hand_with_its_wide_band() {
    let heights = [5, 14, 0, 39, 12].map(Some);
    let next = forecast(&heights, None).unwrap();
    assert!((next.value - 25.7).abs() < 0.01, "{next:?}");
    assert!(next.low.abs() < 0.01, "{next:?}");
    let half = 1.638 * (753.9_f64 / 3.0).sqrt() * (1.0_f64 + 0.2 + 0.9).sqrt();
    assert!((next.high - (25.7 + half)).abs() < 0.01, "{next:?}");
}

#[test]
fn too_few_points_have_no_forecast_and_a_straight_line_has_no_band() {
    let few = [Some(1), None, Some(2), None, Some(3), Some(4)];
    assert_eq!(forecast(&few, None), None);
    let line: Vec<Option<u32>> = (0..u32::try_from(LEAST_POINTS).unwrap())
        .map(|n| Some(n * 10))
        .collect();
    let next = forecast(&line, None).unwrap();
    assert!((next.value - 50.0).abs() < 1e-9 && (next.high - next.low).abs() < 1e-6);
    // A share is no more than all, and nothing is less than nought.
    let rising = [
        Some(6_000),
        Some(7_000),
        Some(8_000),
        Some(9_000),
        Some(10_000),
    ];
    assert!(forecast(&rising, Some(10_000)).unwrap().high <= 10_000.0);
    let falling = [Some(40), Some(30), Some(20), Some(10), Some(0)];
    assert!(forecast(&falling, None).unwrap().value.abs() < 1e-9);
}

#[test]
fn s1_6_periods_are_weeks_months_quarters_and_years_and_are_read_as_they_are_written() {
    let of = |grain| Period::holding(grain, day("2024-02-29"));
    let texts = Grain::ALL.iter().map(|grain| of(*grain).to_string());
    let texts: Vec<String> = texts.collect();
    assert_eq!(
        texts,
        ["2024-02-26/2024-03-03", "2024-02", "2024-Q1", "2024"]
    );
    for wrong in [
        "24",
        "2024-Q5",
        "2024-13",
        "2024-1",
        "2024-03-02/2024-03-01",
        "",
        "x",
    ] {
        assert_eq!(Period::parse(wrong), None, "{wrong}");
    }
}

proptest! {
    #[test]
    fn a_series_covers_every_day_once_and_any_period_is_read_back(
        year in 1990_i32..2060, ordinal in 0_i64..366, count in 1_usize..30, later in 0_i64..900,
    ) {
        let today = LocalDate::new(year, 1, 1).unwrap().plus_days(ordinal);
        for grain in Grain::ALL {
            let series = Period::series(*grain, today, count);
            prop_assert_eq!(series.len(), count);
            prop_assert!(series.last().unwrap().contains(today));
            for pair in series.windows(2) {
                prop_assert_eq!(pair[0].last().plus_days(1), pair[1].first());
            }
            for period in series {
                prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
            }
        }
        let any = Period::new(today, today.plus_days(later)).unwrap();
        prop_assert_eq!(Period::parse(&any.to_string()), Some(any));
    }

    #[test]
    fn a_forecast_lies_in_its_band_and_moves_with_what_it_is_made_of(
        heights in prop::collection::vec(prop::option::of(0_u32..500), 0..14),
    ) {
        match forecast(&heights, None) {
            Some(next) => {
                prop_assert!(next.low <= next.value && next.value <= next.high && next.low >= 0.0);
                let lifted: Vec<_> = heights.iter().map(|h| h.map(|h| h + 100_000)).collect();
                let higher = forecast(&lifted, None).unwrap();
                let width = higher.high - higher.low;
                prop_assert!(width + 1e-3 >= next.high - next.low);
            }
            None => prop_assert!(heights.iter().flatten().count() < LEAST_POINTS),
        }
    }
}
