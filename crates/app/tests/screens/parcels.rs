//! Parcels that are given and taken without the relay.

use std::collections::BTreeSet;

use handrail_engine::api::{
    Command, ParcelCommand, ParcelMadeView, ParcelScannedView, ParcelTakenView, Reply,
};

/// Codes of a made-up parcel.
pub const CODES: u32 = 3;

/// One of them, of the parcel called so.
pub fn code(parcel: &str, place: u32) -> String {
    format!("CODE:{parcel}:{place}")
}

/// What a made-up engine says to an order about parcels.
pub fn said(command: &Command) -> Option<Reply> {
    let Command::Parcel(command) = command else {
        return None;
    };
    Some(match command {
        ParcelCommand::Make { small } => Reply::ParcelMade(Box::new(made(*small))),
        ParcelCommand::Take { .. } => Reply::ParcelTaken(taken()),
        ParcelCommand::Scan { texts } => scanned(texts),
    })
}

fn made(small: bool) -> ParcelMadeView {
    let codes = if small { CODES } else { 0 };
    ParcelMadeView {
        bytes: b"HRPARCEL".to_vec(),
        codes: (0..codes).map(picture).collect(),
        own: 4,
        people: 2,
        others: 3,
        sent: 1,
        left_out: if small { 6 } else { 0 },
    }
}

/// Looks like a code.
fn picture(number: u32) -> Vec<Vec<bool>> {
    let dark = |x: u32, y: u32| (x * y + x + y * (number + 1)).is_multiple_of(3);
    let row = |y| (0..53).map(|x| dark(x, y)).collect();
    (0..53).map(row).collect()
}

/// What a parcel brought.
pub fn taken() -> ParcelTakenView {
    ParcelTakenView {
        entries: 5,
        people: 1,
        carried: 3,
        known: 2,
        waiting: 1,
        refused: 0,
    }
}

/// Counts the codes of the parcel that was read last, as the engine does.
fn scanned(texts: &[String]) -> Reply {
    let parcel = |text: &str| {
        let (name, _) = text.strip_prefix("CODE:")?.split_once(':')?;
        Some(name.to_owned())
    };
    let Some(last) = texts.iter().rev().find_map(|text| parcel(text)) else {
        return Reply::ParcelScanned(ParcelScannedView { have: 0, of: 0 });
    };
    let same = texts
        .iter()
        .filter(|text| parcel(text).as_ref() == Some(&last));
    let have = u32::try_from(same.collect::<BTreeSet<_>>().len()).unwrap_or(CODES);
    if have == CODES {
        return Reply::ParcelTaken(taken());
    }
    Reply::ParcelScanned(ParcelScannedView { have, of: CODES })
}
