//! The last word of a device that was taken out: it has handed over what it had, and deletes all
//! that is on it. It is signed by the device itself, lies in the agency's document in an item that
//! comes after its removal, and is set aside like all such items. Here it is found and kept.

use handrail_domain::Now;
use handrail_domain::document::{AgencyDocument, StatementKind};
use handrail_protocol::statement::{Said, Wiped, read_statement};
use handrail_protocol::{DeviceId, UnverifiedItem, VerifiedItem};
use handrail_store::{Read, StoreError};
use handrail_sync::QuarantineReason;
use handrail_vault::Content;

use crate::api::{EngineError, WipedView};
use crate::attesting::{self, domain_device};
use crate::open::{Open, load_or_new};
use crate::views;

/// Words that were heard: `device at left heard-at`, a line each.
const HEARD: &str = "last_words";
/// How much could not be handed over when this device said its own, 4 bytes, big endian.
const OWN: &str = "own_last_word";

/// Writes down, as the last thing on this device, that it wipes itself. Answers whether that waits
/// to be sent now: not when it was said before.
///
/// # Errors
/// `EngineError`; then nothing was written.
pub fn say(open: &mut Open, now: Now) -> Result<bool, EngineError> {
    if own(open).is_some() {
        return Ok(false);
    }
    let left = views::shown_count(open.store.read().left_behind()?);
    let said = Said::Wiped(Wiped {
        at: now.at.millis(),
        left,
    });
    let device = open.identity.device;
    attesting::say(open, &said, device, StatementKind::Wiped, now)?;
    open.store
        .transaction(|tx| tx.set_meta(OWN, &left.to_be_bytes()))?;
    Ok(true)
}

/// What could not be handed over, once this device has said its last word.
pub fn own(open: &Open) -> Option<u32> {
    let kept = open.store.read().meta(OWN).ok()??;
    Some(u32::from_be_bytes(*kept.first_chunk()?))
}

/// Looks for last words among the items that are set aside. The first of each device counts.
///
/// # Errors
/// Fails only when the database does.
pub fn hear(open: &mut Open) -> Result<(), EngineError> {
    let Some(agency) = open.agency_document()? else {
        return Ok(());
    };
    let mut late: Vec<(VerifiedItem, i64)> = Vec::new();
    for row in open.store.read().quarantined()? {
        if row.reason.parse() != Ok(QuarantineReason::AfterRevocation) {
            continue;
        }
        let Ok(item) = UnverifiedItem::parse(&row.bytes) else {
            continue;
        };
        let writer = item.header().writer;
        let sign = open.roster.device(&writer).map(|device| device.sign);
        if item.header().document == agency
            && let Some(Ok(item)) = sign.map(|sign| item.verify_as(writer, &sign))
        {
            late.push((item, row.at));
        }
    }
    late.sort_by_key(|(item, _)| (item.header().writer, item.header().n));
    let mut heard = heard(&open.store.read())?;
    let before = heard.len();
    for of in late.chunk_by(|one, next| one.0.header().writer == next.0.header().writer) {
        let Some((last, at)) = of.last() else {
            continue;
        };
        let device = last.header().writer;
        let is_known = heard.iter().any(|(known, _)| *known == device);
        if !is_known && let Some(said) = word_in(open, device, of)? {
            let word = WipedView {
                at: said.at,
                left: said.left,
                heard_at: *at,
            };
            heard.push((device, word));
        }
    }
    if heard.len() > before {
        let lines: Vec<String> = heard.iter().map(line).collect();
        let lines = lines.join("\n");
        open.store
            .transaction(|tx| tx.set_meta(HEARD, lines.as_bytes()))?;
    }
    Ok(())
}

/// The word that a device's late items bring, read in a copy that is thrown away.
fn word_in(
    open: &mut Open,
    device: DeviceId,
    items: &[(VerifiedItem, i64)],
) -> Result<Option<Wiped>, EngineError> {
    let (Some(agency), Some(sign)) = (
        open.agency_document()?,
        open.roster.device(&device).map(|device| device.sign),
    ) else {
        return Ok(None);
    };
    let session = open.documents.session();
    let mut copy: AgencyDocument = load_or_new(&open.store.read(), &agency, session)?;
    for (item, _) in items {
        if let Some(Content::Changes(changes)) = views::opened(&open.store.read(), item)? {
            // What does not go in says nothing.
            let _ = copy.apply_changes_from_device(domain_device(device), &changes);
        }
    }
    // Others can write there too; only what the device signed counts.
    let all = copy.statements(StatementKind::Wiped, domain_device(device));
    let said = |bytes: &Vec<u8>| match read_statement(bytes, open.identity.agency, device, &sign) {
        Ok(Said::Wiped(wiped)) => Some(wiped),
        _ => None,
    };
    Ok(all.iter().find_map(said))
}

/// The last word of a device, if it was heard.
///
/// # Errors
/// Fails only when the database does.
pub fn of(open: &Open, device: &DeviceId) -> Result<Option<WipedView>, StoreError> {
    let all = heard(&open.store.read())?;
    Ok(all
        .into_iter()
        .find(|(of, _)| of == device)
        .map(|(_, word)| word))
}

/// How many were heard.
///
/// # Errors
/// Fails only when the database does.
pub fn count(read: &Read<'_>) -> Result<u64, StoreError> {
    Ok(heard(read)?.len() as u64)
}

/// All that were heard, by device.
///
/// # Errors
/// Fails only when the database does.
pub fn heard(read: &Read<'_>) -> Result<Vec<(DeviceId, WipedView)>, StoreError> {
    let bytes = read.meta(HEARD)?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.lines().filter_map(parse).collect())
}

fn line((device, word): &(DeviceId, WipedView)) -> String {
    let WipedView { at, left, heard_at } = word;
    format!("{device} {at} {left} {heard_at}")
}

fn parse(line: &str) -> Option<(DeviceId, WipedView)> {
    let mut words = line.split(' ');
    let device = words.next()?.parse().ok()?;
    let word = WipedView {
        at: words.next()?.parse().ok()?,
        left: words.next()?.parse().ok()?,
        heard_at: words.next()?.parse().ok()?,
    };
    Some((device, word))
}
