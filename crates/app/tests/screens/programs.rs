//! Programs of the made-up agency.

use handrail_domain::LocalDate;
use handrail_domain::program::{ProgramPack, sample_packs};
use handrail_engine::api::{
    LocalText, ObligationKind, ProgramChangeView, ProgramDraft, ProgramEffectView, ProgramFault,
    ProgramPreviewView, ProgramView, ProgramsView,
};

/// Two in use, one of them changed, and the rest to begin with.
pub fn all() -> ProgramsView {
    let packs = sample_packs().unwrap_or_default();
    let view = |pack: ProgramPack| ProgramView {
        name: String::new(),
        text: pack.to_json().unwrap_or_default(),
        pack,
        people: 0,
        changes: Vec::new(),
    };
    let (in_use, samples): (Vec<_>, Vec<_>) = packs
        .into_iter()
        .map(view)
        .partition(|view| ["ed-overdose", "family"].contains(&view.pack.id.as_str()));
    let in_use = in_use
        .into_iter()
        .zip([0, 12])
        .map(|(view, people)| ProgramView {
            name: view.pack.name.en.clone(),
            people,
            changes: if people > 0 { changes() } else { Vec::new() },
            ..view
        });
    ProgramsView {
        may_change: true,
        in_use: in_use.collect(),
        samples,
    }
}

/// What those in use are called.
pub fn names() -> Vec<LocalText> {
    let in_use = all().in_use.into_iter();
    in_use.map(|program| program.pack.name).collect()
}

fn changes() -> Vec<ProgramChangeView> {
    let change = |part: &str, disagree, fault| ProgramChangeView {
        from: LocalDate::parse("2026-12-01").unwrap_or(LocalDate::LAST),
        part: part.to_owned(),
        disagree,
        fault,
    };
    vec![
        change("duty:regular", true, None),
        change("site:mobile", false, Some(fault())),
    ]
}

fn fault() -> ProgramFault {
    ProgramFault {
        what: "unknown".to_owned(),
        part: "mobile".to_owned(),
        detail: "triage".to_owned(),
        number: 0,
        column: 0,
    }
}

/// What a draft would change.
pub fn preview(draft: &ProgramDraft) -> ProgramPreviewView {
    let pack = sample_packs().unwrap_or_default().into_iter().next();
    let faulty = matches!(draft, ProgramDraft::Text(_));
    ProgramPreviewView {
        fault: faulty.then(fault),
        pack,
        replaces: false,
        people: 1,
        changes: vec![ProgramEffectView {
            participant: "01".repeat(16),
            name: "Dee Okafor".to_owned(),
            coach: "Marisol Reyes".to_owned(),
            no_longer: vec![ObligationKind::Regular],
            newly: vec![ObligationKind::Perinatal, ObligationKind::HandOff],
            other_days: Vec::new(),
        }],
        changed: 1,
    }
}
