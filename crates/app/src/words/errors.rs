//! What went wrong, in words that say what to do.

use handrail_engine::api::{EngineError, InvalidField, InvitationState, RecoveryWordsProblem};

use super::{Words, consents, dates, labels, parcels};

/// Says what happened, that nothing was lost where that is so, and what to do.
pub fn error_text(words: &Words, error: &EngineError) -> String {
    let key = match error {
        EngineError::WrongPassphrase { retry_after_ms } => {
            return wrong_passphrase(words, *retry_after_ms);
        }
        EngineError::TooSoon { retry_after_ms } => {
            return words.say_with(
                "error-too-soon",
                [("wait", dates::countdown(*retry_after_ms).into())],
            );
        }
        EngineError::WrongCode { tries_left } => {
            return words.say_with("error-wrong-code", [("tries", (*tries_left).into())]);
        }
        EngineError::Invalid { field, limit } => return invalid(words, *field, *limit),
        EngineError::Storage(problem) => labels::storage(*problem).1,
        EngineError::ImportUnreadable(problem) => labels::file_problem(*problem),
        EngineError::InvitationUnusable(state) => match state {
            InvitationState::Used => "error-invitation-used",
            InvitationState::Expired => "error-invitation-expired",
            InvitationState::Withdrawn => "error-invitation-withdrawn",
            InvitationState::Open => "error-invitation-malformed",
        },
        EngineError::RecoveryWords(problem) => return recovery_words(words, *problem),
        EngineError::UnknownAgency => "error-unknown-agency",
        EngineError::RestoreOvertaken => "error-restore-overtaken",
        EngineError::Unsent { waiting, carried } => return unsent(words, *waiting, *carried),
        EngineError::WrongPin { tries_left } => {
            return words.say_with("error-wrong-pin", [("count", (*tries_left).into())]);
        }
        EngineError::WrongHelpCode { retry_after_ms: 0 } => "error-wrong-help-code",
        EngineError::WrongHelpCode { retry_after_ms } => {
            return words.say_with(
                "error-wrong-help-code-wait",
                [("wait", dates::countdown(*retry_after_ms).into())],
            );
        }
        EngineError::NotTold(why) => return consents::not_told(words, why),
        EngineError::HelpCodeNotWhole => "error-help-code-not-whole",
        EngineError::HelpRefused => "error-help-refused",
        EngineError::PasskeyDoesNotOpen => "error-passkey",
        EngineError::PassphraseNeeded => "error-passphrase-needed",
        EngineError::PinTooSimple => "error-pin-too-simple",
        EngineError::HandedOver { coach } => {
            return words.say_with("error-handed-over", [("coach", coach.clone().into())]);
        }
        EngineError::NotTrained { coach } => {
            return words.say_with("error-not-trained", [("coach", coach.clone().into())]);
        }
        EngineError::Locked => "error-locked",
        EngineError::Inspected => "error-inspected",
        EngineError::PassphraseTooShort => "error-passphrase-short",
        EngineError::AlreadyHere => "error-already-here",
        EngineError::WordsDoNotMatch => "error-words-do-not-match",
        EngineError::InvitationMalformed => "error-invitation-malformed",
        EngineError::RosterMismatch => "error-roster-mismatch",
        EngineError::NoConnection => "error-no-connection",
        EngineError::RelayRefused => "error-relay-refused",
        EngineError::RelayFull => "error-relay-full",
        EngineError::NotAllowed => "error-not-allowed",
        EngineError::LastAdministrator => "error-last-administrator",
        EngineError::NotFound => "error-not-found",
        EngineError::Forgotten => "error-forgotten",
        EngineError::OnHold => "error-on-hold",
        EngineError::KitUnconfirmed => "error-kit-unconfirmed",
        EngineError::Busy => "error-busy",
        EngineError::StorageFull => "error-storage-full",
        EngineError::Interrupted => "error-interrupted",
        EngineError::OutOfMemory => "error-out-of-memory",
        EngineError::NotArrived => "error-not-arrived",
        EngineError::Parcel(problem) => parcels::problem(*problem),
    };
    words.say(key)
}

fn wrong_passphrase(words: &Words, wait: u64) -> String {
    if wait == 0 {
        words.say("error-wrong-passphrase")
    } else {
        words.say_with(
            "error-wrong-passphrase-wait",
            [("wait", dates::countdown(wait).into())],
        )
    }
}

/// What would be lost: the own entries, and those of others that are carried.
fn unsent(words: &Words, waiting: u32, carried: u32) -> String {
    let said = |key, count: u32| words.say_with(key, [("count", count.into())]);
    let own = (waiting > 0 || carried == 0).then(|| said("error-unsent", waiting));
    let others = (carried > 0).then(|| said("error-unsent-carried", carried));
    let all: Vec<String> = own.into_iter().chain(others).collect();
    all.join(" ")
}

fn recovery_words(words: &Words, problem: RecoveryWordsProblem) -> String {
    match problem {
        RecoveryWordsProblem::Count(count) => {
            words.say_with("error-words-count", [("count", count.into())])
        }
        RecoveryWordsProblem::Unknown(position) => {
            words.say_with("error-word-unknown", [("position", position.into())])
        }
        RecoveryWordsProblem::Checksum => words.say("error-words-checksum"),
    }
}

fn invalid(words: &Words, field: InvalidField, limit: Option<u32>) -> String {
    let key = match field {
        InvalidField::AgencyName => "invalid-agency-name",
        InvalidField::OwnName => "invalid-own-name",
        InvalidField::Relay => "invalid-relay",
        InvalidField::Name => "invalid-name",
        InvalidField::Date => "invalid-date",
        InvalidField::Time => "invalid-time",
        InvalidField::Referrer => "invalid-referrer",
        InvalidField::Step => "invalid-step",
        InvalidField::Minutes => "invalid-minutes",
        InvalidField::Miles => "invalid-miles",
        InvalidField::Naloxone => "invalid-naloxone",
        InvalidField::Note => "invalid-note",
        InvalidField::Reason => "invalid-reason",
        InvalidField::Words => "invalid-words",
        InvalidField::Answers => "invalid-answers",
        InvalidField::Detail => "invalid-detail",
        InvalidField::Setting => "invalid-setting",
        InvalidField::Hours => "invalid-hours",
        InvalidField::Mapping => "invalid-mapping",
        InvalidField::Draft => "invalid-draft",
        InvalidField::Code => "invalid-code",
        InvalidField::Pin => "invalid-pin",
        InvalidField::Written => "invalid-written",
        InvalidField::Day => "invalid-day",
    };
    let text = words.say(key);
    match limit {
        Some(limit) => {
            let length = words.say_with("invalid-limit", [("limit", limit.into())]);
            format!("{text} {length}")
        }
        None => text,
    }
}
