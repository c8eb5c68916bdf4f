//! Made-up views of a made-up agency.

use handrail_engine::api::{
    AccessView, Activity, Because, Begins, CaseloadRead, CheckInKnown, CheckInView, CheckInsView,
    CoachRow, ConflictVersion, ConflictView, Connection, ContactFigures, CoverView, CrisisCardView,
    Delivery, DepartureView, DetailField, DevicePageView, DeviceState, DeviceView, DraftKind,
    DraftRow, DutyView, EmergenciesView, EmergencyState, EmergencyView, EncounterKind,
    EncounterView, EndsBy, FiguresView, ForgetReason, ForgottenView, GateView, GateWhy, GuestView,
    HandOverView, Hushed, InspectedPersonView, InspectionView, IntakeStatus, InvitationState,
    InvitationView, KeepingView, LateKind, LateRestView, LateView, LetInView, LocalDate, LogKind,
    LogView, Look, MemberChoice, MemberPageView, MemberPerson, MemberView, MilestoneEvent,
    MilestoneInput, MilestoneView, MonthView, NumbersView, Obligation, ObligationKind,
    ObligationRow, ObligationState, Outcome, OwedReason, OwedRow, PeopleFilter, PeopleRow,
    PeopleStatus, PeopleView, PersonView, ProfileView, Query, ReachedBy, RecoveryKitView,
    RemovedView, Reply, Return, Role, SafeContactView, SavedPeople, SessionView, SettingsView,
    SheetView, Stage, StorageView, SyncState, SyncView, TakeInLate, TakenInView, TeamEncounterRow,
    TeamView, Theme, TodayView, TreatmentStanding, UnlockedView, VoidView, WipedView,
};

use crate::stage::NOW;

#[path = "around.rs"]
pub mod around;
#[path = "billing.rs"]
pub mod billing;
#[path = "calendar.rs"]
pub mod calendar;
#[path = "call_outs.rs"]
pub mod call_outs;
#[path = "cards.rs"]
pub mod cards;
#[path = "coach_space.rs"]
pub mod coach_space;
#[path = "coaching.rs"]
pub mod coaching;
#[path = "concerns.rs"]
pub mod concerns;
#[path = "consents.rs"]
pub mod consents;
#[path = "forgetting.rs"]
pub mod forgetting;
#[path = "groups.rs"]
pub mod groups;
#[path = "imports.rs"]
pub mod imports;
#[path = "late.rs"]
pub mod late;
#[path = "on_call.rs"]
pub mod on_call;
#[path = "parcels.rs"]
pub mod parcels;
#[path = "plan.rs"]
pub mod plan;
#[path = "programs.rs"]
pub mod programs;
#[path = "resources.rs"]
pub mod resources;
#[path = "scorecards.rs"]
pub mod scorecards;
#[path = "workforce.rs"]
pub mod workforce;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// A coach at work.
pub fn unlocked() -> SessionView {
    SessionView::Unlocked(Box::new(worker()))
}

/// The coach.
pub fn worker() -> UnlockedView {
    UnlockedView {
        member: "aa".repeat(16),
        own_name: "Marisol Reyes".to_owned(),
        role: Role::Coach,
        administrator: true,
        agency_name: "Lantern Street Recovery".to_owned(),
        sample: false,
        local_only: false,
        recovery_unconfirmed: false,
        auto_lock_minutes: 5,
        days_until_away: None,
        language: None,
        theme: Theme::Device,
    }
}

/// Why an unlocked device shows nothing.
pub fn gated(why: GateWhy) -> SessionView {
    SessionView::Gated(Box::new(GateView {
        why,
        language: None,
        theme: Theme::Device,
    }))
}

/// Too long without contact.
pub fn away() -> SessionView {
    gated(GateWhy::Away {
        days: 30,
        waiting: 2,
        help_request: Some("60667684-3-5".to_owned()),
    })
}

/// Taken out and wiped.
pub fn removed() -> SessionView {
    SessionView::Removed(RemovedView {
        profile: 2,
        nickname: "Night shift".to_owned(),
        others: true,
        left_behind: 1,
        carried: 2,
        language: None,
        theme: Theme::Device,
    })
}

/// A device, in use or taken out.
pub fn device_page(is_out: bool) -> DevicePageView {
    let mut page = member();
    let device = page.devices.swap_remove(if is_out { 2 } else { 0 });
    DevicePageView {
        device,
        member: page.member,
        member_name: page.name,
        role: Role::Coach,
        may_take_out: true,
        state: Some(KeepingView {
            at: NOW - 50 * HOUR,
            memory_mib: 64,
            passes: 3,
            pin: true,
            passkey: Some(false),
            lease_days: Some(30),
            auto_lock_minutes: 5,
            version: "0.1.0".to_owned(),
        }),
        reads: page.reads,
        groups: page.groups,
        coach_space: page.coach_space,
        lease_days: 30,
        sheet: is_out.then(|| SheetView {
            by: "Ana Whitfield".to_owned(),
            entry: 41,
            at: Some(NOW - HOUR),
            heard_at: Some(NOW - 30 * HOUR),
            missing: 1,
            people: vec![
                "Dee Okafor".to_owned(),
                "Guadalupe Maximiliana Fernández-Villanueva de la Torre".to_owned(),
                "Jo Park".to_owned(),
                "Ray Lindqvist".to_owned(),
            ],
            unnamed: 1,
            rotated: vec!["Devon Blake".to_owned()],
            agency_key: true,
            coaches_key: true,
            wiped: Some(WipedView {
                at: NOW - HOUR / 2,
                left: 0,
                heard_at: NOW - HOUR / 3,
            }),
        }),
        late: if is_out {
            vec![LateView {
                participant: "01".repeat(16),
                name: "Jo Park".to_owned(),
                kind: EncounterKind::Phone,
                outcome: Outcome::Reached,
                figures: ContactFigures {
                    minutes: 35,
                    activities: vec![Activity::CheckIn],
                    circumstances: Vec::new(),
                    naloxone_kits: 2,
                    miles_tenths: 125,
                },
                at: NOW - 26 * HOUR,
                written_at: NOW - 25 * HOUR,
                note: "Called about the apartment.".to_owned(),
                arrived_at: NOW - HOUR,
                corrects: true,
                disputed: vec![ConflictView {
                    record: "01J00000000000000000000000".to_owned(),
                    field: "note".to_owned(),
                    versions: vec![
                        ConflictVersion {
                            value: "Called about the apartment.".to_owned(),
                            author: "Devon Blake".to_owned(),
                            at: NOW - 25 * HOUR,
                        },
                        ConflictVersion {
                            value: "Called about the room.".to_owned(),
                            author: "Ana Whitfield".to_owned(),
                            at: NOW - 2 * HOUR,
                        },
                    ],
                }],
                withdrawn: false,
                taken_in: Vec::new(),
                take_in: Some(TakeInLate {
                    device: "0d".repeat(16),
                    participant: "01".repeat(16),
                    entry: "01J00000000000000000000000".to_owned(),
                    item: "ee".repeat(32),
                }),
            }]
        } else {
            Vec::new()
        },
        late_records: if is_out { late::records() } else { Vec::new() },
        late_rest: if is_out {
            vec![
                LateRestView {
                    participant: "01".repeat(16),
                    name: "Jo Park".to_owned(),
                    kind: LateKind::Barc10,
                    count: 2,
                },
                LateRestView {
                    participant: "02".repeat(16),
                    name: "Ray Lindqvist".to_owned(),
                    kind: LateKind::Opened,
                    count: 1,
                },
            ]
        } else {
            Vec::new()
        },
        late_others: u32::from(is_out),
    }
}

/// Who opened records.
pub fn accesses() -> Vec<AccessView> {
    let access = |name: &str, by: &str, hours: i64| AccessView {
        access: format!("01{hours}"),
        participant: "01".repeat(16),
        name: name.to_owned(),
        by: by.to_owned(),
        own: by.is_empty(),
        device: "Office desk".to_owned(),
        at: NOW - hours * HOUR,
        let_in: None,
    };
    let let_in = AccessView {
        access: "01L".to_owned(),
        let_in: Some(LetInView {
            name: "Keisha Coleman-Fitzgerald".to_owned(),
            until: Some(NOW + 11 * HOUR),
            emergency: true,
            reason: "The ED called: found down, no answer from the coach.".to_owned(),
        }),
        ..access("Dee Okafor", "Ana Whitfield", 1)
    };
    vec![
        let_in,
        access("Dee Okafor", "Ana Whitfield", 2),
        access("Ray Lindqvist", "", 30),
    ]
}

fn guest(name: &str, emergency: bool) -> GuestView {
    GuestView {
        member: name.to_owned(),
        name: name.to_owned(),
        own: false,
        until: NOW + 11 * HOUR,
        emergency,
        reason: "The ED called: found down, no answer from the coach.".to_owned(),
        may_end: true,
    }
}

/// What was asked for in emergencies.
pub fn emergencies() -> EmergenciesView {
    let request = |id: &str, name: &str, state| EmergencyView {
        id: id.to_owned(),
        by: "Keisha Coleman-Fitzgerald".to_owned(),
        own: true,
        coach: "Devon Blake".to_owned(),
        name: name.to_owned(),
        reason: "The ED called: found down, no answer from the coach.".to_owned(),
        at: NOW - HOUR,
        state,
    };
    EmergenciesView {
        coaches: vec![choice("ad", "Devon Blake")],
        requests: vec![
            request(
                "01A",
                "Dee Okafor",
                EmergencyState::Open {
                    participant: "01".repeat(16),
                    until: NOW + 11 * HOUR,
                },
            ),
            request("01B", "Jo", EmergencyState::NotFound),
        ],
    }
}

/// Two months, one of them told.
pub fn numbers() -> NumbersView {
    let figures = FiguresView {
        people: Some(48),
        reached: Some(41),
        contacts: Some(316),
        days_owed: Some(122),
        days_kept: None,
    };
    NumbersView {
        may_publish: true,
        months: vec![
            MonthView {
                month: "2026-10".to_owned(),
                counted: Some(figures.clone()),
                told: None,
                as_of: String::new(),
                by: String::new(),
                is_current: false,
                outreach: Some(coaching::outreach_count()),
            },
            MonthView {
                month: "2026-09".to_owned(),
                counted: Some(figures.clone()),
                told: Some(figures),
                as_of: "2026-10-02".to_owned(),
                by: "Ana Whitfield".to_owned(),
                is_current: true,
                outreach: None,
            },
        ],
    }
}

/// Somebody of another role.
pub fn as_role(role: Role) -> SessionView {
    SessionView::Unlocked(Box::new(UnlockedView {
        role,
        administrator: false,
        ..worker()
    }))
}

/// The access log of a supervisor.
pub fn access_log() -> Vec<LogView> {
    let line = |kind: LogKind, by: &str, hours: i64| LogView {
        id: format!("{kind:?}"),
        kind,
        at: (hours < 1000).then_some(NOW - hours * HOUR),
        by: by.to_owned(),
        own: by.is_empty(),
        device: "Office desk".to_owned(),
        about: "Devon Blake".to_owned(),
        coach: "Marisol Reyes".to_owned(),
        role: None,
        participant: "01".repeat(16),
        name: "Dee Okafor".to_owned(),
        rows: 12,
        until: None,
        reason: String::new(),
        forgotten: None,
    };
    vec![
        LogView {
            about: "Keisha Coleman-Fitzgerald".to_owned(),
            until: Some(NOW + 11 * HOUR),
            reason: "The ED called: found down, no answer from the coach.".to_owned(),
            ..line(LogKind::Emergency, "Ana Whitfield", 1)
        },
        line(LogKind::Opened, "Ana Whitfield", 2),
        LogView {
            name: String::new(),
            about: String::new(),
            forgotten: Some(ForgottenView {
                reason: ForgetReason::Asked,
                waiting: 2,
                complete: false,
            }),
            ..line(LogKind::Forgotten, "Ana Whitfield", 3)
        },
        line(LogKind::KeysRenewed, "", 4),
        line(LogKind::HelpGiven, "", 5),
        LogView {
            role: Some(Role::Lead),
            ..line(LogKind::RoleChanged, "Ana Whitfield", 29)
        },
        line(LogKind::CoverBegun, "", 40),
        line(LogKind::HandedOver, "Ana Whitfield", 51),
        line(LogKind::LogCopied, "Ana Whitfield", 60),
        LogView {
            role: Some(Role::Coach),
            device: String::new(),
            ..line(LogKind::Invited, "Ana Whitfield", 1000)
        },
    ]
}

/// A device in other hands.
pub fn inspected() -> InspectionView {
    InspectionView {
        person: Some(InspectedPersonView {
            name: "Jo Park".to_owned(),
            pronouns: "they/them".to_owned(),
            safe_contact: SafeContactView {
                words: String::new(),
                no_voicemail: true,
                not_after: None,
            },
        }),
        language: None,
        theme: Theme::Device,
    }
}

/// A lock screen.
pub fn locked() -> SessionView {
    SessionView::Locked {
        retry_after_ms: 0,
        failed_tries: 0,
        sample: false,
        language: None,
        theme: Theme::Device,
        profile: 1,
        profiles: vec![profile(1, "")],
        may_add: true,
        pin_tries_left: None,
        help_request: Some("12345678-2-7".to_owned()),
        passkey: None,
    }
}

/// Somebody on the lock screen.
pub fn profile(number: u32, nickname: &str) -> ProfileView {
    ProfileView {
        profile: number,
        nickname: nickname.to_owned(),
        sample: false,
    }
}

/// A lock screen of two, with a PIN for the one in front.
pub fn locked_for_two() -> SessionView {
    SessionView::Locked {
        retry_after_ms: 0,
        failed_tries: 0,
        sample: false,
        language: None,
        theme: Theme::Device,
        profile: 2,
        profiles: vec![profile(1, ""), profile(2, "Night shift")],
        may_add: true,
        pin_tries_left: Some(5),
        help_request: None,
        passkey: Some(vec![1; 16]),
    }
}

/// A kit of 24 words.
pub fn recovery_kit() -> Reply {
    let words = "apple river candle orbit meadow thunder basket violin copper garden lantern pepper saddle winter marble island falcon ribbon harvest pencil button canyon willow anchor";
    Reply::RecoveryKit(RecoveryKitView {
        agency_name: "Lantern Street Recovery".to_owned(),
        words: words.split(' ').map(str::to_owned).collect(),
        ask: vec![3, 11, 20],
        fingerprint: "3f9a 01c4 77de b2e8".to_owned(),
        qr: qr(),
    })
}

/// Looks like a code.
fn qr() -> Vec<Vec<bool>> {
    let dark = |x: usize, y: usize| (x * y + x + y).is_multiple_of(3);
    (0..41)
        .map(|y| (0..41).map(|x| dark(x, y)).collect())
        .collect()
}

/// Answers to every question of the screens.
pub fn answer(query: &Query) -> Option<Reply> {
    Some(match query {
        Query::Session => Reply::Session(unlocked()),
        Query::Today => Reply::Today(today()),
        Query::People { .. } => Reply::People(people()),
        Query::Person { participant, .. } => Reply::Person(Box::new(person(participant))),
        Query::Encounter { participant, .. } => {
            let entry = person(participant).timeline.into_iter().next()?;
            Reply::Encounter(Box::new(entry))
        }
        Query::Agenda { participant } => {
            Reply::Agenda(Box::new(calendar::view(participant.as_deref())))
        }
        Query::Around { participant } => Reply::Around(Box::new(around::view(participant))),
        Query::CheckIns => Reply::CheckIns(check_ins()),
        Query::Groups => Reply::Groups(Box::new(groups::list())),
        Query::Group { .. } => Reply::Group(Box::new(groups::view())),
        Query::Meeting { key, .. } => Reply::Meeting(Box::new(groups::sheet(*key))),
        Query::GroupsDue => Reply::GroupsDue(groups::due()),
        Query::Matching => Reply::Matching(Box::new(coaching::matching())),
        Query::Sayings { participant } => Reply::Sayings(Box::new(coaching::sayings(participant))),
        Query::CrisisCard => Reply::CrisisCard(Box::new(crisis_card())),
        Query::ResourceLinks { participant } => {
            Reply::ResourceLinks(Box::new(coaching::links_view(participant)))
        }
        Query::Concerns { participant } => {
            Reply::Concerns(Box::new(concerns::view(participant.as_deref())))
        }
        Query::Desk => Reply::Desk(Box::new(concerns::desk())),
        Query::CoachSpace => Reply::CoachSpace(Box::new(coach_space::view())),
        Query::Supervisions => Reply::Supervisions(Box::new(concerns::supervisions())),
        Query::Supervision { coach } => {
            Reply::Supervision(Box::new(concerns::supervision(coach.is_none())))
        }
        Query::Workforce(query) => Reply::Workforce(Box::new(workforce::answer(query))),
        Query::Consents { participant } => Reply::Consents(Box::new(consents::view(participant))),
        Query::Consenting(query) => Reply::Consenting(Box::new(consents::answer(query))),
        Query::OnCall => Reply::OnCall(Box::new(on_call::view())),
        Query::Resources => Reply::Resources(Box::new(resources::view())),
        Query::Plan { participant } => Reply::Plan(Box::new(plan::view(participant))),
        Query::RecordHistory { .. } => Reply::History(Vec::new()),
        Query::Draft { .. } => Reply::Draft(None),
        Query::Sync => Reply::Sync(sync()),
        Query::Settings => Reply::Settings(Box::new(settings())),
        Query::Team => Reply::Team(team()),
        Query::Member { .. } => Reply::Member(Box::new(member())),
        Query::Device { device } => Reply::Device(Box::new(device_page(device.starts_with("d3")))),
        Query::AccessLog { .. } => Reply::AccessLog(access_log()),
        Query::ReferralsDue => Reply::ReferralsDue(call_outs::due()),
        Query::Resembling { .. } => Reply::Resembling(people().rows.into_iter().take(2).collect()),
        Query::Referral { participant } => {
            Reply::Referral(Box::new(call_outs::referral(participant)))
        }
        Query::CallOuts { .. } => Reply::CallOuts(Box::new(call_outs::all())),
        Query::Emergencies => Reply::Emergencies(emergencies()),
        Query::Numbers => Reply::Numbers(numbers()),
        Query::Scorecard(query) => Reply::Scorecard(scorecards::answer(query)),
        Query::Retention { participant } => {
            Reply::Retention(Box::new(forgetting::record(participant)))
        }
        Query::PreviewRules { pack } => {
            Reply::RulesPreview(Box::new(forgetting::preview(pack.is_some())))
        }
        Query::Programs => Reply::Programs(Box::new(programs::all())),
        Query::ProgramNames => Reply::ProgramNames(programs::names()),
        Query::PreviewProgram(draft) => Reply::ProgramPreview(Box::new(programs::preview(draft))),
        Query::Forgetting => Reply::Forgetting(Box::new(forgetting::all())),
        Query::ImportProgress => return None,
    })
}

fn reason(day: u32, intake: Option<(IntakeStatus, Option<String>)>) -> OwedReason {
    OwedReason::DailyUntilIntake {
        day,
        discharged_on: "2026-11-18".to_owned(),
        intake,
    }
}

fn owed(id: &str, name: &str, day: u32, days_missed: u32) -> OwedRow {
    OwedRow {
        participant: id.repeat(16),
        name: name.to_owned(),
        phone: "608 555 0142".to_owned(),
        safe_contact: SafeContactView::default(),
        reason: reason(day, None),
        also: vec![],
        days_missed,
        tried_today: false,
        last_reached_at: Some(NOW - 3 * DAY),
        coach: "Marisol Reyes".to_owned(),
        own: true,
        covering_for: "Devon Blake".to_owned(),
    }
}

/// Something due on the sample's day.
fn obligation(kind: ObligationKind, state: ObligationState, because: Vec<Because>) -> Obligation {
    let anchor = day(18);
    Obligation {
        kind,
        anchor,
        since: anchor,
        rule: "sample".to_owned(),
        program: None,
        state,
        because,
        ends: EndsBy::Contact,
        hushed: None,
    }
}

fn day(number: u32) -> LocalDate {
    LocalDate::new(2026, 11, number).unwrap_or(LocalDate::FIRST)
}

fn missed_group() -> Obligation {
    let state = ObligationState::Owed {
        due: day(20),
        days_late: 1,
        tried_today: false,
    };
    let because = vec![Because::MissedGroup(day(18)), Because::Tried(2)];
    obligation(ObligationKind::GroupFollowUp, state, because)
}

fn court() -> Obligation {
    let because = vec![Because::Event {
        event: MilestoneEvent::CourtDate,
        on: day(25),
        record: None,
    }];
    let state = ObligationState::Ahead { on: day(25) };
    obligation(ObligationKind::Court, state, because)
}

fn risk() -> Obligation {
    let discharged = vec![
        Because::HighRisk(Begins::Discharge),
        Because::Discharged(day(18)),
    ];
    Obligation {
        ends: EndsBy::Day {
            on: day(30),
            provisional: false,
        },
        ..obligation(
            ObligationKind::Watch,
            ObligationState::Watch { through: day(30) },
            discharged,
        )
    }
}

fn hushed() -> Obligation {
    Obligation {
        hushed: Some(Hushed {
            record: handrail_domain::RecordId::from_bytes([1; 16]),
            muted: false,
            until: Some(day(24)),
            reason: "At her sister's until Tuesday.".to_owned(),
            by: None,
        }),
        anchor: day(11),
        since: day(11),
        ..missed_group()
    }
}

fn other(id: &str, name: &str, obligation: Obligation) -> ObligationRow {
    ObligationRow {
        participant: id.repeat(16),
        name: name.to_owned(),
        coach: "Marisol Reyes".to_owned(),
        own: true,
        obligation,
    }
}

fn draft(form: &str, kind: DraftKind) -> DraftRow {
    DraftRow {
        key: format!("{form}:{}", "05".repeat(16)),
        kind,
        participant: "05".repeat(16),
        name: "Jo Park".to_owned(),
        updated_at: NOW - HOUR,
    }
}

/// A working day.
pub fn today() -> TodayView {
    let late = OwedRow {
        reason: reason(
            4,
            Some((IntakeStatus::Tentative, Some("2026-11-24".to_owned()))),
        ),
        also: vec![missed_group(), risk()],
        safe_contact: safe_contact(),
        tried_today: true,
        ..owed("01", "Dee Okafor", 4, 2)
    };
    let asked = OwedRow {
        reason: OwedReason::Obligation(Box::new(missed_group())),
        days_missed: 1,
        last_reached_at: Some(NOW - DAY),
        ..owed("02", "Ray Lindqvist", 2, 0)
    };
    let settled = OwedRow {
        last_reached_at: Some(NOW - 2 * HOUR),
        ..owed("04", "Tomás Herrera", 6, 0)
    };
    TodayView {
        date: "2026-11-21".to_owned(),
        owed: vec![
            late,
            asked,
            OwedRow {
                last_reached_at: None,
                ..owed(
                    "03",
                    "Guadalupe Maximiliana Fernández-Villanueva de la Torre",
                    1,
                    0,
                )
            },
        ],
        settled: vec![settled],
        appointments: calendar::today(),
        links: coaching::links()
            .into_iter()
            .filter(|one| one.asked)
            .collect(),
        ahead: vec![other("01", "Dee Okafor", court())],
        hushed: vec![other("06", "Ana Whitfield", hushed())],
        drafts: vec![
            draft("log", DraftKind::Contact),
            draft("plan", DraftKind::Plan),
        ],
        caseload: 12,
    }
}

/// Nobody on the caseload.
pub fn empty_today() -> TodayView {
    TodayView {
        date: "2026-11-21".to_owned(),
        owed: Vec::new(),
        settled: Vec::new(),
        appointments: Vec::new(),
        links: Vec::new(),
        ahead: Vec::new(),
        hushed: Vec::new(),
        drafts: Vec::new(),
        caseload: 0,
    }
}

fn safe_contact() -> SafeContactView {
    SafeContactView {
        words: "Ask for Dee, say you are from the gym.".to_owned(),
        no_voicemail: true,
        not_after: Some("18:00".to_owned()),
    }
}

/// Five people.
pub fn people() -> PeopleView {
    let row =
        |id: &str, name: &str, phase: &str, reached: Option<i64>, owed_today: bool| PeopleRow {
            participant: id.repeat(16),
            name: name.to_owned(),
            legal_name: String::new(),
            program: "ED overdose response".to_owned(),
            phase: phase.to_owned(),
            last_reached_at: reached,
            owed_today,
            coach: "Marisol Reyes".to_owned(),
            covering_for: String::new(),
            conflicts: 0,
            snippet: String::new(),
        };
    PeopleView {
        rows: vec![
            PeopleRow {
                legal_name: "Deborah Okafor".to_owned(),
                conflicts: 1,
                ..row(
                    "01",
                    "Dee Okafor",
                    "Daily contact",
                    Some(NOW - 3 * DAY),
                    true,
                )
            },
            row(
                "02",
                "Ray Lindqvist",
                "Daily contact",
                Some(NOW - DAY),
                true,
            ),
            row(
                "03",
                "Guadalupe Maximiliana Fernández-Villanueva de la Torre",
                "Bedside",
                None,
                true,
            ),
            row(
                "04",
                "Tomás Herrera",
                "Daily contact",
                Some(NOW - 2 * HOUR),
                false,
            ),
            PeopleRow {
                snippet: "bus pass for the clinic".to_owned(),
                ..row("05", "Jo Park", "Step-down", Some(NOW - 40 * DAY), false)
            },
        ],
        total: 62,
        programs: vec![
            "ED overdose response".to_owned(),
            "Pregnancy2recovery".to_owned(),
        ],
        phases: vec![
            "Bedside".to_owned(),
            "Daily contact".to_owned(),
            "Step-down".to_owned(),
        ],
        coaches: vec![
            ("ad".repeat(16), "Marisol Reyes".to_owned()),
            ("ae".repeat(16), "Devon Blake".to_owned()),
        ],
        saved: vec![SavedPeople {
            name: "Waiting, mine".to_owned(),
            filter: PeopleFilter {
                mine_only: true,
                status: Some(PeopleStatus::WaitsForIntake),
                ..PeopleFilter::default()
            },
        }],
        departures: vec![DepartureView {
            participant: "09".repeat(16),
            coach: "Devon Blake".to_owned(),
            at: NOW - DAY,
        }],
    }
}

fn encounter(
    id: u8,
    kind: EncounterKind,
    outcome: Outcome,
    at: i64,
    note: &str,
    delivery: Delivery,
) -> EncounterView {
    EncounterView {
        id: format!("01HZZZZZZZZZZZZZZZZZZZZZ{id:02}"),
        participant: String::new(),
        kind,
        outcome,
        at,
        local_date: "2026-11-21".to_owned(),
        minutes: 25,
        activities: vec![Activity::CheckIn, Activity::Treatment],
        circumstances: Vec::new(),
        naloxone_kits: 0,
        miles_tenths: 0,
        note: note.to_owned(),
        author: "Marisol Reyes".to_owned(),
        own: true,
        created_at: at,
        edited: false,
        voided: None,
        late: None,
        delivery,
    }
}

/// Somebody with everything on the page.
fn choice(id: &str, name: &str) -> MemberChoice {
    MemberChoice {
        member: id.repeat(16),
        name: name.to_owned(),
    }
}

pub fn person(participant: &str) -> PersonView {
    let timeline = vec![
        encounter(
            1,
            EncounterKind::Phone,
            Outcome::NoAnswer,
            NOW - HOUR,
            "",
            Delivery::OnThisDevice,
        ),
        EncounterView {
            naloxone_kits: 1,
            miles_tenths: 125,
            edited: true,
            ..encounter(
                2,
                EncounterKind::Community,
                Outcome::Reached,
                NOW - 2 * DAY,
                "Coffee after the clinic. Wants to be there for the school play on Friday.",
                Delivery::Reached {
                    sent_at: NOW - 2 * DAY + HOUR,
                    reached_at: NOW - 2 * DAY + HOUR + 60_000,
                    by: ReachedBy::Supervisor,
                },
            )
        },
        EncounterView {
            voided: Some(VoidView {
                reason: "Wrong person".to_owned(),
                by: "Marisol Reyes".to_owned(),
                at: NOW - DAY,
            }),
            ..encounter(
                3,
                EncounterKind::Text,
                Outcome::LeftMessage,
                NOW - 3 * DAY,
                "",
                Delivery::Sent(NOW - 3 * DAY),
            )
        },
        EncounterView {
            late: Some(TakenInView {
                from: "Devon Blake".to_owned(),
                written_at: NOW - 4 * DAY + HOUR,
                by: "Ana Solis".to_owned(),
                at: NOW - DAY,
            }),
            ..encounter(
                4,
                EncounterKind::Bedside,
                Outcome::Reached,
                NOW - 4 * DAY,
                "",
                Delivery::Received,
            )
        },
    ];
    PersonView {
        participant: participant.to_owned(),
        name: "Dee Okafor".to_owned(),
        details: vec![
            (DetailField::Name, "Deborah Okafor".to_owned()),
            (DetailField::PreferredName, "Dee Okafor".to_owned()),
            (DetailField::Pronouns, "she/her".to_owned()),
            (DetailField::Phone, "608 555 0142".to_owned()),
            (DetailField::Program, "ED overdose response".to_owned()),
            (DetailField::Phase, "Daily contact".to_owned()),
            (DetailField::NoVoicemail, "yes".to_owned()),
            (DetailField::NotAfter, "18:00".to_owned()),
        ],
        safe_contact: safe_contact(),
        coach: "Marisol Reyes".to_owned(),
        handed_over: None,
        to_be_forgotten: None,
        hand_over_to: vec![
            choice("c1", "Devon Blake"),
            choice("c2", "Keisha Coleman-Fitzgerald"),
        ],
        hand_overs: vec![HandOverView {
            id: "01H".to_owned(),
            to: "Marisol Reyes".to_owned(),
            by: "Alex Kim".to_owned(),
            at: NOW - 6 * DAY,
            reason: "Closer to where she lives.".to_owned(),
        }],
        duty: DutyView::Owed {
            reason: reason(
                4,
                Some((IntakeStatus::Tentative, Some("2026-11-24".to_owned()))),
            ),
            days_missed: 2,
            tried_today: true,
        },
        obligations: vec![missed_group(), court(), risk(), hushed()],
        incomplete: None,
        conflicts: vec![ConflictView {
            record: "details".to_owned(),
            field: "phone".to_owned(),
            versions: vec![
                ConflictVersion {
                    value: "608 555 0142".to_owned(),
                    author: "Marisol Reyes".to_owned(),
                    at: NOW - 3 * HOUR,
                },
                ConflictVersion {
                    value: "608 555 0199".to_owned(),
                    author: "Ana Whitfield".to_owned(),
                    at: NOW - 4 * HOUR,
                },
            ],
        }],
        connection: connection(),
        exit: Some(coaching::exit()),
        outreach: coaching::outreach(),
        links: coaching::links(),
        same: vec![("02".repeat(16), "Jo Park".to_owned())],
        milestones: vec![
            MilestoneView {
                id: "01M3".to_owned(),
                milestone: MilestoneInput::Dated {
                    event: MilestoneEvent::CourtDate,
                    on: "2026-11-25".to_owned(),
                },
                recorded_at: NOW - DAY,
                author: "Marisol Reyes".to_owned(),
                voided: None,
            },
            MilestoneView {
                id: "01M2".to_owned(),
                milestone: MilestoneInput::Intake {
                    status: IntakeStatus::Tentative,
                    on: Some("2026-11-24".to_owned()),
                },
                recorded_at: NOW - DAY,
                author: "Marisol Reyes".to_owned(),
                voided: None,
            },
            MilestoneView {
                id: "01M1".to_owned(),
                milestone: MilestoneInput::Discharged {
                    on: "2026-11-18".to_owned(),
                },
                recorded_at: NOW - 3 * DAY,
                author: "Marisol Reyes".to_owned(),
                voided: None,
            },
        ],
        timeline: timeline
            .into_iter()
            .zip(1..)
            .map(|(one, number)| EncounterView {
                // The oldest stands in another record of the same person.
                participant: if number == 4 {
                    "02".repeat(16)
                } else {
                    participant.to_owned()
                },
                ..one
            })
            .collect(),
        timeline_total: 41,
        guests: vec![
            guest("Keisha Coleman-Fitzgerald", true),
            guest("Dr. Guadalupe Fernández-Villanueva", false),
        ],
        share_with: vec![choice("af", "Dr. Lena Moreau")],
        share_waits: true,
        read_only: false,
        accesses: accesses().into_iter().take(2).collect(),
    }
}

/// Everything sent and reached.
pub fn sync() -> SyncView {
    SyncView {
        state: SyncState::Idle,
        waiting: 0,
        carried: 0,
        last_sent_at: Some(NOW - 4 * 60_000),
        last_reached_at: Some(NOW - 3 * 60_000),
        last_reached_by: Some(ReachedBy::Supervisor),
        all_reached: true,
        quarantined: 0,
        incomplete: Vec::new(),
        first_fetch: None,
    }
}

/// Two members, one open invitation.
pub fn settings() -> SettingsView {
    SettingsView {
        language: None,
        theme: Theme::Device,
        auto_lock_minutes: 5,
        device_name: "Marisol's phone".to_owned(),
        relay: Some("https://relay.example.org".to_owned()),
        fingerprint: "3f9a 01c4 77de b2e8".to_owned(),
        members: vec![
            MemberView {
                member: "aa".repeat(16),
                name: "Marisol Reyes".to_owned(),
                role: Role::Coach,
                administrator: true,
                devices: 2,
                own: true,
                active: true,
            },
            MemberView {
                member: "ab".repeat(16),
                name: "Ana Whitfield".to_owned(),
                role: Role::Supervisor,
                administrator: true,
                devices: 1,
                own: false,
                active: false,
            },
        ],
        invitations: vec![InvitationView {
            invitation: "cc".repeat(16),
            link: String::new(),
            qr: Vec::new(),
            role: Role::Coach,
            expires_at: NOW + 2 * DAY,
            state: InvitationState::Open,
        }],
        storage: StorageView {
            database_bytes: 3_400_000,
            used: Some(14_000_000),
            quota: Some(2_100_000_000),
            persistent: Some(true),
            refusing: false,
        },
        version: "0.1.0".to_owned(),
        nickname: String::new(),
        profile: 1,
        last_administrator: false,
        pin: true,
        passkey: Some(vec![1; 16]),
        lease_days: 30,
        lease_wish: None,
    }
}

/// Two coaches.
pub fn team() -> TeamView {
    let coach = |id: &str, name: &str, missed| CoachRow {
        member: id.repeat(16),
        name: name.to_owned(),
        caseload: 14,
        owed: 3,
        settled: 2,
        missed,
        last_heard_at: Some(NOW - HOUR),
    };
    TeamView {
        coaches: vec![
            coach("aa", "Marisol Reyes", 1),
            coach("ad", "Devon Blake", 0),
        ],
        recent: vec![TeamEncounterRow {
            participant: "01".repeat(16),
            name: "Dee Okafor".to_owned(),
            author: "Marisol Reyes".to_owned(),
            encounter: encounter(
                9,
                EncounterKind::Phone,
                Outcome::Reached,
                NOW - HOUR,
                "",
                Delivery::Received,
            ),
        }],
    }
}

/// A coach with a phone in use and one that was lost.
pub fn member() -> MemberPageView {
    let device = |id: &str, name: &str, state| DeviceView {
        device: id.repeat(16),
        name: name.to_owned(),
        own: false,
        state,
        last_heard_at: Some(NOW - HOUR),
    };
    MemberPageView {
        member: "ad".repeat(16),
        name: "Devon Blake".to_owned(),
        role: Role::Coach,
        administrator: false,
        own: false,
        devices: vec![
            device("d1", "Devon's new phone", DeviceState::Active),
            device("d2", "", DeviceState::Leaving),
            device("d3", "Devon's phone", DeviceState::Removed),
        ],
        reads: vec![CaseloadRead {
            coach: "Devon Blake".to_owned(),
            people: 14,
        }],
        groups: vec!["Women's group (sample)".to_owned()],
        coach_space: true,
        may_change: true,
        active: true,
        change_waits: true,
        people: vec![
            MemberPerson {
                participant: "01".repeat(16),
                name: "Dee Okafor".to_owned(),
            },
            MemberPerson {
                participant: "03".repeat(16),
                name: "Guadalupe Maximiliana Fernández-Villanueva de la Torre".to_owned(),
            },
        ],
        hand_over_to: vec![choice("ac", "Marisol Reyes")],
        covers: vec![CoverView {
            member: "ac".repeat(16),
            name: "Marisol Reyes".to_owned(),
            until: NOW + 6 * DAY,
        }],
        cover_by: vec![choice("ae", "Keisha Coleman-Fitzgerald")],
    }
}

/// Somebody who is out and in time, and somebody of whom nobody has heard.
pub fn check_ins() -> CheckInsView {
    let one = |id: &str, coach: &str, due: i64| CheckInView {
        id: id.to_owned(),
        coach: coach.to_owned(),
        place: "County jail (sample)".to_owned(),
        began_at: NOW - 90 * 60_000,
        due_at: NOW + due * 60_000,
        known: CheckInKnown::Sent,
    };
    CheckInsView {
        may_begin: false,
        own: Some(one("o1", "Marisol Reyes", 25)),
        others: vec![
            one("o2", "Ana Whitfield", -12),
            one("o3", "Omar Example", 40),
        ],
    }
}

/// Went to treatment, was there after a month, and was away for two weeks.
fn connection() -> Connection {
    let day = |text| LocalDate::parse(text).unwrap_or(LocalDate::FIRST);
    let look = |after, on, standing| Look {
        after,
        on: day(on),
        standing,
    };
    Connection {
        stage: Some(Stage::Attended(day("2026-09-10"))),
        looks: vec![
            look(
                30,
                "2026-10-10",
                TreatmentStanding::Active(day("2026-10-12")),
            ),
            look(60, "2026-11-09", TreatmentStanding::NotSaid),
            look(90, "2026-12-09", TreatmentStanding::Ahead),
        ],
        returns: vec![
            Return {
                on: day("2026-10-20"),
                reconnected: Some(day("2026-11-03")),
                days: 14,
            },
            Return {
                on: day("2026-11-20"),
                reconnected: None,
                days: 1,
            },
        ],
    }
}

/// A county's own line in place of the app's.
pub fn crisis_card() -> CrisisCardView {
    let entry = |id: &str, name: &str, es: &str, call: &str, checked: &str| {
        format!(
            r#"{{"id":"{id}","name":{{"en":"{name}","es":"{es}"}},
            "about":{{"en":"Day and night.","es":"De día y de noche."}},
            "call":"{call}","area":"local","verified":{},{checked}"source":"County website"}}"#,
            !checked.is_empty()
        )
    };
    let text = format!(
        r#"{{"format":1,"id":"agency","version":"2026-11-20","valid_from":"2026-11-20",
        "scope":{{"en":"We are coaches, not a crisis line.","es":"Somos acompañantes, no una línea de crisis."}},
        "entries":[{},{}]}}"#,
        entry(
            "line-1",
            "Rock Valley crisis line",
            "Línea de crisis de Rock Valley",
            "6085550100",
            r#""checked_on":"2026-11-19","#
        ),
        entry("line-2", "Warm line", "Línea de apoyo", "6085550199", "")
    );
    CrisisCardView {
        own: Some(text),
        by: "Ana Whitfield".to_owned(),
        may_change: true,
    }
}
