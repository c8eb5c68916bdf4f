//! One participant: header, what is owed, two versions, milestones, timeline.

mod accesses;
mod actions;
mod around;
mod conflicts;
mod connection;
mod consents;
mod content;
mod duty;
mod entry;
mod exit;
mod hand_over;
mod history;
mod keep;
mod linked;
mod milestones;
mod obligations;
mod outreach;
mod pages;
mod plan;
mod reason_dialog;
mod referral;
mod resource_links;
mod sayings;
mod sharing;

use dioxus::prelude::*;
use handrail_engine::api::{Command, Query, Reply, Topic};

pub use accesses::Accesses;
pub use actions::{CallButton, TextButton, dial};
pub use around::Around;
pub use conflicts::Conflicts;
pub use consents::{
    Accounting, ConsentEdit, ConsentPaper, Consents, ListsDue, agreed, of_file, use_texts,
};
pub use content::{PersonContent, PersonOrder};
pub use entry::{figures, picture, what};
pub use history::HistoryContent;
pub use keep::{Keep, KeepContent, Rules};
pub use linked::LinksToday;
pub use outreach::tried;
pub use pages::use_back_to;
pub use plan::{Barc10, Plan, Required, spoken};
pub use reason_dialog::ReasonDialog;
pub use referral::{Referral, ReferralContent, ReferralsDue};
pub use resource_links::ResourceLinks;
pub use sayings::{SayingPaper, Sayings};

use crate::{
    ask::{Load, use_view},
    components::{Notice, NoticeTone, Page, Skeleton},
    engine_link::use_link,
    forms::PageOrder,
    giving::use_giving,
    routes::Route,
    screens::shell::use_is_supervisor,
    session::use_moment,
    words::{errors, use_words},
};

/// Contacts shown at first and with each "Show more".
const PAGE: u32 = 30;

/// A participant beside Today's list.
#[component]
pub fn TodayPerson(participant: String) -> Element {
    rsx! {
        for participant in [participant] {
            PersonPane { key: "{participant}", participant, from: Route::Today {} }
        }
    }
}

/// A participant beside the People list.
#[component]
pub fn Person(participant: String) -> Element {
    rsx! {
        for participant in [participant] {
            PersonPane { key: "{participant}", participant, from: Route::People {} }
        }
    }
}

#[component]
fn PersonPane(participant: String, from: Route) -> Element {
    let words = use_words();
    let giving = use_giving();
    let supervisor = use_is_supervisor();
    let moment = use_moment();
    let mut limit = use_signal(|| PAGE);
    let asked = participant.clone();
    let answer = use_view(
        &[Topic::People, Topic::Encounters],
        move || Query::Person {
            participant: asked.clone(),
            timeline_limit: limit(),
        },
        |reply| match reply {
            Reply::Person(view) => Some(*view),
            _ => None,
        },
    );
    use_noted(&participant);
    let on_order = move |order: PersonOrder| {
        giving.send(PageOrder {
            undo: order.undo,
            ..order.command.into()
        });
    };
    let back = move |()| {
        navigator().push(from.clone());
    };
    match answer() {
        Load::Waiting => rsx! {
            Page { title: words.say("loading"), testid: "person-loading", back, take_focus: false,
                Skeleton { words: words.say("loading") }
            }
        },
        Load::Failed(error) => rsx! {
            Page { title: words.say("person-missing"), testid: "person-failed", back,
                Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
            }
        },
        Load::Ready(view) => rsx! {
            PersonContent {
                view,
                moment,
                supervisor,
                on_order,
                on_back: back,
                on_more: move |()| limit += PAGE,
            }
        },
    }
}

/// Writes down that a participant's record was opened, once for each opening of a page of it.
pub fn use_noted(participant: &str) {
    let link = use_link();
    let participant = participant.to_owned();
    use_hook(move || {
        let noting = link.order(Command::NoteOpened { participant });
        dioxus::core::spawn_forever(async move {
            // A device that cannot write shows records still; the next opening tries again.
            let _not_noted = noting.await;
        });
    });
}
