//! The key of the words for each value of the engine's enums.

use handrail_engine::api::{
    Activity, Circumstance, CircumstanceGroup, DetailField, EncounterKind, ForgetReason,
    ImportColumn, ImportFileProblem, ImportReason, ImportWarningReason, IncompleteWhy,
    IntakeStatus, InvitationState, Language, LateKind, LegalBasis, Link, LogKind, MilestoneEvent,
    ObligationKind, Outcome, PeopleStatus, ProgramStatus, Referrer, Relation, ResourceKind, Role,
    StorageProblem, SyncTrouble, Theme,
};

use super::half_year;

/// How a contact was made.
pub fn kind(kind: EncounterKind) -> &'static str {
    match kind {
        EncounterKind::Bedside => "kind-bedside",
        EncounterKind::Phone => "kind-phone",
        EncounterKind::Text => "kind-text",
        EncounterKind::Video => "kind-video",
        EncounterKind::Community => "kind-community",
        EncounterKind::Custody => "kind-custody",
        EncounterKind::Court => "kind-court",
        EncounterKind::Appointment => "kind-appointment",
        EncounterKind::Group => "kind-group",
        EncounterKind::Other => "kind-other",
    }
}

/// What came of it.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "outcome-reached",
        Outcome::LeftMessage => "outcome-left-message",
        Outcome::NoAnswer => "outcome-no-answer",
        Outcome::NotThere => "outcome-not-there",
        Outcome::DeclinedForNow => "outcome-declined",
    }
}

/// What is owed.
pub fn obligation(kind: ObligationKind) -> &'static str {
    match kind {
        ObligationKind::Daily => "obligation-daily",
        ObligationKind::StepDown => "obligation-step-down",
        ObligationKind::Judge => "obligation-judge",
        ObligationKind::Regular => "obligation-regular",
        ObligationKind::BeforeRelease => "obligation-before-release",
        ObligationKind::AfterRelease => "obligation-after-release",
        ObligationKind::Perinatal => "obligation-perinatal",
        ObligationKind::HandOff => "obligation-hand-off",
        ObligationKind::Court => "obligation-court",
        ObligationKind::GroupFollowUp => "obligation-group",
        ObligationKind::Injection => "obligation-injection",
        ObligationKind::FirstContact => "obligation-first-contact",
        ObligationKind::Watch => "obligation-risk",
    }
}

/// What a day stands for.
pub fn milestone(event: MilestoneEvent) -> &'static str {
    match event {
        MilestoneEvent::Enrolled => "milestone-enrolled",
        MilestoneEvent::SaidNo => "milestone-said-no",
        MilestoneEvent::LeftProgram => "milestone-left-program",
        MilestoneEvent::Overdose => "milestone-overdose",
        MilestoneEvent::FirstAppointment => "milestone-first-appointment",
        MilestoneEvent::InTreatment => "milestone-in-treatment",
        MilestoneEvent::LeftTreatment => "milestone-left-treatment",
        MilestoneEvent::ReturnToUse => "milestone-return-to-use",
        MilestoneEvent::BackInTreatment => "milestone-back-in-treatment",
        MilestoneEvent::SolidFoundation => "milestone-solid-foundation",
        MilestoneEvent::CommunitySupport => "milestone-community-support",
        MilestoneEvent::HandedOff => "milestone-handed-off",
        MilestoneEvent::ReleaseExpected => "milestone-release-expected",
        MilestoneEvent::Released => "milestone-released",
        MilestoneEvent::BackInCustody => "milestone-back-in-custody",
        MilestoneEvent::DueDate => "milestone-due-date",
        MilestoneEvent::Birth => "milestone-birth",
        MilestoneEvent::CourtDate => "milestone-court-date",
        MilestoneEvent::Injection => "milestone-injection",
        MilestoneEvent::InjectionsEnded => "milestone-injections-ended",
        MilestoneEvent::Housed
        | MilestoneEvent::NotHoused
        | MilestoneEvent::InWork
        | MilestoneEvent::NotInWork => half_year::milestone(event),
    }
}

/// Where a call or a referral comes from.
pub fn referrer(referrer: Referrer) -> &'static str {
    match referrer {
        Referrer::Oneself => "referrer-oneself",
        Referrer::Family => "referrer-family",
        Referrer::Hospital => "referrer-hospital",
        Referrer::Ems => "referrer-ems",
        Referrer::Police => "referrer-police",
        Referrer::CrisisService => "referrer-crisis-service",
        Referrer::Custody => "referrer-custody",
        Referrer::TreatmentCourt => "referrer-treatment-court",
        Referrer::Agent => "referrer-agent",
        Referrer::Prosecutor => "referrer-prosecutor",
        Referrer::SocialWorker => "referrer-social-worker",
        Referrer::ServiceFacilitator => "referrer-service-facilitator",
        Referrer::Provider => "referrer-provider",
        Referrer::Community => "referrer-community",
    }
}

/// On what legal ground somebody takes part.
pub fn legal_basis(basis: LegalBasis) -> &'static str {
    match basis {
        LegalBasis::Voluntary => "legal-voluntary",
        LegalBasis::Diversion => "legal-diversion",
        LegalBasis::Sentence => "legal-sentence",
        LegalBasis::Supervision => "legal-supervision",
        LegalBasis::ChildWelfare => "legal-child-welfare",
    }
}

/// What was done together.
pub fn activity(activity: Activity) -> &'static str {
    match activity {
        Activity::SatWith => "activity-sat-with",
        Activity::CheckIn => "activity-check-in",
        Activity::Planning => "activity-planning",
        Activity::Treatment => "activity-treatment",
        Activity::Medication => "activity-medication",
        Activity::Resources => "activity-resources",
        Activity::Advocacy => "activity-advocacy",
        Activity::RecoveryCommunity => "activity-recovery-community",
        Activity::Housing => "activity-housing",
        Activity::Employment => "activity-employment",
        Activity::Transportation => "activity-transportation",
        Activity::Court => "activity-court",
        Activity::Family => "activity-family",
        Activity::LifeSkills => "activity-life-skills",
        Activity::Wellness => "activity-wellness",
        Activity::NaloxoneTraining => "activity-naloxone-training",
    }
}

/// What else is known of a contact.
pub fn circumstance(circumstance: Circumstance) -> &'static str {
    match circumstance {
        Circumstance::AlongCourt => "circumstance-along-court",
        Circumstance::AlongParentingClass => "circumstance-along-parenting-class",
        Circumstance::AlongSelfHelp => "circumstance-along-self-help",
        Circumstance::AlongTreatment => "circumstance-along-treatment",
        Circumstance::AlongMedical => "circumstance-along-medical",
        Circumstance::AlongDental => "circumstance-along-dental",
        Circumstance::AlongResourceCenter => "circumstance-along-resource-center",
        Circumstance::AlongOffice => "circumstance-along-office",
        Circumstance::AlongCoffee => "circumstance-along-coffee",
        Circumstance::WithParamedics => "circumstance-with-paramedics",
        Circumstance::WithFirefighters => "circumstance-with-firefighters",
        Circumstance::WithPolice => "circumstance-with-police",
        Circumstance::WithCrisisTeam => "circumstance-with-crisis-team",
        Circumstance::WithCoach => "circumstance-with-coach",
        Circumstance::AboutChildWelfare => "circumstance-about-child-welfare",
        Circumstance::AboutTreatmentCourt => "circumstance-about-treatment-court",
        Circumstance::AboutJuvenileJustice => "circumstance-about-juvenile-justice",
        Circumstance::AboutProbation => "circumstance-about-probation",
        Circumstance::AboutCustody => "circumstance-about-custody",
        Circumstance::AboutCommunityServices => "circumstance-about-community-services",
        Circumstance::AboutClinic => "circumstance-about-clinic",
        Circumstance::MissedTransport => "circumstance-missed-transport",
        Circumstance::MissedChildCare => "circumstance-missed-child-care",
        Circumstance::MissedWork => "circumstance-missed-work",
        Circumstance::MissedIllness => "circumstance-missed-illness",
        Circumstance::MissedNoPhone => "circumstance-missed-no-phone",
        Circumstance::Intercept0 => "circumstance-intercept-0",
        Circumstance::Intercept1 => "circumstance-intercept-1",
        Circumstance::Intercept2 => "circumstance-intercept-2",
        Circumstance::Intercept3 => "circumstance-intercept-3",
        Circumstance::Intercept4 => "circumstance-intercept-4",
        Circumstance::Intercept5 => "circumstance-intercept-5",
    }
}

/// The question that circumstances answer.
pub fn circumstance_group(group: CircumstanceGroup) -> &'static str {
    match group {
        CircumstanceGroup::Missed => "log-missed",
        CircumstanceGroup::Along => "log-along",
        CircumstanceGroup::With => "log-with",
        CircumstanceGroup::About => "log-about",
        CircumstanceGroup::Intercept => "log-intercept",
    }
}

/// What somebody is to a participant.
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Family => "relation-family",
        Relation::Partner => "relation-partner",
        Relation::Friend => "relation-friend",
        Relation::Sponsor => "relation-sponsor",
        Relation::Peer => "relation-peer",
        Relation::Faith => "relation-faith",
        Relation::OtherSupport => "relation-other-support",
        Relation::Clinic => "relation-clinic",
        Relation::ChildWelfare => "relation-child-welfare",
        Relation::TreatmentCourt => "relation-treatment-court",
        Relation::CommunityServices => "relation-community-services",
        Relation::Probation => "relation-probation",
        Relation::Custody => "relation-custody",
        Relation::Services => "relation-services",
        Relation::OtherProfessional => "relation-other-professional",
    }
}

/// How a participant and somebody around them are in touch.
pub fn link(link: Link) -> &'static str {
    match link {
        Link::InTouch => "link-in-touch",
        Link::Lapsed => "link-lapsed",
        Link::Ended => "link-ended",
    }
}

/// How a participant stands.
pub fn people_status(status: PeopleStatus) -> &'static str {
    match status {
        PeopleStatus::WaitsForIntake => "people-status-waits",
        PeopleStatus::IntakeConfirmed => "people-status-confirmed",
        PeopleStatus::NotReached => "people-status-not-reached",
    }
}

/// What an entry of the directory helps with.
pub fn resource_kind(kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::Treatment => "resource-kind-treatment",
        ResourceKind::SelfHelp => "resource-kind-self-help",
        ResourceKind::HarmReduction => "resource-kind-harm-reduction",
        ResourceKind::Health => "resource-kind-health",
        ResourceKind::Housing => "resource-kind-housing",
        ResourceKind::Food => "resource-kind-food",
        ResourceKind::Transport => "resource-kind-transport",
        ResourceKind::Work => "resource-kind-work",
        ResourceKind::Family => "resource-kind-family",
        ResourceKind::Legal => "resource-kind-legal",
        ResourceKind::Partner => "resource-kind-partner",
        ResourceKind::Other => "resource-kind-other",
    }
}

/// A detail of a participant.
pub fn detail(field: DetailField) -> &'static str {
    match field {
        DetailField::Name => "detail-name",
        DetailField::PreferredName => "detail-preferred-name",
        DetailField::Pronouns => "detail-pronouns",
        DetailField::Phone => "detail-phone",
        DetailField::BirthDate => "detail-birth-date",
        DetailField::Program => "detail-program",
        DetailField::Phase => "detail-phase",
        DetailField::SafeContact => "detail-safe-contact",
        DetailField::NoVoicemail => "detail-no-voicemail",
        DetailField::NotAfter => "detail-not-after",
        DetailField::Language => "detail-language",
        DetailField::Tags => "detail-tags",
    }
}

/// How firm an intake is.
pub fn intake(status: IntakeStatus) -> &'static str {
    match status {
        IntakeStatus::Asked => "intake-asked",
        IntakeStatus::Tentative => "intake-tentative",
        IntakeStatus::Confirmed => "intake-confirmed",
    }
}

/// A role.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Coach => "role-coach",
        Role::VolunteerCoach => "role-volunteer-coach",
        Role::Lead => "role-lead",
        Role::Supervisor => "role-supervisor",
        Role::OnCallSupervisor => "role-on-call-supervisor",
        Role::ClinicalProvider => "role-clinical-provider",
        Role::ProgramManager => "role-program-manager",
        Role::Referrer => "role-referrer",
        Role::AgencyIt => "role-agency-it",
    }
}

/// What a line of the access log says; stands in the copied table, too.
pub fn log_kind(kind: LogKind) -> &'static str {
    match kind {
        LogKind::Opened => "log-opened",
        LogKind::HandedOver => "log-handed-over",
        LogKind::Shared => "accesses-shared",
        LogKind::Emergency => "accesses-emergency",
        LogKind::ShareEnded => "accesses-ended",
        LogKind::Forgotten => "log-forgotten",
        LogKind::KeysRenewed => "log-keys",
        LogKind::DeviceKeysRenewed => "log-device-keys",
        LogKind::RulesSet => "log-rules",
        LogKind::RulesUnset => "log-rules-app",
        LogKind::LogCopied => "log-copied",
        LogKind::KitPrinted => "log-kit",
        LogKind::RequirementsPrinted => "log-requirements",
        LogKind::SayingPrinted => "log-saying",
        LogKind::CardMade => "log-card",
        LogKind::CalendarSaved => "log-calendar",
        LogKind::FiguresSaved => "log-figures",
        LogKind::BillSaved => "log-bill",
        LogKind::PayrollSaved => "log-payroll",
        LogKind::HelpGiven => "log-help",
        LogKind::Founded => "log-founded",
        LogKind::Invited => "log-invited",
        LogKind::DeviceInvited => "log-device-invited",
        LogKind::Withdrawn => "log-withdrawn",
        LogKind::Joined => "log-joined",
        LogKind::DeviceAdded => "log-device-added",
        LogKind::Restored => "log-restored",
        LogKind::DeviceRemoved => "log-device-removed",
        LogKind::Wiped => "log-wiped",
        LogKind::LeaseSet => "log-lease-set",
        LogKind::RoleChanged => "log-role",
        LogKind::Left => "log-left",
        LogKind::CoverBegun => "log-cover",
        LogKind::CoverEnded => "log-cover-ended",
    }
}

/// What a role may read, in one sentence.
pub fn role_reads(role: Role) -> &'static str {
    match role {
        Role::Coach => "role-reads-coach",
        Role::VolunteerCoach => "role-reads-volunteer-coach",
        Role::Lead => "role-reads-lead",
        Role::Supervisor => "role-reads-supervisor",
        Role::OnCallSupervisor => "role-reads-on-call-supervisor",
        Role::ClinicalProvider => "role-reads-clinical-provider",
        Role::ProgramManager => "role-reads-program-manager",
        Role::Referrer => "role-reads-referrer",
        Role::AgencyIt => "role-reads-agency-it",
    }
}

/// A theme.
pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Device => "theme-device",
        Theme::Light => "theme-light",
        Theme::Dark => "theme-dark",
        Theme::HighContrast => "theme-high-contrast",
    }
}

/// A language, in that language.
pub fn language(language: Language) -> &'static str {
    match language {
        Language::English => "language-english",
        Language::Spanish => "language-spanish",
    }
}

/// What became of an invitation.
pub fn invitation(state: InvitationState) -> &'static str {
    match state {
        InvitationState::Open => "invitation-open",
        InvitationState::Used => "invitation-used",
        InvitationState::Expired => "invitation-expired",
        InvitationState::Withdrawn => "invitation-withdrawn",
    }
}

/// Title and explanation of a storage problem.
pub fn storage(problem: StorageProblem) -> (&'static str, &'static str) {
    match problem {
        StorageProblem::Damaged => ("storage-damaged", "storage-damaged-help"),
        StorageProblem::Foreign => ("storage-foreign", "storage-foreign-help"),
        StorageProblem::Newer => ("storage-newer", "storage-newer-help"),
        StorageProblem::Full => ("storage-full", "storage-full-help"),
        StorageProblem::Unavailable => ("storage-unavailable", "storage-unavailable-help"),
        StorageProblem::Io => ("storage-io", "storage-io-help"),
    }
}

/// Title and explanation of trouble with sending.
pub fn trouble(trouble: SyncTrouble) -> (&'static str, &'static str) {
    match trouble {
        SyncTrouble::NotARelay => ("trouble-not-a-relay", "trouble-not-a-relay-help"),
        SyncTrouble::Revoked => ("trouble-revoked", "trouble-revoked-help"),
        SyncTrouble::RelayLostData => ("trouble-lost-data", "trouble-lost-data-help"),
        SyncTrouble::RosterForked => ("trouble-forked", "trouble-forked-help"),
        SyncTrouble::Refused => ("trouble-refused", "trouble-refused-help"),
        SyncTrouble::Quota => ("trouble-quota", "trouble-quota-help"),
        SyncTrouble::RecordsWithheld => ("trouble-withheld", "trouble-withheld-help"),
        SyncTrouble::StorageFull => ("trouble-full", "trouble-full-help"),
        SyncTrouble::StorageFailed => ("trouble-storage", "trouble-storage-help"),
    }
}

/// Why somebody's records here are incomplete.
pub fn incomplete(why: IncompleteWhy) -> &'static str {
    match why {
        IncompleteWhy::Waiting => "incomplete-waiting",
        IncompleteWhy::Hole => "incomplete-hole",
        IncompleteWhy::Aside => "incomplete-aside",
        IncompleteWhy::Withheld => "incomplete-withheld",
    }
}

/// What a column of a file holds.
pub fn column(column: ImportColumn) -> &'static str {
    match column {
        ImportColumn::Detail(field) => detail(field),
        ImportColumn::FirstName => "column-first-name",
        ImportColumn::LastName => "column-last-name",
        ImportColumn::ExternalId => "column-external-id",
        ImportColumn::DischargedOn => "column-discharged-on",
        ImportColumn::IntakeOn => "column-intake-on",
        ImportColumn::IntakeStatus => "column-intake-status",
    }
}

/// Why a row was left out.
pub fn import_reason(reason: ImportReason) -> &'static str {
    match reason {
        ImportReason::NameMissing => "reason-name-missing",
        ImportReason::BadDate => "reason-bad-date",
        ImportReason::BirthInFuture => "reason-birth-in-future",
        ImportReason::BadTime => "reason-bad-time",
        ImportReason::YesOrNo => "reason-yes-or-no",
        ImportReason::BadStatus => "reason-bad-status",
        ImportReason::WrongCellCount => "reason-wrong-cell-count",
        ImportReason::TooLong => "reason-too-long",
        ImportReason::ConfirmedWithoutDate => "reason-confirmed-without-date",
        ImportReason::QuoteNotClosed => "reason-quote-not-closed",
        ImportReason::RepeatedInFile => "reason-repeated",
    }
}

/// What to look at in a row that came in.
pub fn import_warning(reason: ImportWarningReason) -> &'static str {
    match reason {
        ImportWarningReason::ShortRow => "warning-short-row",
        ImportWarningReason::PhoneUnclear => "warning-phone-unclear",
        ImportWarningReason::PhoneDigitsLost => "warning-phone-digits-lost",
    }
}

/// Why a file cannot be read.
pub fn file_problem(problem: ImportFileProblem) -> &'static str {
    match problem {
        ImportFileProblem::Empty => "file-empty",
        ImportFileProblem::NoRows => "file-no-rows",
        ImportFileProblem::TooLarge => "file-too-large",
        ImportFileProblem::TooManyRows => "file-too-many-rows",
        ImportFileProblem::NotText => "file-not-text",
    }
}

/// Why somebody is forgotten.
pub fn forget_reason(reason: ForgetReason) -> &'static str {
    match reason {
        ForgetReason::Retention => "forget-reason-retention",
        ForgetReason::Asked => "forget-reason-asked",
        ForgetReason::Declined => "forget-reason-declined",
        ForgetReason::Mistake => "forget-reason-mistake",
    }
}

/// Whether a program runs.
pub fn program_status(status: ProgramStatus) -> &'static str {
    match status {
        ProgramStatus::Planned => "program-status-planned",
        ProgramStatus::Pilot => "program-status-pilot",
        ProgramStatus::Active => "program-status-active",
        ProgramStatus::Ended => "program-status-ended",
    }
}

/// What a late record is that is no contact.
pub fn late_kind(kind: LateKind) -> &'static str {
    match kind {
        LateKind::Details => "late-rest-details",
        LateKind::Milestone => "late-rest-milestone",
        LateKind::Plan => "late-rest-plan",
        LateKind::Appointment => "late-rest-appointment",
        LateKind::Around => "late-rest-around",
        LateKind::Barc10 => "late-rest-barc10",
        LateKind::PutOff => "late-rest-put-off",
        LateKind::Opened => "late-rest-opened",
        LateKind::Readers => "late-rest-readers",
        LateKind::Other => "late-rest-other",
    }
}
