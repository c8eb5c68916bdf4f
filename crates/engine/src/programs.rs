//! The agency's programs for those who run them: what is in use, what a draft would change for
//! whom, and the order that makes it so (S0-1, S1-13 to S1-19).

use handrail_domain::document::AgencyCommand;
use handrail_domain::obligation::{Obligation, ObligationKind};
use handrail_domain::program::{
    Change, DutyForm, Part, PartChange, ProgramError, ProgramInUse, ProgramPack, Unusable,
    sample_packs,
};
use handrail_domain::{LocalDate, Now, RecordId};
use handrail_store::ParticipantRow;
use rand_core::CryptoRng;

use crate::api::{
    EngineError, InvalidField, MOST_PROGRAM_CHANGES, ProgramChangeView, ProgramDraft,
    ProgramEffectView, ProgramFault, ProgramPreviewView, ProgramView, ProgramsView, StorageProblem,
};
use crate::convert::invalid;
use crate::open::{Open, RulesByProgram, is_called};
use crate::views::{Duties, shown_name};

/// Programs in use, and packs of the app that are not.
///
/// # Errors
/// `Storage` where rows cannot be read.
pub fn view(open: &Open, now: Now) -> Result<ProgramsView, EngineError> {
    let day = now.local_date();
    let rows = open.store.read().active_participants()?;
    let mut in_use = Vec::new();
    for program in open.programs.in_use() {
        let (_, unusable) = program.on(LocalDate::LAST);
        let fault = |change: &Change| {
            let of = |one: &&Unusable| one.from == change.from && one.part == change.part;
            unusable.iter().find(of).map(|one| fault(&one.why))
        };
        let changes = program.changes.iter().map(|change| ProgramChangeView {
            from: change.from,
            part: change.part.clone(),
            disagree: change.disagree,
            fault: fault(change),
        });
        in_use.push(ProgramView {
            name: program.name.clone(),
            pack: program.on(day).0,
            text: program.pack.to_json().map_err(|_| damaged())?,
            people: count(in_program(open, &rows, program).count()),
            changes: changes.collect(),
        });
    }
    let mut samples = Vec::new();
    for pack in sample_packs().map_err(|_| damaged())? {
        if !in_use.iter().any(|known| known.pack.id == pack.id) {
            samples.push(ProgramView {
                name: String::new(),
                text: pack.to_json().map_err(|_| damaged())?,
                pack,
                people: 0,
                changes: Vec::new(),
            });
        }
    }
    Ok(ProgramsView {
        may_change: may_change(open),
        in_use,
        samples,
    })
}

/// What a draft would change for whom; nothing is written.
///
/// # Errors
/// `NotFound` for a program or duty that is not there; a draft that cannot be used is told in the view.
pub fn preview(
    open: &Open,
    draft: &ProgramDraft,
    now: Now,
) -> Result<ProgramPreviewView, EngineError> {
    let mut view = ProgramPreviewView {
        fault: None,
        pack: None,
        replaces: false,
        people: 0,
        changes: Vec::new(),
        changed: 0,
    };
    let (program, from) = match drafted(open, draft, now)? {
        Ok(drafted) => drafted,
        Err(fault) => {
            view.fault = Some(fault);
            return Ok(view);
        }
    };
    let day = now.local_date().max(from);
    let pack = match as_drafted(&program, from, day) {
        Ok(pack) => pack,
        Err(fault) => {
            view.fault = Some(fault);
            return Ok(view);
        }
    };
    view.replaces = open
        .programs
        .in_use()
        .iter()
        .any(|known| known.pack.id == program.pack.id);
    let after = open.programs.with(program.clone());
    let rows = open.store.read().active_participants()?;
    let (mut old_rules, mut new_rules) = (RulesByProgram::default(), RulesByProgram::default());
    let duties = Duties::of(open, rows.iter().map(|row| row.participant), day)?;
    view.people = count(in_program(open, &rows, &program).count());
    for row in &rows {
        if !open.serves(row.caseload_group.as_ref()) {
            continue;
        }
        let old = old_rules.of(&open.programs, &row.program, day)?;
        let old = duties.obligations(row, old, now.offset_minutes);
        let new = new_rules.of(&after, &row.program, day)?;
        let new = duties.obligations(row, new, now.offset_minutes);
        if let Some(effect) = effect(open, row, &old, &new) {
            view.changed = view.changed.saturating_add(1);
            view.changes.push(effect);
        }
    }
    view.changes.sort_by(|one, other| one.name.cmp(&other.name));
    view.changes.truncate(MOST_PROGRAM_CHANGES);
    view.pack = Some(pack);
    Ok(view)
}

/// Puts a draft to use.
///
/// # Errors
/// `NotAllowed` for who is no administrator; `Invalid` where [`preview`] names a fault.
pub fn put_to_use(
    open: &mut Open,
    draft: &ProgramDraft,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    if !may_change(open) {
        return Err(EngineError::NotAllowed);
    }
    let refused = || invalid(InvalidField::Detail);
    let (program, from) = drafted(open, draft, now)?.map_err(|_| refused())?;
    let pack = as_drafted(&program, from, from).map_err(|_| refused())?;
    let known = open
        .programs
        .in_use()
        .iter()
        .find(|known| known.pack.id == program.pack.id);
    let command = match draft {
        ProgramDraft::Duty { duty, .. } => {
            let part = pack.duties.into_iter().find(|one| one.id == *duty);
            AgencyCommand::ChangeProgram {
                id: program.id,
                from,
                change: PartChange::Set(Box::new(Part::Duty(part.ok_or_else(refused)?))),
            }
        }
        ProgramDraft::Text(_) | ProgramDraft::Sample(_) => AgencyCommand::UsePack {
            id: known.map_or_else(|| RecordId::new(now.at, rng), |known| known.id),
            pack: program.pack.to_json().map_err(|_| refused())?,
        },
    };
    open.write_agency_names(&[command], now)
}

fn may_change(open: &Open) -> bool {
    open.roster.is_administrator(&open.identity.device)
}

/// What the program says on a day with a change from `from` on; or why that change cannot be used.
fn as_drafted(
    program: &ProgramInUse,
    from: LocalDate,
    day: LocalDate,
) -> Result<ProgramPack, ProgramFault> {
    let (pack, unusable) = program.on(day);
    match unusable.iter().find(|one| one.from == from) {
        Some(one) => Err(fault(&one.why)),
        None => Ok(pack),
    }
}

/// The program as the draft would have it, and from which day; or what is to be mended.
fn drafted(
    open: &Open,
    draft: &ProgramDraft,
    now: Now,
) -> Result<Result<(ProgramInUse, LocalDate), ProgramFault>, EngineError> {
    let pack = match draft {
        ProgramDraft::Duty {
            program,
            from,
            duty,
            numbers,
        } => {
            let mut of_id = open.programs.in_use().iter();
            let known = of_id.find(|known| known.pack.id == *program);
            let mut program = known.ok_or(EngineError::NotFound)?.clone();
            let from = LocalDate::parse(from).map_err(|_| invalid(InvalidField::Date))?;
            let forms = program.on(from).0.duties;
            let form = forms.into_iter().find(|form| form.id == *duty);
            let mut form = form.ok_or(EngineError::NotFound)?;
            for (field, number) in numbers {
                *field_of(&mut form, field).ok_or(EngineError::NotFound)? = *number;
            }
            let says = serde_json::to_string(&form).map_err(|_| damaged())?;
            let part = format!("duty:{duty}");
            program
                .changes
                .retain(|other| other.from != from || other.part != part);
            program.changes.push(Change {
                from,
                part,
                says,
                disagree: false,
            });
            return Ok(Ok((program, from)));
        }
        ProgramDraft::Text(text) => ProgramPack::parse(text),
        ProgramDraft::Sample(id) => {
            let mut samples = sample_packs().map_err(|_| damaged())?.into_iter();
            Ok(samples
                .find(|pack| pack.id == *id)
                .ok_or(EngineError::NotFound)?)
        }
    };
    let pack = match pack {
        Ok(pack) => pack,
        Err(error) => return Ok(Err(fault(&error))),
    };
    let mut of_id = open.programs.in_use().iter();
    let program = match of_id.find(|known| known.pack.id == pack.id) {
        Some(known) => ProgramInUse {
            pack,
            ..known.clone()
        },
        None => ProgramInUse {
            // Takes its own once it is put to use.
            id: RecordId::from_bytes([0; 16]),
            name: pack.name.en.clone(),
            retired: false,
            pack,
            changes: Vec::new(),
        },
    };
    Ok(Ok((program, now.local_date())))
}

/// The number of a duty that a field names; only numbers that are there can be others.
fn field_of<'a>(form: &'a mut DutyForm, field: &str) -> Option<&'a mut u16> {
    if let Some(rest) = field.strip_prefix("step-") {
        let (step, field) = rest.split_once('-')?;
        let step = form.steps.get_mut(step.parse::<usize>().ok()?)?;
        return match field {
            "every" => Some(&mut step.every_days),
            "for" => step.for_days.as_mut(),
            _ => None,
        };
    }
    match field {
        "every_days" => form.every_days.as_mut(),
        "days" => form.days.as_mut(),
        "months" => form.months.as_mut(),
        "lead_days" => form.lead_days.as_mut(),
        "judge_after_days" => form.judge_after_days.as_mut(),
        _ => None,
    }
}

fn in_program<'a>(
    open: &'a Open,
    rows: &'a [ParticipantRow],
    program: &'a ProgramInUse,
) -> impl Iterator<Item = &'a ParticipantRow> {
    rows.iter()
        .filter(|row| open.serves(row.caseload_group.as_ref()) && is_called(program, &row.program))
}

/// What is owed to one participant under the old rules and the new; `None`: the same.
fn effect(
    open: &Open,
    row: &ParticipantRow,
    old: &[Obligation],
    new: &[Obligation],
) -> Option<ProgramEffectView> {
    let mut effect = ProgramEffectView {
        participant: row.participant.to_string(),
        name: shown_name(row),
        coach: open.coach_name(row.caseload_group.as_ref()),
        no_longer: Vec::new(),
        newly: Vec::new(),
        other_days: Vec::new(),
    };
    let key = |one: &Obligation| (one.kind, one.anchor);
    for one in old {
        match new.iter().find(|other| key(other) == key(one)) {
            None => add(&mut effect.no_longer, one.kind),
            Some(other) if other.state != one.state || other.ends != one.ends => {
                add(&mut effect.other_days, one.kind);
            }
            Some(_) => {}
        }
    }
    for one in new {
        if !old.iter().any(|other| key(other) == key(one)) {
            add(&mut effect.newly, one.kind);
        }
    }
    let changes = effect.no_longer.len() + effect.newly.len() + effect.other_days.len();
    (changes > 0).then_some(effect)
}

fn add(kinds: &mut Vec<ObligationKind>, kind: ObligationKind) {
    if !kinds.contains(&kind) {
        kinds.push(kind);
    }
}

fn fault(error: &ProgramError) -> ProgramFault {
    use ProgramError as E;
    let (what, part, detail, number, column) = match error {
        E::TooLarge => ("large", "", "", 0, 0),
        E::Malformed { line, column, why } => ("json", "", why.as_str(), *line, *column),
        E::OtherFormat(_) => ("format", "", "", 0, 0),
        E::TextMissing(part) => ("text", part.as_str(), "", 0, 0),
        E::NotAnId(id) => ("id", id.as_str(), "", 0, 0),
        E::Twice(part) => ("twice", part.as_str(), "", 0, 0),
        E::Unknown { part, names } => ("unknown", part.as_str(), names.as_str(), 0, 0),
        E::Incomplete { duty, needs } => ("incomplete", duty.as_str(), *needs, 0, 0),
        E::Foreign { duty, field } => ("foreign", duty.as_str(), *field, 0, 0),
        E::OutOfBounds { part, field, most } => {
            ("bounds", part.as_str(), *field, usize::from(*most), 0)
        }
        E::NotADay(text) => ("day", text.as_str(), "", 0, 0),
        E::EndsBeforeItBegins(part) => ("ends", part.as_str(), "", 0, 0),
        E::Nobody(part) => ("nobody", part.as_str(), "", 0, 0),
    };
    ProgramFault {
        what: what.to_owned(),
        part: part.to_owned(),
        detail: detail.to_owned(),
        number: count(number),
        column: count(column),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn damaged() -> EngineError {
    EngineError::Storage(StorageProblem::Damaged)
}
