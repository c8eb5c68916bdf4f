//! Every address of the open app.

use dioxus::prelude::*;

use crate::screens::{
    calendar::{Calendar, PersonCalendar},
    call_outs::{CallOut, CallOutNew, CallOutPerson, CallOuts},
    crisis::Crisis,
    discreet::{LimitDevice, LimitToPerson},
    groups::{Group, GroupEdit, GroupNew, Groups, Meeting},
    import::Import,
    log::{EditLog, Log, LogChoose},
    matching::{MyExperience, WhoFits},
    more::{HelpCode, More, Resources, Settings, SyncDetails},
    numbers::Numbers,
    people::{AddPerson, EditPerson, People},
    person::{
        Around, Barc10, Keep, Person, Plan, Referral, Required, ResourceLinks, SayingPaper,
        Sayings, TodayPerson,
    },
    shell::{Shell, Split},
    team::{
        AccessLog, Device, Emergency, Forgetting, Invite, Member, Program, Programs, Rules, Team,
    },
    today::Today,
};

/// Places of the app; the same on phone and desktop.
#[derive(Routable, Clone, PartialEq, Debug)]
#[rustfmt::skip]
pub enum Route {
    #[layout(Shell)]
        #[layout(Split)]
            /// Who is owed a contact.
            #[route("/")]
            Today {},
            /// A participant beside Today.
            #[route("/today/:participant")]
            TodayPerson {
                /// Hex.
                participant: String,
            },
            /// Everybody.
            #[route("/people")]
            People {},
            /// One participant.
            #[route("/people/:participant")]
            Person {
                /// Hex.
                participant: String,
            },
            /// Everything else.
            #[route("/more")]
            More {},
            /// Settings of this device.
            #[route("/more/settings")]
            Settings {},
            /// What helps nearby.
            #[route("/more/resources")]
            Resources {},
            /// What was sent, what waits.
            #[route("/more/sync")]
            SyncDetails {},
            /// A code for somebody who forgot their passphrase.
            #[route("/more/help")]
            HelpCode {},
            /// Crisis numbers.
            #[route("/crisis")]
            Crisis {},
        #[end_layout]
        /// A new participant.
        #[route("/people/new")]
        AddPerson {},
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
        /// A participant's appointments.
        #[route("/people/:participant/calendar")]
        PersonCalendar {
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
        /// Whom the contact was with.
        #[route("/log")]
        LogChoose {},
        /// The log sheet.
        #[route("/log/:participant")]
        Log {
            /// Hex.
            participant: String,
        },
        /// The log sheet for an earlier contact.
        #[route("/log/:participant/:encounter")]
        EditLog {
            /// Hex.
            participant: String,
            /// ULID.
            encounter: String,
        },
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
        /// Whom the rules would forget, and who was forgotten.
        #[route("/team/forgetting")]
        Forgetting {},
        /// The agency's own rules of retention.
        #[route("/team/forgetting/rules")]
        Rules {},
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
    #[end_layout]
    /// An address that leads nowhere any more.
    #[route("/:..address")]
    Elsewhere {
        /// What stood there.
        address: Vec<String>,
    },
}

impl Route {
    /// Its code may come after that of the first screens. `assets/later.txt` lists the code.
    pub fn comes_later(&self) -> bool {
        !matches!(
            self,
            Self::Today {}
                | Self::TodayPerson { .. }
                | Self::People {}
                | Self::Person { .. }
                | Self::AddPerson {}
                | Self::LogChoose {}
                | Self::Log { .. }
                | Self::EditLog { .. }
                | Self::More {}
                | Self::SyncDetails {}
                | Self::Crisis {}
                | Self::Elsewhere { .. }
        )
    }

    /// A form with its own button at the bottom is open.
    pub fn has_form(&self) -> bool {
        matches!(
            self,
            Self::Log { .. }
                | Self::EditLog { .. }
                | Self::AddPerson {}
                | Self::CallOutNew { .. }
                | Self::Referral { .. }
                | Self::EditPerson { .. }
                | Self::Invite {}
                | Self::GroupNew {}
                | Self::GroupEdit { .. }
                | Self::Barc10 { .. }
                | Self::LimitDevice {}
                | Self::LimitToPerson { .. }
        )
    }
}

/// An unknown address leads to Today; an invitation or a recovery kit's code opened on a device
/// that belongs to an agency says so there.
#[component]
fn Elsewhere(address: Vec<String>) -> Element {
    let joining = address
        .first()
        .is_some_and(|first| first == "join" || first == "restore");
    let mut shared = crate::session::use_shared();
    let words = crate::words::use_words();
    use_effect(move || {
        if joining {
            let said = words.say("error-already-here");
            shared.toast.set(Some(crate::toast::Toast {
                words: said,
                undo: None,
            }));
        }
        navigator().replace(Route::Today {});
    });
    rsx! {}
}
