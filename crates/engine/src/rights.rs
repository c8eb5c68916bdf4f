//! Who may author what, looked at when something is written and when it is read (S4-19).

use handrail_domain::rights::{self, Deed, SetAside, may};
use handrail_domain::supervision;
use handrail_protocol::{DeviceId, MemberId};

use crate::api::{
    CoachSpaceCommand, CoachingCommand, Command, ConcernCommand, DeskCommand, EngineError,
    SetAsideView, SupervisionCommand,
};
use crate::convert::{domain_member, protocol_member, role_to_domain};
use crate::open::Open;
use crate::statements::Said;

/// What an order authors. There is no order for a sanction, a test's result, a report to a court or a
/// forced discharge; whoever adds an order says here what it is, and nothing is left to a rest.
pub fn deed(command: &Command) -> Deed {
    match command {
        Command::Coaching(coaching) => of_coaching(coaching),
        Command::FoundAgency { .. }
        | Command::Invite { .. }
        | Command::InviteDevice { .. }
        | Command::RemoveDevice { .. }
        | Command::WithdrawInvitation { .. }
        | Command::ChangeRole { .. }
        | Command::EndMembership { .. }
        | Command::Cover { .. }
        | Command::EndCover { .. }
        | Command::SetLease { .. }
        | Command::GiveHelpCode { .. }
        | Command::UseProgram(_)
        | Command::HandOver { .. }
        | Command::HandOverMany { .. }
        | Command::ShareRecord { .. }
        | Command::EndShare { .. }
        | Command::Forget { .. }
        | Command::RenewKeys
        | Command::UseRules { .. }
        | Command::SetHold { .. }
        | Command::LiftHold { .. }
        | Command::PublishNumbers { .. }
        | Command::Scorecard(_)
        | Command::RestoreAdministrator { .. } => Deed::RunAgency,
        // Contacts, plans, people and days.
        Command::NoteOpened { .. }
        | Command::AddParticipant { .. }
        | Command::SetDetail { .. }
        | Command::LogEncounter { .. }
        | Command::EditEncounter { .. }
        | Command::VoidEncounter { .. }
        | Command::RestoreEncounter { .. }
        | Command::RecordMilestone { .. }
        | Command::SetIntake { .. }
        | Command::VoidMilestone { .. }
        | Command::Quiet(_)
        | Command::Plan(_)
        | Command::TakeInLate(_)
        | Command::Around(_)
        | Command::Appointment(_)
        | Command::CheckIn(_)
        | Command::Group(_)
        | Command::Parcel(_)
        | Command::Resource(_)
        | Command::ResolveConflict { .. }
        | Command::AskInEmergency { .. }
        | Command::CallOut(_)
        | Command::Referral(_)
        | Command::ForgetUnsent { .. }
        | Command::ImportOpen { .. }
        | Command::ImportRun { .. }
        | Command::ImportCancel
        | Command::NoteExport(_)
        // This device and its lock.
        | Command::ConfirmRecoveryKit { .. }
        | Command::ShowRecoveryKit
        | Command::StartSample { .. }
        | Command::ReadInvitation { .. }
        | Command::AcceptInvitation { .. }
        | Command::OpenRecoveryKit { .. }
        | Command::ResumeJoining
        | Command::AbandonJoining
        | Command::Unlock { .. }
        | Command::Lock
        | Command::StartInspection { .. }
        | Command::EndInspection { .. }
        | Command::EndAbsence { .. }
        | Command::AcknowledgeRemoval { .. }
        | Command::ChooseProfile { .. }
        | Command::AddProfile
        | Command::UnlockWithHelp { .. }
        | Command::UnlockWithPin { .. }
        | Command::SetPin { .. }
        | Command::RemovePin
        | Command::CheckPassphrase { .. }
        | Command::SetPasskey { .. }
        | Command::RemovePasskey
        | Command::UnlockWithPasskey { .. }
        | Command::ChangePassphrase { .. }
        | Command::KeepAwake
        | Command::EraseDevice { .. }
        | Command::SaveDraft { .. }
        | Command::DiscardDraft { .. }
        | Command::SetSetting(_)
        | Command::KeepPeople(_)
        | Command::SyncNow
        | Command::StorageMeasured(_) => Deed::Everyday,
    }
}

fn of_coaching(command: &CoachingCommand) -> Deed {
    match command {
        CoachingCommand::Concern(concern) => of_concern(concern),
        CoachingCommand::Desk(desk) => of_desk(desk),
        CoachingCommand::CoachSpace(command) => of_coach_space(command),
        CoachingCommand::Supervision(supervision) => of_supervision(supervision),
        CoachingCommand::Matching(_)
        | CoachingCommand::Tie(_)
        | CoachingCommand::Saying(_)
        | CoachingCommand::ResourceLink(_)
        | CoachingCommand::Exit { .. }
        | CoachingCommand::Card(_)
        | CoachingCommand::Workforce(_)
        | CoachingCommand::Consent(_)
        | CoachingCommand::OnCall(_) => Deed::Everyday,
    }
}

fn of_concern(command: &ConcernCommand) -> Deed {
    match command {
        ConcernCommand::Raise { .. }
        | ConcernCommand::Add { .. }
        | ConcernCommand::TakeBack { .. } => Deed::Raise,
        ConcernCommand::Seen { .. } => Deed::See,
        ConcernCommand::Decide { .. } => Deed::Decide,
        ConcernCommand::Told { .. } => Deed::Told,
        ConcernCommand::OwnReport { .. } => Deed::OwnReport,
        ConcernCommand::SetChain { .. } | ConcernCommand::SetLines(_) => Deed::SetConcerns,
    }
}

fn of_supervision(command: &SupervisionCommand) -> Deed {
    match command {
        SupervisionCommand::Hold { .. }
        | SupervisionCommand::Sign { .. }
        | SupervisionCommand::TakeBack { .. } => Deed::Supervise,
        SupervisionCommand::Bring { .. } | SupervisionCommand::Lift { .. } => Deed::BringUp,
        // The shelf is on this device and nowhere else.
        SupervisionCommand::Keep { .. } | SupervisionCommand::Drop { .. } => Deed::Everyday,
    }
}

fn of_desk(command: &DeskCommand) -> Deed {
    match command {
        DeskCommand::Open | DeskCommand::Name { .. } | DeskCommand::End { .. } => Deed::SetConcerns,
        DeskCommand::CareLevel { .. } | DeskCommand::Told { .. } => Deed::CareLevel,
        DeskCommand::LegalReport { .. } => Deed::LegalReport,
    }
}

fn of_coach_space(command: &CoachSpaceCommand) -> Deed {
    match command {
        // Who begins it is looked at where it is done.
        CoachSpaceCommand::Open
        | CoachSpaceCommand::Say { .. }
        | CoachSpaceCommand::TakeBack { .. }
        | CoachSpaceCommand::Looked { .. } => Deed::AmongCoaches,
        CoachSpaceCommand::PutAway { .. } => Deed::PutAway,
    }
}

/// Refuses an order whose deed is not for this member's role. What everybody does is looked at where it
/// is done.
///
/// # Errors
/// `NotAllowed`.
pub fn check_order(open: &Open, command: &Command) -> Result<(), EngineError> {
    match deed(command) {
        Deed::Everyday | Deed::RunAgency => Ok(()),
        deed => check(open, deed),
    }
}

/// Refuses what this member's role may not author.
///
/// # Errors
/// `NotAllowed`.
pub fn check(open: &Open, deed: Deed) -> Result<(), EngineError> {
    if has(open, deed) {
        Ok(())
    } else {
        Err(EngineError::NotAllowed)
    }
}

/// Whether this member's role may author it.
pub fn has(open: &Open, deed: Deed) -> bool {
    let role = open.roster.role_of(&open.identity.member);
    role.is_some_and(|role| may(role_to_domain(role), deed))
}

/// What was said, with the role that counts for each: the one that its author has, or one that they
/// had and that may say so. A supervisor who became a coach said what they said.
pub fn weighed<'a>(open: &Open, said: &'a [Said]) -> Vec<rights::Said<'a>> {
    said.iter()
        .map(|one| rights::Said {
            statement: &one.statement,
            by: one.member.map(domain_member),
            role: role_of(open, one),
        })
        .collect()
}

fn role_of(open: &Open, said: &Said) -> Option<handrail_domain::Role> {
    let now = said.role.map(role_to_domain)?;
    let deed = match said.statement.code.as_str() {
        // A coach only signs: what a supervisor wrote down and took back is weighed as theirs.
        supervision::HELD | supervision::BACK => Deed::Decide,
        code => Deed::of_code(code)?,
    };
    if may(now, deed) {
        return Some(now);
    }
    let device = DeviceId::from_bytes(*said.statement.device.as_bytes());
    let began = open.roster.device(&device)?.added;
    let earlier = (began..=open.roster.head().n)
        .filter_map(|n| open.roster.office_at(&device, n))
        .map(|office| role_to_domain(office.role))
        .find(|role| may(*role, deed));
    earlier.or(Some(now))
}

/// Members who see to concerns, as long as they belong to the agency.
pub fn supervisors(open: &Open) -> impl Iterator<Item = MemberId> {
    open.roster.members().filter_map(|(id, member)| {
        let sees = member.active && may(role_to_domain(member.role), Deed::See);
        sees.then_some(id)
    })
}

/// What supervisors are shown of a statement that does not count.
pub fn aside_view(open: &Open, name: &str, aside: &SetAside) -> SetAsideView {
    let by = aside.by.map(protocol_member);
    SetAsideView {
        name: name.to_owned(),
        deed: Deed::of_code(&aside.code).map_or("", Deed::code).to_owned(),
        by: by.map(|by| open.member_name(&by)).unwrap_or_default(),
        at: aside.at.millis(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every name that the enum has, out of what its reader says of one that it does not have.
    fn names<T: serde::de::DeserializeOwned + std::fmt::Debug>() -> Vec<String> {
        let said = serde_json::from_str::<T>("\"?\"").unwrap_err().to_string();
        let known = said.split('`').skip(3).step_by(2);
        known.map(str::to_owned).collect()
    }

    #[test]
    fn s4_19_no_order_is_there_for_what_nobody_may_author() {
        let mut all = names::<Command>();
        assert!(all.len() > 70, "{}", all.len());
        all.extend(names::<CoachingCommand>());
        all.extend(names::<ConcernCommand>());
        all.extend(names::<DeskCommand>());
        all.extend(names::<CoachSpaceCommand>());
        all.extend(names::<SupervisionCommand>());
        for word in [
            "Sanction",
            "TestResult",
            "Compliance",
            "CourtReport",
            "Discharge",
        ] {
            assert!(!all.iter().any(|name| name.contains(word)), "{word}");
        }
        println!(
            "{} orders, none of them for {:?}",
            all.len(),
            rights::NOBODYS
        );
    }

    #[test]
    fn s4_22_s4_23_what_is_written_on_the_desk_no_coach_may_order_and_the_own_report_every_coach() {
        let text = String::new;
        let level = DeskCommand::CareLevel {
            participant: text(),
            edition: text(),
            level: text(),
            given_by: text(),
            words: text(),
        };
        let report = DeskCommand::LegalReport {
            participant: text(),
            to: text(),
            made_by: text(),
            reference: text(),
            words: text(),
        };
        let own = ConcernCommand::OwnReport {
            participant: text(),
            concern: None,
            line: text(),
        };
        let of = |command| deed(&Command::Coaching(command));
        for role in [
            handrail_domain::Role::Coach,
            handrail_domain::Role::VolunteerCoach,
            handrail_domain::Role::Lead,
        ] {
            assert!(!may(role, of(CoachingCommand::Desk(level.clone()))));
            assert!(!may(role, of(CoachingCommand::Desk(report.clone()))));
            assert!(may(role, of(CoachingCommand::Concern(own.clone()))));
        }
    }
}
