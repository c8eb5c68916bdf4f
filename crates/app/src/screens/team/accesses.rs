use dioxus::prelude::*;
use handrail_engine::api::{AccessView, Query, Reply, Topic};

use crate::{
    ask::{Load, use_view},
    components::{Button, Empty, IconName, Notice, NoticeTone, Page, Skeleton},
    engine_link::use_link,
    routes::Route,
    screens::person::Accesses,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{dates::Moment, errors, use_words},
};

/// Rows shown and copied at most.
const LIMIT: u32 = 1_000;

/// Who opened records of others' caseloads.
#[component]
pub fn AccessLog() -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::People, Topic::Team],
        || Query::Accesses { limit: LIMIT },
        |reply| match reply {
            Reply::Accesses(rows) => Some(rows),
            _ => None,
        },
    );
    let back = move |()| {
        navigator().push(Route::Team {});
    };
    let say = words.clone();
    let copy = move |table: String| {
        let copying = (link.device.copy)(table);
        let words = say.clone();
        spawn(async move {
            let said = if copying.await {
                "accesses-copied"
            } else {
                "accesses-not-copied"
            };
            shared.toast.set(Some(Toast {
                words: words.say(said),
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
                Load::Failed(error) => rsx! {
                    Page { title: words.say("accesses-title"), testid: "accesses-failed", back,
                        Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
                    }
                },
                Load::Waiting => rsx! {
                    Page { title: words.say("accesses-title"), testid: "accesses-loading", take_focus: false, back,
                        Skeleton { words: words.say("loading") }
                    }
                },
            }
        }
    }
}

/// The log as rendered from the engine's answer.
#[component]
pub fn AccessLogContent(
    accesses: Vec<AccessView>,
    moment: Moment,
    on_copy: EventHandler<String>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let table = table(&accesses);
    rsx! {
        Page { title: words.say("accesses-title"), testid: "access-log", back: on_back,
            p { {words.say("accesses-words")} }
            if accesses.is_empty() {
                Empty { icon: IconName::Eye, title: words.say("accesses-empty") }
            } else {
                Button { label: words.say("accesses-copy"), icon: IconName::Copy, testid: "accesses-copy", on_press: move |()| on_copy.call(table.clone()) }
                Accesses { accesses, moment, named: true }
            }
        }
    }
}

/// Comma-separated, one line for each access or time that somebody was let in, times in UTC (RFC 3339), texts quoted.
fn table(accesses: &[AccessView]) -> String {
    let mut lines = String::from("time,by,device,participant,id,guest,until,reason\r\n");
    for access in accesses {
        let let_in = access.let_in.as_ref();
        let fields = [
            &utc(access.at),
            &access.by,
            &access.device,
            &access.name,
            &access.participant,
            &let_in.map(|guest| guest.name.clone()).unwrap_or_default(),
            &let_in
                .and_then(|guest| guest.until)
                .map(utc)
                .unwrap_or_default(),
            &let_in.map(|guest| guest.reason.clone()).unwrap_or_default(),
        ];
        let quoted = fields.map(|field| quoted(field));
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
    use handrail_engine::api::LetInView;

    #[test]
    fn the_table_quotes_what_it_holds_and_lets_nothing_become_a_formula() {
        let access = AccessView {
            access: "01A".to_owned(),
            participant: "aa".to_owned(),
            name: "=HYPERLINK(\"x\")".to_owned(),
            by: "Sam \"Sandy\" Supervisor".to_owned(),
            own: false,
            device: "Office, desk".to_owned(),
            at: 1_795_304_280_000,
            let_in: Some(LetInView {
                name: "Olga On-call".to_owned(),
                until: Some(1_795_304_280_000),
                emergency: true,
                reason: "-1".to_owned(),
            }),
        };
        let wanted = "time,by,device,participant,id,guest,until,reason\r\n\
            \"2026-11-21T23:38:00+00:00\",\"Sam \"\"Sandy\"\" Supervisor\",\"Office, desk\",\
            \"'=HYPERLINK(\"\"x\"\")\",\"aa\",\
            \"Olga On-call\",\"2026-11-21T23:38:00+00:00\",\"'-1\"\r\n";
        assert_eq!(table(&[access]), wanted);
    }
}
