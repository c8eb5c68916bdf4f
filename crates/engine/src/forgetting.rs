//! Participants who are to be forgotten: orders, legal holds, and carrying orders out.

mod certificate;
mod retention;
mod rules;

pub use certificate::{certificates, with_orders};
pub use retention::{forgetting_view, retention_view};
pub use rules::{preview, title, use_rules};

use handrail_domain::document::ParticipantDocument;
use handrail_domain::{Hold, Now, ParticipantCommand, RecordId};
use handrail_protocol::limits::MAX_ENDED_HOLDS;
use handrail_protocol::{
    DeviceId, DocumentId, ForgetOrder, HoldStatement, ItemKind, Role, RosterState, UnverifiedItem,
};
use handrail_store::{Read, StoreError, Tx};
use handrail_sync::{StoreFault, SyncStore, outbox};
use rand_core::CryptoRng;

use crate::api::{EngineError, ForgetReason, KeptView, StorageProblem};
use crate::caseload::write;
use crate::conversation::{StoreSide, missing};
use crate::convert::{document_id, domain_member, record_id};
use crate::open::{Documents, Open, load_or_new};

/// Orders a participant to be forgotten, and forgets them here.
///
/// # Errors
/// `NotAllowed` for who is neither supervisor nor administrator, and where the rules keep the
/// record that are given as the reason; `OnHold` while a legal hold stands.
pub fn order(
    open: &mut Open,
    participant: &str,
    reason: ForgetReason,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let id = document_id(participant)?;
    if !may_forget(open) {
        return Err(EngineError::NotAllowed);
    }
    let (kept, rule) = retention::judge(open, &id, now)?;
    if kept == KeptView::OnHold {
        return Err(EngineError::OnHold);
    }
    if reason == ForgetReason::Retention && !matches!(kept, KeptView::Over(_)) {
        return Err(EngineError::NotAllowed);
    }
    let rule = rule.filter(|_| reason == ForgetReason::Retention);
    let ended = open.participant(&id)?.holds().into_iter();
    let order = ForgetOrder {
        reason: to_wire(reason),
        rule: rule.map(String::into_bytes).unwrap_or_default(),
        at_ms: u64::try_from(now.at.millis()).unwrap_or(0),
        ended_holds: ended
            .flat_map(|hold| *hold.id.as_bytes())
            .take(16 * MAX_ENDED_HOLDS)
            .collect(),
    };
    let at = now.at.millis();
    let relay = open.conversation.as_ref().map(|talk| talk.relay.clone());
    let relay = relay.unwrap_or_default();
    StoreSide {
        relay: &relay,
        open,
    }
    .transaction(|tx| outbox::order_forgetting(tx, id, &order, at, rng))
    .map_err(|fault| match fault {
        StoreFault::Full => EngineError::StorageFull,
        StoreFault::Failed(_) => EngineError::Storage(StorageProblem::Damaged),
    })?;
    carry_out(open, at)?;
    Ok(())
}

/// Writes that a record must be kept.
pub fn set_hold(
    open: &mut Open,
    participant: &str,
    reason: &str,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let command = ParticipantCommand::SetHold {
        id: RecordId::new(now.at, rng),
        by: domain_member(open.identity.member),
        reason: reason.to_owned(),
    };
    write_hold(open, participant, command, now)
}

/// Writes that a hold ended.
pub fn lift_hold(
    open: &mut Open,
    participant: &str,
    hold: &str,
    reason: &str,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let command = ParticipantCommand::LiftHold {
        id: RecordId::new(now.at, rng),
        hold: record_id(hold)?,
        by: domain_member(open.identity.member),
        reason: reason.to_owned(),
    };
    write_hold(open, participant, command, now)?;
    // An order may have waited for it.
    carry_out(open, now.at.millis())?;
    Ok(())
}

fn write_hold(
    open: &mut Open,
    participant: &str,
    command: ParticipantCommand,
    now: Now,
) -> Result<(), EngineError> {
    if !may_forget(open) {
        return Err(EngineError::NotAllowed);
    }
    let id = document_id(participant)?;
    write::change(open, &id, &[command], now, |_| Ok(()))
}

/// The person whose unsent words keep an order from being carried out lets go of them.
pub fn let_go_of_unsent(open: &mut Open, participant: &str, at: i64) -> Result<(), EngineError> {
    let id = document_id(participant)?;
    if open.store.read().forgetting(&id)? != Some(false) {
        return Err(EngineError::NotFound);
    }
    let orders = open.store.read().orders()?;
    let mut held = true;
    for order in orders.iter().filter(|order| order.document == id) {
        held &= keeps(open, &id, &ended_holds(&order.bytes))?;
    }
    if held {
        return Err(EngineError::OnHold);
    }
    forget(open, &id, at)?;
    empty_log(open);
    Ok(())
}

/// Carries out every order that nothing stands in the way of. Answers whether any was.
pub fn carry_out(open: &mut Open, at: i64) -> Result<bool, EngineError> {
    let own = open.identity.device;
    // A guest wrote nothing but that they opened the record, and that goes with the record.
    let may_write = !open.may_only_look();
    let mut ordered = open.store.read().orders()?;
    ordered.retain(|order| order.done_at.is_none());
    let mut any = false;
    for order in ordered {
        let id = order.document;
        // Of several orders about one, the first carried out was all.
        let again = open.store.read().forgetting(&id)? == Some(true);
        let waits = !again
            && (keeps(open, &id, &ended_holds(&order.bytes))?
                || (order.device != own && may_write && open.store.read().has_unsent(&id)?));
        if !waits {
            forget(open, &id, at)?;
            any = true;
        }
    }
    if any {
        empty_log(open);
    }
    Ok(any)
}

/// What was deleted is overwritten in the file; the log would still hold it. Where that cannot be
/// done now it happens when the file is closed, or when the log is full.
fn empty_log(open: &mut Open) {
    let _ = open.store.checkpoint();
}

fn forget(open: &mut Open, id: &DocumentId, at: i64) -> Result<(), EngineError> {
    let device = open.identity.device;
    let kind = ItemKind::Tombstone.number();
    open.store.transaction(|tx| -> Result<(), StoreError> {
        let mut aside = Vec::new();
        for row in tx.quarantined()? {
            let of_it =
                UnverifiedItem::parse(&row.bytes).is_ok_and(|item| item.header().document == *id);
            if of_it {
                aside.push(row.id);
            }
        }
        missing::forget(tx, id)?;
        tx.carry_out(id, &device, &aside, kind, at)
    })?;
    open.documents.forget(id);
    Ok(())
}

/// Whether this member may set holds, and have participants forgotten.
pub fn may_forget(open: &Open) -> bool {
    is_in_charge(&open.roster, &open.identity.device)
}

/// Whether a device's member is a supervisor or an administrator, or was when they left.
fn is_in_charge(roster: &RosterState, device: &DeviceId) -> bool {
    in_charge_at(roster, device, roster.head().n)
}

/// Whether they were at any time since their device came.
pub fn was_in_charge(roster: &RosterState, device: &DeviceId) -> bool {
    roster.was_in_charge(device)
}

fn in_charge_at(roster: &RosterState, device: &DeviceId, n: u64) -> bool {
    roster
        .office_at(device, n)
        .is_some_and(|office| office.administrator || office.role == Role::Supervisor)
}

/// Whether a legal hold stands. What nobody in charge wrote does not end one.
fn stands(roster: &RosterState, hold: &Hold) -> bool {
    let in_charge = |device: handrail_domain::DeviceId| {
        is_in_charge(roster, &DeviceId::from_bytes(*device.as_bytes()))
    };
    !hold.lifted.iter().any(|end| in_charge(end.device))
}

/// What the relay is told of a document's holds.
pub fn statement(
    tx: &Tx<'_>,
    documents: &mut Documents,
    roster: &RosterState,
    document: &DocumentId,
) -> Result<HoldStatement, StoreError> {
    let mut said = HoldStatement::default();
    if tx.participant(document)?.is_none() {
        return Ok(said);
    }
    let record: ParticipantDocument = load_or_new(tx, document, documents.session())?;
    for hold in record.holds() {
        let list = if stands(roster, &hold) {
            &mut said.standing
        } else {
            &mut said.ended
        };
        list.extend(hold.id.as_bytes());
    }
    Ok(said)
}

fn is_held(open: &mut Open, id: &DocumentId) -> Result<bool, EngineError> {
    keeps(open, id, &[])
}

/// The holds that an order says have ended.
fn ended_holds(order: &[u8]) -> Vec<u8> {
    UnverifiedItem::parse(order)
        .ok()
        .and_then(|item| {
            item.header()
                .forget
                .as_ref()
                .map(|order| order.ended_holds.clone())
        })
        .unwrap_or_default()
}

/// Whether a hold keeps a record that is none of these ended ones.
fn keeps(open: &mut Open, id: &DocumentId, ended: &[u8]) -> Result<bool, EngineError> {
    if open.store.read().participant(id)?.is_none() {
        return Ok(false);
    }
    let holds = open.participant(id)?.holds();
    let is_over = |hold: &Hold| ended.chunks(16).any(|id| id == hold.id.as_bytes());
    Ok(holds
        .iter()
        .any(|hold| !is_over(hold) && stands(&open.roster, hold)))
}

/// By whom a participant is to be forgotten of whom words still stand here.
pub fn to_be_forgotten(
    open: &Open,
    read: &Read<'_>,
    id: &DocumentId,
) -> Result<Option<String>, StoreError> {
    if read.forgetting(id)? != Some(false) {
        return Ok(None);
    }
    let orders = read.orders()?;
    let order = orders.iter().find(|order| order.document == *id);
    let member = order.and_then(|order| open.member_of_device(&order.device));
    Ok(Some(
        member
            .map(|member| open.member_name(&member))
            .unwrap_or_default(),
    ))
}

fn to_wire(reason: ForgetReason) -> handrail_protocol::ForgetReason {
    use handrail_protocol::ForgetReason as Wire;
    match reason {
        ForgetReason::Retention => Wire::Retention,
        ForgetReason::Asked => Wire::Asked,
        ForgetReason::Declined => Wire::Declined,
        ForgetReason::Mistake => Wire::Mistake,
    }
}
