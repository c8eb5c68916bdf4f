//! What was done, in the agency's document. Each event is one text at a key of its own in the map of
//! programs, which earlier versions pass over. It is read out of the change that wrote it, not out of
//! what stands there now: nothing that is written over it later takes it back or alters it.

use super::super::history::is_object;
use super::super::session::writer_of;
use super::super::write::Write;
use super::super::{CommandError, FieldValue};
use super::{AgencyDocument, PROGRAMS};
use crate::id::{DeviceId, RecordId};
use crate::time::Timestamp;
use automerge::ScalarValue;
use automerge::legacy::{Key, OpType};
use serde::{Deserialize, Serialize};

/// Something that is written down for good by the device that did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// The roster's entry of this number, which is this device's, was taken.
    RosterEntry(u64),
    /// A code was given for this device, whose passphrase was forgotten.
    HelpGiven(DeviceId),
    /// So many rows of the access log were copied out of the app.
    LogCopied(u32),
    /// The recovery kit was printed.
    KitPrinted,
    /// A page of what is required of a participant was printed. It does not say of whom: all
    /// members have this document.
    RequirementsPrinted,
    /// A page of what a participant wants to say was printed. It does not say whose.
    SayingPrinted,
    /// A card that a participant carries was made. It does not say whose.
    CardMade,
    /// So many appointments were put into a file for a calendar outside the app. It does not say
    /// whose.
    CalendarSaved(u32),
    /// So many figures of a measure were put into a file or on paper.
    FiguresSaved(u32),
    /// So many lines were put into a file for a payer. It does not say whose.
    BillSaved(u32),
    /// So many trips were put into a table for the payroll outside the app.
    PayrollSaved(u32),
    /// These rules of retention, the text of a pack, are the agency's from now on; `None`: those of
    /// the app. Who reads it looks whether the device may say so.
    RetentionRules(Option<String>),
}

/// An event with who wrote it and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// Its id.
    pub id: RecordId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// When, by that device's clock.
    pub at: Timestamp,
    /// What happened.
    pub event: Event,
}

impl Event {
    fn to_text(&self) -> String {
        match self {
            Self::RosterEntry(n) => format!("roster {n}"),
            Self::HelpGiven(device) => format!("help {device}"),
            Self::LogCopied(rows) => format!("log-copied {rows}"),
            Self::KitPrinted => "kit-printed".to_owned(),
            Self::RequirementsPrinted => "requirements-printed".to_owned(),
            Self::SayingPrinted => "saying-printed".to_owned(),
            Self::CardMade => "card-made".to_owned(),
            Self::CalendarSaved(count) => format!("calendar-saved {count}"),
            Self::FiguresSaved(count) => format!("figures-saved {count}"),
            Self::BillSaved(count) => format!("bill-saved {count}"),
            Self::PayrollSaved(count) => format!("payroll-saved {count}"),
            Self::RetentionRules(Some(pack)) => format!("retention-rules {pack}"),
            Self::RetentionRules(None) => "retention-rules".to_owned(),
        }
    }

    /// `None` for an event of a later version.
    fn of_text(text: &str) -> Option<Self> {
        match text.split_once(' ') {
            Some(("roster", n)) => n.parse().ok().map(Self::RosterEntry),
            Some(("help", device)) => device.parse().ok().map(Self::HelpGiven),
            Some(("log-copied", rows)) => rows.parse().ok().map(Self::LogCopied),
            Some(("calendar-saved", count)) => count.parse().ok().map(Self::CalendarSaved),
            Some(("figures-saved", count)) => count.parse().ok().map(Self::FiguresSaved),
            Some(("bill-saved", count)) => count.parse().ok().map(Self::BillSaved),
            Some(("payroll-saved", count)) => count.parse().ok().map(Self::PayrollSaved),
            Some(("retention-rules", pack)) => Some(Self::RetentionRules(Some(pack.to_owned()))),
            None if text == "retention-rules" => Some(Self::RetentionRules(None)),
            None if text == "kit-printed" => Some(Self::KitPrinted),
            None if text == "requirements-printed" => Some(Self::RequirementsPrinted),
            None if text == "saying-printed" => Some(Self::SayingPrinted),
            None if text == "card-made" => Some(Self::CardMade),
            _ => None,
        }
    }
}

impl AgencyDocument {
    /// Every event that was ever written, those that a device had seen before its own.
    pub fn log(&self) -> Vec<Logged> {
        let events = self.events().into_iter();
        events.map(|(_, logged)| logged).collect()
    }

    /// Which rules of retention were said to be the agency's, the newest first, as every device
    /// orders them: one that was written by who had seen another is newer, whatever the clocks.
    pub fn retention_rules(&self) -> Vec<Logged> {
        let mut said = self.events();
        said.retain(|(_, logged)| matches!(logged.event, Event::RetentionRules(_)));
        said.sort_by_key(|(step, logged)| std::cmp::Reverse((*step, logged.id)));
        said.into_iter().map(|(_, logged)| logged).collect()
    }

    /// Every event, each with its step in the history: greater than those of all that its writer
    /// had seen.
    fn events(&self) -> Vec<(u64, Logged)> {
        let Some(map) = self.root_map(PROGRAMS) else {
            return Vec::new();
        };
        let mut log = Vec::new();
        for change in self.automerge.get_changes(&[]) {
            let Some(writer) = writer_of(change.actor_id()) else {
                continue;
            };
            for operation in change.decode().operations {
                if let OpType::Put(ScalarValue::Str(text)) = &operation.action
                    && let Key::Map(key) = &operation.key
                    && is_object(&operation.obj, &map)
                    // What is written over something is no event.
                    && operation.pred.iter().next().is_none()
                    && let (Ok(id), Some(event)) = (key.parse(), Event::of_text(text))
                {
                    let logged = Logged {
                        id,
                        device: writer.device,
                        at: Timestamp::from_millis(change.timestamp()),
                        event,
                    };
                    log.push((change.start_op().get(), logged));
                }
            }
        }
        log
    }

    pub(super) fn new_event(
        &self,
        id: RecordId,
        event: &Event,
    ) -> Result<Vec<Write>, CommandError> {
        let object = self.root_map(PROGRAMS).ok_or(CommandError::Refused)?;
        let key = id.to_string();
        let known = super::Fields::read(&self.automerge, &object);
        if *known.get(&key) != FieldValue::Nothing || self.record_object(&object, &key).is_some() {
            return Err(CommandError::AlreadyRecorded);
        }
        let value = FieldValue::Text(event.to_text());
        Ok(vec![Write::Put { object, key, value }])
    }
}
