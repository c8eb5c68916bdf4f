use dioxus::prelude::*;
use handrail_engine::api::{InvitationState, InvitationView, MemberView, SettingsView};

use crate::{
    components::{Avatar, Button, ButtonLook, Go, Icon, IconName, Mark, MarkTone, Section},
    routes::LaterRoute,
    words::{
        dates::{self, Moment},
        labels, use_words,
    },
};

/// Members and, for who may change the roster, invitations.
#[component]
pub fn Members(
    settings: SettingsView,
    moment: Moment,
    administrator: bool,
    on_withdraw: EventHandler<String>,
) -> Element {
    let words = use_words();
    rsx! {
        Section { title: words.say("team-members"), testid: "team-members",
            ul { class: "rows",
                for member in settings.members {
                    MemberLine { key: "{member.member}", member }
                }
            }
        }
        if administrator && !settings.invitations.is_empty() {
            Section { title: words.say("team-invitations"), testid: "team-invitations",
                ul { class: "rows",
                    for invitation in settings.invitations {
                        InvitationLine { key: "{invitation.invitation}", invitation, moment, on_withdraw }
                    }
                }
            }
        }
    }
}

#[component]
fn MemberLine(member: MemberView) -> Element {
    let words = use_words();
    rsx! {
        li {
            Go { to: LaterRoute::Member { member: member.member.clone() }, class: "row", testid: "member-row",
            Avatar { name: member.name.clone(), id: member.member.clone() }
            span { class: "row-body",
                span { class: "row-title", "{member.name}" }
                span { class: "row-line",
                    {words.say(labels::role(member.role))}
                    " · "
                    {words.say_with("member-devices", [("count", member.devices.into())])}
                }
                if member.own || member.administrator || !member.active {
                    span { class: "wrap",
                        if !member.active {
                            Mark { words: words.say("member-left") }
                        }
                        if member.own {
                            Mark { tone: MarkTone::Primary, words: words.say("member-own") }
                        }
                        if member.administrator {
                            Mark { words: words.say("member-administrator") }
                        }
                    }
                }
            }
            span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}

/// One invitation and what became of it.
#[component]
pub fn InvitationLine(
    invitation: InvitationView,
    moment: Moment,
    on_withdraw: EventHandler<String>,
) -> Element {
    let words = use_words();
    let open = invitation.state == InvitationState::Open;
    let id = invitation.invitation.clone();
    let expires = dates::day_and_time(&words, &moment, invitation.expires_at);
    rsx! {
        li { class: "row", "data-testid": "invitation-row",
            Icon { name: IconName::Invite }
            div { class: "row-body",
                span { class: "row-title", {words.say(labels::role(invitation.role))} }
                span { class: "row-line",
                    {words.say(labels::invitation(invitation.state))}
                    if open {
                        " · "
                        {words.say_with("invitation-until", [("when", expires.clone().into())])}
                    }
                }
            }
            if open {
                Button {
                    label: words.say("invitation-withdraw"),
                    spoken: words.say_with("invitation-withdraw-of", [("role", words.say(labels::role(invitation.role)).into()), ("when", expires.into())]),
                    look: ButtonLook::Quiet,
                    testid: "invitation-withdraw",
                    on_press: move |()| on_withdraw.call(id.clone()),
                }
            }
        }
    }
}
