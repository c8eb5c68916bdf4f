//! Who looked: opening a record of somebody else's caseload is written down, once a day, for all who
//! read that record.

use handrail_domain::{Now, ParticipantCommand, RecordId, Timestamp};
use handrail_protocol::{DocumentId, MemberId};
use rand_core::CryptoRng;

use crate::api::{AccessView, EngineError, LetInView};
use crate::caseload::write;
use crate::open::Open;
use crate::views;

/// Accesses that a participant's page shows.
const SHOWN: u32 = 20;
/// Accesses looked through for one of today.
const LOOKED_THROUGH: u32 = 200;

/// Writes down that this member opened a participant's record, unless it is in their own caseload
/// or they did so already today. Returns whether anything was written.
pub fn note(
    open: &mut Open,
    document: DocumentId,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<bool, EngineError> {
    let read = open.store.read();
    let row = read.participant(&document)?.ok_or(EngineError::NotFound)?;
    if open.is_sample() || open.is_own_caseload(row.caseload_group.as_ref()) {
        return Ok(false);
    }
    let own = Some(open.identity.member);
    let today = now.local_date();
    let is_noted = read
        .accesses(&document, LOOKED_THROUGH)?
        .iter()
        .any(|access| {
            let day = handrail_domain::time::local_date(
                Timestamp::from_millis(access.at),
                now.offset_minutes,
            );
            access.guest.is_none() && day == today && open.member_of_device(&access.device) == own
        });
    if is_noted {
        return Ok(false);
    }
    let id = RecordId::new(now.at, rng);
    write::note(open, &document, ParticipantCommand::NoteAccess { id }, now)?;
    Ok(true)
}

/// Who opened a participant's record last, newest first.
pub fn of(open: &Open, document: &DocumentId) -> Result<Vec<AccessView>, EngineError> {
    let rows = open.store.read().accesses(document, SHOWN)?;
    rows.iter().map(|row| view(open, row)).collect()
}

fn view(open: &Open, row: &handrail_store::AccessRow) -> Result<AccessView, EngineError> {
    let read = open.store.read();
    let member = open.member_of_device(&row.device);
    let participant = read.participant(&row.participant)?;
    Ok(AccessView {
        access: row.id.clone(),
        participant: row.participant.to_string(),
        name: participant
            .map(|row| views::shown_name(&row))
            .unwrap_or_default(),
        by: member
            .map(|member: MemberId| open.member_name(&member))
            .unwrap_or_default(),
        own: member == Some(open.identity.member),
        device: open.names.device(&row.device),
        at: row.at,
        let_in: row.guest.as_ref().map(|guest| LetInView {
            name: open.member_name(&guest.member),
            until: (guest.until > row.at).then_some(guest.until),
            emergency: guest.emergency,
            reason: guest.reason.clone(),
        }),
    })
}
