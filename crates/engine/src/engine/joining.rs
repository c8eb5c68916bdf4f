//! Coming into an agency from outside: by redeeming an invitation link, or
//! with the recovery kit. Nobody else has to be awake.

mod keeping;
mod kit;
mod link;

use handrail_sync::{
    JoinFailure, JoinInput, JoinMachine, JoinOutput, SyncInput, SyncPhase, SyncReply,
    SyncTransportError, Trouble,
};
use handrail_vault::{DeviceSecret, Holder, InvitationLink, Joined};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Engine, State, Turn};
use crate::api::{EngineError, InvitationState, Reply};
use crate::conversation::{Conversation, http_request};
use crate::io::{HttpId, Output, RequestId};
use crate::open::Unfinished;

pub(super) use keeping::is_unfinished;
pub(super) use link::read_link;

/// A device on its way into an agency.
pub struct Joining {
    /// Who waits for it; nobody after a restart, and nobody while the person
    /// with the recovery kit chooses.
    request: Option<RequestId>,
    relay: String,
    way: Way,
    own_name: String,
    passphrase: Zeroizing<String>,
    device: DeviceSecret,
    machine: JoinMachine,
    /// The entry that was posted last, with all before it.
    posted: Option<Posted>,
    /// Monotonic ms at which the machine wants its timer.
    pub timer_at: Option<u64>,
}

/// By which right it comes in.
enum Way {
    /// Somebody invited this device.
    Link(InvitationLink),
    /// The recovery kit brings an administrator back.
    Kit(kit::Kit),
    /// The recovery kit did; its words are gone, and the entry that it signed
    /// may not have arrived.
    Entry,
}

struct Posted {
    entries: Vec<Vec<u8>>,
    joined: Joined,
}

/// What drives the talk on.
enum Next {
    Start,
    Http {
        id: HttpId,
        result: Result<SyncReply, SyncTransportError>,
    },
    Timer,
    Entry(Vec<u8>),
}

impl Joining {
    fn handle(&mut self, next: Next, rng: &mut dyn CryptoRng) -> Vec<JoinOutput> {
        let Self {
            machine,
            way,
            device,
            ..
        } = self;
        let (id, result) = match next {
            Next::Start => return machine.handle(JoinInput::Start, rng),
            Next::Timer => return machine.handle(JoinInput::Timer, rng),
            Next::Entry(entry) => return machine.handle(JoinInput::Redeem(entry), rng),
            Next::Http { id, result } => (id, result),
        };
        let answered =
            |holder: Holder<'_>| machine.handle(JoinInput::Http { id, result, holder }, rng);
        match way {
            Way::Link(link) => answered(Holder::Invitation(&link.keys())),
            Way::Kit(kit) => answered(Holder::Root(&kit.keys())),
            Way::Entry => answered(Holder::Device(device)),
        }
    }
}

impl Engine {
    /// Somebody may come in: no profile is open, and nobody else is on the way.
    pub(super) fn nobody_is_here(&self) -> Result<(), EngineError> {
        if matches!(self.state, State::Empty) && self.joining.is_none() {
            Ok(())
        } else {
            Err(EngineError::AlreadyHere)
        }
    }

    pub(super) fn joining_http(
        &mut self,
        id: HttpId,
        result: Result<SyncReply, SyncTransportError>,
        turn: &mut Turn<'_>,
    ) {
        self.join_step(Next::Http { id, result }, turn);
    }

    pub(super) fn joining_timer(&mut self, turn: &mut Turn<'_>) {
        let due = self.joining.as_mut().is_some_and(|joining| {
            joining
                .timer_at
                .take_if(|at| *at <= turn.clock.monotonic)
                .is_some()
        });
        if due {
            self.join_step(Next::Timer, turn);
        }
    }

    fn join_step(&mut self, input: Next, turn: &mut Turn<'_>) {
        let mut next = Some(input);
        while let Some(input) = next.take() {
            let Some(joining) = self.joining.as_mut() else {
                return;
            };
            let outputs = joining.handle(input, &mut *turn.rng);
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
                        match self.entry_for(entries, turn) {
                            Ok(Some(entry)) => next = Some(Next::Entry(entry)),
                            // A person chooses first.
                            Ok(None) => {}
                            Err(error) => return self.joining_failed(error, turn),
                        }
                        break;
                    }
                    JoinOutput::Joined => return self.joined(turn),
                    JoinOutput::Failed(failure) => {
                        let error = failure_of(failure, &joining.way);
                        return self.joining_failed(error, turn);
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

    /// Checks the roster, keeps keys and roster on this device, and makes the
    /// entry that adds this device; `None` while it is not said for whom.
    fn entry_for(
        &mut self,
        entries: Vec<Vec<u8>>,
        turn: &mut Turn<'_>,
    ) -> Result<Option<Vec<u8>>, EngineError> {
        let joining = self.joining.as_mut().ok_or(EngineError::NotFound)?;
        let joined = match &mut joining.way {
            Way::Link(link) => {
                link::redeem(link, &joining.own_name, &entries, &joining.device, turn)?
            }
            Way::Kit(kit) => match kit.restore(&entries, &joining.device, turn)? {
                kit::Step::Restored(joined) => *joined,
                kit::Step::Choose(found) => {
                    if let Some(request) = joining.request.take() {
                        turn.reply(request, Ok(Reply::RestoreFound(found)));
                    }
                    return Ok(None);
                }
            },
            Way::Entry => return Err(EngineError::RestoreOvertaken),
        };
        let entry = joined.drafted.entry.clone();
        let first = joining.posted.is_none() && joining.request.is_some();
        joining.posted = Some(Posted { entries, joined });
        if first {
            self.keep_before_posting(turn)?;
        }
        Ok(Some(entry))
    }

    fn joined(&mut self, turn: &mut Turn<'_>) {
        let Some(joining) = self.joining.take() else {
            return;
        };
        let Joining {
            request, posted, ..
        } = *joining;
        let Some(request) = request else {
            let taken = self
                .opened()
                .and_then(|open| keeping::take_in(open, posted));
            match taken {
                Ok(()) => self.sync(SyncInput::Started, turn),
                Err(error) => return self.still_joining(Some(error), turn),
            }
            return self.tell_session(turn);
        };
        let opened = self.open_after_creation_with(turn, |open| keeping::take_in(open, posted));
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
            let _ = keeping::finished(open);
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
        let own_name = open.own_name();
        let joining = keeping::begun(open)?;
        self.sync(SyncInput::Stopped, turn);
        self.joining = Some(Box::new(Joining {
            own_name,
            ..joining
        }));
        self.join_step(Next::Start, turn);
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
        if matches!(self.state, State::Empty) {
            self.leave_start(turn)?;
            return Ok(Reply::Session(self.session(turn.clock)));
        }
        if self.opened()?.unfinished.is_none() {
            return Err(EngineError::NotAllowed);
        }
        self.joining = None;
        Ok(self.end_device(turn))
    }

    /// Forgets what was begun on the start screen: until an entry is posted, nothing of it is kept
    /// anywhere. After that its answer is waited for.
    pub(super) fn leave_start(&mut self, turn: &mut Turn<'_>) -> Result<(), EngineError> {
        let begun = self.joining.take_if(|joining| joining.posted.is_none());
        if let Some(request) = begun.and_then(|joining| joining.request) {
            turn.reply(request, Err(EngineError::Interrupted));
        }
        if self.joining.is_some() {
            return Err(EngineError::Busy);
        }
        Ok(())
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
            self.remove_profile();
        }
        turn.reply(request, Err(error));
    }
}

fn failure_of(failure: JoinFailure, way: &Way) -> EngineError {
    let link = matches!(way, Way::Link(_));
    match failure {
        JoinFailure::NotARelay => EngineError::NoConnection,
        JoinFailure::InvitationClosed if link => {
            EngineError::InvitationUnusable(InvitationState::Used)
        }
        JoinFailure::Expired if link => EngineError::InvitationUnusable(InvitationState::Expired),
        JoinFailure::UnknownAgency if !link => EngineError::UnknownAgency,
        JoinFailure::Overtaken => EngineError::RestoreOvertaken,
        _ => EngineError::RelayRefused,
    }
}
