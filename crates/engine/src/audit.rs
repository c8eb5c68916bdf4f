//! The access log: what was done, by whom, on which device, and when by that device's clock. Accesses
//! and hand-overs stand in the records of participants, all that was exported or given in the agency's
//! document. Orders to forget stand for themselves, signed. Changes of the roster stand in the roster, signed and in order, but without a time: the
//! device that made an entry writes beside it, into the agency's document, that it was taken.

mod entries;

use handrail_domain::document::{AgencyCommand, Event, Logged};
use handrail_domain::{Now, RecordId};
use handrail_protocol::roster::{RosterEntry, Signer};
use handrail_protocol::{DeviceId, RosterState};
use handrail_store::{AccessRow, Read, StoreError, Tx};
use rand_core::CryptoRng;

use crate::api::{EngineError, Export, ForgottenView, LogKind, LogView};
use crate::open::Open;
use crate::{consents, forgetting, last_words, views};

/// Number of the next entry of the roster to look at.
const NOTED: &str = "noted_roster";

/// A device that is new in its agency writes down what it does from its first entry on.
pub fn begin(tx: &Tx<'_>) -> Result<(), StoreError> {
    tx.set_meta(NOTED, &0_u64.to_be_bytes())
}

/// Where to go on. A device that has been in its agency for longer than it keeps a log begins now:
/// when it made its earlier entries it cannot say any more.
pub fn noted(read: &Read<'_>, roster: &RosterState) -> Result<u64, StoreError> {
    let kept = read.meta(NOTED)?;
    let kept = kept.and_then(|bytes| Some(u64::from_be_bytes(*bytes.first_chunk()?)));
    Ok(kept.unwrap_or_else(|| roster.head().n.saturating_add(1)))
}

/// Writes down that something was done.
pub fn note(
    open: &mut Open,
    event: Event,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let id = RecordId::new(now.at, rng);
    open.write_agency_names(&[AgencyCommand::Note { id, event }], now)
}

/// A code was given for this device.
pub fn help_given(device: DeviceId) -> Event {
    Event::HelpGiven(handrail_domain::DeviceId::from_bytes(*device.as_bytes()))
}

/// Something leaves the app.
pub fn exported(export: Export) -> Event {
    match export {
        Export::AccessLog(rows) => Event::LogCopied(rows),
        Export::RecoveryKit => Event::KitPrinted,
        Export::Requirements => Event::RequirementsPrinted,
        Export::Saying => Event::SayingPrinted,
        Export::Calendar(count) => Event::CalendarSaved(count),
        Export::Figures(count) => Event::FiguresSaved(count),
        Export::Bill(count) => Event::BillSaved(count),
        Export::Payroll(count) => Event::PayrollSaved(count),
    }
}

/// Writes down those entries of the roster that this device made and has not written down. Returns
/// whether there were any.
pub fn note_roster(
    open: &mut Open,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<bool, EngineError> {
    let next = open.roster.head().n.saturating_add(1);
    if open.noted >= next || open.unfinished.is_some() || open.agency_document()?.is_none() {
        return Ok(false);
    }
    let own = open.identity.device;
    let mut wrote = false;
    for row in open
        .store
        .read()
        .roster_entries(open.noted.checked_sub(1))?
    {
        let entry = parsed(&row.bytes)?;
        if maker(&open.roster, &entry) == Some(own) {
            note(open, Event::RosterEntry(row.n), now, rng)?;
            wrote = true;
        }
        open.noted = row.n.saturating_add(1);
    }
    // A crash before this writes an entry down twice: the first counts.
    let noted = open.noted;
    open.store
        .transaction(|tx| tx.set_meta(NOTED, &noted.to_be_bytes()))?;
    Ok(wrote)
}

fn parsed(bytes: &[u8]) -> Result<RosterEntry, EngineError> {
    RosterEntry::parse(bytes).map_err(|_| StoreError::row("roster").into())
}

/// The device that made an entry: its signer, or else the one that came in by it.
fn maker(roster: &RosterState, entry: &RosterEntry) -> Option<DeviceId> {
    match entry.body().signer {
        Signer::Device(device) => Some(device),
        Signer::Root(_) | Signer::Invitation(_) => {
            let n = entry.body().n;
            let mut devices = roster.devices();
            devices
                .find(|device| device.added == n)
                .map(|added| added.id)
        }
    }
}

/// The log, newest first.
pub fn newest(open: &mut Open, limit: u32) -> Result<Vec<LogView>, EngineError> {
    let mut lines = Vec::new();
    if sees_all(open) {
        let log = match open.agency_document()? {
            Some(id) => open.documents.agency(&open.store, &id)?.log(),
            None => Vec::new(),
        };
        entries::lines(open, &log, &mut lines)?;
        for logged in &log {
            events(open, logged, &mut lines);
        }
        for (device, word) in last_words::heard(&open.store.read())? {
            let id = format!("wiped-{device}");
            let line = line(open, id, LogKind::Wiped, Some(word.at), Some(&device));
            lines.push((
                word.at,
                LogView {
                    rows: word.left,
                    ..line
                },
            ));
        }
        // Of those beside each other the later entry comes first.
        lines.reverse();
    }
    for (order, of) in forgetting::with_orders(open)? {
        let forgotten = ForgottenView {
            reason: of.reason,
            waiting: of.waiting(),
            complete: of.is_complete(),
        };
        let line = LogView {
            participant: of.document,
            forgotten: Some(forgotten),
            ..line(
                open,
                order.item.to_string(),
                LogKind::Forgotten,
                Some(of.at),
                Some(&order.device),
            )
        };
        lines.push((of.at, line));
    }
    let stopped = consents::stopped(open)?;
    let mut accesses = open.store.read().newest_accesses(limit)?;
    accesses.retain(|row| !stopped.contains(&row.participant));
    for row in accesses {
        let line = access(open, &row)?;
        lines.push((row.at, line));
    }
    lines.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let mut lines: Vec<LogView> = lines.into_iter().map(|(_, line)| line).collect();
    lines.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(lines)
}

/// Others see what stands in the records that they read.
fn sees_all(open: &Open) -> bool {
    let role = open.roster.role_of(&open.identity.member);
    open.roster.is_administrator(&open.identity.device)
        || role.is_some_and(handrail_protocol::Role::reads_all_caseloads)
}

fn access(open: &Open, row: &AccessRow) -> Result<LogView, EngineError> {
    let participant = open.store.read().participant(&row.participant)?;
    let guest = row.guest.as_ref();
    let until = guest
        .map(|guest| guest.until)
        .filter(|until| *until > row.at);
    let kind = match guest {
        Some(_) if until.is_none() => LogKind::ShareEnded,
        Some(guest) if guest.emergency => LogKind::Emergency,
        Some(_) => LogKind::Shared,
        None if row.handed_to.is_some() => LogKind::HandedOver,
        None => LogKind::Opened,
    };
    Ok(LogView {
        until,
        reason: guest.map(|guest| guest.reason.clone()).unwrap_or_default(),
        about: row
            .handed_to
            .or(guest.map(|guest| guest.member))
            .map(|member| open.member_name(&member))
            .unwrap_or_default(),
        participant: row.participant.to_string(),
        name: participant
            .map(|row| views::shown_name(&row))
            .unwrap_or_default(),
        ..line(open, row.id.clone(), kind, Some(row.at), Some(&row.device))
    })
}

fn events(open: &Open, logged: &Logged, lines: &mut Vec<(i64, LogView)>) {
    let mut reason = String::new();
    let (kind, rows, about) = match &logged.event {
        // Told with the entry itself.
        Event::RosterEntry(_) => return,
        Event::LogCopied(rows) => (LogKind::LogCopied, *rows, None),
        Event::KitPrinted => (LogKind::KitPrinted, 0, None),
        Event::RequirementsPrinted => (LogKind::RequirementsPrinted, 0, None),
        Event::SayingPrinted => (LogKind::SayingPrinted, 0, None),
        Event::CardMade => (LogKind::CardMade, 0, None),
        Event::CalendarSaved(count) => (LogKind::CalendarSaved, *count, None),
        Event::FiguresSaved(count) => (LogKind::FiguresSaved, *count, None),
        Event::BillSaved(count) => (LogKind::BillSaved, *count, None),
        Event::PayrollSaved(count) => (LogKind::PayrollSaved, *count, None),
        Event::HelpGiven(device) => (LogKind::HelpGiven, 0, Some(protocol_device(*device))),
        Event::RetentionRules(Some(pack)) => {
            reason = forgetting::title(pack);
            (LogKind::RulesSet, 0, None)
        }
        Event::RetentionRules(None) => (LogKind::RulesUnset, 0, None),
    };
    let (at, device) = (logged.at.millis(), protocol_device(logged.device));
    let owner = about.and_then(|device| open.member_of_device(&device));
    let line = LogView {
        rows,
        reason,
        about: owner
            .map(|member| open.member_name(&member))
            .unwrap_or_default(),
        ..line(open, logged.id.to_string(), kind, Some(at), Some(&device))
    };
    lines.push((at, line));
}

/// A line of which only the device is known.
fn line(
    open: &Open,
    id: String,
    kind: LogKind,
    at: Option<i64>,
    device: Option<&DeviceId>,
) -> LogView {
    let member = device.and_then(|device| open.member_of_device(device));
    LogView {
        id,
        kind,
        at,
        by: member
            .map(|member| open.member_name(&member))
            .unwrap_or_default(),
        own: member == Some(open.identity.member),
        device: device
            .map(|device| open.names.device(device))
            .unwrap_or_default(),
        about: String::new(),
        coach: String::new(),
        role: None,
        participant: String::new(),
        name: String::new(),
        rows: 0,
        until: None,
        reason: String::new(),
        forgotten: None,
    }
}

fn protocol_device(device: handrail_domain::DeviceId) -> DeviceId {
    DeviceId::from_bytes(*device.as_bytes())
}
