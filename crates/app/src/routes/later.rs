//! The addresses of all screens that come with the second part of the web bundle.
//!
//! The router knows them as [`Route::Later`]: reading a hundred addresses takes more code than some of the
//! first screens, which do without. Whoever leads to one of them names it as usual, `LaterRoute::Team {}`.

use dioxus::prelude::*;

use super::{Route, elsewhere::Elsewhere};
use crate::{
    screens::{
        billing::{Bill, ClientReports},
        calendar::{Calendar, PersonCalendar},
        call_outs::{CallOut, CallOutNew, CallOutPerson, CallOuts},
        card::{MakeCard, OpenCard},
        coach_space::AmongCoaches,
        concerns::{Concern, Concerns, ConcernsSetup, OwnReport, SomethingOff, SomethingOffChoose},
        crisis::CrisisEdit,
        desk::Desk,
        discreet::{LimitDevice, LimitToPerson},
        groups::{Group, GroupEdit, GroupNew, Groups, Meeting},
        hand_on::HandOn,
        import::Import,
        matching::{MyExperience, WhoFits},
        numbers::Numbers,
        on_call::{OnCall, RotaEdit},
        people::EditPerson,
        person::{
            Accounting, Around, Barc10, ConsentEdit, ConsentPaper, Consents, Keep, Plan, Referral,
            Required, ResourceLinks, SayingPaper, Sayings,
        },
        scorecards::{Scorecard, ScorecardPaper, ScorecardPart, ScorecardRows, Scorecards},
        supervision::{MySupervision, Supervision, Supervisions},
        team::{
            AccessLog, Device, Emergency, Forgetting, Invite, Member, Program, Programs, Rules,
            Team, Texts,
        },
        workforce::{Claims, CoachCard, Growth, Payroll, Trainings, Workforce},
    },
    session::use_shared,
};

/// Places of the app that a coach reaches when all of it is there.
#[derive(Routable, Clone, PartialEq, Debug)]
pub enum LaterRoute {
    /// What a participant carries.
    #[route("/people/:participant/card")]
    MakeCard {
        /// Hex.
        participant: String,
    },
    /// A card that somebody carries is opened.
    #[route("/more/card")]
    OpenCard {},
    /// What is new, given and taken with no signal.
    #[route("/more/hand-on")]
    HandOn {},
    /// What coaches and supervisors say to each other.
    #[route("/more/coaches")]
    AmongCoaches {},
    /// The agency's own crisis numbers.
    #[route("/crisis/change")]
    CrisisEdit {},
    /// Details of a participant.
    #[route("/people/:participant/edit")]
    EditPerson {
        /// Hex.
        participant: String,
    },
    /// What a coach has lived, for themselves alone.
    #[route("/more/lived")]
    MyExperience {},
    /// Before the device goes into other hands.
    #[route("/more/limit")]
    LimitDevice {},
    /// The same, with one participant to show.
    #[route("/people/:participant/limit")]
    LimitToPerson {
        /// Hex.
        participant: String,
    },
    /// How long a participant's record is kept.
    #[route("/people/:participant/keep")]
    Keep {
        /// Hex.
        participant: String,
    },
    /// How a participant came to their program.
    #[route("/people/:participant/referral")]
    Referral {
        /// Hex.
        participant: String,
    },
    /// What a participant wants to reach, and what is required of them.
    #[route("/people/:participant/plan")]
    Plan {
        /// Hex.
        participant: String,
    },
    /// Who is around a participant.
    #[route("/people/:participant/around")]
    Around {
        /// Hex.
        participant: String,
    },
    /// What a participant wants to say to a provider.
    #[route("/people/:participant/say")]
    Sayings {
        /// Hex.
        participant: String,
    },
    /// One thing that they want to say, on one page to take along.
    #[route("/people/:participant/say/:saying")]
    SayingPaper {
        /// Hex.
        participant: String,
        /// ULID.
        saying: String,
    },
    /// To what a participant was linked.
    #[route("/people/:participant/links")]
    ResourceLinks {
        /// Hex.
        participant: String,
    },
    /// Something is off with a participant.
    #[route("/people/:participant/off")]
    SomethingOff {
        /// Hex.
        participant: String,
    },
    /// A member reports something themselves.
    #[route("/people/:participant/report")]
    OwnReport {
        /// Hex.
        participant: String,
    },
    /// Something is off: with whom, or with the work.
    #[route("/off")]
    SomethingOffChoose {},
    /// Concerns that wait, and earlier ones.
    #[route("/concerns")]
    Concerns {},
    /// One's own supervision, and the private shelf.
    #[route("/more/supervision")]
    MySupervision {},
    /// Which coaches are due for supervision.
    #[route("/team/supervision")]
    Supervisions {},
    /// Supervision of one coach.
    #[route("/team/supervision/:coach")]
    Supervision {
        /// Member, hex.
        coach: String,
    },
    /// What clinical providers and supervisors say among themselves.
    #[route("/team/desk")]
    Desk {},
    /// Who is asked about concerns, and which lines take reports.
    #[route("/team/concerns")]
    ConcernsSetup {},
    /// One concern.
    #[route("/concerns/:concern")]
    Concern {
        /// ULID.
        concern: String,
    },
    /// A participant's appointments.
    #[route("/people/:participant/calendar")]
    PersonCalendar {
        /// Hex.
        participant: String,
    },
    /// What a participant agreed that others may be told, and what was told.
    #[route("/people/:participant/consents")]
    Consents {
        /// Hex.
        participant: String,
    },
    /// A consent, to be written.
    #[route("/people/:participant/consents/:consent")]
    ConsentEdit {
        /// Hex.
        participant: String,
        /// ULID, or `new`.
        consent: String,
    },
    /// A copy of a consent, on a page to take along.
    #[route("/people/:participant/consents/:consent/paper")]
    ConsentPaper {
        /// Hex.
        participant: String,
        /// ULID.
        consent: String,
    },
    /// What was told of a participant in the last three years.
    #[route("/people/:participant/accounting")]
    Accounting {
        /// Hex.
        participant: String,
    },
    /// What is required of a participant, on one page to take along.
    #[route("/people/:participant/required")]
    Required {
        /// Hex.
        participant: String,
    },
    /// Ten statements about recovery, for the participant to answer.
    #[route("/people/:participant/barc10")]
    Barc10 {
        /// Hex.
        participant: String,
    },
    /// Participants from a file.
    #[route("/import")]
    Import {},
    /// What has a day or an hour.
    #[route("/calendar")]
    Calendar {},
    /// Whereto coaches were called.
    #[route("/call-outs")]
    CallOuts {},
    /// One call-out.
    #[route("/call-outs/:call_out")]
    CallOut {
        /// ULID.
        call_out: String,
    },
    /// Who accepted there.
    #[route("/call-outs/:call_out/person")]
    CallOutPerson {
        /// ULID.
        call_out: String,
    },
    /// Somebody new who accepted there.
    #[route("/call-outs/:call_out/new")]
    CallOutNew {
        /// ULID.
        call_out: String,
    },
    /// Who is on call.
    #[route("/on-call")]
    OnCall {},
    /// A rota, to be planned.
    #[route("/on-call/:rota")]
    RotaEdit {
        /// ULID, or `new`.
        rota: String,
    },
    /// Groups that meet.
    #[route("/groups")]
    Groups {},
    /// A new group.
    #[route("/groups/new")]
    GroupNew {},
    /// One group.
    #[route("/groups/:group")]
    Group {
        /// Hex.
        group: String,
    },
    /// What it is called, and when it meets.
    #[route("/groups/:group/change")]
    GroupEdit {
        /// Hex.
        group: String,
    },
    /// One meeting of a group.
    #[route("/groups/:group/:day")]
    Meeting {
        /// Hex.
        group: String,
        /// The day on which it was planned.
        day: String,
    },
    /// Coaches, members, invitations.
    #[route("/team")]
    Team {},
    /// A new invitation.
    #[route("/team/invite")]
    Invite {},
    /// Who opened records of others' caseloads.
    #[route("/team/accesses")]
    AccessLog {},
    /// A record is opened in an emergency.
    #[route("/team/emergency")]
    Emergency {},
    /// What the agency did, without names.
    #[route("/team/numbers")]
    Numbers {},
    /// Units for payers.
    #[route("/team/billing")]
    Bill {},
    /// Reports for federal funders.
    #[route("/team/reports")]
    ClientReports {},
    /// Measures with their curves.
    #[route("/team/scorecards")]
    Scorecards {},
    /// One measure.
    #[route("/team/scorecards/:measure")]
    Scorecard {
        /// Its code, or its id where the agency made it.
        measure: String,
    },
    /// One measure on a page for paper.
    #[route("/team/scorecards/:measure/paper")]
    ScorecardPaper {
        /// Its code or id.
        measure: String,
    },
    /// What a figure is counted from.
    #[route("/team/scorecards/:measure/:period")]
    ScorecardRows {
        /// Its code.
        measure: String,
        /// As a measure's page writes it.
        period: String,
    },
    /// What a part of a figure is counted from.
    #[route("/team/scorecards/:measure/:period/:by/:part")]
    ScorecardPart {
        /// Its code.
        measure: String,
        /// As a measure's page writes it.
        period: String,
        /// Code of the dimension.
        by: String,
        /// The part's name.
        part: String,
    },
    /// Whom the rules would forget, and who was forgotten.
    #[route("/team/forgetting")]
    Forgetting {},
    /// The agency's own rules of retention.
    #[route("/team/forgetting/rules")]
    Rules {},
    /// The agency's own legal texts.
    #[route("/team/texts")]
    Texts {},
    /// The people who work here.
    #[route("/team/people")]
    Workforce {},
    /// Trainings and credentials of one person.
    #[route("/team/people/:person")]
    Trainings {
        /// `me`, hex of a member, or ULID of somebody without a device.
        person: String,
    },
    /// What participants may read about a coach.
    #[route("/team/people/:person/card")]
    CoachCard {
        /// `me`, or hex of a member.
        person: String,
    },
    /// What one member asked to be paid.
    #[route("/team/people/:person/claims")]
    Claims {
        /// `me`, or hex of a member.
        person: String,
    },
    /// What waits to be paid, and the table for the payroll.
    #[route("/team/payroll")]
    Payroll {},
    /// How one person grows into the work.
    #[route("/team/people/:person/growth")]
    Growth {
        /// As of `Trainings`.
        person: String,
    },
    /// Who of the coaches fits a participant.
    #[route("/team/fits")]
    WhoFits {},
    /// The agency's programs.
    #[route("/team/programs")]
    Programs {},
    /// One program, in use or to begin with.
    #[route("/team/programs/:program")]
    Program {
        /// Id of its pack.
        program: String,
    },
    /// One device of a member.
    #[route("/team/:member/:device")]
    Device {
        /// Hex.
        member: String,
        /// Hex.
        device: String,
    },
    /// One member and their devices.
    #[route("/team/:member")]
    Member {
        /// Hex.
        member: String,
    },
}

impl LaterRoute {
    /// A form with its own button at the bottom is open.
    fn has_form(&self) -> bool {
        matches!(
            self,
            Self::CallOutNew { .. }
                | Self::Referral { .. }
                | Self::ConsentEdit { .. }
                | Self::EditPerson { .. }
                | Self::Invite {}
                | Self::RotaEdit { .. }
                | Self::GroupNew {}
                | Self::GroupEdit { .. }
                | Self::Barc10 { .. }
                | Self::LimitDevice {}
                | Self::LimitToPerson { .. }
        )
    }
}

/// The screen of a later address.
#[component]
pub fn Later(address: Vec<String>) -> Element {
    let mut shared = use_shared();
    let written = Route::Later {
        address: address.clone(),
    };
    let route: Option<LaterRoute> = written.to_string().parse().ok();
    let shown = route.clone();
    use_effect(use_reactive!(|shown| {
        // The words must not lie over the button that saves a form.
        if shown.is_some_and(|route| route.has_form()) {
            shared.toast.set(None);
        }
    }));
    match route {
        Some(route) => route.render(0),
        None => rsx! {
            Elsewhere { address }
        },
    }
}
