//! Up to where somebody has looked, on this device alone: of each device that wrote, its last statement
//! in each document. What one device wrote there arrives in its order; what several wrote, in any.

use std::collections::BTreeMap;

use handrail_domain::DeviceId;
use handrail_protocol::DocumentId;
use handrail_store::StoreError;

use crate::api::EngineError;
use crate::open::Open;
use crate::statements::Said;

const LOOKED: &str = "coaches_looked";

/// Of each device and document, the greatest step that was looked at; without a document what was kept
/// when there was one only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looked(BTreeMap<(DeviceId, Option<DocumentId>), u64>);

impl Looked {
    /// Up to all of this.
    pub fn at(said: &[(DocumentId, Said)]) -> Self {
        let mut looked = Self::default();
        for (document, one) in said {
            let statement = &one.statement;
            looked.reach((statement.device, Some(*document)), statement.step);
        }
        looked
    }

    /// Whether a statement came later.
    pub fn is_new(&self, document: DocumentId, one: &Said) -> bool {
        let device = one.statement.device;
        let here = self.0.get(&(device, Some(document)));
        let reached = here.or_else(|| self.0.get(&(device, None)));
        reached.is_none_or(|step| one.statement.step > *step)
    }

    /// As screens hand it back: devices and documents in hex, with their steps.
    pub fn to_mark(&self) -> Vec<(String, u64)> {
        let all = self.0.iter();
        all.map(|((device, document), step)| match document {
            Some(document) => (format!("{device} {document}"), *step),
            None => (device.to_string(), *step),
        })
        .collect()
    }

    /// What a mark says; what is no device in it says nothing.
    fn of_mark(mark: &[(String, u64)]) -> Self {
        let mut looked = Self::default();
        for (of, step) in mark {
            if let Some(of) = writer(of) {
                looked.reach(of, *step);
            }
        }
        looked
    }

    fn reach(&mut self, of: (DeviceId, Option<DocumentId>), step: u64) {
        let reached = self.0.entry(of).or_insert(step);
        *reached = (*reached).max(step);
    }
}

/// A device in a mark, with the document if it names one.
fn writer(text: &str) -> Option<(DeviceId, Option<DocumentId>)> {
    let Some((device, document)) = text.split_once(' ') else {
        return Some((text.parse().ok()?, None));
    };
    Some((device.parse().ok()?, Some(document.parse().ok()?)))
}

/// What was looked at; `None` before the first time.
///
/// # Errors
/// `Storage` where it cannot be read.
pub fn kept(open: &Open) -> Result<Option<Looked>, EngineError> {
    let bytes = open.store.read().meta(LOOKED)?;
    let mark = bytes.and_then(|bytes| serde_json::from_slice::<Vec<(String, u64)>>(&bytes).ok());
    Ok(mark.map(|mark| Looked::of_mark(&mark)))
}

/// Keeps that all up to a mark was looked at.
///
/// # Errors
/// `Storage` where it cannot be kept.
pub fn keep(open: &mut Open, mark: &[(String, u64)]) -> Result<(), EngineError> {
    let before = kept(open)?;
    let mut all = before.clone().unwrap_or_default();
    for (of, step) in Looked::of_mark(mark).0 {
        all.reach(of, step);
    }
    if before.as_ref() == Some(&all) {
        return Ok(());
    }
    let bytes = serde_json::to_vec(&all.to_mark()).map_err(|_| StoreError::row("meta"))?;
    open.store.transaction(|tx| tx.set_meta(LOOKED, &bytes))?;
    Ok(())
}
