//! What goes from device to device without the relay (issue 4.9), inside a jail for instance: sealed
//! for the agency, as a file or as codes. A colleague may carry what they cannot read.

use std::collections::BTreeSet;

use handrail_domain::Now;
use handrail_protocol::parcel::{ParcelError, codes};
use handrail_protocol::{DocumentId, DocumentKind};
use handrail_sync::outbox::{MadeParcel, make_parcel};
use handrail_sync::receive::{Received, TakenParcel, take_parcel};
use handrail_sync::{StoreFault, SyncStore};
use handrail_vault::OpenParcelError;
use rand_core::CryptoRng;

use crate::api::{
    EngineError, MOST_PARCEL_BYTES, MOST_SMALL_BYTES, ParcelCommand, ParcelMadeView, ParcelProblem,
    ParcelScannedView, ParcelTakenView, Reply, StorageProblem,
};
use crate::conversation::StoreSide;
use crate::inviting::qr_modules;
use crate::open::Open;

/// Of what the relay has, a parcel brings what was written so lately, so that its reader has no gap: two
/// weeks, ms.
const LATELY_MS: i64 = 14 * 24 * 3_600_000;
/// Most texts of one scan: a parcel's codes, many times over.
const MOST_TEXTS: usize = 4_096;

/// Carries an order out. With the reply comes what a parcel changed here, where one was taken.
///
/// # Errors
/// `Parcel` with what is wrong with one; `NotAllowed` while this device has no key of its agency;
/// storage.
pub fn order(
    open: &mut Open,
    command: ParcelCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(Reply, Option<Received>), EngineError> {
    match command {
        ParcelCommand::Make { small } => {
            let made = make(open, small, now, rng)?;
            Ok((Reply::ParcelMade(Box::new(made)), None))
        }
        ParcelCommand::Take { bytes } => take(open, &bytes, now, rng),
        ParcelCommand::Scan { texts } => {
            let texts = texts.iter().rev().take(MOST_TEXTS).rev();
            let scanned = codes::from_codes(texts.map(String::as_str));
            match scanned.parcel {
                Some(parcel) => take(open, &parcel, now, rng),
                None => Ok((
                    Reply::ParcelScanned(ParcelScannedView {
                        have: counted(scanned.have),
                        of: counted(scanned.of),
                    }),
                    None,
                )),
            }
        }
    }
}

fn make(
    open: &mut Open,
    small: bool,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<ParcelMadeView, EngineError> {
    let most = if small {
        MOST_SMALL_BYTES
    } else {
        MOST_PARCEL_BYTES
    };
    let at = now.at.millis();
    let since = at.saturating_sub(LATELY_MS);
    let made = store_side(open).transaction(|tx| make_parcel(tx, most, since, at, rng));
    let made: MadeParcel = made
        .map_err(|fault| refused(&fault))?
        .ok_or(EngineError::NotAllowed)?;
    let texts = small.then(|| codes::to_codes(&made.bytes)).flatten();
    Ok(ParcelMadeView {
        own: counted(made.own),
        people: people(open, &made.documents)?,
        others: counted(made.others),
        sent: counted(made.sent),
        left_out: counted(made.left_out),
        codes: texts
            .iter()
            .flatten()
            .map(|text| qr_modules(text))
            .collect(),
        bytes: made.bytes,
    })
}

fn take(
    open: &mut Open,
    parcel: &[u8],
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(Reply, Option<Received>), EngineError> {
    let at = now.at.millis();
    let taken = store_side(open).transaction(|tx| take_parcel(tx, parcel, at, rng));
    let taken: TakenParcel = taken
        .map_err(|fault| refused(&fault))?
        .map_err(|error| EngineError::Parcel(problem(error)))?;
    let view = ParcelTakenView {
        entries: counted(taken.entries),
        people: people(open, &taken.documents)?,
        carried: counted(taken.carried),
        known: counted(taken.known),
        waiting: counted(taken.waiting),
        refused: counted(taken.refused),
    };
    Ok((Reply::ParcelTaken(view), Some(taken.received)))
}

/// The store as the talk sees it; a parcel needs no relay.
fn store_side(open: &mut Open) -> StoreSide<'_> {
    StoreSide { relay: "", open }
}

/// How many of the documents are participants'.
fn people(open: &Open, documents: &BTreeSet<DocumentId>) -> Result<u32, EngineError> {
    let read = open.store.read();
    let mut count = 0;
    for document in documents {
        let kind = read.document_kind(document)?;
        count += usize::from(kind == Some(DocumentKind::Participant.number()));
    }
    Ok(counted(count))
}

fn counted(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn refused(fault: &StoreFault) -> EngineError {
    match fault {
        StoreFault::Full => EngineError::StorageFull,
        StoreFault::Failed(_) => EngineError::Storage(StorageProblem::Io),
    }
}

fn problem(error: OpenParcelError) -> ParcelProblem {
    match error {
        OpenParcelError::Head(ParcelError::NotAParcel) => ParcelProblem::NotAParcel,
        OpenParcelError::Head(ParcelError::Version(_)) => ParcelProblem::Newer,
        OpenParcelError::Head(ParcelError::TooLarge) => ParcelProblem::TooLarge,
        OpenParcelError::Head(ParcelError::CutOff) | OpenParcelError::Damaged => {
            ParcelProblem::Damaged
        }
        OpenParcelError::OtherAgency => ParcelProblem::OtherAgency,
        OpenParcelError::KeyNotHere(_) => ParcelProblem::KeyNotHere,
        OpenParcelError::KeyGone(_) => ParcelProblem::KeyGone,
    }
}
