//! Redeeming an invitation link: nobody else has to be awake.

use handrail_protocol::{KeyId, RosterState};
use handrail_store::StoreError;
use handrail_sync::{
    JoinFailure, JoinInput, JoinMachine, JoinOutput, SyncInput, SyncPhase, SyncReply,
    SyncTransportError, Trouble,
};
use handrail_vault::{
    DeviceSecret, InvitationLink, JoinError, Joined, LinkError, redeem_invitation,
};
use zeroize::Zeroizing;

use super::founding::{fingerprint_text, name, random_incarnation, relay_origin, write_identity};
use super::locking::{PROFILE, close};
use super::passphrase::check_passphrase;
use super::{Engine, State, Turn};
use crate::api::{EngineError, InvalidField, InvitationFoundView, InvitationState, Reply};
use crate::conversation::{Conversation, http_request};
use crate::io::{HttpId, Output, RequestId};
use crate::open::{Open, Unfinished};

/// A link on its way to becoming a membership.
pub struct Joining {
    /// Who waits for it; nobody after a restart.
    request: Option<RequestId>,
    relay: String,
    link: InvitationLink,
    own_name: String,
    passphrase: Zeroizing<String>,
    device: DeviceSecret,
    machine: JoinMachine,
    /// The entry that was posted last, with all before it.
    posted: Option<Posted>,
    /// Monotonic ms at which the machine wants its timer.
    pub timer_at: Option<u64>,
}

struct Posted {
    entries: Vec<Vec<u8>>,
    joined: Joined,
}

/// What a link says, without using it.
pub(super) fn read_link(text: &str) -> Result<InvitationFoundView, EngineError> {
    let (relay, link) = parse(text)?;
    Ok(InvitationFoundView {
        relay,
        fingerprint: fingerprint_text(&link.fingerprint()),
    })
}

fn parse(text: &str) -> Result<(String, InvitationLink), EngineError> {
    let text = text.trim();
    let link =
        InvitationLink::parse(text).map_err(|_: LinkError| EngineError::InvitationMalformed)?;
    let origin = text
        .split("/join")
        .next()
        .ok_or(EngineError::InvitationMalformed)?;
    let relay = relay_origin(origin).map_err(|_| EngineError::InvitationMalformed)?;
    Ok((relay, link))
}

impl Engine {
    /// Begins to join; the reply comes when it is done or has failed.
    pub(super) fn accept_invitation(
        &mut self,
        request: RequestId,
        link: &str,
        own_name: &str,
        passphrase: &str,
        turn: &mut Turn<'_>,
    ) {
        match self.begin_joining(request, link, own_name, passphrase, turn) {
            Ok(joining) => {
                self.joining = Some(Box::new(joining));
                self.join_step(JoinInput::Start, turn);
            }
            Err(error) => turn.reply(request, Err(error)),
        }
    }

    fn begin_joining(
        &self,
        request: RequestId,
        link: &str,
        own_name: &str,
        passphrase: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Joining, EngineError> {
        if !matches!(self.state, State::Empty) || self.joining.is_some() {
            return Err(EngineError::AlreadyHere);
        }
        let (relay, link) = parse(link)?;
        let own_name = name(own_name, InvalidField::OwnName)?;
        check_passphrase(passphrase)?;
        let machine = JoinMachine::new(link.agency(), KeyId::from(link.keys().id()));
        Ok(Joining {
            request: Some(request),
            relay,
            link,
            own_name,
            passphrase: Zeroizing::new(passphrase.to_owned()),
            device: DeviceSecret::generate(&mut turn.rng),
            machine,
            posted: None,
            timer_at: None,
        })
    }

    pub(super) fn joining_http(
        &mut self,
        id: HttpId,
        result: Result<SyncReply, SyncTransportError>,
        turn: &mut Turn<'_>,
    ) {
        let Some(keys) = self.joining.as_ref().map(|joining| joining.link.keys()) else {
            return;
        };
        self.join_step(
            JoinInput::Http {
                id,
                result,
                keys: &keys,
            },
            turn,
        );
    }

    pub(super) fn joining_timer(&mut self, turn: &mut Turn<'_>) {
        let due = self.joining.as_mut().is_some_and(|joining| {
            joining
                .timer_at
                .take_if(|at| *at <= turn.clock.monotonic)
                .is_some()
        });
        if due {
            self.join_step(JoinInput::Timer, turn);
        }
    }

    fn join_step(&mut self, input: JoinInput<'_>, turn: &mut Turn<'_>) {
        let mut next = Some(input);
        while let Some(input) = next.take() {
            let Some(joining) = self.joining.as_mut() else {
                return;
            };
            let outputs = joining.machine.handle(input, &mut *turn.rng);
            let mut waits = false;
            for output in outputs {
                match output {
                    JoinOutput::Http(request) => {
                        turn.outputs
                            .push(Output::Http(http_request(&joining.relay, request)));
                    }
                    JoinOutput::TimerAfter(ms) => {
                        joining.timer_at = Some(turn.clock.monotonic.saturating_add(ms));
                    }
                    JoinOutput::Roster(entries) => {
                        match self.redeem(entries, turn) {
                            Ok(entry) => next = Some(JoinInput::Redeem(entry)),
                            Err(error) => return self.joining_failed(error, turn),
                        }
                        break;
                    }
                    JoinOutput::Joined => return self.joined(turn),
                    JoinOutput::Failed(failure) => {
                        return self.joining_failed(failure_of(failure), turn);
                    }
                    JoinOutput::Waiting if joining.request.is_none() => {
                        waits = true;
                    }
                    // Nobody knows whether the relay has the entry.
                    JoinOutput::Waiting if joining.posted.is_some() => {
                        return self.joining_cut(turn);
                    }
                    JoinOutput::Waiting => {
                        return self.joining_failed(EngineError::NoConnection, turn);
                    }
                }
            }
            if waits {
                self.still_joining(Some(EngineError::NoConnection), turn);
            }
        }
    }

    /// Checks the roster against the link, keeps keys and roster on this
    /// device, and makes the entry that adds this device.
    fn redeem(
        &mut self,
        entries: Vec<Vec<u8>>,
        turn: &mut Turn<'_>,
    ) -> Result<Vec<u8>, EngineError> {
        let joining = self.joining.as_mut().ok_or(EngineError::NotFound)?;
        let state = RosterState::replay(entries.iter().map(Vec::as_slice))
            .map_err(|_| EngineError::RosterMismatch)?;
        let now_seconds = u64::try_from(turn.clock.at / 1000).unwrap_or(0);
        let joined = redeem_invitation(
            &state,
            &joining.link,
            &joining.device,
            now_seconds,
            &mut turn.rng,
        )
        .map_err(|error| unusable(&error))?;
        let entry = joined.drafted.entry.clone();
        let first = joining.posted.is_none() && joining.request.is_some();
        let member = joined.member;
        joining.posted = Some(Posted { entries, joined });
        if first {
            self.keep_before_posting(&member, turn)?;
        }
        Ok(entry)
    }

    /// The device's keys are durable before the relay learns of them, so that a
    /// crash after its answer loses nothing.
    fn keep_before_posting(
        &mut self,
        member: &handrail_protocol::MemberId,
        turn: &mut Turn<'_>,
    ) -> Result<(), EngineError> {
        let Some(joining) = self.joining.take() else {
            return Err(EngineError::NotFound);
        };
        let entries = joining
            .posted
            .as_ref()
            .map(|posted| posted.entries.clone())
            .unwrap_or_default();
        let made = self.create_database(&joining.passphrase, false, turn.rng, |store, rng| {
            store
                .transaction(|tx| -> Result<(), StoreError> {
                    write_identity(
                        tx,
                        &joining.device,
                        member,
                        &joining.own_name,
                        &random_incarnation(rng),
                    )?;
                    tx.set_setting("relay", &joining.relay)?;
                    let link = joining.link.to_text(&joining.relay);
                    tx.set_meta(UNFINISHED, link.as_bytes())?;
                    append_missing(tx, &entries)
                })
                .map_err(EngineError::from)
        });
        self.joining = Some(joining);
        made
    }

    fn joined(&mut self, turn: &mut Turn<'_>) {
        let Some(joining) = self.joining.take() else {
            return;
        };
        let Joining {
            request, posted, ..
        } = *joining;
        let Some(request) = request else {
            let taken = self.opened().and_then(|open| take_in(open, posted));
            match taken {
                Ok(()) => self.sync(SyncInput::Started, turn),
                Err(error) => return self.still_joining(Some(error), turn),
            }
            return self.tell_session(turn);
        };
        let opened = self.open_after_creation_with(turn, |open| take_in(open, posted));
        let answer = opened.map(|()| Reply::Session(self.session(turn.clock)));
        turn.reply(request, answer);
    }

    /// The connection broke after the entry was posted: this device keeps its
    /// keys, for the relay may have taken it, and finds out by itself.
    fn joining_cut(&mut self, turn: &mut Turn<'_>) {
        let Some(joining) = self.joining.take() else {
            return;
        };
        let opened = self.open_after_creation(turn);
        let answer = opened.map(|()| Reply::Session(self.session(turn.clock)));
        if let Some(request) = joining.request {
            turn.reply(request, answer);
        }
    }

    /// A step of the talk ended: was an unfinished joining taken by the relay,
    /// or is it to be tried once more?
    pub(super) fn go_on_joining(&mut self, turn: &mut Turn<'_>) {
        let State::Open(open) = &mut self.state else {
            return;
        };
        let Some(unfinished) = &open.unfinished else {
            return;
        };
        let phase = open.conversation.as_ref().map(Conversation::phase);
        if open.roster.device(&open.identity.device).is_some() {
            // What cannot be written now is written at the next start.
            let _ = open.store.transaction(|tx| tx.remove_meta(UNFINISHED));
            open.unfinished = None;
            self.tell_session(turn);
        } else if let Some(SyncPhase::Trouble {
            trouble: Trouble::NotRecognised,
            ..
        }) = phase
            && unfinished.problem.is_none()
            && self.joining.is_none()
        {
            if let Err(error) = self.join_again(turn) {
                self.still_joining(Some(error), turn);
            }
        } else if let Some(SyncPhase::Offline { .. }) = phase
            && unfinished.problem.is_none()
        {
            self.still_joining(Some(EngineError::NoConnection), turn);
        }
    }

    /// The relay does not know this device: its entry never came there.
    fn join_again(&mut self, turn: &mut Turn<'_>) -> Result<(), EngineError> {
        let open = self.opened()?;
        let read = open.store.read();
        let text = read.meta(UNFINISHED)?.ok_or(EngineError::NotFound)?;
        let (relay, link) = parse(&String::from_utf8_lossy(&text))?;
        let secret = read.meta("device_secret")?.ok_or(EngineError::NotFound)?;
        let secret: &[u8; 64] = secret
            .as_slice()
            .try_into()
            .map_err(|_| EngineError::NotFound)?;
        let device = DeviceSecret::from_bytes(secret);
        let own_name = open.own_name();
        self.sync(SyncInput::Stopped, turn);
        let machine = JoinMachine::new(link.agency(), KeyId::from(link.keys().id()));
        self.joining = Some(Box::new(Joining {
            request: None,
            relay,
            link,
            own_name,
            passphrase: Zeroizing::new(String::new()),
            device,
            machine,
            posted: None,
            timer_at: None,
        }));
        self.join_step(JoinInput::Start, turn);
        Ok(())
    }

    /// Tries an unfinished joining once more, because a person wants it.
    pub(super) fn resume_joining(&mut self, turn: &mut Turn<'_>) -> Result<Reply, EngineError> {
        let open = self.opened()?;
        if open.unfinished.is_none() {
            return Err(EngineError::NotFound);
        }
        open.unfinished = Some(Unfinished::default());
        self.joining = None;
        self.sync(SyncInput::Stopped, turn);
        self.sync(SyncInput::Started, turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }

    /// Forgets a device that never came into its agency: nothing was written on it.
    pub(super) fn abandon_joining(&mut self, turn: &mut Turn<'_>) -> Result<Reply, EngineError> {
        if self.opened()?.unfinished.is_none() {
            return Err(EngineError::NotAllowed);
        }
        self.joining = None;
        self.sync(SyncInput::Stopped, turn);
        if let State::Open(open) = std::mem::replace(&mut self.state, State::Empty) {
            close(*open);
        }
        turn.outputs.push(Output::WakeStream(None));
        self.forget_device();
        self.tell_session(turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }

    /// Says why the joining is not finished.
    fn still_joining(&mut self, problem: Option<EngineError>, turn: &mut Turn<'_>) {
        let State::Open(open) = &mut self.state else {
            return;
        };
        let told = Some(Unfinished { problem });
        if open.unfinished != told {
            open.unfinished = told;
            self.tell_session(turn);
        }
    }

    fn joining_failed(&mut self, error: EngineError, turn: &mut Turn<'_>) {
        let Some(joining) = self.joining.take() else {
            return;
        };
        let Some(request) = joining.request else {
            return self.still_joining(Some(error), turn);
        };
        self.fresh_key = None;
        if joining.posted.is_some() {
            self.forget_device();
        }
        turn.reply(request, Err(error));
    }

    /// Removes lock row and database of a device that is in no agency.
    pub(super) fn forget_device(&mut self) {
        if let Some(lock) = &mut self.lock {
            // Without its row nothing can open the database, whatever becomes of the file.
            let _ = lock.remove(PROFILE);
        }
        let _ = (self.config.erase)(&self.config.caseload);
        self.state = State::Empty;
    }
}

/// The link of a joining that was posted and not answered yet.
pub(super) const UNFINISHED: &str = "joining";

/// Keeps what joining brought.
fn take_in(open: &mut Open, posted: Option<Posted>) -> Result<(), EngineError> {
    let Some(Posted {
        mut entries,
        joined,
    }) = posted
    else {
        return Ok(());
    };
    entries.push(joined.drafted.entry);
    open.store.transaction(|tx| -> Result<(), StoreError> {
        append_missing(tx, &entries)?;
        for (group, epoch, key) in joined.keyring.iter() {
            tx.add_group_key(&group, epoch, key.expose())?;
        }
        tx.remove_meta(UNFINISHED)
    })?;
    open.keyring = std::sync::Arc::new(joined.keyring);
    open.roster = std::sync::Arc::new(joined.drafted.state);
    open.unfinished = None;
    Ok(())
}

fn append_missing(tx: &handrail_store::Tx<'_>, entries: &[Vec<u8>]) -> Result<(), StoreError> {
    let known = tx.roster_head()?.map_or(0, |(n, _)| n.saturating_add(1));
    let from = usize::try_from(known).unwrap_or(usize::MAX);
    for (n, entry) in entries.iter().enumerate().skip(from) {
        let n = u64::try_from(n).unwrap_or(u64::MAX);
        tx.append_roster(n, &handrail_protocol::RosterHash::of(entry), entry)?;
    }
    Ok(())
}

fn unusable(error: &JoinError) -> EngineError {
    match error {
        JoinError::Used => EngineError::InvitationUnusable(InvitationState::Used),
        JoinError::Withdrawn => EngineError::InvitationUnusable(InvitationState::Withdrawn),
        JoinError::Expired => EngineError::InvitationUnusable(InvitationState::Expired),
        _ => EngineError::RosterMismatch,
    }
}

fn failure_of(failure: JoinFailure) -> EngineError {
    match failure {
        JoinFailure::NotARelay => EngineError::NoConnection,
        JoinFailure::InvitationClosed => EngineError::InvitationUnusable(InvitationState::Used),
        JoinFailure::Expired => EngineError::InvitationUnusable(InvitationState::Expired),
        JoinFailure::UnknownAgency | JoinFailure::Refused => EngineError::RelayRefused,
    }
}
