//! With the recovery kit.

use handrail_protocol::{KeyId, MemberId, RosterState};
use handrail_sync::JoinMachine;
use handrail_vault::{
    DeviceSecret, Joined, RestoreError, RootKeys, RootSecret, WordsError, restore_administrator,
};
use zeroize::Zeroizing;

use super::super::founding::{fingerprint_text, relay_origin};
use super::super::locking::role_view;
use super::{Joining, Next, Way};
use crate::api::{AdministratorView, EngineError, RecoveryWordsProblem, RestoreFoundView};
use crate::engine::{Engine, Turn};
use crate::io::RequestId;
use crate::views::shown_count;

/// The words that were typed, and what the person chose.
pub struct Kit {
    root: RootSecret,
    /// Whom to bring back, once it is said.
    chosen: Option<MemberId>,
    /// Their other devices are lost.
    pub others_lost: bool,
    /// The roster as the relay gave it last.
    entries: Vec<Vec<u8>>,
}

/// What a roster leads to.
pub enum Step {
    /// The person says who they are.
    Choose(RestoreFoundView),
    /// An entry is made.
    Restored(Box<Joined>),
}

impl Kit {
    pub fn keys(&self) -> RootKeys {
        self.root.keys()
    }

    /// Checks the roster against the kit; makes the entry that brings the
    /// chosen administrator back.
    pub fn restore(
        &mut self,
        entries: &[Vec<u8>],
        device: &DeviceSecret,
        turn: &mut Turn<'_>,
    ) -> Result<Step, EngineError> {
        let state = RosterState::replay(entries.iter().map(Vec::as_slice))
            .map_err(|_| EngineError::RosterMismatch)?;
        let keys = self.keys();
        let Some(member) = self.chosen else {
            if state.fingerprint() != keys.fingerprint() {
                return Err(EngineError::RosterMismatch);
            }
            self.entries = entries.to_vec();
            return Ok(Step::Choose(found(&state)));
        };
        restore_administrator(&state, &keys, member, device, &mut turn.rng)
            .map(|joined| Step::Restored(Box::new(joined)))
            .map_err(|error| match error {
                RestoreError::NotAnAdministrator(_) => EngineError::NotFound,
                RestoreError::OtherAgency | RestoreError::Draft(_) => EngineError::RosterMismatch,
            })
    }
}

impl Engine {
    /// Reads the words and asks the relay for the agency's roster; the reply
    /// says whom the kit can bring back.
    pub(in crate::engine) fn open_recovery_kit(
        &mut self,
        request: RequestId,
        relay: &str,
        words: &str,
        turn: &mut Turn<'_>,
    ) {
        match self.begin_restoring(request, relay, words, turn) {
            Ok(joining) => {
                self.joining = Some(Box::new(joining));
                self.join_step(Next::Start, turn);
            }
            Err(error) => turn.reply(request, Err(error)),
        }
    }

    fn begin_restoring(
        &mut self,
        request: RequestId,
        relay: &str,
        words: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Joining, EngineError> {
        if self.is_choosing() {
            // Other words, or another address: the earlier ones are forgotten.
            self.joining = None;
        }
        self.nobody_is_here()?;
        let relay = relay_origin(relay)?;
        let root = RootSecret::from_words(words).map_err(problem)?;
        let keys = root.keys();
        Ok(Joining {
            request: Some(request),
            relay,
            machine: JoinMachine::new(keys.agency(), KeyId::from(keys.id())),
            way: Way::Kit(Kit {
                root,
                chosen: None,
                others_lost: false,
                entries: Vec::new(),
            }),
            own_name: String::new(),
            passphrase: Zeroizing::default(),
            device: DeviceSecret::generate(&mut turn.rng),
            posted: None,
            timer_at: None,
        })
    }

    /// The person said who they are; the reply comes when the relay has taken
    /// the entry.
    pub(in crate::engine) fn restore_administrator(
        &mut self,
        request: RequestId,
        member: &str,
        others_lost: bool,
        passphrase: &str,
        turn: &mut Turn<'_>,
    ) {
        match self.choose(request, member, others_lost, passphrase) {
            Ok(entries) => match self.entry_for(entries, turn) {
                Ok(Some(entry)) => self.join_step(Next::Entry(entry), turn),
                Ok(None) => {}
                Err(error) => self.joining_failed(error, turn),
            },
            Err(error) => turn.reply(request, Err(error)),
        }
    }

    fn choose(
        &mut self,
        request: RequestId,
        member: &str,
        others_lost: bool,
        passphrase: &str,
    ) -> Result<Vec<Vec<u8>>, EngineError> {
        self.new_passphrase(passphrase)?;
        let member: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
        if !self.is_choosing() {
            return Err(EngineError::NotFound);
        }
        let joining = self.joining.as_mut().ok_or(EngineError::NotFound)?;
        let Way::Kit(kit) = &mut joining.way else {
            return Err(EngineError::NotFound);
        };
        kit.chosen = Some(member);
        kit.others_lost = others_lost;
        joining.request = Some(request);
        joining.passphrase = Zeroizing::new(passphrase.to_owned());
        Ok(kit.entries.clone())
    }

    /// The kit was opened, and waits for the person to say who they are.
    fn is_choosing(&self) -> bool {
        self.joining.as_ref().is_some_and(|joining| {
            joining.request.is_none()
                && matches!(&joining.way, Way::Kit(kit) if !kit.entries.is_empty())
        })
    }
}

/// Everybody whom the kit can bring back, who was first first. Names are not in
/// the roster.
fn found(state: &RosterState) -> RestoreFoundView {
    let mut administrators: Vec<(u64, AdministratorView)> = state
        .members()
        .filter(|(_, record)| record.active && record.administrator)
        .map(|(id, record)| {
            let first = state.devices_of(id).map(|device| device.added).min();
            let devices = state
                .devices_of(id)
                .filter(|device| device.revoked.is_none());
            let view = AdministratorView {
                member: id.to_string(),
                role: role_view(Some(record.role)),
                devices: shown_count(devices.count() as u64),
                founder: first == Some(0),
            };
            (first.unwrap_or(u64::MAX), view)
        })
        .collect();
    administrators.sort_by_key(|(first, _)| *first);
    RestoreFoundView {
        fingerprint: fingerprint_text(&state.fingerprint()),
        administrators: administrators.into_iter().map(|(_, view)| view).collect(),
    }
}

fn problem(error: WordsError) -> EngineError {
    EngineError::RecoveryWords(match error {
        WordsError::Count(count) => RecoveryWordsProblem::Count(shown_count(count as u64)),
        WordsError::Unknown { position } => {
            RecoveryWordsProblem::Unknown(shown_count(position as u64))
        }
        WordsError::Checksum => RecoveryWordsProblem::Checksum,
    })
}
