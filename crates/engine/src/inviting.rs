//! Invitations that this device makes: a roster entry, a link and a QR code.

mod kept;
mod shown;

use std::collections::{BTreeSet, VecDeque};

use handrail_domain::Now;
use handrail_domain::document::{CaseloadCommand, CaseloadDocument};
use handrail_protocol::roster::InvitationStatus;
use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::{
    DeviceId, DocumentKind, GroupId, InvitationId, MemberId, Role, RosterHead, RosterState, route,
};
use handrail_store::{Read, StoreError, Tx};
use handrail_sync::{RELAY_CLOCK, SyncPhase, Trouble};
use handrail_vault::{
    Desk, DraftError, DraftedEntry, GroupKeyring, Holder, Invite, Invitee, end_covers, invite,
    withdraw_expired, withdraw_invitation,
};
use rand_core::CryptoRng;

use crate::api::{self, EngineError, Reply};
use crate::conversation::Conversation;
use crate::convert::{domain_member, role_to_protocol};
use crate::engine::{Turn, new_document};
use crate::io::RequestId;
use crate::membership::{self, Wish};
use crate::open::{Identity, Open};
use crate::{removing, renewing, rooms, roster};

pub use kept::link_key;
use kept::{WITHDRAWALS, caseload_key, forget_withdrawal, withdrawals};
use shown::view;
pub use shown::{qr_modules, views};

/// What this device wants in the roster and does not have there yet.
#[derive(Default)]
pub struct Invitations {
    wanted: VecDeque<Wanted>,
    drafted: Option<Drafted>,
    taken: Option<Taken>,
    /// The relay would not take the withdrawal of what has expired, after this.
    unwilling: Option<RosterHead>,
}

struct Wanted {
    request: RequestId,
    person: InvitedPerson,
    /// Unix seconds.
    expires: u64,
}

/// Whom an invitation is for.
#[derive(Debug, Clone, Copy)]
pub enum InvitedPerson {
    /// Somebody new in this role.
    New(api::Role),
    /// A member, for another device.
    Device(MemberId),
}

/// An entry that follows `base`.
struct Drafted {
    base: RosterHead,
    entry: DraftedEntry,
    purpose: Purpose,
}

enum Purpose {
    Invitation(Made),
    /// Somebody took one back.
    Withdrawal,
    /// A device is taken out of the agency.
    Removal(DeviceId),
    /// A member changes, with the caseload that was made for them.
    Membership(Wish, Option<GroupId>),
    /// Invitations and covers whose time is over hold keys still: they are ended.
    Expiry,
    /// Groups begin anew.
    Anew,
    /// This device takes another key.
    OwnKey,
}

struct Made {
    link: String,
    invitation: InvitationId,
    caseload: Option<GroupId>,
}

/// The relay took our entry in the transaction that is running.
struct Taken {
    request: Option<RequestId>,
    invitation: Option<InvitationId>,
    undo: Drafted,
    wanted: Option<Wanted>,
}

impl Invitations {
    /// Wants an invitation; the answer comes when the relay has taken it.
    pub fn want(&mut self, request: RequestId, person: InvitedPerson, expires: u64) {
        self.wanted.push_back(Wanted {
            request,
            person,
            expires,
        });
    }

    /// The entry that should follow the roster's head, made once per head.
    pub fn outgoing(
        &mut self,
        tx: &Tx<'_>,
        identity: &Identity,
        state: &RosterState,
        keyring: &GroupKeyring,
        relay: &str,
        rng: &mut dyn CryptoRng,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        if let Some(drafted) = &self.drafted
            && drafted.base == state.head()
        {
            return Ok(Some(drafted.entry.entry.clone()));
        }
        let desk = Desk {
            state,
            signer: Holder::Device(&identity.secret),
            keyring,
        };
        let draft = match asked_for(tx, &desk, rng)? {
            Some(draft) => Some(draft),
            None => match self.wanted.front() {
                Some(wanted) => invitation(&desk, wanted, relay, rng).ok(),
                None if self.unwilling == Some(state.head()) => None,
                None => by_itself(tx, identity, &desk, rng)?,
            },
        };
        self.drafted = draft.map(|(entry, purpose)| Drafted {
            base: state.head(),
            entry,
            purpose,
        });
        Ok(self
            .drafted
            .as_ref()
            .map(|drafted| drafted.entry.entry.clone()))
    }

    /// An entry is being appended: when it is ours, its keys and link are kept
    /// in the same transaction.
    pub fn appended(
        &mut self,
        tx: &Tx<'_>,
        keyring: &mut GroupKeyring,
        entry: &[u8],
    ) -> Result<(), StoreError> {
        let Some(drafted) = self.drafted.take_if(|drafted| drafted.entry.entry == entry) else {
            return Ok(());
        };
        for held in &drafted.entry.keys {
            tx.add_group_key(&held.group, held.epoch, held.key.expose())?;
            roster::insert_copy(keyring, held);
        }
        let mut taken = Taken {
            request: None,
            invitation: None,
            wanted: None,
            undo: drafted,
        };
        match &taken.undo.purpose {
            Purpose::Invitation(made) => {
                tx.set_meta(&link_key(&made.invitation), made.link.as_bytes())?;
                if let Some(group) = &made.caseload {
                    want_caseload(tx, group)?;
                }
                taken.wanted = self.wanted.pop_front();
                taken.request = taken.wanted.as_ref().map(|wanted| wanted.request);
                taken.invitation = Some(made.invitation);
            }
            Purpose::Withdrawal => forget_withdrawal(tx)?,
            Purpose::Removal(device) => removing::forget(tx, device)?,
            Purpose::Membership(wish, caseload) => {
                membership::forget(tx, wish)?;
                if let Some(group) = caseload {
                    want_caseload(tx, group)?;
                }
            }
            Purpose::Anew => renewing::forget_wish(tx)?,
            Purpose::Expiry | Purpose::OwnKey => {}
        }
        self.taken = Some(taken);
        Ok(())
    }

    /// The transaction in which the entry was appended did not hold.
    pub fn rolled_back(&mut self) {
        if let Some(taken) = self.taken.take() {
            self.drafted = Some(taken.undo);
            if let Some(wanted) = taken.wanted {
                self.wanted.push_front(wanted);
            }
        }
    }

    /// The relay will never take the entry, or, with [`route::READ_FIRST`], not as it is.
    pub fn refused(&mut self, tx: &Tx<'_>, entry: &[u8], status: u16) -> Result<(), StoreError> {
        match self.drafted.take_if(|drafted| drafted.entry.entry == entry) {
            _ if status == route::READ_FIRST => Ok(()),
            Some(Drafted {
                purpose: Purpose::Withdrawal,
                ..
            }) => forget_withdrawal(tx),
            Some(Drafted {
                purpose: Purpose::Removal(device),
                ..
            }) => removing::forget(tx, &device),
            Some(Drafted {
                purpose: Purpose::Membership(wish, _),
                ..
            }) => membership::forget(tx, &wish),
            Some(Drafted {
                purpose: Purpose::Anew,
                ..
            }) => renewing::forget_wish(tx),
            Some(Drafted {
                purpose: Purpose::Expiry | Purpose::OwnKey,
                base,
                ..
            }) => {
                self.unwilling = Some(base);
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// Answers who waits for an invitation: with the link, or with why there is none.
pub fn answer(open: &mut Open, turn: &mut Turn<'_>) {
    if let Some(Taken {
        request: Some(request),
        invitation: Some(invitation),
        ..
    }) = open.invitations.taken.take()
    {
        let view = view(open, &invitation, turn.clock.at);
        turn.reply(
            request,
            view.map(Reply::Invitation).ok_or(EngineError::NotFound),
        );
    }
    let failed = match open.conversation.as_ref().map(Conversation::phase) {
        Some(SyncPhase::Offline { .. }) | None => Some(EngineError::NoConnection),
        Some(SyncPhase::Trouble {
            trouble: Trouble::RelayLostData,
            ..
        }) => None,
        Some(SyncPhase::Trouble { .. }) => Some(EngineError::RelayRefused),
        Some(_) => None,
    };
    if let Some(error) = failed {
        for wanted in std::mem::take(&mut open.invitations.wanted) {
            turn.reply(wanted.request, Err(error.clone()));
        }
        open.invitations.drafted = None;
    }
}

/// Notes that the document of a caseload is to be made, as soon as its keys are here.
pub fn want_caseload(tx: &Tx<'_>, group: &GroupId) -> Result<(), StoreError> {
    tx.set_meta(&caseload_key(group), &[1])
}

/// Makes the caseload documents of coaches whom this device invited. Returns
/// whether anything was written.
pub fn make_wanted_caseloads(
    open: &mut Open,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<bool, EngineError> {
    let mut wrote = false;
    for (group, owner) in open.readable_caseloads() {
        let wanted = caseload_key(&group);
        if open.store.read().meta(&wanted)?.is_none() {
            continue;
        }
        let mut document =
            CaseloadDocument::new(open.documents.session()).map_err(|_| EngineError::NotAllowed)?;
        let command = CaseloadCommand::SetCoach(domain_member(owner));
        let change = document
            .command(&command, now)
            .map_err(|_| EngineError::NotAllowed)?;
        let epoch = open.epoch_of(&group)?;
        open.store.transaction(|tx| -> Result<(), StoreError> {
            let changes: Vec<_> = change.into_iter().collect();
            new_document(
                tx,
                DocumentKind::Caseload,
                &group,
                epoch,
                &changes,
                now,
                rng,
            )?;
            tx.remove_meta(&wanted)
        })?;
        wrote = true;
    }
    Ok(wrote)
}

/// Takes an invitation back as soon as the relay can be told.
pub fn withdraw(open: &mut Open, invitation: &str) -> Result<(), EngineError> {
    let invitation: InvitationId = invitation.parse().map_err(|_| EngineError::NotFound)?;
    open.roster
        .invitation(&invitation)
        .ok_or(EngineError::NotFound)?;
    open.store.transaction(|tx| -> Result<(), StoreError> {
        let mut all: Vec<u8> = withdrawals(tx)?
            .iter()
            .flat_map(|id| *id.as_bytes())
            .collect();
        all.extend_from_slice(invitation.as_bytes());
        tx.set_meta(WITHDRAWALS, &all)
    })?;
    Ok(())
}

fn invitation(
    desk: &Desk<'_>,
    wanted: &Wanted,
    relay: &str,
    rng: &mut dyn CryptoRng,
) -> Result<(DraftedEntry, Purpose), DraftError> {
    let new = match wanted.person {
        InvitedPerson::New(role) => role,
        InvitedPerson::Device(member) => {
            let another_device = Invite {
                person: Invitee::Existing(member),
                expires: wanted.expires,
                caseload_with: None,
                groups: Vec::new(),
            };
            return invite(desk, another_device, &mut &mut *rng).map(|made| finished(made, relay));
        }
    };
    let role = role_to_protocol(new);
    let administrator = role == Role::Supervisor;
    let invited = invite(
        desk,
        Invite {
            person: Invitee::New {
                role,
                administrator,
            },
            expires: wanted.expires,
            caseload_with: role.reads_caseloads().then(|| supervisors(desk.state)),
            groups: groups_for(desk.state, role),
        },
        &mut &mut *rng,
    )?;
    Ok(finished(invited, relay))
}

/// The groups that exist and that somebody of a role belongs to: everybody the
/// agency's, supervisors every caseload, coaches what they say among themselves.
pub fn groups_for(state: &RosterState, role: Role) -> Vec<GroupId> {
    state
        .groups()
        .filter(|(id, group)| match group.kind {
            GroupKind::Agency => true,
            GroupKind::Caseload | GroupKind::Shared => rooms::is_for(state, id, role),
        })
        .map(|(id, _)| id)
        .collect()
}

/// Who shares a new caseload: every supervisor, those too who are still to come.
pub fn supervisors(state: &RosterState) -> Vec<MemberId> {
    everybody(state, Role::reads_all_caseloads)
}

/// Members of the roles that are meant, those too who are still to come.
pub fn everybody(state: &RosterState, is_meant: impl Fn(Role) -> bool) -> Vec<MemberId> {
    let members = state
        .members()
        .filter(|(_, member)| member.active && is_meant(member.role))
        .map(|(id, _)| id);
    let invited = state
        .invitations()
        .filter(|invitation| invitation.status == InvitationStatus::Open)
        .filter(|invitation| is_meant(invitation.role))
        .map(|invitation| invitation.member);
    let all: BTreeSet<MemberId> = members.chain(invited).collect();
    all.into_iter().collect()
}

fn finished(invited: handrail_vault::Invited, relay: &str) -> (DraftedEntry, Purpose) {
    let made = Made {
        link: invited.link.to_text(relay).to_string(),
        invitation: invited.link.keys().id(),
        caseload: invited.caseload,
    };
    (invited.drafted, Purpose::Invitation(made))
}

/// What somebody asked for earlier and the relay could not be told.
fn asked_for(
    tx: &Tx<'_>,
    desk: &Desk<'_>,
    rng: &mut dyn CryptoRng,
) -> Result<Option<(DraftedEntry, Purpose)>, StoreError> {
    if let Some(device) = removing::wanted(tx)?.first().copied() {
        let entry = removing::removal(tx, desk, device, rng)?;
        return Ok(entry.map(|entry| (entry, Purpose::Removal(device))));
    }
    if let Some(invitation) = withdrawals(tx)?.first() {
        return withdrawal(tx, desk, *invitation, rng);
    }
    let Some(wish) = membership::wanted(tx)?.into_iter().next() else {
        let entry = renewing::anew(tx, desk, rng)?;
        return Ok(entry.map(|entry| (entry, Purpose::Anew)));
    };
    let Ok(entry) = membership::draft(tx, desk, &wish, rng)? else {
        // Somebody else did it, or made it impossible.
        membership::forget(tx, &wish)?;
        return Ok(None);
    };
    let caseload = membership::made_caseload(desk.state, &entry.state, &wish);
    Ok(Some((entry, Purpose::Membership(wish, caseload))))
}

fn withdrawal(
    tx: &Tx<'_>,
    desk: &Desk<'_>,
    invitation: InvitationId,
    rng: &mut dyn CryptoRng,
) -> Result<Option<(DraftedEntry, Purpose)>, StoreError> {
    if let Ok(entry) = withdraw_invitation(desk, invitation, &mut &mut *rng) {
        return Ok(Some((entry, Purpose::Withdrawal)));
    }
    // It was used, expired or taken back in the meantime: nothing is left to do.
    forget_withdrawal(tx)?;
    Ok(None)
}

/// What nobody has to ask for.
fn by_itself(
    tx: &Tx<'_>,
    identity: &Identity,
    desk: &Desk<'_>,
    rng: &mut dyn CryptoRng,
) -> Result<Option<(DraftedEntry, Purpose)>, StoreError> {
    if let Some(found) = expiry(tx, identity, desk, rng)? {
        return Ok(Some(found));
    }
    let entry = renewing::own_key(tx, identity, desk, rng)?;
    Ok(entry.map(|entry| (entry, Purpose::OwnKey)))
}

/// Takes back what has expired by the relay's clock, which judges it; this
/// device's own may be wrong by years.
fn expiry(
    read: &Read<'_>,
    identity: &Identity,
    desk: &Desk<'_>,
    rng: &mut dyn CryptoRng,
) -> Result<Option<(DraftedEntry, Purpose)>, StoreError> {
    if !desk.state.is_administrator(&identity.device) {
        return Ok(None);
    }
    let clock = read.meta(RELAY_CLOCK)?;
    let Some(now_ms) = clock.and_then(|bytes| Some(u64::from_be_bytes(*bytes.first_chunk()?)))
    else {
        return Ok(None);
    };
    // Who does not hold every key leaves it to somebody who does.
    let mut entry = withdraw_expired(desk, now_ms / 1000, &mut &mut *rng)
        .ok()
        .flatten();
    if entry.is_none() {
        entry = end_covers(desk, now_ms / 1000, &mut &mut *rng)
            .ok()
            .flatten();
    }
    Ok(entry.map(|entry| (entry, Purpose::Expiry)))
}
