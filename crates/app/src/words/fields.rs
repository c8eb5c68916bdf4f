//! Field names and stored values of a document, in words: for conflicts and
//! histories. What is not known here is shown as it is stored.

use handrail_engine::api::{
    Along, AppointmentKind, Area, Circumstance, DetailField, EncounterKind, Help, IntakeStatus,
    LegalBasis, Link, LinkOutcome, Origin, Outcome, PlanKind, Referrer, Relation, Ride,
    SayingState, Scope, Slot, Standing, Upshot,
};

use super::{Words, appointments, coaching, dates, dates::Moment, labels, plans};

/// Words for a field's name.
pub fn field_name(words: &Words, field: &str) -> String {
    let key = match field {
        "name" => labels::detail(DetailField::Name),
        "preferred_name" => labels::detail(DetailField::PreferredName),
        "pronouns" => labels::detail(DetailField::Pronouns),
        "phone" => labels::detail(DetailField::Phone),
        "birth_date" => labels::detail(DetailField::BirthDate),
        "program" => labels::detail(DetailField::Program),
        "phase" => labels::detail(DetailField::Phase),
        "safe_contact" | "contact_rule" => labels::detail(DetailField::SafeContact),
        "no_voicemail" => labels::detail(DetailField::NoVoicemail),
        "not_after" => labels::detail(DetailField::NotAfter),
        "language" => labels::detail(DetailField::Language),
        "tags" => labels::detail(DetailField::Tags),
        "referral_source" => "referral-source",
        "referral_on" => "referral-on",
        "referral_declined_on" => "referral-declined-on",
        "legal_basis" => "referral-legal-basis",
        "funder" => "referral-funder",
        "medication_wish_on" => "referral-wish",
        field if field.starts_with("qualifies:") => "referral-routes",
        "kind" => "field-kind",
        "outcome" => "field-outcome",
        "at" | "offset_minutes" | "when" => "field-when",
        "minutes" => "field-minutes",
        "miles" | "miles_tenths" => "field-miles",
        "kits" | "naloxone_kits" => "field-naloxone",
        "activities" => "field-activities",
        "who" => "field-around-name",
        "going_to" => "appointment-kind",
        "along" => "field-along",
        "ride" => "field-ride",
        "upshot" => "field-upshot",
        "called" => "field-called",
        "helps_with" => "field-helps-with",
        "address" => "field-address",
        "peers" => "field-peers",
        "own_staff" => "resource-own-staff-is",
        "closed" => "field-closed",
        "link" => "field-around-link",
        "say_to" => "field-say-to",
        "say_words" => "say-words",
        "say_afraid" => "say-afraid",
        "say_ask" => "say-ask",
        "say_shows_afraid" => "say-shows-afraid",
        "say_state" => "say-state",
        "linked_name" | "linked_to" => "links-name",
        "link_outcome" => "field-linked-outcome",
        "relation" => "field-around-relation",
        "circumstances" => "field-circumstances",
        "note" => "field-note",
        "status" => "field-intake-status",
        "on" => "field-day",
        "place" => "field-place",
        "words" => "field-plan-words",
        "area" => "plan-area",
        "origin" => "plan-origin",
        "scope" => "plan-scope",
        "source" => "plan-source",
        "due" => "plan-due-label",
        "help" => "plan-help",
        "state" => "plan-standing",
        "voided_at" | "voided_by" | "void_reason" => "field-void",
        "made_by" => "field-made-by",
        _ => return field.to_owned(),
    };
    words.say(key)
}

/// Words for a stored value of `field`.
pub fn field_value(words: &Words, moment: &Moment, field: &str, value: &str) -> String {
    if value.is_empty() {
        let restored = field == "voided_at";
        return words.say(if restored {
            "value-valid-again"
        } else {
            "value-empty"
        });
    }
    match field {
        "kind" => coded(words, value, &KINDS),
        "outcome" => coded(words, value, &OUTCOMES),
        "status" => coded(words, value, &STATUSES),
        "activities" => value
            .split([',', ' '])
            .filter(|code| !code.is_empty())
            .map(|code| coded(words, code, &ACTIVITIES))
            .collect::<Vec<_>>()
            .join(", "),
        "say_state" => SayingState::from_code(value).map_or_else(
            || value.to_owned(),
            |state| words.say(coaching::saying_state(state)),
        ),
        "link_outcome" => LinkOutcome::from_code(value).map_or_else(
            || value.to_owned(),
            |outcome| words.say(coaching::link_outcome(outcome)),
        ),
        "link" => Link::from_code(value)
            .map_or_else(|| value.to_owned(), |link| words.say(labels::link(link))),
        "when" => Slot::parse(value).map_or_else(
            || value.to_owned(),
            |slot| dates::alone(crate::screens::calendar::when(words, moment, slot)),
        ),
        "going_to" | "along" | "ride" | "upshot" => {
            appointment_key(field, value).map_or_else(|| value.to_owned(), |key| words.say(key))
        }
        "relation" => Relation::from_code(value).map_or_else(
            || value.to_owned(),
            |relation| words.say(labels::relation(relation)),
        ),
        "circumstances" => value
            .split(',')
            .map(|code| match Circumstance::from_code(code) {
                Some(known) => words.say(labels::circumstance(known)),
                None => code.to_owned(),
            })
            .collect::<Vec<_>>()
            .join(", "),
        "at" | "voided_at" => instant(value).map_or_else(
            || value.to_owned(),
            |at| dates::alone(dates::day_and_time(words, moment, at)),
        ),
        "referral_source" => Referrer::from_code(value).map_or_else(
            || value.to_owned(),
            |source| words.say(labels::referrer(source)),
        ),
        "legal_basis" => LegalBasis::from_code(value).map_or_else(
            || value.to_owned(),
            |basis| words.say(labels::legal_basis(basis)),
        ),
        field if field.starts_with("qualifies:") => words.say(if value == "yes" {
            "value-yes"
        } else {
            "value-no"
        }),
        "referral_on"
        | "referral_declined_on"
        | "medication_wish_on"
        | "on"
        | "due"
        | "birth_date" => dates::alone(dates::day(words, moment, value)),
        "area" | "origin" | "scope" | "help" | "state" => {
            plan_key(field, value).map_or_else(|| value.to_owned(), |key| words.say(key))
        }
        "not_after" => dates::time_of_rule(words, value),
        "miles" | "miles_tenths" => value
            .parse()
            .map_or_else(|_| value.to_owned(), dates::tenths),
        "no_voicemail" | "own_staff" | "closed" | "say_shows_afraid" => {
            words.say(if matches!(value, "true" | "yes" | "1") {
                "value-yes"
            } else {
                "value-no"
            })
        }
        _ => value.to_owned(),
    }
}

/// The key of a value that a plan has in one of these fields.
fn plan_key(field: &str, value: &str) -> Option<&'static str> {
    Some(match field {
        "area" => plans::area(Area::from_code(value)?),
        "origin" => plans::origin(Origin::from_code(value)?),
        "scope" => plans::scope(Scope::from_code(value)?),
        "help" => plans::help(Help::from_code(value)?),
        _ => plans::standing(PlanKind::Step, Standing::from_code(value)?),
    })
}

/// The key of a value that an appointment has in one of these fields.
fn appointment_key(field: &str, value: &str) -> Option<&'static str> {
    Some(match field {
        "going_to" => appointments::appointment(AppointmentKind::from_code(value)?),
        "along" => appointments::along(Along::from_code(value)?),
        "ride" => appointments::ride(Ride::from_code(value)?),
        _ => appointments::upshot(Upshot::from_code(value)?),
    })
}

/// An instant is stored as unix milliseconds or as text with its zone.
fn instant(value: &str) -> Option<i64> {
    value.parse().ok().or_else(|| {
        chrono::DateTime::parse_from_rfc3339(value)
            .ok()
            .map(|at| at.timestamp_millis())
    })
}

fn coded(words: &Words, code: &str, table: &[(&str, &'static str)]) -> String {
    table
        .iter()
        .find(|(stored, _)| stored.eq_ignore_ascii_case(code))
        .map_or_else(|| code.to_owned(), |(_, key)| words.say(key))
}

const KINDS: [(&str, &str); 10] = [
    ("bedside", "kind-bedside"),
    ("phone", "kind-phone"),
    ("text", "kind-text"),
    ("video", "kind-video"),
    ("community", "kind-community"),
    ("custody", "kind-custody"),
    ("court", "kind-court"),
    ("appointment", "kind-appointment"),
    ("group", "kind-group"),
    ("other", "kind-other"),
];
const OUTCOMES: [(&str, &str); 5] = [
    ("reached", "outcome-reached"),
    ("left_message", "outcome-left-message"),
    ("no_answer", "outcome-no-answer"),
    ("not_there", "outcome-not-there"),
    ("declined_for_now", "outcome-declined"),
];
const STATUSES: [(&str, &str); 3] = [
    ("asked", "intake-asked"),
    ("tentative", "intake-tentative"),
    ("confirmed", "intake-confirmed"),
];
const ACTIVITIES: [(&str, &str); 16] = [
    ("sat_with", "activity-sat-with"),
    ("check_in", "activity-check-in"),
    ("planning", "activity-planning"),
    ("treatment", "activity-treatment"),
    ("medication", "activity-medication"),
    ("resources", "activity-resources"),
    ("advocacy", "activity-advocacy"),
    ("recovery_community", "activity-recovery-community"),
    ("housing", "activity-housing"),
    ("employment", "activity-employment"),
    ("transportation", "activity-transportation"),
    ("court", "activity-court"),
    ("family", "activity-family"),
    ("life_skills", "activity-life-skills"),
    ("wellness", "activity-wellness"),
    ("naloxone_training", "activity-naloxone-training"),
];

/// All values of the enums that are shown as chips, in the order shown.
pub mod all {
    use super::{DetailField, EncounterKind, IntakeStatus, Outcome};

    /// Kinds.
    pub const KINDS: [EncounterKind; 10] = [
        EncounterKind::Phone,
        EncounterKind::Text,
        EncounterKind::Bedside,
        EncounterKind::Community,
        EncounterKind::Video,
        EncounterKind::Appointment,
        EncounterKind::Court,
        EncounterKind::Custody,
        EncounterKind::Group,
        EncounterKind::Other,
    ];
    /// Outcomes.
    pub const OUTCOMES: [Outcome; 5] = [
        Outcome::Reached,
        Outcome::NoAnswer,
        Outcome::LeftMessage,
        Outcome::NotThere,
        Outcome::DeclinedForNow,
    ];
    /// Intake statuses.
    pub const INTAKES: [IntakeStatus; 3] = [
        IntakeStatus::Asked,
        IntakeStatus::Tentative,
        IntakeStatus::Confirmed,
    ];
    /// Details, in the order of the form.
    pub const DETAILS: [DetailField; 12] = [
        DetailField::PreferredName,
        DetailField::Name,
        DetailField::Pronouns,
        DetailField::Phone,
        DetailField::NoVoicemail,
        DetailField::NotAfter,
        DetailField::SafeContact,
        DetailField::Program,
        DetailField::Phase,
        DetailField::Language,
        DetailField::BirthDate,
        DetailField::Tags,
    ];
}

#[cfg(test)]
mod tests {
    use handrail_engine::api::Language;

    use super::*;

    #[test]
    fn stored_codes_are_shown_as_words_and_unknown_ones_as_they_are() {
        let words = Words::of(Language::English);
        let moment = Moment {
            at: 0,
            offset_at: |_| 0,
        };
        assert_eq!(
            field_value(&words, &moment, "outcome", "no_answer"),
            "No answer"
        );
        assert_eq!(
            field_value(&words, &moment, "activities", "check_in,housing"),
            "Check-in, Housing"
        );
        assert_eq!(field_value(&words, &moment, "kind", "hologram"), "hologram");
        assert_eq!(field_value(&words, &moment, "phone", ""), "(nothing)");
        let later = Moment {
            at: 1_795_304_280_000,
            ..moment
        };
        for stored in ["1795304280000", "2026-11-21T17:38:00.000-06:00"] {
            assert_eq!(field_value(&words, &later, "at", stored), "Today, 11:38 pm");
        }
        assert_eq!(
            field_value(&words, &later, "voided_at", ""),
            "No, valid again"
        );
        assert_eq!(field_name(&words, "phone"), "Phone");
        assert_eq!(field_name(&words, "shoe_size"), "shoe_size");
    }
}
