//! Today: who is owed a contact, why, and what is already done.

mod check_in;
mod content;
mod owed_card;

use dioxus::prelude::*;
use handrail_engine::api::{Query, Reply, Topic};

pub use check_in::CheckInsContent;
pub use content::TodayContent;
pub use owed_card::OwedCard;

use crate::{
    ask::{Load, use_view},
    components::{Empty, IconName, Notice, NoticeTone, Page, Skeleton},
    screens::{
        calendar::use_half_hour,
        call_outs::CallOutBegin,
        concerns::ConcernsToday,
        groups::GroupsToday,
        matching::QuestionsToday,
        numbers::First,
        on_call::OnCallToday,
        person::{ListsDue, ReferralsDue},
        shell::{use_has_caseload, use_is_supervisor},
        supervision::SupervisionToday,
        workforce::WorkforceToday,
    },
    session::{use_moment, use_shared},
    words::{dates::Moment, errors, use_words},
};

/// On a wide screen the place beside the list, until somebody is chosen.
#[component]
pub fn Today() -> Element {
    let words = use_words();
    if !use_has_caseload() {
        return rsx! {};
    }
    rsx! {
        Empty { icon: IconName::People, title: words.say("choose-somebody") }
    }
}

/// Today's list; for those without a caseload what there is for them.
#[component]
pub fn TodayList(chosen: Option<String>) -> Element {
    if use_has_caseload() {
        rsx! { OwedList { chosen } }
    } else {
        rsx! { First {} }
    }
}

#[component]
fn OwedList(chosen: Option<String>) -> Element {
    let words = use_words();
    let moment = use_context::<Signal<Moment>>();
    let day = use_memo(move || moment().today());
    let half_hour = use_half_hour();
    let supervisor = use_is_supervisor();
    // Whom to contact comes first; the rest of the day comes with its code.
    let later_ready = (use_shared().later_ready)();
    let now = use_moment();
    let answer = use_view(
        &[Topic::People, Topic::Encounters],
        move || {
            let _asks_again_at_midnight_and_as_time_passes = (day(), half_hour());
            Query::Today
        },
        |reply| match reply {
            Reply::Today(view) => Some(view),
            _ => None,
        },
    );
    match answer() {
        Load::Waiting => rsx! {
            Page { title: words.say("today-title"), testid: "today-loading", take_focus: false,
                Skeleton { words: words.say("loading") }
            }
        },
        Load::Failed(error) => rsx! {
            Page { title: words.say("today-title"), testid: "today-failed",
                Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
            }
        },
        Load::Ready(view) => rsx! {
            TodayContent {
                view,
                moment: now,
                supervisor,
                chosen,
                rest: rsx! {
                    // Who reads a whole team looks first at who waits for somebody.
                    if supervisor {
                        GoingOut { later_ready }
                    }
                    if later_ready {
                        OthersOfToday { supervisor }
                    }
                },
                if later_ready {
                    OnCallToday {}
                    ConcernsToday {}
                }
                check_in::CheckIns { others: true }
                if !supervisor {
                    GoingOut { later_ready }
                }
            }
        },
    }
}

/// Whereto somebody is called, and whether they go in alone.
#[component]
fn GoingOut(later_ready: bool) -> Element {
    rsx! {
        if later_ready {
            CallOutBegin {}
        }
        check_in::CheckIns { others: false }
    }
}

/// What else belongs to the day, after who is owed a contact.
#[component]
fn OthersOfToday(supervisor: bool) -> Element {
    rsx! {
        GroupsToday {}
        QuestionsToday {}
        SupervisionToday {}
        WorkforceToday {}
        ReferralsDue { supervisor }
        ListsDue { supervisor }
    }
}
