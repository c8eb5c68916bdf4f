use dioxus::prelude::*;
use handrail_engine::api::{
    CoachRow, Role, SettingsView, TeamEncounterRow, TeamView, UnlockedView,
};

use super::Members;
use crate::{
    components::{Avatar, Empty, Go, Icon, IconName, LinkRow, Mark, MarkTone, Page, Section},
    routes::{LaterRoute, Route},
    screens::person::{figures, picture, what},
    words::{
        dates::{self, Moment},
        sync_words, use_words,
    },
};

/// The team as rendered from the engine's views.
#[component]
pub fn TeamContent(
    view: TeamView,
    settings: Option<SettingsView>,
    moment: Moment,
    unlocked: UnlockedView,
    on_withdraw: EventHandler<String>,
) -> Element {
    let words = use_words();
    rsx! {
        Page { title: words.say("team-title"), testid: "team", line: unlocked.agency_name.clone(),
            if unlocked.administrator && !unlocked.sample {
                div { class: "page-actions",
                    Go { to: LaterRoute::Invite {}, class: "button button-main", testid: "team-invite",
                        Icon { name: IconName::Invite }
                        span { {words.say("team-invite")} }
                    }
                }
            }
            if !view.coaches.is_empty() {
                Section { title: words.say("team-coaches"), testid: "team-coaches",
                    ul { class: "rows",
                        for coach in view.coaches {
                            CoachLine { key: "{coach.member}", coach, moment }
                        }
                    }
                }
            }
            if unlocked.role.is_supervisor() {
                ul { class: "rows",
                    LinkRow { to: LaterRoute::Emergency {}, icon: IconName::Attention, title: words.say("emergency-title"), testid: "team-emergency" }
                    LinkRow { to: LaterRoute::Supervisions {}, icon: IconName::Seedling, title: words.say("supervision-title"), testid: "team-supervision" }
                    LinkRow { to: LaterRoute::Concerns {}, icon: IconName::Attention, title: words.say("off-list-title"), testid: "team-concerns" }
                    LinkRow { to: LaterRoute::OnCall {}, icon: IconName::Phone, title: words.say("on-call-title"), testid: "team-on-call" }
                    LinkRow { to: LaterRoute::CallOuts {}, icon: IconName::Phone, title: words.say("call-outs-title"), testid: "team-call-outs" }
                    if unlocked.role == Role::Supervisor {
                        LinkRow { to: LaterRoute::Desk {}, icon: IconName::Lock, title: words.say("desk-title"), testid: "team-desk" }
                        LinkRow { to: LaterRoute::WhoFits {}, icon: IconName::People, title: words.say("fits-title"), testid: "team-fits" }
                    }
                    LinkRow { to: LaterRoute::Workforce {}, icon: IconName::People, title: words.say("workforce-title"), testid: "team-workforce" }
                    LinkRow { to: LaterRoute::Payroll {}, icon: IconName::Log, title: words.say("payroll-title"), testid: "team-payroll" }
                    LinkRow { to: LaterRoute::Programs {}, icon: IconName::Log, title: words.say("programs-title"), testid: "team-programs" }
                    if unlocked.role == Role::Supervisor {
                        LinkRow { to: LaterRoute::Numbers {}, icon: IconName::Chart, title: words.say("numbers-title"), testid: "team-numbers" }
                    }
                }
            }
            if matches!(unlocked.role, Role::Lead | Role::ProgramManager) {
                ul { class: "rows",
                    LinkRow { to: LaterRoute::Workforce {}, icon: IconName::People, title: words.say("workforce-title"), testid: "team-workforce" }
                }
            }
            Section { title: words.say("team-recent"), testid: "team-recent",
                if view.recent.is_empty() {
                    Empty { icon: IconName::Log, title: words.say("team-recent-empty") }
                } else {
                    ul { class: "rows",
                        for row in view.recent {
                            RecentLine { key: "{row.encounter.id}", row, moment }
                        }
                    }
                }
            }
            ul { class: "rows",
                LinkRow { to: LaterRoute::AccessLog {}, icon: IconName::Eye, title: words.say("accesses-title"), testid: "team-accesses" }
                LinkRow { to: LaterRoute::Forgetting {}, icon: IconName::Hide, title: words.say("forgetting-title"), testid: "team-forgetting" }
                if unlocked.administrator || unlocked.role == Role::Supervisor {
                    LinkRow { to: LaterRoute::Texts {}, icon: IconName::Court, title: words.say("texts-title"), testid: "team-texts" }
                }
            }
            if let Some(settings) = settings {
                Members { settings, moment, administrator: unlocked.administrator, on_withdraw }
            }
        }
    }
}

#[component]
fn CoachLine(coach: CoachRow, moment: Moment) -> Element {
    let words = use_words();
    let heard = match coach.last_heard_at {
        Some(at) => words.say_with(
            "coach-heard",
            [("when", dates::day_and_time(&words, &moment, at).into())],
        ),
        None => words.say("coach-not-heard"),
    };
    rsx! {
        li { class: "row", "data-testid": "coach-row",
            Avatar { name: coach.name.clone(), id: coach.member.clone() }
            div { class: "row-body",
                span { class: "row-title", "{coach.name}" }
                span { class: "row-line", {words.say_with("coach-caseload", [("count", coach.caseload.into())])} }
                span { class: "row-line", "{heard}" }
                span { class: "wrap",
                    if coach.owed > 0 {
                        Mark { icon: IconName::Clock, words: words.say_with("coach-owed", [("count", coach.owed.into())]) }
                    }
                    if coach.settled > 0 {
                        Mark { tone: MarkTone::Good, icon: IconName::Check, words: words.say_with("today-settled-count", [("count", coach.settled.into())]) }
                    }
                    if coach.missed > 0 {
                        Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say_with("coach-missed", [("count", coach.missed.into())]) }
                    }
                }
            }
        }
    }
}

#[component]
fn RecentLine(row: TeamEncounterRow, moment: Moment) -> Element {
    let words = use_words();
    let encounter = row.encounter;
    rsx! {
        li {
            Go { to: Route::Person { participant: row.participant.clone() }, class: "row", testid: "recent-row",
                span { class: "entry-mark", "aria-hidden": "true", Icon { name: picture(encounter.kind) } }
                span { class: "row-body",
                    span { class: "row-title", "{row.name}" }
                    span { {what(&words, &encounter)} }
                    span { class: "row-line", {figures(&words, &encounter.figures())} }
                    span { class: "row-line",
                        {words.say_with("conflict-by", [("author", row.author.clone().into()), ("when", dates::day_and_time(&words, &moment, encounter.at).into())])}
                    }
                    span { class: "row-line", {sync_words::delivery(&words, &moment, encounter.delivery)} }
                    if encounter.voided.is_some() {
                        Mark { words: words.say("entry-not-valid") }
                    }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}
