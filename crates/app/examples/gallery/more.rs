//! Pages that are looked at in more than one state: as usual, empty, with long words, with a question
//! open.

use handrail_domain::RecordId;
use handrail_engine::api::{Query, Reply, Role, SessionView};

use crate::extremes::{empty, for_supervisor, long, long_for_supervisor};
use crate::sample::{answer, as_role, coach_space, unlocked};

/// What answers.
type Answer = fn(&Query) -> Option<Reply>;

/// A page of the gallery.
pub struct Shown {
    /// Of its files.
    pub name: &'static str,
    /// Its address.
    pub path: String,
    /// Who looks at it.
    pub session: SessionView,
    /// What the engine says.
    pub answer: Answer,
    /// What is tapped before, in this order; with `=` before it, what is chosen.
    pub taps: &'static [&'static str],
}

impl Shown {
    /// A page as it is mostly.
    pub fn usual(name: &'static str, path: &str, session: SessionView) -> Self {
        Self::with(name, path, session, answer)
    }

    fn with(name: &'static str, path: &str, session: SessionView, answer: Answer) -> Self {
        Self {
            name,
            path: path.to_owned(),
            session,
            answer,
            taps: &[],
        }
    }

    fn asking(
        name: &'static str,
        path: &str,
        session: SessionView,
        taps: &'static [&'static str],
    ) -> Self {
        Self {
            taps,
            ..Self::usual(name, path, session)
        }
    }
}

/// All of them.
pub fn pages() -> Vec<Shown> {
    let mut all = concerns();
    all.extend(consents());
    all.extend(on_call());
    all.extend(supervision());
    all.extend(among_coaches());
    all.extend(handing_on());
    all.extend(carried());
    all.extend(people());
    all.extend(money());
    all
}

fn supervisor() -> SessionView {
    as_role(Role::Supervisor)
}

fn concerns() -> Vec<Shown> {
    vec![
        Shown::with("today-supervisor", "/", supervisor(), for_supervisor),
        Shown::usual("concerns", "/concerns", unlocked()),
        Shown::with(
            "concerns-supervisor",
            "/concerns",
            supervisor(),
            for_supervisor,
        ),
        Shown::with("concerns-empty", "/concerns", unlocked(), empty),
        Shown::with(
            "concerns-long",
            "/concerns",
            supervisor(),
            long_for_supervisor,
        ),
        Shown::usual("concern", "/concerns/c1", unlocked()),
        Shown::usual("concern-confided", "/concerns/c2", unlocked()),
        Shown::usual("concern-done", "/concerns/c4", unlocked()),
        Shown::with(
            "concern-supervisor",
            "/concerns/c1",
            supervisor(),
            for_supervisor,
        ),
        Shown::with(
            "concern-decided-supervisor",
            "/concerns/c2",
            supervisor(),
            for_supervisor,
        ),
        Shown::with(
            "concern-long",
            "/concerns/c1",
            supervisor(),
            long_for_supervisor,
        ),
        Shown::asking(
            "concern-take-back",
            "/concerns/c1",
            unlocked(),
            &["concern-back"],
        ),
        Shown::with(
            "concerns-setup",
            "/team/concerns",
            supervisor(),
            for_supervisor,
        ),
        Shown::with(
            "concerns-setup-empty",
            "/team/concerns",
            supervisor(),
            empty,
        ),
        Shown::with(
            "concerns-setup-long",
            "/team/concerns",
            supervisor(),
            long_for_supervisor,
        ),
        Shown::usual("off-choose", "/off", unlocked()),
        Shown::usual("off", "/people/01/off", unlocked()),
        Shown::with("off-empty", "/people/01/off", unlocked(), empty),
        Shown::usual("own-report", "/people/01/report", unlocked()),
        Shown::with("own-report-empty", "/people/01/report", unlocked(), empty),
        Shown::with("own-report-long", "/people/01/report", unlocked(), long),
    ]
}

fn consents() -> Vec<Shown> {
    let id = |number: u8| RecordId::from_bytes([number; 16]);
    let edit = |number| format!("/people/01/consents/{}", id(number));
    let paper = |number| format!("/people/01/consents/{}/paper", id(number));
    vec![
        Shown::usual("consents", "/people/01/consents", unlocked()),
        Shown::with("consents-empty", "/people/01/consents", unlocked(), empty),
        Shown::with("consents-long", "/people/01/consents", unlocked(), long),
        Shown::asking(
            "consents-tell",
            "/people/01/consents",
            unlocked(),
            &["tell-agreed"],
        ),
        Shown::asking(
            "consents-emergency",
            "/people/01/consents",
            unlocked(),
            &["tell-emergency"],
        ),
        Shown::asking(
            "consents-revoke",
            "/people/01/consents",
            unlocked(),
            &["consent-revoke"],
        ),
        Shown::usual("consent-new", "/people/01/consents/new", unlocked()),
        Shown::usual("consent-gaps", &edit(2), unlocked()),
        Shown::with("consent-long", &edit(1), unlocked(), long),
        Shown::usual("consent-paper", &paper(1), unlocked()),
        Shown::usual("consent-paper-gaps", &paper(2), unlocked()),
        Shown::with("consent-paper-long", &paper(1), unlocked(), long),
        Shown::usual("accounting", "/people/01/accounting", unlocked()),
        Shown::with(
            "accounting-empty",
            "/people/01/accounting",
            unlocked(),
            empty,
        ),
        Shown::with("accounting-long", "/people/01/accounting", unlocked(), long),
    ]
}

fn on_call() -> Vec<Shown> {
    let rota = format!("/on-call/{}", RecordId::from_bytes([8; 16]));
    vec![
        Shown::usual("on-call", "/on-call", unlocked()),
        Shown::with("on-call-empty", "/on-call", unlocked(), empty),
        Shown::with("on-call-long", "/on-call", supervisor(), long),
        Shown::asking("on-call-take", "/on-call", unlocked(), &["shift-take"]),
        Shown::usual("rota-new", "/on-call/new", supervisor()),
        Shown::usual("rota", &rota, supervisor()),
        Shown::with("rota-long", &rota, supervisor(), long),
    ]
}

fn supervision() -> Vec<Shown> {
    let one = format!("/team/supervision/{}", "bb".repeat(16));
    vec![
        Shown::usual("desk", "/team/desk", supervisor()),
        Shown::with("desk-empty", "/team/desk", supervisor(), empty),
        Shown::with("desk-long", "/team/desk", supervisor(), long),
        Shown::usual("supervision-own", "/more/supervision", unlocked()),
        Shown::with(
            "supervision-own-empty",
            "/more/supervision",
            unlocked(),
            empty,
        ),
        Shown::with(
            "supervision-own-long",
            "/more/supervision",
            unlocked(),
            long,
        ),
        Shown::usual("supervisions", "/team/supervision", supervisor()),
        Shown::with(
            "supervisions-empty",
            "/team/supervision",
            supervisor(),
            empty,
        ),
        Shown::with("supervisions-long", "/team/supervision", supervisor(), long),
        Shown::usual("supervision", &one, supervisor()),
        Shown::with("supervision-empty", &one, supervisor(), empty),
        Shown::with("supervision-long", &one, supervisor(), long),
        Shown::asking(
            "supervision-take-back",
            &one,
            supervisor(),
            &["supervision-back"],
        ),
    ]
}

fn among_coaches() -> Vec<Shown> {
    let path = "/more/coaches";
    vec![
        Shown::usual("coaches", path, unlocked()),
        Shown::with("coaches-empty", path, unlocked(), empty),
        Shown::with("coaches-none", path, unlocked(), coach_space::nothing_begun),
        Shown::with("coaches-long", path, unlocked(), long),
        Shown::with(
            "coaches-supervisor",
            path,
            supervisor(),
            coach_space::answer_supervisor,
        ),
        Shown::asking(
            "coaches-answering",
            path,
            unlocked(),
            &["coaches-answer-open"],
        ),
        Shown::asking("coaches-take-back", path, unlocked(), &["coaches-back"]),
    ]
}

fn handing_on() -> Vec<Shown> {
    let path = "/more/hand-on";
    vec![
        Shown::usual("hand-on", path, unlocked()),
        Shown::asking("hand-on-codes", path, unlocked(), &["hand-on-show"]),
        Shown::asking("hand-on-file", path, unlocked(), &["hand-on-file"]),
        Shown::asking("hand-on-take", path, unlocked(), &["=hand-on-take"]),
        Shown::asking(
            "hand-on-look",
            path,
            unlocked(),
            &["=hand-on-take", "hand-on-camera"],
        ),
    ]
}

fn carried() -> Vec<Shown> {
    vec![Shown::asking(
        "card-look",
        "/more/card",
        unlocked(),
        &["card-camera"],
    )]
}

fn people() -> Vec<Shown> {
    let (own, theirs) = ("/team/people/me/growth", "/team/people/ad/growth");
    vec![
        Shown::with("exit-empty", "/people/01", unlocked(), empty),
        Shown::with("exit-long", "/people/01", unlocked(), long),
        Shown::with("growth-empty", own, unlocked(), empty),
        Shown::with("growth-long", own, unlocked(), long),
        Shown::usual("growth-supervisor", theirs, supervisor()),
        Shown::asking(
            "growth-available",
            own,
            unlocked(),
            &["availability-change"],
        ),
        Shown::asking("growth-pair", theirs, supervisor(), &["pair-change"]),
        Shown::asking("growth-goal", own, unlocked(), &["growth-goal-add"]),
        Shown::usual("training-supervisor", "/team/people/ad", supervisor()),
        Shown::asking(
            "training-add",
            "/team/people/me",
            unlocked(),
            &["training-add"],
        ),
    ]
}

fn money() -> Vec<Shown> {
    let (own, theirs) = ("/team/people/me/claims", "/team/people/ad/claims");
    vec![
        Shown::with("claims-empty", own, unlocked(), empty),
        Shown::with("claims-long", own, unlocked(), long),
        Shown::usual("claims-supervisor", theirs, supervisor()),
        Shown::asking("claims-add", own, unlocked(), &["claim-add"]),
        Shown::asking("claims-decline", theirs, supervisor(), &["money-decline"]),
        Shown::with("payroll-empty", "/team/payroll", supervisor(), empty),
        Shown::with("payroll-long", "/team/payroll", supervisor(), long),
        Shown::asking("payroll-rate", "/team/payroll", supervisor(), &["rate-add"]),
        Shown::with("bill-empty", "/team/billing", unlocked(), empty),
        Shown::with("bill-long", "/team/billing", unlocked(), long),
        Shown::with("client-reports-empty", "/team/reports", unlocked(), empty),
        Shown::with("client-reports-long", "/team/reports", unlocked(), long),
    ]
}
