//! Why a contact is owed, and the safe-contact rule, in words (S0-6, S4-12).

use handrail_engine::api::{IntakeStatus, OwedReason, SafeContactView};

use super::{Words, dates, dates::Moment, obligations};

/// "Daily contact, day 4: intake not confirmed".
pub fn reason(words: &Words, moment: &Moment, reason: &OwedReason) -> String {
    let (day, intake) = match reason {
        OwedReason::Obligation(one) => return obligations::title(words, moment, one),
        OwedReason::DailyUntilIntake { day, intake, .. } => (day, intake),
        OwedReason::DailyAgain { day, .. } => {
            let state = words.say("owed-fell-through");
            return words.say_with(
                "owed-daily",
                [("day", (*day).into()), ("state", state.into())],
            );
        }
    };
    let state = match intake {
        None => words.say("owed-no-intake"),
        Some((IntakeStatus::Asked, _)) => words.say("owed-intake-asked"),
        Some((IntakeStatus::Tentative, Some(on))) => words.say_with(
            "owed-intake-tentative-on",
            [("day", dates::day(words, moment, on).into())],
        ),
        Some((IntakeStatus::Tentative, None)) => words.say("owed-intake-tentative"),
        Some((IntakeStatus::Confirmed, _)) => words.say("owed-intake-disagrees"),
    };
    words.say_with(
        "owed-daily",
        [("day", (*day).into()), ("state", state.into())],
    )
}

/// "Left the hospital Mon, Nov 16".
pub fn since(words: &Words, moment: &Moment, reason: &OwedReason) -> String {
    let (message, day) = match reason {
        OwedReason::Obligation(one) => return obligations::reasons(words, moment, one).join(" "),
        OwedReason::DailyUntilIntake { discharged_on, .. } => ("owed-since", discharged_on),
        OwedReason::DailyAgain { since, .. } => ("owed-again-since", since),
    };
    words.say_with(message, [("day", dates::day(words, moment, day).into())])
}

/// The rule in plain sentences, empty when there is none: "No voicemail. Not
/// after 6:00 pm." and the coach's own words.
pub fn safe_contact(words: &Words, rule: &SafeContactView) -> Vec<String> {
    let mut sentences = Vec::new();
    if rule.no_voicemail {
        sentences.push(words.say("safe-no-voicemail"));
    }
    if let Some(time) = &rule.not_after {
        let time = dates::time_of_rule(words, time);
        let sentence = words.say_with("safe-not-after", [("time", time.into())]);
        // "p. m." brings its own full stop.
        sentences.push(sentence.replace("..", "."));
    }
    if !rule.words.trim().is_empty() {
        sentences.push(rule.words.trim().to_owned());
    }
    sentences
}

/// Before this hour it is still the night of the day before.
const MORNING: &str = "06:00";

/// Whether it is now later than the rule allows, also after midnight.
pub fn too_late(moment: &Moment, rule: &SafeContactView) -> bool {
    let now = moment.clock_now();
    rule.not_after.as_deref().is_some_and(|limit| {
        let is_night = now.as_str() < MORNING && limit >= MORNING;
        now.as_str() > limit || is_night
    })
}

#[cfg(test)]
mod tests {
    use handrail_engine::api::Language;

    use super::*;

    fn at(text: &str) -> Moment {
        let zone: fn(i64) -> i32 = |_| 0;
        let moment = Moment {
            at: 0,
            offset_at: zone,
        };
        Moment {
            at: moment.instant_of("2026-11-21", text).unwrap(),
            offset_at: zone,
        }
    }

    fn daily(intake: Option<(IntakeStatus, Option<String>)>) -> OwedReason {
        OwedReason::DailyUntilIntake {
            day: 4,
            discharged_on: "2026-11-18".to_owned(),
            intake,
        }
    }

    #[test]
    fn s0_6_the_reason_names_the_day_and_what_is_known_of_the_intake() {
        let english = Words::of(Language::English);
        let spanish = Words::of(Language::Spanish);
        let now = at("12:00");
        assert_eq!(
            reason(&english, &now, &daily(None)),
            "Daily contact, day 4: no intake date yet"
        );
        assert_eq!(
            reason(
                &english,
                &now,
                &daily(Some((
                    IntakeStatus::Tentative,
                    Some("2026-11-22".to_owned())
                )))
            ),
            "Daily contact, day 4: intake not confirmed (tentative: tomorrow)"
        );
        assert_eq!(
            reason(&spanish, &now, &daily(Some((IntakeStatus::Asked, None)))),
            "Contacto diario, día 4: ingreso pedido, sin confirmar"
        );
    }

    #[test]
    fn the_safe_contact_rule_reads_as_sentences() {
        let rule = SafeContactView {
            words: "Ask for Dee.".to_owned(),
            no_voicemail: true,
            not_after: Some("18:00".to_owned()),
        };
        let english = Words::of(Language::English);
        assert_eq!(
            safe_contact(&english, &rule).join(" "),
            "No voicemail. Not after 6:00 pm. Ask for Dee."
        );
        assert!(
            safe_contact(&Words::of(Language::Spanish), &rule)
                .join(" ")
                .starts_with("No dejar mensaje de voz. No después de las 6:00 p. m. Ask")
        );
        assert!(safe_contact(&english, &SafeContactView::default()).is_empty());
        assert!(!too_late(&at("18:00"), &rule));
        assert!(too_late(&at("18:01"), &rule));
    }

    #[test]
    fn s4_12_at_two_in_the_morning_it_is_later_than_six_in_the_evening() {
        let not_after = |limit: &str| SafeContactView {
            not_after: Some(limit.to_owned()),
            ..SafeContactView::default()
        };
        for (now, limit, late) in [
            ("02:00", "18:00", true),
            ("05:59", "18:00", true),
            ("06:00", "18:00", false),
            ("23:30", "22:00", true),
            ("01:00", "02:00", false),
            ("03:00", "02:00", true),
        ] {
            assert_eq!(too_late(&at(now), &not_after(limit)), late, "{now} {limit}");
        }
        assert!(!too_late(&at("02:00"), &SafeContactView::default()));
    }
}
