use dioxus::prelude::*;
use handrail_engine::api::{
    CertificateView, Command, DueView, ForgettingView, KeysView, Query, Reply, RulesView, Topic,
};

use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ButtonLook, Empty, Go, IconName, Mark, MarkTone, Notice, NoticeTone, Page,
        Section,
    },
    exports::use_copy,
    forms::use_lasting_orders,
    routes::LaterRoute,
    screens::{person::Rules, shell::use_unlocked},
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        labels, use_words,
    },
};

/// Whom the rules would forget, and who was forgotten.
#[component]
pub fn Forgetting() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::People, Topic::Encounters, Topic::Team],
        || Query::Forgetting,
        |reply| match reply {
            Reply::Forgetting(view) => Some(*view),
            _ => None,
        },
    );
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    let administrator = use_unlocked().administrator;
    let on_order = use_lasting_orders();
    let renew = move |()| on_order.call((Command::RenewKeys, "renew-keys-done"));
    let copy = use_copy("certificate-copied");
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    ForgettingContent { view, moment, administrator, on_renew: renew, on_copy: copy, on_back: back }
                },
                other => rsx! { Absent { title: words.say("forgetting-title"), page: "forgetting", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's answer.
#[component]
pub fn ForgettingContent(
    view: ForgettingView,
    moment: Moment,
    administrator: bool,
    on_renew: EventHandler<()>,
    on_copy: EventHandler<String>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let old = |of: &CertificateView| of.relay.is_some() && of.keys == KeysView::Old;
    let may_renew = administrator && view.certificates.iter().any(old);
    rsx! {
        Page { title: words.say("forgetting-title"), testid: "forgetting", back: on_back,
            Section { title: words.say("forgetting-due"), testid: "forgetting-due",
                if view.due.is_empty() {
                    Empty { icon: IconName::Check, title: words.say("forgetting-due-empty") }
                } else {
                    p { {words.say("forgetting-due-words")} }
                    ul { class: "rows",
                        for due in view.due {
                            DueLine { key: "{due.participant}", due }
                        }
                    }
                }
            }
            Section { title: words.say("forgetting-orders"), testid: "forgetting-orders",
                if view.declined > 0 {
                    p { "data-testid": "forgetting-declined", {words.say_with("forgetting-declined", [("count", view.declined.into())])} }
                }
                if view.certificates.is_empty() {
                    Empty { icon: IconName::Hide, title: words.say("forgetting-orders-empty") }
                }
                if may_renew {
                    p { {words.say("renew-keys-words")} }
                    Button { label: words.say("renew-keys"), icon: IconName::Lock, look: ButtonLook::Main, testid: "renew-keys", on_press: on_renew }
                }
                for certificate in view.certificates {
                    Certificate { key: "{certificate.document}-{certificate.at}", certificate, moment, on_copy }
                }
            }
            Rules { rules: view.rules, stale: view.stale }
            Source { source: view.source, moment }
        }
    }
}

/// Whose rules these are, until when, and where others are put in force.
#[component]
fn Source(source: RulesView, moment: Moment) -> Element {
    let words = use_words();
    let which = [
        ("id", source.id.clone().into()),
        ("version", source.version.clone().into()),
    ];
    let set = source.set.map(|(by, at)| {
        let by = if by.is_empty() {
            words.say("accesses-unknown")
        } else {
            by
        };
        let when = dates::day_and_time(&words, &moment, at);
        words.say_with("rules-set", [("author", by.into()), ("when", when.into())])
    });
    let whose = if set.is_some() {
        "rules-own"
    } else {
        "rules-app"
    };
    rsx! {
        div { class: "stack-tight", "data-testid": "rules-source",
            if source.id.is_empty() {
                Notice { tone: NoticeTone::Attention, p { {words.say("rules-unreadable")} } }
            } else {
                p { {words.say_with(whose, which)} }
                p { class: "soft", {words.say_with("rules-review", [("day", day(&words, source.review_by).into())])} }
            }
            if let Some(set) = set {
                p { class: "soft", "{set}" }
            }
            if let Some(next) = source.next {
                p { {words.say_with("rules-next", [("day", day(&words, next).into())])} }
            }
            if source.may_change {
                Go { to: LaterRoute::Rules {}, class: "button", testid: "rules-open", {words.say("rules-open")} }
            }
        }
    }
}

/// A day in words, as far as it is one.
pub(super) fn day(words: &Words, day: String) -> String {
    day.parse().map_or(day, |day| dates::full_date(words, day))
}

#[component]
fn DueLine(due: DueView) -> Element {
    let words = use_words();
    let day = day(&words, due.kept_through);
    let key = if due.said_no {
        "forgetting-said-no-line"
    } else {
        "forgetting-due-line"
    };
    let line = words.say_with(key, [("coach", due.coach.into()), ("day", day.into())]);
    rsx! {
        li { class: "row", "data-testid": "due-row",
            div { class: "row-body",
                Go { to: LaterRoute::Keep { participant: due.participant }, class: "row-title", testid: "due-open", "{due.name}" }
                span { class: "row-line", "{line}" }
                if due.held {
                    div { class: "wrap", Mark { words: words.say("forgetting-held"), tone: MarkTone::Attention } }
                }
            }
        }
    }
}

#[component]
fn Certificate(
    certificate: CertificateView,
    moment: Moment,
    on_copy: EventHandler<String>,
) -> Element {
    let words = use_words();
    let lines = lines(&words, &moment, &certificate);
    let mut copied = lines.clone();
    copied.extend([words.say("certificate-proof"), certificate.proof.clone()]);
    let copied = copied.join("\n");
    let complete = certificate.is_complete();
    let (title, rest) = lines
        .split_first()
        .map(|(t, r)| (t.clone(), r.to_vec()))
        .unwrap_or_default();
    rsx! {
        div { class: "card stack-tight", "data-testid": "certificate",
            h3 { "{title}" }
            for line in rest {
                p { class: "soft", "{line}" }
            }
            if complete {
                div { class: "wrap", Mark { words: words.say("certificate-complete"), tone: MarkTone::Good } }
            }
            Button { label: words.say("certificate-copy"), icon: IconName::Copy, look: ButtonLook::Plain, testid: "certificate-copy", on_press: move |()| on_copy.call(copied.clone()) }
        }
    }
}

/// The certificate, sentence by sentence; the first is its title.
fn lines(words: &Words, moment: &Moment, certificate: &CertificateView) -> Vec<String> {
    let when = |at: i64| dates::day_and_time(words, moment, at);
    let number = certificate.document.clone();
    let mut lines = vec![words.say_with("certificate-number", [("number", number.into())])];
    lines.push(words.say_with(
        "certificate-by",
        [
            ("author", certificate.by.clone().into()),
            ("when", when(certificate.at).into()),
            (
                "reason",
                words.say(labels::forget_reason(certificate.reason)).into(),
            ),
        ],
    ));
    if let Some(has) = certificate.relay {
        let key = if has {
            "certificate-relay-yes"
        } else {
            "certificate-relay-no"
        };
        lines.push(words.say(key));
    }
    let waiting = certificate.waiting();
    if waiting > 0 {
        lines.push(words.say_with("certificate-waits", [("count", waiting.into())]));
    }
    if waiting > 0 || !certificate.done {
        lines.push(words.say("certificate-here"));
    }
    for device in &certificate.devices {
        let (key, when) = match device.at {
            Some(at) => ("certificate-device-yes", when(at)),
            None => ("certificate-device-no", String::new()),
        };
        lines.push(words.say_with(
            key,
            [
                ("member", device.member.clone().into()),
                ("device", device.device.clone().into()),
                ("when", when.into()),
            ],
        ));
    }
    if certificate.late > 0 {
        lines.push(words.say_with("certificate-late", [("count", certificate.late.into())]));
    }
    lines.push(match certificate.keys {
        KeysView::Old => words.say("certificate-keys-old"),
        KeysView::Renewing(left) => {
            words.say_with("certificate-keys-renewing", [("count", left.into())])
        }
        KeysView::Renewed => words.say("certificate-keys-new"),
    });
    lines.push(words.say("certificate-remains"));
    lines
}
