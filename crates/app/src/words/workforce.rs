//! Words for the people who work here: trainings, credentials, hours and money.

use fluent_bundle::FluentValue;
use handrail_engine::api::{
    Credential, CredentialState, LearningTopic, ListedAs, MissingView, TrainingField, TrainingKind,
};

use super::Words;
use crate::{
    components::MarkTone,
    screens::team::local,
    words::dates::{self, Moment},
};

/// Which training it is.
pub fn training_kind(kind: TrainingKind) -> &'static str {
    match kind {
        TrainingKind::RecoveryCoachAcademy => "training-academy",
        TrainingKind::RecoveryCoaching => "training-recovery-coaching",
        TrainingKind::PeerSupport => "training-peer-support",
        TrainingKind::CertifiedPeerSpecialist => "training-peer-specialist",
        TrainingKind::RecoveryCoachProfessional => "training-professional",
        TrainingKind::Cpr => "training-cpr",
        TrainingKind::Naloxone => "training-naloxone",
        TrainingKind::Ethics => "training-ethics",
        TrainingKind::ContinuingEducation => "training-continuing",
        TrainingKind::Own => "training-own",
    }
}

/// All trainings to choose from, by code.
pub fn training_kinds(words: &Words) -> Vec<(String, String)> {
    let said = |kind: &TrainingKind| (kind.code().to_owned(), words.say(training_kind(*kind)));
    TrainingKind::ALL.iter().map(said).collect()
}

/// One of the two fields of training.
pub fn training_field(field: TrainingField) -> &'static str {
    match field {
        TrainingField::PeerSupport => "training-field-peer-support",
        TrainingField::RecoveryCoaching => "training-field-recovery-coaching",
    }
}

/// Why somebody is in the list without a device.
pub fn listed_as(kind: ListedAs) -> &'static str {
    match kind {
        ListedAs::Custody => "listed-custody",
        ListedAs::Volunteer => "listed-volunteer",
        ListedAs::Partner => "listed-partner",
    }
}

/// A training or a field by its code; the code itself where this version does not know it.
pub fn training_code(words: &Words, code: &str) -> String {
    let field = TrainingField::from_code(code).map(training_field);
    let key = field.or_else(|| TrainingKind::from_code(code).map(training_kind));
    key.map_or_else(|| code.to_owned(), |key| words.say(key))
}

/// What a training is called: its own name, else that of its kind.
pub fn training_name(words: &Words, kind: &str, name: &str) -> String {
    if name.trim().is_empty() {
        training_code(words, kind)
    } else {
        name.to_owned()
    }
}

/// What is required and not on file, in one sentence.
pub fn missing(words: &Words, one: &MissingView) -> String {
    let needs = one.needs.iter();
    let needs: Vec<String> = needs.map(|need| training_code(words, need)).collect();
    let needs = needs.join(", ");
    if one.name.is_empty() {
        words.say_with("training-missing-all", [("needs", needs.into())])
    } else {
        let about = [
            ("program", one.name.clone().into()),
            ("needs", needs.into()),
        ];
        words.say_with("training-missing-program", about)
    }
}

/// A topic by its id.
pub fn topic(words: &Words, topics: &[LearningTopic], id: &str) -> String {
    let found = topics.iter().find(|topic| topic.id == id);
    found.map_or_else(|| id.to_owned(), |topic| local(words, &topic.words))
}

/// "$1,234.50".
pub fn money(cents: u64) -> String {
    let dollars = (cents / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in dollars.chars().enumerate() {
        if place > 0 && (dollars.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("${grouped}.{:02}", cents % 100)
}

/// Cents of what somebody typed, such as `12`, `12.5` or `$1,200.00`; `None` for what is no amount.
pub fn cents(text: &str) -> Option<u32> {
    let plain: String = text.trim().trim_start_matches('$').replace(',', "");
    fixed(&plain, 2)
}

/// Minutes of hours that somebody typed, such as `30` or `1.5`; `None` for what is no time.
pub fn minutes(text: &str) -> Option<u32> {
    let hundredths = fixed(&text.trim().replace(',', "."), 2)?;
    Some((hundredths.checked_mul(60)?.checked_add(50)?) / 100)
}

/// A number with so many places at the most, as a whole number of the last one.
fn fixed(text: &str, places: usize) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if part.len() > places
        || !digits(whole)
        || !digits(part)
        || (whole.is_empty() && part.is_empty())
    {
        return None;
    }
    format!("{whole}{part:0<places$}").parse().ok()
}

/// "1.5" hours of 90 minutes.
pub fn hours(minutes: u32) -> String {
    in_hours(minutes).to_string()
}

/// "1.5" hours of 90 minutes, as a value that also chooses between "hour" and "hours".
pub fn hours_value(minutes: u32) -> FluentValue<'static> {
    in_hours(minutes).into()
}

/// Hours, to the nearest hundredth.
fn in_hours(minutes: u32) -> f64 {
    (f64::from(minutes) / 0.6).round() / 100.0
}

/// How a credential stands, and how it looks.
pub fn credential_state(words: &Words, state: CredentialState) -> (String, MarkTone) {
    match state {
        CredentialState::Holds => (words.say("credential-holds"), MarkTone::Good),
        CredentialState::EndsSoon { days } => (
            words.say_with("credential-ends-soon", [("count", days.into())]),
            MarkTone::Attention,
        ),
        CredentialState::Ended { days } => (
            words.say_with("credential-ended", [("count", days.into())]),
            MarkTone::Attention,
        ),
    }
}

/// What a credential still needs, if it needs anything.
pub fn learning(words: &Words, moment: &Moment, credential: &Credential) -> Option<String> {
    let learning = credential.learning?;
    let by = dates::day(words, moment, &learning.by.to_string());
    Some(if learning.missing() > 0 {
        words.say_with(
            "credential-hours-missing",
            [
                ("done", hours_value(learning.done)),
                ("needed", hours_value(learning.needed)),
                ("missing", hours_value(learning.missing())),
                ("day", by.into()),
            ],
        )
    } else {
        words.say_with(
            "credential-hours-done",
            [
                ("done", hours_value(learning.done)),
                ("needed", hours_value(learning.needed)),
            ],
        )
    })
}

#[cfg(test)]
mod tests {
    use handrail_engine::api::Language;

    use super::*;

    #[test]
    fn amounts_and_hours_are_read_exactly_and_nonsense_is_refused() {
        for (text, found) in [
            ("12", Some(1200)),
            ("12.5", Some(1250)),
            (" $1,200.00 ", Some(120_000)),
            (".75", Some(75)),
            ("0", Some(0)),
            ("", None),
            ("12.345", None),
            ("-3", None),
            ("1e3", None),
            ("99999999999", None),
        ] {
            assert_eq!(cents(text), found, "{text}");
        }
        for (text, found) in [
            ("30", Some(1800)),
            ("1.5", Some(90)),
            ("0,25", Some(15)),
            ("x", None),
        ] {
            assert_eq!(minutes(text), found, "{text}");
        }
    }

    #[test]
    fn money_and_hours_are_shown_as_people_write_them() {
        assert_eq!(money(5), "$0.05");
        assert_eq!(money(123_456_789), "$1,234,567.89");
        assert_eq!(money(100_000), "$1,000.00");
        assert_eq!(
            (hours(90), hours(1200), hours(20)),
            ("1.5".into(), "20".into(), "0.33".into())
        );
        for shown in [0, 15, 30, 45, 60, 90, 1800] {
            assert_eq!(minutes(&hours(shown)), Some(shown));
        }
    }

    #[test]
    fn one_hour_and_one_mile_are_one_and_a_part_more_is_many() {
        let hours = |language, minutes| {
            let hours = [("hours", hours_value(minutes))];
            Words::of(language).say_with("training-hours", hours)
        };
        assert_eq!(hours(Language::English, 60), "1 hour");
        assert_eq!(hours(Language::English, 90), "1.5 hours");
        assert_eq!(hours(Language::English, 1800), "30 hours");
        assert_eq!(hours(Language::Spanish, 60), "1 hora");
        assert_eq!(hours(Language::Spanish, 90), "1.5 horas");
        let miles = |tenths| {
            let miles = [("miles", dates::miles(tenths))];
            Words::of(Language::English).say_with("figure-miles", miles)
        };
        assert_eq!((miles(10), miles(9)), ("1 mile".into(), "0.9 miles".into()));
        assert_eq!(miles(4_294_967_295), "429496729.5 miles");
    }
}
