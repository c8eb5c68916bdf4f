//! A device in other hands, at a jail's door for instance: it shows one participant's name, or
//! nobody at all, until a code is typed. The engine refuses everything else, whatever is asked.

use handrail_protocol::DocumentId;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::api::{
    Command, EngineError, InspectedPersonView, InspectionView, InvalidField, Query, Request,
    SettingChange,
};
use crate::convert::{document_id, invalid};
use crate::open::Open;
use crate::views;

/// Wrong codes until the device locks and the passphrase is needed.
const TRIES: u8 = 5;
/// Digits of a code.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=8;

/// What the device is limited to. Kept in memory only: whoever stops the program finds the lock.
pub struct Inspection {
    participant: Option<DocumentId>,
    code: Zeroizing<String>,
    tries_left: u8,
}

/// What became of a code.
pub enum Tried {
    /// It was the one.
    Ended,
    /// It was not; so many tries are left.
    Wrong(u8),
    /// It was not, once too often.
    Exhausted,
}

impl Inspection {
    /// Limits a device to one participant, or to nobody.
    pub fn begin(open: &Open, participant: Option<&str>, code: &str) -> Result<Self, EngineError> {
        let is_code =
            DIGITS.contains(&code.len()) && code.bytes().all(|digit| digit.is_ascii_digit());
        if !is_code {
            return Err(invalid(InvalidField::Code));
        }
        let participant = participant.map(document_id).transpose()?;
        if let Some(document) = &participant {
            let known = open.store.read().participant(document)?;
            known.ok_or(EngineError::NotFound)?;
        }
        Ok(Self {
            participant,
            code: Zeroizing::new(code.to_owned()),
            tries_left: TRIES,
        })
    }

    /// Tries a code.
    pub fn try_code(&mut self, code: &str) -> Tried {
        if bool::from(self.code.as_bytes().ct_eq(code.as_bytes())) {
            return Tried::Ended;
        }
        self.tries_left = self.tries_left.saturating_sub(1);
        match self.tries_left {
            0 => Tried::Exhausted,
            left => Tried::Wrong(left),
        }
    }

    /// All that the screen gets to know.
    pub fn view(&self, open: &Open) -> InspectionView {
        let read = open.store.read();
        let row = self
            .participant
            .and_then(|document| read.participant(&document).ok().flatten());
        InspectionView {
            person: row.map(|row| InspectedPersonView {
                name: views::shown_name(&row),
                safe_contact: views::safe_contact(&row),
                pronouns: row.pronouns,
            }),
            language: open.settings.language,
            theme: open.settings.theme,
        }
    }
}

/// Whether a request is answered while the device is inspected.
pub fn is_allowed(request: &Request) -> bool {
    match request {
        Request::Query(query) => matches!(query, Query::Session | Query::CrisisCard),
        Request::Command(command) => matches!(
            command,
            Command::EndInspection { .. }
                | Command::Lock
                | Command::KeepAwake
                | Command::StorageMeasured(_)
                | Command::SetSetting(SettingChange::Language(_) | SettingChange::Theme(_))
        ),
    }
}
