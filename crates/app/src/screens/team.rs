//! Team: coaches with their figures, newest contacts, members, invitations.

mod accesses;
mod content;
mod cover;
mod device;
mod emergency;
mod forgetting;
mod invite;
mod late;
mod member;
mod members;
mod membership;
mod program;
mod program_draft;
mod program_words;
mod programs;
mod put_in_force;
mod rules;
mod sheet;
mod split;
mod texts;

use dioxus::prelude::*;
use handrail_engine::api::{Command, Query, Reply, Topic};

pub use accesses::{AccessLog, AccessLogContent};
pub use content::TeamContent;
pub use device::{Device, DeviceContent};
pub use emergency::{Emergency, EmergencyContent};
pub use forgetting::{Forgetting, ForgettingContent};
pub use invite::{Invite, InviteForm, InviteShown};
pub use member::{Member, MemberContent};
pub use members::{InvitationLine, Members};
pub use program::{Program, ProgramContent};
pub use program_draft::ProgramPreviewContent;
pub use programs::{Programs, ProgramsContent, local};
pub use rules::{Rules, RulesContent};
pub use texts::Texts;

use crate::{
    ask::{Load, use_view},
    components::Absent,
    engine_link::use_link,
    screens::shell::use_unlocked,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{errors, use_words},
};

/// The team as this device knows it.
#[component]
pub fn Team() -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let unlocked = use_unlocked();
    let moment = use_moment();
    let team = use_view(
        &[Topic::People, Topic::Encounters, Topic::Team],
        || Query::Team,
        |reply| match reply {
            Reply::Team(view) => Some(view),
            _ => None,
        },
    );
    let settings = use_view(
        &[Topic::Team, Topic::Settings],
        || Query::Settings,
        |reply| match reply {
            Reply::Settings(view) => Some(*view),
            _ => None,
        },
    );
    let say = words.clone();
    let withdraw = move |invitation: String| {
        let order = link.order(Command::WithdrawInvitation { invitation });
        let words = say.clone();
        spawn(async move {
            let said = match order.await {
                Ok(_) => words.say("invitation-withdrawn"),
                Err(error) => errors::error_text(&words, &error),
            };
            shared.toast.set(Some(Toast {
                words: said,
                undo: None,
            }));
        });
    };
    rsx! {
        div { class: "pane",
            match (team(), settings()) {
                (Load::Ready(view), settings) => rsx! {
                    TeamContent {
                        view,
                        settings: match settings { Load::Ready(settings) => Some(settings), _ => None },
                        moment,
                        unlocked,
                        on_withdraw: withdraw,
                    }
                },
                (other, _) => rsx! { Absent { title: words.say("team-title"), page: "team", why: other.why() } },
            }
        }
    }
}
