use dioxus::prelude::*;
use handrail_engine::api::{
    CaseloadRead, Command, DeviceState, DeviceView, InvitationView, MemberPageView, Query, Reply,
    Topic,
};

use super::{InviteShown, membership::Membership};
use crate::{
    ask::{Load, use_view},
    components::{Absent, Button, ButtonLook, Go, Icon, IconName, Mark, MarkTone, Page, Section},
    engine_link::use_link,
    giving::use_giving,
    routes::LaterRoute,
    screens::shell::use_unlocked,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{
        Words,
        dates::{self, Moment},
        errors, labels, use_words,
    },
};

/// Hours for which the link for another device works.
const LINK_HOURS: u32 = 24;

/// One member: devices, what these hold, and a link for another device.
#[component]
pub fn Member(member: ReadSignal<String>) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let moment = use_moment();
    let mut made = use_signal(|| None::<InvitationView>);
    let mut copied = use_signal(|| None::<bool>);
    let mut busy = use_signal(|| false);
    let page = use_view(
        &[Topic::Team, Topic::Settings, Topic::People],
        move || Query::Member { member: member() },
        |reply| match reply {
            Reply::Member(view) => Some(*view),
            _ => None,
        },
    );
    let mut tell = move |words: String| shared.toast.set(Some(Toast { words, undo: None }));
    let giving = use_giving();
    let order = move |command: Command| giving.send(command.into());
    let (inviting, say) = (link.clone(), words.clone());
    let invite = move |()| {
        if busy() {
            return;
        }
        busy.set(true);
        let order = inviting.order(Command::InviteDevice {
            member: member(),
            valid_hours: LINK_HOURS,
        });
        let words = say.clone();
        spawn(async move {
            let answer = order.await;
            busy.set(false);
            match answer {
                Ok(Reply::Invitation(view)) => made.set(Some(view)),
                Ok(_) => {}
                Err(error) => tell(errors::error_text(&words, &error)),
            }
        });
    };
    let copy = move |text: String| {
        let copying = (link.device.copy)(text);
        spawn(async move {
            copied.set(Some(copying.await));
        });
    };
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    rsx! {
        div { class: "pane",
            match (page(), made()) {
                (_, Some(invitation)) => rsx! {
                    Page { title: words.say("device-invite"), testid: "device-invitation", back: move |()| made.set(None),
                        p { class: "soft", {words.say("device-invite-words")} }
                        InviteShown { invitation, moment, copied: copied(), on_copy: copy }
                    }
                },
                (Load::Ready(view), None) => rsx! {
                    Page { title: view.name.clone(), testid: "member", line: words.say(labels::role(view.role)), back,
                        MemberContent { view, moment, busy: busy(), on_invite: invite, on_order: order }
                    }
                },
                (other, None) => rsx! { Absent { title: words.say("team-title"), page: "member", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
pub fn MemberContent(
    view: MemberPageView,
    moment: Moment,
    busy: bool,
    on_invite: EventHandler<()>,
    on_order: EventHandler<Command>,
) -> Element {
    let words = use_words();
    let page = view.clone();
    let member = view.member.clone();
    let holds = read_lines(&words, &view.reads, &view.groups, view.coach_space);
    let may_change = view.may_change;
    let in_use = view
        .devices
        .iter()
        .any(|device| device.state != DeviceState::Removed);
    let has_devices = !view.devices.is_empty();
    let supervises = use_unlocked().role.is_supervisor();
    let has_card = view.role.has_caseload();
    rsx! {
        p { class: "soft", "data-testid": "member-reads", {words.say(labels::role_reads(view.role))} }
        Section { title: words.say("member-devices-title"), testid: "member-devices",
            if has_devices {
                ul { class: "rows",
                    for device in view.devices {
                        DeviceLine { key: "{device.device}", member: member.clone(), device, moment }
                    }
                }
            } else {
                p { class: "soft", {words.say("member-devices-none")} }
            }
            if may_change && view.active {
                Button { label: words.say(if busy { "invite-busy" } else { "device-invite" }), icon: IconName::Device, look: ButtonLook::Plain, wide: true, busy, testid: "device-invite", on_press: on_invite }
            }
        }
        if has_devices {
            Section { title: words.say(if in_use { "device-holds" } else { "device-held" }), testid: "device-holds",
                if holds.is_empty() {
                    p { class: "soft", {words.say("device-holds-nothing")} }
                } else {
                    p { class: "soft", {words.say("device-holds-words")} }
                    ul { class: "rows",
                        for line in holds.clone() {
                            li { class: "row", key: "{line}", Icon { name: IconName::People } span { class: "row-body", "{line}" } }
                        }
                    }
                }
            }
        }
        if supervises || has_card {
            div { class: "page-actions",
                if supervises {
                    Go { to: LaterRoute::Trainings { person: member.clone() }, class: "button button-plain", testid: "member-training",
                        Icon { name: IconName::Log }
                        span { {words.say("workforce-training")} }
                    }
                }
                if has_card {
                    Go { to: LaterRoute::CoachCard { person: member.clone() }, class: "button button-plain", testid: "member-card",
                        Icon { name: IconName::Message }
                        span { {words.say("coach-card-title")} }
                    }
                }
            }
        }
        Membership { view: page, moment, on_order }
    }
}

#[component]
fn DeviceLine(member: String, device: DeviceView, moment: Moment) -> Element {
    let words = use_words();
    let heard = heard(&words, &moment, device.last_heard_at);
    let name = name_of(&words, &device);
    rsx! {
        li { "data-testid": "device-row",
            Go { to: LaterRoute::Device { member, device: device.device.clone() }, class: "row", testid: "device-open",
                Icon { name: IconName::Device }
                span { class: "row-body",
                    span { class: "row-title", "{name}" }
                    span { class: "row-line", "{heard}" }
                    DeviceMarks { own: device.own, state: device.state }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}

/// Whether the device is in the agency.
#[component]
pub fn DeviceMarks(own: bool, state: DeviceState) -> Element {
    let words = use_words();
    rsx! {
        span { class: "wrap",
            if own {
                Mark { tone: MarkTone::Primary, words: words.say("device-own") }
            }
            match state {
                DeviceState::Active => rsx! {},
                DeviceState::Leaving => rsx! {
                    Mark { tone: MarkTone::Attention, icon: IconName::Clock, words: words.say("device-leaving") }
                },
                DeviceState::Removed => rsx! {
                    Mark { icon: IconName::Lock, words: words.say("device-removed") }
                },
            }
        }
    }
}

/// When something of it last came here.
pub fn heard(words: &Words, moment: &Moment, at: Option<i64>) -> String {
    match at {
        Some(at) => words.say_with(
            "coach-heard",
            [("when", dates::day_and_time(words, moment, at).into())],
        ),
        None => words.say("coach-not-heard"),
    }
}

/// A caseload and how many are in it, a group that meets, and what coaches say among themselves, in words.
pub fn read_lines(
    words: &Words,
    reads: &[CaseloadRead],
    groups: &[String],
    coach_space: bool,
) -> Vec<String> {
    let mut lines = Vec::new();
    for caseload in reads {
        lines.push(words.say_with(
            "device-holds-caseload",
            [
                ("coach", caseload.coach.clone().into()),
                ("count", caseload.people.into()),
            ],
        ));
    }
    lines.extend(
        groups
            .iter()
            .map(|name| words.say_with("device-holds-group", [("name", name.clone().into())])),
    );
    if coach_space {
        lines.push(words.say("device-holds-coaches"));
    }
    lines
}

/// As its owner calls it.
pub fn name_of(words: &Words, device: &DeviceView) -> String {
    if device.name.is_empty() {
        words.say("device-unnamed")
    } else {
        device.name.clone()
    }
}
