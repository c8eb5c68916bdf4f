//! Writes every screen as a page of its own, to be looked at:
//! `cargo run -p handrail-app --example gallery -- <folder>`.

#[path = "gallery/extremes.rs"]
mod extremes;
#[path = "../tests/screens/live.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod live;
#[path = "gallery/more.rs"]
mod more;
#[path = "../tests/screens/sample.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod sample;
#[path = "../tests/screens/stage.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod stage;

use std::{env, fs, path::PathBuf};

use handrail_app::theme;
use handrail_engine::api::{Language, Role, SessionView};
use live::Live;
use more::Shown;
use stage::{Canned, app};

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(
        env::args()
            .nth(1)
            .unwrap_or_else(|| "target/gallery".to_owned()),
    );
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("styles.css"), theme::stylesheet())?;
    let kit = {
        let mut worker = sample::worker();
        worker.recovery_unconfirmed = true;
        SessionView::Unlocked(Box::new(worker))
    };
    let screens: [(&str, &str, SessionView); 82] = [
        ("welcome", "/", SessionView::Empty),
        ("lock", "/", sample::locked()),
        ("lock-two", "/", sample::locked_for_two()),
        ("kit", "/", kit),
        (
            "elsewhere",
            "/",
            SessionView::OpenElsewhere { unanswered: true },
        ),
        ("crisis-locked", "/crisis", sample::locked()),
        ("crisis-change", "/crisis/change", sample::unlocked()),
        ("card", "/people/01/card", sample::unlocked()),
        ("card-open", "/more/card", sample::unlocked()),
        ("today", "/", sample::unlocked()),
        ("today-person", "/today/01", sample::unlocked()),
        ("people", "/people", sample::unlocked()),
        ("person", "/people/01", sample::unlocked()),
        ("person-new", "/people/new", sample::unlocked()),
        ("log", "/log/01", sample::unlocked()),
        ("log-choose", "/log", sample::unlocked()),
        ("team", "/team", sample::unlocked()),
        ("member", "/team/ad", sample::unlocked()),
        ("device", "/team/ad/d1", sample::unlocked()),
        ("sheet", "/team/ad/d3", sample::unlocked()),
        ("away", "/", sample::away()),
        ("removed", "/", sample::removed()),
        (
            "dismissed",
            "/",
            sample::gated(handrail_engine::api::GateWhy::Dismissed { waiting: 3 }),
        ),
        ("invite", "/team/invite", sample::unlocked()),
        ("import", "/import", sample::unlocked()),
        ("more", "/more", sample::unlocked()),
        ("accesses", "/team/accesses", sample::unlocked()),
        (
            "emergency",
            "/team/emergency",
            sample::as_role(Role::OnCallSupervisor),
        ),
        ("numbers", "/team/numbers", sample::unlocked()),
        ("manager", "/", sample::as_role(Role::ProgramManager)),
        ("it", "/", sample::as_role(Role::AgencyIt)),
        ("provider", "/", sample::as_role(Role::ClinicalProvider)),
        ("forgetting", "/team/forgetting", sample::unlocked()),
        ("rules", "/team/forgetting/rules", sample::unlocked()),
        ("texts", "/team/texts", sample::unlocked()),
        ("programs", "/team/programs", sample::unlocked()),
        ("program", "/team/programs/family", sample::unlocked()),
        (
            "program-sample",
            "/team/programs/pregnancy",
            sample::unlocked(),
        ),
        ("referral", "/people/01/referral", sample::unlocked()),
        ("call-outs", "/call-outs", sample::unlocked()),
        ("call-out", "/call-outs/c1", sample::unlocked()),
        ("call-out-declined", "/call-outs/c3", sample::unlocked()),
        ("keep", "/people/01/keep", sample::unlocked()),
        ("around", "/people/01/around", sample::unlocked()),
        ("around-empty", "/people/02/around", sample::unlocked()),
        ("sayings", "/people/01/say", sample::unlocked()),
        ("sayings-empty", "/people/02/say", sample::unlocked()),
        ("saying-paper", "/people/01/say/s1", sample::unlocked()),
        ("links", "/people/01/links", sample::unlocked()),
        ("lived", "/more/lived", sample::unlocked()),
        ("fits", "/team/fits", sample::as_role(Role::Supervisor)),
        ("calendar", "/calendar", sample::unlocked()),
        ("calendar-person", "/people/01/calendar", sample::unlocked()),
        ("calendar-empty", "/people/02/calendar", sample::unlocked()),
        ("plan", "/people/01/plan", sample::unlocked()),
        ("plan-empty", "/people/02/plan", sample::unlocked()),
        ("required", "/people/01/required", sample::unlocked()),
        ("barc10", "/people/01/barc10", sample::unlocked()),
        ("groups", "/groups", sample::unlocked()),
        ("group", "/groups/e1", sample::unlocked()),
        ("group-new", "/groups/new", sample::unlocked()),
        ("group-change", "/groups/e1/change", sample::unlocked()),
        ("meeting", "/groups/e1/2026-11-21", sample::unlocked()),
        ("limit", "/more/limit", sample::unlocked()),
        (
            "inspected",
            "/",
            SessionView::Inspecting(Box::new(sample::inspected())),
        ),
        ("settings", "/more/settings", sample::unlocked()),
        ("sync", "/more/sync", sample::unlocked()),
        ("resources", "/more/resources", sample::unlocked()),
        ("bill", "/team/billing", sample::unlocked()),
        ("client-reports", "/team/reports", sample::unlocked()),
        ("scorecards", "/team/scorecards", sample::unlocked()),
        (
            "scorecard",
            "/team/scorecards/coaches_trained",
            sample::unlocked(),
        ),
        (
            "scorecard-people",
            "/team/scorecards/connected",
            sample::unlocked(),
        ),
        (
            "scorecard-own",
            "/team/scorecards/01OWN",
            sample::unlocked(),
        ),
        (
            "scorecard-paper",
            "/team/scorecards/coaches_trained/paper",
            sample::unlocked(),
        ),
        (
            "scorecard-rows",
            "/team/scorecards/connected/2026-10",
            sample::unlocked(),
        ),
        (
            "workforce",
            "/team/people",
            sample::as_role(Role::Supervisor),
        ),
        ("training", "/team/people/me", sample::unlocked()),
        ("growth", "/team/people/me/growth", sample::unlocked()),
        ("coach-card", "/team/people/me/card", sample::unlocked()),
        ("claims", "/team/people/me/claims", sample::unlocked()),
        (
            "payroll",
            "/team/payroll",
            sample::as_role(Role::Supervisor),
        ),
    ];
    let usual = screens.map(|(name, path, session)| Shown::usual(name, path, session));
    for shown in usual.into_iter().chain(more::pages()) {
        for (language, code) in [(Language::English, "en"), (Language::Spanish, "es")] {
            let Some(app) = rendered(&shown, language) else {
                continue;
            };
            for theme in ["light", "dark", "high-contrast"] {
                let body = app.replace("data-theme=\"device\"", &format!("data-theme=\"{theme}\""));
                let name = shown.name;
                let page = format!(
                    "<!doctype html><html lang=\"{code}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{name}</title><link rel=\"stylesheet\" href=\"styles.css\"></head><body><div id=\"main\">{body}</div></body></html>"
                );
                fs::write(folder.join(format!("{name}-{code}-{theme}.html")), page)?;
            }
        }
    }
    Ok(())
}

/// The page; what is tapped is tapped in English alone.
fn rendered(shown: &Shown, language: Language) -> Option<String> {
    let canned = Canned {
        session: shown.session.clone(),
        answer: shown.answer,
    };
    if shown.taps.is_empty() {
        return Some(app(&shown.path, language, true, canned));
    }
    if language != Language::English {
        return None;
    }
    let mut page = Live::open(&shown.path, canned);
    for name in shown.taps {
        match name.strip_prefix('=') {
            Some(name) => page.choose(name),
            None => page.tap(name),
        }
    }
    Some(page.html())
}
