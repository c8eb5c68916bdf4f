//! Which order goes where.

mod later;

use super::caseload_orders::{adds_data, caseload_command};
use super::drafts::save_draft;
use super::{Engine, State, Turn, gate};
use handrail_sync::SyncInput;

use crate::api::{Command, EngineError, Query, Reply, Request, StorageMeasured, Topic};
use crate::convert::document_id;
use crate::io::RequestId;
use crate::open::Open;
use crate::{accesses, check_ins, consents, inspection, letting_go, programs, ties, views};

/// What a command that is answered at once comes to.
pub(super) type Answer = Result<Reply, EngineError>;

/// Topics that change with participants and contacts.
const CASELOAD: &[Topic] = &[Topic::People, Topic::Encounters];

impl Engine {
    /// Answers one request, now or when its work ends.
    pub(super) fn request(&mut self, id: RequestId, request: Request, turn: &mut Turn<'_>) {
        if self.is_inspected() && !inspection::is_allowed(&request) {
            return turn.reply(id, Err(EngineError::Inspected));
        }
        if !self.is_free() && !gate::is_allowed(&request) {
            return turn.reply(id, Err(EngineError::Locked));
        }
        match request {
            Request::Query(query) => {
                let answer = self.query(query, turn);
                turn.reply(id, answer);
            }
            Request::Command(command) => self.command(id, command, turn),
        }
    }

    fn query(&mut self, query: Query, turn: &Turn<'_>) -> Answer {
        if let Query::Session = query {
            return Ok(Reply::Session(self.session(turn.clock)));
        }
        if let Query::CrisisCard = query {
            return Ok(Reply::CrisisCard(Box::new(self.crisis_card())));
        }
        let config_version = self.config.app_version.clone();
        let own_place = match query {
            Query::Settings => (self.profile, self.nickname(), self.passkey()),
            _ => Default::default(),
        };
        let open = self.opened()?;
        let now = turn.now();
        Ok(match query {
            Query::Session => return Err(EngineError::Locked),
            Query::Today => {
                let view = views::today(open, now)?;
                let only_looks = open.may_only_look();
                Reply::Today(if only_looks {
                    consents::of_today(open, view)?
                } else {
                    view
                })
            }
            Query::People {
                search,
                filter,
                offset,
                limit,
            } => {
                let view = views::people(open, search, &filter, (offset, limit), now)?;
                let only_looks = open.may_only_look();
                Reply::People(if only_looks {
                    consents::of_people(open, view)?
                } else {
                    view
                })
            }
            Query::Person {
                participant,
                timeline_limit,
            } => {
                let document = document_id(&participant)?;
                Reply::Person(Box::new(views::person(
                    open,
                    document,
                    timeline_limit,
                    now,
                )?))
            }
            Query::Encounter {
                participant,
                encounter,
            } => Reply::Encounter(Box::new(views::encounter(
                open,
                document_id(&participant)?,
                &encounter,
            )?)),
            Query::Draft { key } => {
                Reply::Draft(open.store.read().draft(&key)?.map(|draft| draft.json))
            }
            Query::Sync => Reply::Sync(views::sync_view(open)?),
            Query::Settings => {
                let view = views::settings(open, config_version, own_place, turn.clock)?;
                Reply::Settings(Box::new(view))
            }
            Query::CheckIns => Reply::CheckIns(check_ins::view(open)?),
            Query::Programs => Reply::Programs(Box::new(programs::view(open, now)?)),
            Query::ProgramNames => Reply::ProgramNames(open.programs.names(now.local_date())),
            Query::Resembling { details } => Reply::Resembling(views::resembling(open, &details)?),
            other => return later::query(open, other, now),
        })
    }

    fn command(&mut self, id: RequestId, command: Command, turn: &mut Turn<'_>) {
        let answer = match command {
            Command::FoundAgency {
                agency_name,
                own_name,
                passphrase,
                relay,
            } => self.found_agency(&agency_name, &own_name, &passphrase, relay.as_deref(), turn),
            Command::ReadInvitation { link } => joining_answer(&link),
            Command::AcceptInvitation {
                link,
                own_name,
                passphrase,
            } => {
                return self.accept_invitation(id, &link, &own_name, &passphrase, turn);
            }
            Command::ChooseProfile { profile } => self.choose_profile(profile, turn),
            Command::AddProfile => self.add_profile(turn),
            Command::Unlock { passphrase } => self.unlock(&passphrase, turn),
            Command::UnlockWithPin { pin } => self.unlock_with_pin(&pin, turn),
            Command::UnlockWithPasskey { output } => self.unlock_with_passkey(&output, turn),
            Command::ResumeJoining => self.resume_joining(turn),
            Command::AbandonJoining => self.abandon_joining(turn),
            Command::Lock => {
                self.lock_now(turn);
                Ok(Reply::Session(self.session(turn.clock)))
            }
            later @ (Command::StartSample { .. }
            | Command::OpenRecoveryKit { .. }
            | Command::RestoreAdministrator { .. }
            | Command::UnlockWithHelp { .. }
            | Command::EndAbsence { .. }
            | Command::AcknowledgeRemoval { .. }
            | Command::StartInspection { .. }
            | Command::EndInspection { .. }
            | Command::EraseDevice { .. }
            | Command::ImportRun { .. }
            | Command::Invite { .. }
            | Command::InviteDevice { .. }) => return self.later_work(id, later, turn),
            other => self.open_command(other, turn),
        };
        turn.reply(id, answer);
    }

    /// Commands that need an unlocked device and are answered at once.
    fn open_command(&mut self, command: Command, turn: &mut Turn<'_>) -> Answer {
        let clock = turn.clock;
        let open = self.opened()?;
        open.touched_at = clock.monotonic;
        if open.unfinished.is_some() && !matches!(command, Command::KeepAwake) {
            return Err(EngineError::NotAllowed);
        }
        if open.storage.refusing && adds_data(&command) {
            return Err(EngineError::StorageFull);
        }
        if let Some(answer) = caseload_command(open, &command, turn) {
            let answer = answer?;
            self.written(CASELOAD, turn);
            return Ok(answer);
        }
        match command {
            Command::KeepAwake => Ok(Reply::Done),
            Command::NoteOpened { participant } => {
                let document = document_id(&participant)?;
                let mut noted = accesses::note(open, document, turn.now(), turn.rng)?;
                // Its page shows what stands in other records of the same person, too.
                for (other, _) in ties::same(open, &document)? {
                    noted |= accesses::note(open, other, turn.now(), turn.rng)?;
                }
                if noted {
                    self.written(&[Topic::People], turn);
                }
                Ok(Reply::Done)
            }
            Command::SaveDraft { key, json } => save_draft(open, &key, &json, clock.at),
            Command::DiscardDraft { key } => {
                open.store.transaction(|tx| tx.remove_draft(&key))?;
                letting_go::let_go(open, clock.at)?;
                Ok(Reply::Done)
            }
            Command::ConfirmRecoveryKit { words } => self.confirm_recovery_kit(&words, turn),
            Command::ShowRecoveryKit => self.show_recovery_kit(),
            Command::CheckIn(command) => {
                check_ins::order(open, &command, turn.now(), turn.rng)?;
                self.written(&[Topic::Team], turn);
                Ok(Reply::Done)
            }
            Command::SyncNow => {
                self.sync(SyncInput::Resumed, turn);
                Ok(Reply::Done)
            }
            Command::StorageMeasured(StorageMeasured {
                persistent,
                used,
                quota,
            }) => {
                self.storage_measured(persistent, used, quota);
                Ok(Reply::Done)
            }
            other => self.later_command(other, turn),
        }
    }

    /// The unlocked device, or why there is none.
    pub(super) fn opened(&mut self) -> Result<&mut Open, EngineError> {
        match &mut self.state {
            State::Open(open) => Ok(open),
            State::Blocked(problem) => Err(EngineError::Storage(*problem)),
            _ => Err(EngineError::Locked),
        }
    }
}

fn joining_answer(link: &str) -> Answer {
    super::joining::read_link(link).map(Reply::InvitationFound)
}
