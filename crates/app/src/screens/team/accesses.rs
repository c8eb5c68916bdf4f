use dioxus::prelude::*;
use handrail_engine::api::{Command, Export, ForgottenView, LogKind, LogView, Query, Reply, Topic};

use crate::{
    ask::{Load, use_view},
    components::{Absent, Button, ChipRadio, Chips, Empty, Icon, IconName, Page},
    engine_link::use_link,
    routes::LaterRoute,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{
        Words,
        dates::{self, Moment},
        errors, labels, use_words,
    },
};

/// Rows shown and copied at most.
const LIMIT: u32 = 1_000;

/// Who did what: opened records, changed the team, gave codes, took something out of the app.
#[component]
pub fn AccessLog() -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::People, Topic::Team],
        || Query::AccessLog { limit: LIMIT },
        |reply| match reply {
            Reply::AccessLog(rows) => Some(rows),
            _ => None,
        },
    );
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    let say = words.clone();
    let copy = move |rows: Vec<LogView>| {
        // It stands in the log before it leaves the app.
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let noting = link.order(Command::NoteExport(Export::AccessLog(count)));
        let (copy, words) = (link.device.copy, say.clone());
        spawn(async move {
            let said = match noting.await {
                Ok(_) if copy(table(&rows)).await => words.say("accesses-copied"),
                Ok(_) => words.say("accesses-not-copied"),
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
            match answer() {
                Load::Ready(accesses) => rsx! {
                    AccessLogContent { accesses, moment, on_copy: copy, on_back: back }
                },
                other => rsx! { Absent { title: words.say("accesses-title"), page: "accesses", why: other.why(), back } },
            }
        }
    }
}

/// What of the log is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    All,
    Records,
    Team,
    Given,
}

impl Shown {
    const CHOICES: [(Self, &'static str); 4] = [
        (Self::All, "accesses-all"),
        (Self::Records, "accesses-records"),
        (Self::Team, "accesses-team"),
        (Self::Given, "accesses-given"),
    ];

    fn of(kind: LogKind) -> Self {
        match kind {
            LogKind::Opened
            | LogKind::HandedOver
            | LogKind::Shared
            | LogKind::Emergency
            | LogKind::ShareEnded
            | LogKind::Forgotten => Self::Records,
            LogKind::LogCopied
            | LogKind::KitPrinted
            | LogKind::RequirementsPrinted
            | LogKind::SayingPrinted
            | LogKind::CardMade
            | LogKind::CalendarSaved
            | LogKind::FiguresSaved
            | LogKind::BillSaved
            | LogKind::PayrollSaved
            | LogKind::HelpGiven => Self::Given,
            _ => Self::Team,
        }
    }
}

/// The log as rendered from the engine's answer.
#[component]
pub fn AccessLogContent(
    accesses: Vec<LogView>,
    moment: Moment,
    on_copy: EventHandler<Vec<LogView>>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut shown = use_signal(|| Shown::All);
    let is_long = accesses
        .iter()
        .any(|row| Shown::of(row.kind) != Shown::Records);
    let mut rows = accesses;
    rows.retain(|row| shown() == Shown::All || shown() == Shown::of(row.kind));
    let copied = rows.clone();
    rsx! {
        Page { title: words.say("accesses-title"), testid: "access-log", back: on_back,
            p { {words.say("accesses-words")} }
            if is_long {
                p { class: "small soft", {words.say("accesses-clock")} }
                Chips { label: words.say("accesses-show"),
                    for (choice , key) in Shown::CHOICES {
                        ChipRadio { key: "{key}", group: "accesses-show", label: words.say(key), chosen: shown() == choice, testid: key, on_choose: move |()| shown.set(choice) }
                    }
                }
            }
            if rows.is_empty() {
                Empty { icon: IconName::Eye, title: words.say("accesses-empty") }
            } else {
                Button { label: words.say("accesses-copy"), icon: IconName::Copy, testid: "accesses-copy", on_press: move |()| on_copy.call(copied.clone()) }
                ul { class: "rows",
                    for row in rows {
                        Line { key: "{row.id}", row, moment }
                    }
                }
            }
        }
    }
}

#[component]
fn Line(row: LogView, moment: Moment) -> Element {
    let words = use_words();
    let who = if row.own {
        words.say("accesses-you")
    } else if row.by.is_empty() {
        words.say("accesses-unknown")
    } else {
        row.by.clone()
    };
    let when = match row.at {
        Some(at) => dates::alone(dates::day_and_time(&words, &moment, at)),
        None => words.say("accesses-no-time"),
    };
    let is_shared = matches!(
        row.kind,
        LogKind::Shared | LogKind::Emergency | LogKind::ShareEnded
    );
    rsx! {
        li { class: "row", "data-testid": "access",
            Icon { name: picture(row.kind) }
            span { class: "row-body",
                span { class: "row-title", "{who}" }
                span { {what(&words, &moment, &row)} }
                if is_shared {
                    span { "{row.name}" }
                }
                if let Some(forgotten) = row.forgotten {
                    span { {how_far(&words, forgotten)} }
                }
                if !row.reason.is_empty() {
                    span { "{row.reason}" }
                }
                span { class: "row-line",
                    "{when}"
                    if !row.device.is_empty() {
                        " · {row.device}"
                    }
                }
            }
        }
    }
}

fn picture(kind: LogKind) -> IconName {
    match (Shown::of(kind), kind) {
        (_, LogKind::HelpGiven | LogKind::KeysRenewed | LogKind::DeviceKeysRenewed) => {
            IconName::Lock
        }
        (_, LogKind::Forgotten) => IconName::Hide,
        (_, LogKind::HandedOver) => IconName::People,
        (Shown::Given, _) => IconName::Copy,
        (Shown::Team, _) => IconName::Team,
        _ => IconName::Eye,
    }
}

/// What happened, in a sentence.
fn what(words: &Words, moment: &Moment, row: &LogView) -> String {
    let name = |name: &str| {
        if name.is_empty() {
            words.say("accesses-nobody")
        } else {
            name.to_owned()
        }
    };
    let role = row
        .role
        .map(|role| words.say(labels::role(role)))
        .unwrap_or_default();
    let until = row
        .until
        .map(|until| dates::day_and_time(words, moment, until))
        .unwrap_or_default();
    words.say_with(
        labels::log_kind(row.kind),
        [
            ("guest", name(&row.about).into()),
            ("when", until.into()),
            ("name", name(&row.name).into()),
            ("about", name(&row.about).into()),
            ("coach", name(&row.coach).into()),
            ("role", role.into()),
            ("count", row.rows.into()),
            ("number", row.participant.as_str().into()),
        ],
    )
}

/// Why a record is to be forgotten, and how far its certificate got.
fn how_far(words: &Words, forgotten: ForgottenView) -> String {
    let state = if forgotten.complete {
        words.say("certificate-complete")
    } else if forgotten.waiting > 0 {
        words.say_with("certificate-waits", [("count", forgotten.waiting.into())])
    } else {
        words.say("log-forgotten-open")
    };
    let reason = words.say(labels::forget_reason(forgotten.reason));
    format!("{reason}. {state}")
}

/// Comma-separated, one line for each row, times in UTC (RFC 3339), texts quoted. Nothing stands for a
/// time that is not known. Of an order to forget, its reason and how many devices have not confirmed.
/// Participants stand in it by number, without what was typed about them: that they take part leaves the
/// app because of a consent alone.
fn table(rows: &[LogView]) -> String {
    let mut lines =
        String::from("time,by,device,what,about,caseload,role,id,until,reason,waiting\r\n");
    for row in rows {
        let is_of_nobody = row.participant.is_empty();
        let time = row.at.map(utc).unwrap_or_default();
        let until = row.until.map(utc).unwrap_or_default();
        let role = row.role.map(labels::role).unwrap_or_default();
        let forgotten = row.forgotten.as_ref();
        let typed = if is_of_nobody {
            row.reason.as_str()
        } else {
            ""
        };
        let reason = forgotten.map_or(typed, |of| labels::forget_reason(of.reason));
        let waiting = forgotten.map(|of| of.waiting.to_string());
        let fields = [
            &time,
            &row.by,
            &row.device,
            labels::log_kind(row.kind),
            &row.about,
            &row.coach,
            role,
            &row.participant,
            &until,
            reason,
            waiting.as_deref().unwrap_or_default(),
        ];
        let quoted = fields.map(quoted);
        lines.push_str(&quoted.join(","));
        lines.push_str("\r\n");
    }
    lines
}

fn utc(at: i64) -> String {
    chrono::DateTime::from_timestamp_millis(at)
        .map(|time| time.to_rfc3339())
        .unwrap_or_default()
}

/// In quotes; a text that a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_no_participant_and_lets_nothing_become_a_formula() {
        let row = LogView {
            id: "01A".to_owned(),
            kind: LogKind::Opened,
            participant: "aa".to_owned(),
            name: "Ray Example".to_owned(),
            by: "Sam \"Sandy\" Supervisor".to_owned(),
            own: false,
            device: "Office, desk".to_owned(),
            at: Some(1_795_304_280_000),
            about: String::new(),
            coach: String::new(),
            role: None,
            rows: 0,
            until: Some(1_795_304_280_000),
            reason: "Ray asked for it".to_owned(),
            forgotten: None,
        };
        let unknown = LogView {
            kind: LogKind::RoleChanged,
            at: None,
            role: Some(handrail_engine::api::Role::Lead),
            about: "@Cory".to_owned(),
            until: None,
            reason: "-1".to_owned(),
            participant: String::new(),
            name: String::new(),
            ..row.clone()
        };
        let forgotten = LogView {
            kind: LogKind::Forgotten,
            participant: "aa".to_owned(),
            about: String::new(),
            forgotten: Some(ForgottenView {
                reason: handrail_engine::api::ForgetReason::Asked,
                waiting: 2,
                complete: false,
            }),
            ..unknown.clone()
        };
        let wanted = "time,by,device,what,about,caseload,role,id,until,reason,waiting\r\n\
            \"2026-11-21T23:38:00+00:00\",\"Sam \"\"Sandy\"\" Supervisor\",\"Office, desk\",\
            \"log-opened\",\"\",\"\",\"\",\"aa\",\
            \"2026-11-21T23:38:00+00:00\",\"\",\"\"\r\n\
            \"\",\"Sam \"\"Sandy\"\" Supervisor\",\"Office, desk\",\
            \"log-role\",\"'@Cory\",\"\",\"role-lead\",\"\",\"\",\"'-1\",\"\"\r\n\
            \"\",\"Sam \"\"Sandy\"\" Supervisor\",\"Office, desk\",\
            \"log-forgotten\",\"\",\"\",\"role-lead\",\"aa\",\"\",\
            \"forget-reason-asked\",\"2\"\r\n";
        assert_eq!(table(&[row, unknown, forgotten]), wanted);
    }
}
