//! The words for consents: what they hold, what is missing, and why nothing may be told.

use handrail_engine::api::{
    NotTold,
    consent::{
        ConsentKind, ConsentState, Element, EmergencyField, Expiry, Information, OtherSigner,
        Purpose, Refusal, Side, Way,
    },
};

use super::{Words, dates};

/// Which sort of consent it is.
pub fn kind(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::Care => "consent-kind-care",
        ConsentKind::Specific => "consent-kind-specific",
        ConsentKind::Court => "consent-kind-court",
        ConsentKind::Proceedings => "consent-kind-proceedings",
        ConsentKind::Notes => "consent-kind-notes",
    }
}

/// What that sort is for.
pub fn kind_words(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::Care => "consent-kind-care-words",
        ConsentKind::Specific => "consent-kind-specific-words",
        ConsentKind::Court => "consent-kind-court-words",
        ConsentKind::Proceedings => "consent-kind-proceedings-words",
        ConsentKind::Notes => "consent-kind-notes-words",
    }
}

/// On which side a recipient stands.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Provider => "consent-side-provider",
        Side::Payer => "consent-side-payer",
        Side::Operations => "consent-side-operations",
        Side::Support => "consent-side-support",
        Side::Services => "consent-side-services",
        Side::ChildWelfare => "consent-side-child-welfare",
        Side::Justice => "consent-side-justice",
        Side::Prosecution => "consent-side-prosecution",
        Side::Intermediary => "consent-side-intermediary",
        Side::Other => "consent-side-other",
    }
}

/// For what something is told.
pub fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Treatment => "consent-purpose-treatment",
        Purpose::Payment => "consent-purpose-payment",
        Purpose::Operations => "consent-purpose-operations",
        Purpose::Request => "consent-purpose-request",
        Purpose::Services => "consent-purpose-services",
        Purpose::Support => "consent-purpose-support",
        Purpose::Monitoring => "consent-purpose-monitoring",
        Purpose::Proceedings => "consent-purpose-proceedings",
        Purpose::Other => "consent-purpose-other",
    }
}

/// What is told.
pub fn information(information: Information) -> &'static str {
    match information {
        Information::Participation => "consent-info-participation",
        Information::Contacts => "consent-info-contacts",
        Information::Appointments => "consent-info-appointments",
        Information::Plan => "consent-info-plan",
        Information::OwnWords => "consent-info-own-words",
        Information::Record => "consent-info-record",
        Information::Notes => "consent-info-notes",
        Information::Report => "consent-info-report",
        Information::Other => "consent-info-other",
    }
}

/// In which way something is told.
pub fn way(way: Way) -> &'static str {
    match way {
        Way::Told => "consent-way-told",
        Way::Paper => "consent-way-paper",
        Way::File => "consent-way-file",
        Way::Reads => "consent-way-reads",
    }
}

/// Why somebody else signs.
pub fn signer(why: OtherSigner) -> &'static str {
    match why {
        OtherSigner::Minor => "consent-signer-minor",
        OtherSigner::Incapacity => "consent-signer-incapacity",
        OtherSigner::Deceased => "consent-signer-deceased",
    }
}

/// What is missing.
pub fn element(element: Element) -> &'static str {
    match element {
        Element::Kind => "consent-lacks-kind",
        Element::Patient => "consent-lacks-patient",
        Element::Discloser => "consent-lacks-discloser",
        Element::Recipient => "consent-lacks-recipient",
        Element::Members => "consent-lacks-members",
        Element::JusticeOnly => "consent-lacks-justice-only",
        Element::ProsecutionAlone => "consent-lacks-prosecution-alone",
        Element::Information => "consent-lacks-information",
        Element::NotesAlone => "consent-lacks-notes-alone",
        Element::Purpose => "consent-lacks-purpose",
        Element::PurposeOfKind => "consent-lacks-purpose-of-kind",
        Element::Revoking => "consent-lacks-revoking",
        Element::PassedOn => "consent-lacks-passed-on",
        Element::Refusing => "consent-lacks-refusing",
        Element::Expiry => "consent-lacks-expiry",
        Element::ExpiryOfKind => "consent-lacks-expiry-of-kind",
        Element::Signer => "consent-lacks-signer",
        Element::Signature => "consent-lacks-signature",
        Element::SignedOn => "consent-lacks-signed-on",
    }
}

/// A field of a medical emergency.
pub fn emergency_field(field: EmergencyField) -> &'static str {
    match field {
        EmergencyField::Personnel => "consent-emergency-personnel",
        EmergencyField::Discloser => "consent-emergency-discloser",
        EmergencyField::At => "consent-emergency-at",
        EmergencyField::Nature => "consent-emergency-nature",
    }
}

/// How a consent stands, in words.
pub fn state(words: &Words, state: &ConsentState) -> String {
    let day = |day: handrail_engine::api::LocalDate| dates::full_date(words, day.as_naive());
    match state {
        ConsentState::Valid => words.say("consent-state-valid"),
        ConsentState::Incomplete(missing) => words.say_with(
            "consent-state-incomplete",
            [("count", missing.len().into())],
        ),
        ConsentState::Expired(on) => {
            words.say_with("consent-state-expired", [("day", day(*on).into())])
        }
        ConsentState::Ended(on) => {
            words.say_with("consent-state-ended", [("day", day(*on).into())])
        }
        ConsentState::Revoked(on) => {
            words.say_with("consent-state-revoked", [("day", day(*on).into())])
        }
    }
}

/// When a consent ends.
pub fn expiry(words: &Words, expiry: &Expiry) -> String {
    match expiry {
        Expiry::On(on) => words.say_with(
            "consent-expiry-on",
            [("day", dates::full_date(words, on.as_naive()).into())],
        ),
        Expiry::Event(what) => {
            words.say_with("consent-expiry-event", [("what", what.clone().into())])
        }
        Expiry::Condition(what) => {
            words.say_with("consent-expiry-condition", [("what", what.clone().into())])
        }
        Expiry::EndOfTreatment => words.say("consent-expiry-treatment"),
        Expiry::Never => words.say("consent-expiry-never"),
    }
}

/// Why nothing may be told, and what to do.
pub fn not_told(words: &Words, why: &NotTold) -> String {
    match why {
        NotTold::Refused(refusal) => self::refusal(words, refusal),
        NotTold::Emergency(missing) => {
            let missing = missing
                .iter()
                .map(|field| words.say(emergency_field(*field)));
            let missing: Vec<String> = missing.collect();
            words.say_with(
                "consent-refused-emergency",
                [("what", missing.join(" · ").into())],
            )
        }
        NotTold::NothingOfTheRecord => words.say("consent-refused-report"),
    }
}

fn refusal(words: &Words, refusal: &Refusal) -> String {
    let on = |key: &str, day: &handrail_engine::api::LocalDate| {
        words.say_with(
            key,
            [("day", dates::full_date(words, day.as_naive()).into())],
        )
    };
    match refusal {
        Refusal::NotSaid => words.say("consent-refused-not-said"),
        Refusal::NoConsent => words.say("consent-refused-none"),
        Refusal::WrongRecipient => words.say("consent-refused-recipient"),
        Refusal::NeedsProceedings => words.say("consent-refused-proceedings"),
        Refusal::NeedsNotes => words.say("consent-refused-notes"),
        Refusal::WrongPurpose => words.say("consent-refused-purpose"),
        Refusal::WrongInformation => words.say("consent-refused-information"),
        Refusal::Revoked(day) => on("consent-refused-revoked", day),
        Refusal::Expired(day) => on("consent-refused-expired", day),
        Refusal::Ended(day) => on("consent-refused-ended", day),
        Refusal::Incomplete(missing) => {
            let missing = missing.iter().map(|one| words.say(element(*one)));
            let missing: Vec<String> = missing.collect();
            words.say_with(
                "consent-refused-incomplete",
                [("what", missing.join(" ").into())],
            )
        }
    }
}
