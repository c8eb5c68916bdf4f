use dioxus::prelude::*;
use handrail_engine::api::{Command, InvitationView, Reply, Role};

use crate::{
    components::{
        Button, ButtonLook, ChipRadio, Chips, IconName, Notice, NoticeTone, Page, QrCode,
    },
    engine_link::use_link,
    routes::LaterRoute,
    session::use_moment,
    words::{
        dates::{self, Moment},
        errors, labels, use_words,
    },
};

/// Hours offered: an hour, a day, three days, a week.
const HOURS: [(u32, &str); 4] = [
    (1, "hours-one"),
    (24, "hours-day"),
    (72, "hours-three-days"),
    (168, "hours-week"),
];

/// Makes an invitation and shows it once.
#[component]
pub fn Invite() -> Element {
    let link = use_link();
    let words = use_words();
    let moment = use_moment();
    let mut made = use_signal(|| None::<InvitationView>);
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let mut copied = use_signal(|| None::<bool>);
    let (inviting, say) = (link.clone(), words.clone());
    let invite = move |(role, valid_hours): (Role, u32)| {
        if busy() {
            return;
        }
        busy.set(true);
        error.set(None);
        let order = inviting.order(Command::Invite { role, valid_hours });
        let words = say.clone();
        spawn(async move {
            let result = order.await;
            busy.set(false);
            match result {
                Ok(Reply::Invitation(view)) => made.set(Some(view)),
                Ok(_) => {}
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    };
    let copy = move |text: String| {
        let copying = (link.device.copy)(text);
        spawn(async move {
            copied.set(Some(copying.await));
        });
    };
    rsx! {
        div { class: "pane",
            Page { title: words.say("invite-title"), testid: "invite", back: move |()| { navigator().push(LaterRoute::Team {}); },
                match made() {
                    None => rsx! { InviteForm { busy: busy(), error: error(), on_invite: invite } },
                    Some(invitation) => rsx! { InviteShown { invitation, moment, copied: copied(), on_copy: copy } },
                }
            }
        }
    }
}

/// Role and how long the link may be used.
#[component]
pub fn InviteForm(
    busy: bool,
    error: Option<String>,
    on_invite: EventHandler<(Role, u32)>,
) -> Element {
    let words = use_words();
    let mut role = use_signal(|| Role::Coach);
    let mut hours = use_signal(|| 72_u32);
    rsx! {
        form {
            class: "stack",
            onsubmit: move |event| {
                event.prevent_default();
                on_invite.call((role(), hours()));
            },
            p { class: "soft", {words.say("invite-words")} }
            Chips { label: words.say("invite-role"),
                for choice in Role::ALL {
                    ChipRadio {
                        key: "{choice:?}",
                        group: "invite-role",
                        label: words.say(labels::role(choice)),
                        chosen: role() == choice,
                        testid: labels::role(choice).replacen("role", "invite", 1),
                        on_choose: move |()| role.set(choice),
                    }
                }
            }
            p { class: "soft", role: "status", "data-testid": "invite-reads", {words.say(labels::role_reads(role()))} }
            Chips { label: words.say("invite-hours"),
                for (value , key) in HOURS {
                    ChipRadio { key: "{value}", group: "invite-hours", label: words.say(key), chosen: hours() == value, testid: "invite-hours-{value}", on_choose: move |()| hours.set(value) }
                }
            }
            if let Some(error) = error {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
            }
            Button { label: words.say(if busy { "invite-busy" } else { "invite-submit" }), look: ButtonLook::Main, large: true, wide: true, submit: true, busy, testid: "invite-submit" }
        }
    }
}

/// The link and its code, to hand over now: they cannot be shown again.
#[component]
pub fn InviteShown(
    invitation: InvitationView,
    moment: Moment,
    copied: Option<bool>,
    on_copy: EventHandler<String>,
) -> Element {
    let words = use_words();
    let link = invitation.link.clone();
    rsx! {
        div { class: "stack", "data-testid": "invitation",
            Notice { tone: NoticeTone::Good,
                p { class: "strong", role: "status", {words.say("invite-ready")} }
                p { {words.say_with("invite-once", [("when", dates::day_and_time(&words, &moment, invitation.expires_at).into())])} }
            }
            QrCode { modules: invitation.qr, label: words.say("invite-qr"), testid: "invitation-qr" }
            div { class: "field",
                span { class: "field-label", {words.say("invite-link")} }
                span { class: "code-line mono small", translate: "no", "data-testid": "invitation-link", "{invitation.link}" }
            }
            Button { label: words.say("invite-copy"), icon: IconName::Copy, look: ButtonLook::Main, large: true, wide: true, testid: "invitation-copy", on_press: move |()| on_copy.call(link.clone()) }
            p { role: "status", "data-testid": "invitation-copied",
                match copied {
                    Some(true) => words.say("invite-copied"),
                    Some(false) => words.say("invite-not-copied"),
                    None => String::new(),
                }
            }
        }
    }
}
