use dioxus::prelude::*;
use handrail_engine::api::{Command, DevicePageView, DeviceState, Query, Reply, TakeInLate, Topic};

use super::{
    late::{Late, LateRecords, LateRest},
    member::{DeviceMarks, heard, name_of, read_lines},
    sheet::{facts, text_of},
};
use crate::{
    ask::{Load, use_view},
    components::{Absent, Button, ButtonLook, Dialog, Icon, IconName, Page, Section},
    engine_link::use_link,
    forms::use_lasting_orders,
    routes::LaterRoute,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{dates::Moment, labels, use_words},
};

/// One device: how it keeps what it has, what to do when it is lost, and what its loss means.
#[component]
pub fn Device(member: ReadSignal<String>, device: ReadSignal<String>) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let moment = use_moment();
    let page = use_view(
        &[Topic::Team, Topic::Settings, Topic::People],
        move || Query::Device { device: device() },
        |reply| match reply {
            Reply::Device(view) => Some(*view),
            _ => None,
        },
    );
    let mut tell = move |words: String| shared.toast.set(Some(Toast { words, undo: None }));
    let (print, copier) = (link.device.print, link.device.clone());
    let order = use_lasting_orders();
    let take_in =
        move |late: TakeInLate| order.call((Command::TakeInLate(late), "late-taken-said"));
    let lost = move |()| {
        let command = Command::RemoveDevice { device: device() };
        order.call((command, "device-leaving-said"));
    };
    let say = words.clone();
    let copy = move |text: String| {
        let copying = (copier.copy)(text);
        let words = say.clone();
        spawn(async move {
            let done = copying.await;
            tell(words.say(if done {
                "sheet-copied"
            } else {
                "accesses-not-copied"
            }));
        });
    };
    let back = move |()| {
        navigator().push(LaterRoute::Member { member: member() });
    };
    rsx! {
        div { class: "pane",
            match page() {
                Load::Ready(view) => rsx! {
                    DeviceContent {
                        view,
                        moment,
                        can_print: print.is_some(),
                        on_lost: lost,
                        on_copy: copy,
                        on_print: move |()| {
                            if let Some(print) = print {
                                print();
                            }
                        },
                        on_take: take_in,
                        on_back: back,
                    }
                },
                other => rsx! { Absent { title: words.say("member-devices-title"), page: "device", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
pub fn DeviceContent(
    view: DevicePageView,
    moment: Moment,
    can_print: bool,
    on_lost: EventHandler<()>,
    on_copy: EventHandler<String>,
    on_print: EventHandler<()>,
    on_take: EventHandler<TakeInLate>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut asking = use_signal(|| false);
    let state = view.device.state;
    let name = name_of(&words, &view.device);
    let may = view.may_take_out && !view.device.own && state == DeviceState::Active;
    let facts = facts(&words, &moment, &view);
    let text = text_of(&words, &facts);
    let reads = read_lines(&words, &view.reads, &view.groups, view.coach_space);
    let is_out = state == DeviceState::Removed;
    rsx! {
        Page {
            title: if is_out { words.say_with("sheet-title", [("device", name.clone().into())]) } else { name.clone() },
            testid: "device",
            line: view.member_name.clone() + " · " + &words.say(labels::role(view.role)),
            back: on_back,
            if !is_out && !view.device.own {
                p { class: "soft", {heard(&words, &moment, view.device.last_heard_at)} }
            }
            if view.device.own || state != DeviceState::Active {
                DeviceMarks { own: view.device.own, state }
            }
            Section { title: words.say(if is_out { "sheet-facts" } else { "device-state" }), testid: "device-facts",
                dl { class: "card facts",
                    for (label , value) in facts {
                        dt { "{label}" }
                        dd { "{value}" }
                    }
                }
            }
            if !is_out {
                Section { title: words.say("device-holds-this"), testid: "device-holds",
                    if reads.is_empty() {
                        p { class: "soft", {words.say("device-holds-nothing")} }
                    } else {
                        ul { class: "rows",
                            for line in reads {
                                li { class: "row", key: "{line}", Icon { name: IconName::People } span { class: "row-body", "{line}" } }
                            }
                        }
                    }
                }
            }
            if may {
                Button { label: words.say("device-lost"), icon: IconName::Attention, look: ButtonLook::Plain, wide: true, large: true, testid: "device-lost", on_press: move |()| asking.set(true) }
            }
            if !view.late.is_empty() {
                div { class: "not-printed", Late { late: view.late, moment, on_take } }
            }
            if !view.late_records.is_empty() {
                div { class: "not-printed", LateRecords { records: view.late_records, moment, on_take } }
            }
            if !view.late_rest.is_empty() || view.late_others > 0 {
                div { class: "not-printed", LateRest { rest: view.late_rest, unread: view.late_others } }
            }
            if view.sheet.is_some() {
                p { class: "small", {words.say("sheet-law")} }
                dl { class: "card facts only-printed",
                    for key in ["sheet-ask-when", "sheet-ask-how", "sheet-ask-locked", "sheet-ask-decided"] {
                        dt { {words.say(key)} }
                        dd { class: "to-fill" }
                    }
                }
                div { class: "stack-tight not-printed",
                    if can_print {
                        Button { label: words.say("kit-print"), icon: IconName::Print, wide: true, testid: "sheet-print", on_press: on_print }
                    }
                    Button { label: words.say("sheet-copy"), icon: IconName::Copy, wide: true, testid: "sheet-copy", on_press: move |()| on_copy.call(text.clone()) }
                }
            }
        }
        if asking() {
            LostDialog {
                name,
                lease_days: view.lease_days,
                on_close: move |()| asking.set(false),
                on_lost,
            }
        }
    }
}

/// What will happen, and what will not.
#[component]
fn LostDialog(
    name: String,
    lease_days: u32,
    on_close: EventHandler<()>,
    on_lost: EventHandler<()>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    rsx! {
        Dialog { title: words.say_with("device-remove-title", [("device", name.into())]), testid: "device-remove-dialog", on_close,
            p { class: "strong", {words.say("device-remove-will")} }
            ul { class: "stack-tight",
                li { {words.say("device-remove-keys")} }
                li { {words.say("device-remove-wipes")} }
                li { {words.say("device-remove-kept")} }
                li { {words.say("device-remove-sheet")} }
            }
            p { class: "strong", {words.say("device-remove-wont")} }
            ul { class: "stack-tight",
                li { {words.say("device-remove-remains")} }
                if lease_days > 0 {
                    li { {words.say_with("device-remove-lease", [("days", lease_days.into())])} }
                }
                li { {words.say("device-remove-drafts")} }
            }
            p { class: "strong", {words.say("device-remove-final")} }
            {asked.refusal(None)}
            div { class: "dialog-actions",
                Button { label: words.say("device-remove-go"), look: ButtonLook::Plain, busy: asked.waits(), testid: "device-remove-go", on_press: on_lost }
                Button { label: words.say("cancel"), look: ButtonLook::Main, testid: "device-remove-cancel", on_press: on_close }
            }
        }
    }
}
