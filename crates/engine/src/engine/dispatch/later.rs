//! Orders of screens whose code comes later than that of the first (`assets/later.txt`).
//!
//! They are functions of their own, so that what only they need comes later too.

use handrail_domain::Now;
use handrail_sync::SyncInput;

use super::super::caseload_orders::later_caseload_command;
use super::super::membership_orders::membership_command;
use super::super::{Engine, Turn, help_code};
use super::{Answer, CASELOAD};
use crate::api::{CoachingCommand, Command, EngineError, Query, Reply, Topic};
use crate::convert::document_id;
use crate::inviting::InvitedPerson;
use crate::io::RequestId;
use crate::open::Open;
use crate::{
    agenda, around, attesting, audit, call_outs, card, coach_space, concerns, consents, desk,
    emergencies, forgetting, groups, handing_over, inviting, jobs, matching, numbers, on_call,
    parcels, plan, programs, referrals, removing, resource_links, resources, sayings, scorecards,
    supervision, views, workforce,
};

/// Answers what the first screens never ask.
#[inline(never)]
pub(super) fn query(open: &mut Open, query: Query, now: Now) -> Answer {
    Ok(match query {
        Query::Around { participant } => Reply::Around(Box::new(around::view(open, &participant)?)),
        Query::Plan { participant } => Reply::Plan(Box::new(plan::view(open, &participant, now)?)),
        Query::RecordHistory {
            participant,
            record,
        } => {
            let document = document_id(&participant)?;
            Reply::History(views::history(open, document, &record)?)
        }
        Query::Member { member } => Reply::Member(Box::new(views::member(open, &member)?)),
        Query::Device { device } => Reply::Device(Box::new(views::device(open, &device)?)),
        Query::Team => Reply::Team(views::team(open, now)?),
        Query::Retention { participant } => {
            let document = document_id(&participant)?;
            Reply::Retention(Box::new(forgetting::retention_view(open, &document, now)?))
        }
        Query::Forgetting => Reply::Forgetting(Box::new(forgetting::forgetting_view(open, now)?)),
        Query::PreviewRules { pack } => {
            let view = forgetting::preview(open, pack.as_deref(), now)?;
            Reply::RulesPreview(Box::new(view))
        }
        Query::AccessLog { limit } => Reply::AccessLog(audit::newest(open, limit)?),
        Query::Agenda { participant } => {
            Reply::Agenda(Box::new(agenda::view(open, participant.as_deref(), now)?))
        }
        Query::GroupsDue => Reply::GroupsDue(groups::due(open, now)?),
        Query::ReferralsDue => Reply::ReferralsDue(referrals::due(open, now)?),
        Query::CallOuts { own } => Reply::CallOuts(Box::new(call_outs::view(open, own, now)?)),
        Query::Emergencies => Reply::Emergencies(emergencies::view(open, now)?),
        Query::Matching => Reply::Matching(Box::new(matching::view(open, now)?)),
        Query::Groups => Reply::Groups(Box::new(groups::list(open, now)?)),
        Query::Group { group } => Reply::Group(Box::new(groups::one(open, &group, now)?)),
        Query::Meeting { group, key } => {
            Reply::Meeting(Box::new(groups::sheet(open, &group, key, now)?))
        }
        Query::Sayings { participant } => {
            Reply::Sayings(Box::new(sayings::view(open, &participant)?))
        }
        Query::ResourceLinks { participant } => {
            Reply::ResourceLinks(Box::new(resource_links::view(open, &participant, now)?))
        }
        Query::Supervisions => Reply::Supervisions(Box::new(supervision::list(open, now)?)),
        Query::Supervision { coach } => {
            let view = supervision::view(open, coach.as_deref(), now)?;
            Reply::Supervision(Box::new(view))
        }
        Query::Desk => Reply::Desk(Box::new(desk::view(open)?)),
        Query::CoachSpace => Reply::CoachSpace(Box::new(coach_space::view(open)?)),
        Query::Concerns { participant } => {
            let view = concerns::view(open, participant.as_deref(), now)?;
            Reply::Concerns(Box::new(view))
        }
        Query::Workforce(query) => Reply::Workforce(Box::new(workforce::query(open, &query, now)?)),
        Query::Consents { participant } => {
            Reply::Consents(Box::new(consents::view(open, &participant, now)?))
        }
        Query::Consenting(query) => {
            Reply::Consenting(Box::new(consents::answer(open, &query, now)?))
        }
        Query::OnCall => Reply::OnCall(Box::new(on_call::view(open, now)?)),
        Query::Resources => Reply::Resources(Box::new(resources::view(open, now)?)),
        Query::PreviewProgram(draft) => {
            let view = programs::preview(open, &draft, now)?;
            Reply::ProgramPreview(Box::new(view))
        }
        Query::Numbers => Reply::Numbers(numbers::view(open, now)?),
        Query::Scorecard(query) => Reply::Scorecard(scorecards::answer(open, &query, now)?),
        Query::Referral { participant } => {
            Reply::Referral(Box::new(referrals::view(open, &participant, now)?))
        }
        Query::ImportProgress => Reply::ImportProgress(open.job.as_ref().map(jobs::Job::progress)),
        _ => return Err(EngineError::NotAllowed),
    })
}

impl Engine {
    /// Carries out what is seldom done, and may take long.
    #[inline(never)]
    pub(super) fn later_work(&mut self, id: RequestId, command: Command, turn: &mut Turn<'_>) {
        let answer = match command {
            Command::StartSample { seed } => return self.start_sample(id, seed, turn),
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
            Command::UnlockWithHelp { code, passphrase } => {
                self.unlock_with_help(&code, &passphrase, turn)
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
            _ => Err(EngineError::NotAllowed),
        };
        turn.reply(id, answer);
    }

    /// Carries out what the first screens never order.
    #[inline(never)]
    pub(super) fn later_command(&mut self, command: Command, turn: &mut Turn<'_>) -> Answer {
        let compose = self.config.compose;
        let open = self.opened()?;
        if let Command::Coaching(CoachingCommand::Card(card)) = &command {
            let view = card::order(open, card, compose, turn.now(), turn.rng)?;
            self.written(&[Topic::Team], turn);
            return Ok(Reply::Card(Box::new(view)));
        }
        if let Some(answer) = later_caseload_command(open, &command, turn) {
            let answer = answer?;
            self.written(CASELOAD, turn);
            return Ok(answer);
        }
        match command {
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
            Command::ImportOpen { name, bytes } => jobs::import_open(open, name, bytes),
            Command::ImportCancel => {
                jobs::cancel(self, turn);
                Ok(Reply::Done)
            }
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
            Command::Scorecard(command) => {
                let measure = scorecards::order(open, &command, turn.now(), turn.rng)?;
                self.written(&[Topic::Team], turn);
                Ok(Reply::Measure(measure))
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
            Command::Parcel(command) => {
                let (reply, received) = parcels::order(open, command, turn.now(), turn.rng)?;
                self.handed_over(received, turn);
                Ok(reply)
            }
            Command::KeepPeople(saved) => {
                views::keep_people(open, &saved)?;
                self.written(&[Topic::People], turn);
                Ok(Reply::Done)
            }
            _ => Err(EngineError::NotAllowed),
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
