//! Which order goes where.

use super::caseload_orders::{adds_data, caseload_command};
use super::drafts::save_draft;
use super::membership_orders::membership_command;
use super::{Engine, State, Turn, gate, help_code};
use handrail_sync::SyncInput;

use crate::api::{Command, EngineError, Query, Reply, Request, StorageMeasured, Topic};
use crate::convert::document_id;
use crate::inviting::InvitedPerson;
use crate::io::RequestId;
use crate::open::Open;
use crate::{
    accesses, agenda, around, attesting, audit, call_outs, check_ins, emergencies, forgetting,
    groups, handing_over, inspection, inviting, jobs, letting_go, numbers, plan, programs,
    referrals, removing, resources, views,
};

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
        let config_version = self.config.app_version.clone();
        let own_place = match query {
            Query::Settings => (self.profile, self.nickname(), self.passkey()),
            _ => Default::default(),
        };
        let open = self.opened()?;
        let now = turn.now();
        Ok(match query {
            Query::Session => return Err(EngineError::Locked),
            Query::Today => Reply::Today(views::today(open, now)?),
            Query::People {
                search,
                filter,
                offset,
                limit,
            } => Reply::People(views::people(open, search, &filter, (offset, limit), now)?),
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
            Query::Around { participant } => {
                Reply::Around(Box::new(around::view(open, &participant)?))
            }
            Query::Plan { participant } => Reply::Plan(Box::new(plan::view(open, &participant)?)),
            Query::RecordHistory {
                participant,
                record,
            } => {
                let document = document_id(&participant)?;
                Reply::History(views::history(open, document, &record)?)
            }
            Query::Draft { key } => {
                Reply::Draft(open.store.read().draft(&key)?.map(|draft| draft.json))
            }
            Query::Sync => Reply::Sync(views::sync_view(open)?),
            Query::Settings => {
                let view = views::settings(open, config_version, own_place, turn.clock)?;
                Reply::Settings(Box::new(view))
            }
            Query::Member { member } => Reply::Member(Box::new(views::member(open, &member)?)),
            Query::Device { device } => Reply::Device(Box::new(views::device(open, &device)?)),
            Query::Team => Reply::Team(views::team(open, now)?),
            Query::Retention { participant } => {
                let document = document_id(&participant)?;
                Reply::Retention(Box::new(forgetting::retention_view(open, &document, now)?))
            }
            Query::Forgetting => {
                Reply::Forgetting(Box::new(forgetting::forgetting_view(open, now)?))
            }
            Query::PreviewRules { pack } => {
                let view = forgetting::preview(open, pack.as_deref(), now)?;
                Reply::RulesPreview(Box::new(view))
            }
            Query::AccessLog { limit } => Reply::AccessLog(audit::newest(open, limit)?),
            Query::Agenda { participant } => {
                Reply::Agenda(Box::new(agenda::view(open, participant.as_deref(), now)?))
            }
            Query::CheckIns => Reply::CheckIns(check_ins::view(open)?),
            Query::Groups => Reply::Groups(Box::new(groups::list(open, now)?)),
            Query::Group { group } => Reply::Group(Box::new(groups::one(open, &group, now)?)),
            Query::Meeting { group, key } => {
                Reply::Meeting(Box::new(groups::sheet(open, &group, key, now)?))
            }
            Query::GroupsDue => Reply::GroupsDue(groups::due(open, now)?),
            Query::Resources => Reply::Resources(Box::new(resources::view(open, now)?)),
            Query::Programs => Reply::Programs(Box::new(programs::view(open, now)?)),
            Query::PreviewProgram(draft) => {
                let view = programs::preview(open, &draft, now)?;
                Reply::ProgramPreview(Box::new(view))
            }
            Query::Numbers => Reply::Numbers(numbers::view(open, now)?),
            Query::ReferralsDue => Reply::ReferralsDue(referrals::due(open, now)?),
            Query::Resembling { details } => Reply::Resembling(views::resembling(open, &details)?),
            Query::Referral { participant } => {
                Reply::Referral(Box::new(referrals::view(open, &participant, now)?))
            }
            Query::CallOuts { own } => Reply::CallOuts(Box::new(call_outs::view(open, own, now)?)),
            Query::Emergencies => Reply::Emergencies(emergencies::view(open, now)?),
            Query::ImportProgress => {
                Reply::ImportProgress(open.job.as_ref().map(jobs::Job::progress))
            }
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
            Command::StartSample { seed } => return self.start_sample(id, seed, turn),
            Command::ReadInvitation { link } => joining_answer(&link),
            Command::AcceptInvitation {
                link,
                own_name,
                passphrase,
            } => {
                return self.accept_invitation(id, &link, &own_name, &passphrase, turn);
            }
            Command::OpenRecoveryKit { relay, words } => {
                return self.open_recovery_kit(id, &relay, &words, turn);
            }
            Command::RestoreAdministrator {
                member,
                others_lost,
                passphrase,
            } => {
                return self.restore_administrator(id, &member, others_lost, &passphrase, turn);
            }
            Command::ChooseProfile { profile } => self.choose_profile(profile, turn),
            Command::AddProfile => self.add_profile(turn),
            Command::Unlock { passphrase } => self.unlock(&passphrase, turn),
            Command::UnlockWithHelp { code, passphrase } => {
                self.unlock_with_help(&code, &passphrase, turn)
            }
            Command::UnlockWithPin { pin } => self.unlock_with_pin(&pin, turn),
            Command::UnlockWithPasskey { output } => self.unlock_with_passkey(&output, turn),
            Command::ResumeJoining => self.resume_joining(turn),
            Command::AbandonJoining => self.abandon_joining(turn),
            Command::Lock => {
                self.lock_now(turn);
                Ok(Reply::Session(self.session(turn.clock)))
            }
            Command::EndAbsence { code } => self.end_absence(&code, turn),
            Command::AcknowledgeRemoval { profile } => self.acknowledge_removal(profile, turn),
            Command::StartInspection { participant, code } => {
                self.start_inspection(participant.as_deref(), &code, turn)
            }
            Command::EndInspection { code } => self.end_inspection(&code, turn),
            Command::EraseDevice { typed_name } => self.erase_device(&typed_name, turn),
            Command::ImportRun { mapping } => return self.import_run(id, &mapping, turn),
            Command::Invite { role, valid_hours } => {
                return self.invite(id, InvitedPerson::New(role), valid_hours, turn);
            }
            Command::InviteDevice {
                member,
                valid_hours,
            } => match member.parse() {
                Ok(member) => {
                    return self.invite(id, InvitedPerson::Device(member), valid_hours, turn);
                }
                Err(_) => Err(EngineError::NotFound),
            },
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
                if accesses::note(open, document, turn.now(), turn.rng)? {
                    self.written(&[Topic::People], turn);
                }
                Ok(Reply::Done)
            }
            Command::GiveHelpCode { request } => {
                let (device, view) = help_code(open, &request)?;
                audit::note(open, audit::help_given(device), turn.now(), turn.rng)?;
                self.written(&[Topic::Team], turn);
                Ok(Reply::HelpCode(view))
            }
            Command::NoteExport(export) => {
                audit::note(open, audit::exported(export), turn.now(), turn.rng)?;
                self.written(&[Topic::Team], turn);
                Ok(Reply::Done)
            }
            Command::SaveDraft { key, json } => save_draft(open, &key, &json, clock.at),
            Command::DiscardDraft { key } => {
                open.store.transaction(|tx| tx.remove_draft(&key))?;
                letting_go::let_go(open, clock.at)?;
                Ok(Reply::Done)
            }
            Command::ImportOpen { name, bytes } => jobs::import_open(open, name, bytes),
            Command::ImportCancel => {
                jobs::cancel(self, turn);
                Ok(Reply::Done)
            }
            Command::ConfirmRecoveryKit { words } => self.confirm_recovery_kit(&words, turn),
            Command::ShowRecoveryKit => self.show_recovery_kit(),
            Command::WithdrawInvitation { invitation } => {
                inviting::withdraw(open, &invitation)?;
                self.written(&[Topic::Settings], turn);
                Ok(Reply::Done)
            }
            Command::RemoveDevice { device } => {
                removing::remove(open, &device, turn.rng)?;
                attesting::note_taken_out(open, turn.now())?;
                self.written(&[Topic::Settings], turn);
                self.sync(SyncInput::LocalChange, turn);
                Ok(Reply::Done)
            }
            Command::ChangeRole { .. }
            | Command::EndMembership { .. }
            | Command::Cover { .. }
            | Command::EndCover { .. }
            | Command::SetLease { .. } => {
                membership_command(open, &command, turn)?;
                self.written(&[Topic::Team, Topic::Settings], turn);
                Ok(Reply::Done)
            }
            Command::AskInEmergency {
                coach,
                name,
                reason,
            } => {
                emergencies::ask(open, (&coach, &name, &reason), turn.now(), turn.rng)?;
                self.written(&[Topic::Team], turn);
                Ok(Reply::Done)
            }
            Command::CallOut(command) => {
                let done = call_outs::order(open, &command, turn.now(), turn.rng)?;
                self.written(&[Topic::People, Topic::Encounters, Topic::Team], turn);
                Ok(Reply::CallOut(done))
            }
            Command::CheckIn(command) => {
                check_ins::order(open, &command, turn.now(), turn.rng)?;
                self.written(&[Topic::Team], turn);
                Ok(Reply::Done)
            }
            Command::Group(command) => {
                let done = groups::order(open, &command, turn.now(), turn.rng);
                self.written(&[Topic::People, Topic::Encounters, Topic::Team], turn);
                self.sync(SyncInput::LocalChange, turn);
                done.map(|()| Reply::Done)
            }
            Command::Resource(command) => {
                resources::order(open, &command, turn.now(), turn.rng)?;
                self.written(&[Topic::Team], turn);
                Ok(Reply::Done)
            }
            Command::PublishNumbers { month } => {
                numbers::publish(open, &month, turn.now())?;
                self.written(&[Topic::Team], turn);
                Ok(Reply::Done)
            }
            Command::HandOverMany { to, reason } => {
                let now = turn.now();
                let done = handing_over::hand_over_many(open, &to, &reason, now, turn.rng);
                self.written(CASELOAD, turn);
                done.map(|()| Reply::Done)
            }
            Command::Forget { .. }
            | Command::ForgetUnsent { .. }
            | Command::RenewKeys
            | Command::UseRules { .. }
            | Command::SetHold { .. }
            | Command::LiftHold { .. } => {
                let now = turn.now();
                forgetting_command(open, &command, now, turn)?;
                self.written(&[Topic::People, Topic::Encounters, Topic::Team], turn);
                Ok(Reply::Done)
            }
            Command::SetSetting(change) => {
                let done = self.set_setting(&change, turn)?;
                Ok(self.attested(done, turn))
            }
            Command::SetPin { passphrase, pin } => {
                let done = self.set_pin(&passphrase, &pin, turn)?;
                Ok(self.attested(done, turn))
            }
            Command::RemovePin => {
                let done = self.remove_pin()?;
                Ok(self.attested(done, turn))
            }
            Command::CheckPassphrase { passphrase } => self.check_own_passphrase(&passphrase, turn),
            Command::SetPasskey {
                passphrase,
                credential,
                output,
            } => {
                let output = zeroize::Zeroizing::new(output);
                let done = self.set_passkey(&passphrase, credential, &output, turn)?;
                Ok(self.attested(done, turn))
            }
            Command::RemovePasskey => {
                let done = self.remove_passkey()?;
                Ok(self.attested(done, turn))
            }
            Command::ChangePassphrase { current, new } => {
                let done = self.change_passphrase(&current, &new, turn)?;
                Ok(self.attested(done, turn))
            }
            Command::KeepPeople(saved) => {
                views::keep_people(open, &saved)?;
                self.written(&[Topic::People], turn);
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
            _ => Err(EngineError::NotAllowed),
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

fn forgetting_command(
    open: &mut Open,
    command: &Command,
    now: handrail_domain::Now,
    turn: &mut Turn<'_>,
) -> Result<(), EngineError> {
    match command {
        Command::Forget {
            participant,
            reason,
        } => forgetting::order(open, participant, *reason, now, turn.rng),
        Command::RenewKeys => crate::renewing::ask(open),
        Command::UseRules { pack } => forgetting::use_rules(open, pack.as_deref(), now, turn.rng),
        Command::ForgetUnsent { participant } => {
            forgetting::let_go_of_unsent(open, participant, now.at.millis())
        }
        Command::SetHold {
            participant,
            reason,
        } => forgetting::set_hold(open, participant, reason, now, turn.rng),
        Command::LiftHold {
            participant,
            hold,
            reason,
        } => forgetting::lift_hold(open, participant, hold, reason, now, turn.rng),
        _ => Err(EngineError::NotAllowed),
    }
}

fn joining_answer(link: &str) -> Answer {
    super::joining::read_link(link).map(Reply::InvitationFound)
}
