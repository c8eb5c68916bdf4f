use dioxus::prelude::*;
use handrail_engine::api::SafeContactView;

use crate::{
    components::{Button, ButtonLook, Dialog, IconName, LinkButton, Notice, NoticeTone},
    routes::LaterRoute,
    session::use_moment,
    words::{owed, use_words},
};

/// Calls, after showing the safe-contact rule where there is one (S4-12).
#[component]
pub fn CallButton(
    participant: String,
    name: String,
    phone: String,
    rule: SafeContactView,
    #[props(default)] testid: Option<String>,
) -> Element {
    let words = use_words();
    let spoken = words.say_with("call-name", [("name", name.clone().into())]);
    rsx! {
        GuardedButton { way: Way::Call, participant, name, phone, rule, testid, label: words.say("call"), spoken, icon: IconName::Phone }
    }
}

/// Texts, after showing the safe-contact rule where there is one.
#[component]
pub fn TextButton(
    participant: String,
    name: String,
    phone: String,
    rule: SafeContactView,
    #[props(default)] testid: Option<String>,
) -> Element {
    let words = use_words();
    let spoken = words.say_with("text-name", [("name", name.clone().into())]);
    rsx! {
        GuardedButton { way: Way::Text, participant, name, phone, rule, testid, label: words.say("text"), spoken, icon: IconName::Message }
    }
}

/// How somebody is to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By voice.
    Call,
    /// By text message.
    Text,
}

impl Way {
    fn href(self, phone: &str) -> String {
        let digits: String = phone
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        match self {
            Self::Call => format!("tel:{digits}"),
            Self::Text => format!("sms:{digits}"),
        }
    }
}

/// The address that calls a number.
pub fn dial(phone: &str) -> String {
    Way::Call.href(phone)
}

/// A link when nothing stands in the way; else a button that asks first.
#[component]
fn GuardedButton(
    way: Way,
    participant: String,
    name: String,
    phone: String,
    rule: SafeContactView,
    testid: Option<String>,
    label: String,
    spoken: String,
    icon: IconName,
) -> Element {
    let words = use_words();
    let mut asking = use_signal(|| false);
    let guarded = phone.is_empty() || !owed::safe_contact(&words, &rule).is_empty();
    rsx! {
        if guarded {
            Button { label, spoken, icon, look: ButtonLook::Plain, testid, on_press: move |()| asking.set(true) }
        } else {
            LinkButton { label, spoken, icon, href: way.href(&phone), testid }
        }
        if asking() {
            GuardDialog { way, participant, name, phone, rule, on_close: move |()| asking.set(false) }
        }
    }
}

#[component]
fn GuardDialog(
    way: Way,
    participant: String,
    name: String,
    phone: String,
    rule: SafeContactView,
    on_close: EventHandler<()>,
) -> Element {
    let words = use_words();
    let moment = use_moment();
    let sentences = owed::safe_contact(&words, &rule);
    let late = owed::too_late(&moment, &rule);
    let (title, go) = match way {
        Way::Call => (
            "guard-call-title",
            if late {
                "guard-call-anyway"
            } else {
                "guard-call-now"
            },
        ),
        Way::Text => (
            "guard-text-title",
            if late {
                "guard-text-anyway"
            } else {
                "guard-text-now"
            },
        ),
    };
    if phone.is_empty() {
        return rsx! {
            Dialog { title: words.say_with("guard-no-phone", [("name", name.into())]), testid: "guard", on_close,
                p { {words.say("guard-no-phone-words")} }
                div { class: "dialog-actions",
                    Button { label: words.say("edit-title"), look: ButtonLook::Main, testid: "guard-edit", on_press: move |()| { navigator().push(LaterRoute::EditPerson { participant: participant.clone() }); } }
                    Button { label: words.say("close"), testid: "guard-close", on_press: on_close }
                }
            }
        };
    }
    rsx! {
        Dialog { title: words.say_with(title, [("name", name.into())]), testid: "guard", on_close,
            ul { class: "stack-tight", "data-testid": "guard-rule",
                for sentence in sentences {
                    li { class: "strong", "{sentence}" }
                }
            }
            if late {
                Notice { tone: NoticeTone::Attention, testid: "guard-late", p { {words.say("guard-late")} } }
            }
            div { class: "dialog-actions",
                LinkButton {
                    label: words.say(go),
                    href: way.href(&phone),
                    icon: if way == Way::Call { IconName::Phone } else { IconName::Message },
                    look: if late { ButtonLook::Plain } else { ButtonLook::Main },
                    large: true,
                    testid: "guard-go",
                    on_press: move |()| on_close.call(()),
                }
                Button { label: words.say("not-now"), look: if late { ButtonLook::Main } else { ButtonLook::Plain }, large: true, testid: "guard-close", on_press: on_close }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_and_a_leading_plus_are_dialled() {
        assert_eq!(Way::Call.href("+1 (608) 555-0100"), "tel:+16085550100");
        assert_eq!(Way::Text.href("608.555.0100"), "sms:6085550100");
    }
}
