//! Checks what a screen typed and turns it into the domain's commands.

use std::collections::BTreeSet;

use handrail_domain::{
    Activity, Detail, EncounterChange, EncounterFacts, Kits, LocalDate, MemberId, Miles,
    MilestoneFacts, Minutes, Note, Now, ParticipantCommand, ParticipantDetails, Step, TimeOfDay,
    Timestamp,
};

use crate::api::{
    DetailField, EncounterInput, EncounterPatch, EngineError, InvalidField, MilestoneInput,
};
use crate::convert::{
    activity_to_domain, day, invalid, kind_to_domain, outcome_to_domain, status_to_domain,
};

/// Longest short text (a name, a place, a rule), in bytes.
const TEXT_LIMIT: usize = 1000;

/// The facts of a new contact.
pub fn encounter_facts(
    input: &EncounterInput,
    made_by: MemberId,
    now: Now,
) -> Result<EncounterFacts, EngineError> {
    Ok(EncounterFacts {
        kind: kind_to_domain(input.kind),
        outcome: outcome_to_domain(input.outcome),
        at: input.at.map_or(now.at, Timestamp::from_millis),
        offset_minutes: now.offset_minutes,
        minutes: minutes(input.minutes)?,
        miles: miles(input.miles_tenths)?,
        kits: kits(input.naloxone_kits)?,
        activities: activities(&input.activities),
        circumstances: input.circumstances.iter().copied().collect(),
        note: note(&input.note)?,
        made_by,
    })
}

/// The corrections of a contact, in the order of the patch.
pub fn encounter_changes(
    patch: &EncounterPatch,
    now: Now,
) -> Result<Vec<EncounterChange>, EngineError> {
    let mut changes = Vec::new();
    changes.extend(
        patch
            .kind
            .map(|kind| EncounterChange::Kind(kind_to_domain(kind))),
    );
    changes.extend(
        patch
            .outcome
            .map(|o| EncounterChange::Outcome(outcome_to_domain(o))),
    );
    changes.extend(patch.at.map(|at| EncounterChange::At {
        at: Timestamp::from_millis(at),
        offset_minutes: now.offset_minutes,
    }));
    if let Some(value) = patch.minutes {
        changes.push(EncounterChange::Minutes(minutes(value)?));
    }
    if let Some(value) = patch.miles_tenths {
        changes.push(EncounterChange::Miles(miles(value)?));
    }
    if let Some(value) = patch.naloxone_kits {
        changes.push(EncounterChange::Kits(kits(value)?));
    }
    changes.extend(
        patch
            .activities
            .as_ref()
            .map(|a| EncounterChange::Activities(activities(a))),
    );
    changes.extend(
        patch
            .circumstances
            .as_ref()
            .map(|all| EncounterChange::Circumstances(all.iter().copied().collect())),
    );
    if let Some(text) = &patch.note {
        changes.push(EncounterChange::Note(note(text)?));
    }
    Ok(changes)
}

/// The commands that give one detail a new value; several for tags.
pub fn set_detail(
    field: DetailField,
    value: &str,
    now_tags: &BTreeSet<String>,
) -> Result<Vec<ParticipantCommand>, EngineError> {
    let value = value.trim();
    if value.len() > TEXT_LIMIT {
        return Err(EngineError::Invalid {
            field: InvalidField::Detail,
            limit: u32::try_from(TEXT_LIMIT).ok(),
        });
    }
    let text = || (!value.is_empty()).then(|| value.to_owned());
    let detail = match field {
        DetailField::Name if value.is_empty() => return Err(invalid(InvalidField::Name)),
        DetailField::Name => Detail::Name(value.to_owned()),
        DetailField::PreferredName => Detail::PreferredName(text()),
        DetailField::Pronouns => Detail::Pronouns(text()),
        DetailField::Phone => Detail::Phone(text()),
        DetailField::BirthDate => Detail::BirthDate(optional_day(value)?),
        DetailField::Program => Detail::Program(text()),
        DetailField::Phase => Detail::Phase(text()),
        DetailField::SafeContact => Detail::ContactRule(text()),
        DetailField::NoVoicemail => Detail::NoVoicemail(value == "yes"),
        DetailField::NotAfter => Detail::NotAfter(optional_time(value)?),
        DetailField::Language => Detail::Language(text()),
        DetailField::Tags => return Ok(tag_commands(value, now_tags)),
    };
    Ok(vec![ParticipantCommand::SetDetail(detail)])
}

/// The details of a new participant.
pub fn details(fields: &[(DetailField, String)]) -> Result<ParticipantDetails, EngineError> {
    let mut details = ParticipantDetails::default();
    for (field, value) in fields {
        for command in set_detail(*field, value, &BTreeSet::new()).or_else(|error| {
            // An empty name may still be filled from the preferred name below.
            if *field == DetailField::Name && value.trim().is_empty() {
                Ok(Vec::new())
            } else {
                Err(error)
            }
        })? {
            put(&mut details, command);
        }
    }
    if details.name.is_empty() {
        details.name = details
            .preferred_name
            .take()
            .ok_or_else(|| invalid(InvalidField::Name))?;
    }
    Ok(details)
}

/// The facts of a discharge or intake.
pub fn milestone_facts(input: &MilestoneInput) -> Result<MilestoneFacts, EngineError> {
    let step = match input {
        MilestoneInput::Discharged { on } => Step::Discharge { on: day(on)? },
        MilestoneInput::Intake { status, on } => Step::Intake {
            status: status_to_domain(*status),
            on: on.as_deref().map(day).transpose()?,
        },
        MilestoneInput::Dated { event, on } => Step::Dated {
            event: *event,
            on: day(on)?,
        },
    };
    Ok(MilestoneFacts {
        step,
        place: String::new(),
    })
}

/// A reason for taking something back: 1 to 500 bytes.
pub fn reason(text: &str) -> Result<String, EngineError> {
    let text = text.trim();
    if text.is_empty() || text.len() > 500 {
        return Err(EngineError::Invalid {
            field: InvalidField::Reason,
            limit: Some(500),
        });
    }
    Ok(text.to_owned())
}

fn put(details: &mut ParticipantDetails, command: ParticipantCommand) {
    match command {
        ParticipantCommand::SetDetail(detail) => match detail {
            Detail::Name(v) => details.name = v,
            Detail::PreferredName(v) => details.preferred_name = v,
            Detail::Pronouns(v) => details.pronouns = v,
            Detail::Phone(v) => details.phone = v,
            Detail::BirthDate(v) => details.birth_date = v,
            Detail::Program(v) => details.program = v,
            Detail::Phase(v) => details.phase = v,
            Detail::ContactRule(v) => details.safe_contact.rule = v,
            Detail::NoVoicemail(v) => details.safe_contact.no_voicemail = v,
            Detail::NotAfter(v) => details.safe_contact.not_after = v,
            Detail::Language(v) => details.language = v,
        },
        ParticipantCommand::AddTag(tag) => {
            details.tags.insert(tag);
        }
        _ => {}
    }
}

fn tag_commands(value: &str, now_tags: &BTreeSet<String>) -> Vec<ParticipantCommand> {
    let wanted: BTreeSet<String> = value
        .split(',')
        .map(str::trim)
        .filter(|tag| !tag.is_empty())
        .map(str::to_owned)
        .collect();
    let added = wanted
        .difference(now_tags)
        .cloned()
        .map(ParticipantCommand::AddTag);
    let removed = now_tags
        .difference(&wanted)
        .cloned()
        .map(ParticipantCommand::RemoveTag);
    added.chain(removed).collect()
}

fn optional_day(value: &str) -> Result<Option<LocalDate>, EngineError> {
    if value.is_empty() {
        Ok(None)
    } else {
        day(value).map(Some)
    }
}

fn optional_time(value: &str) -> Result<Option<TimeOfDay>, EngineError> {
    if value.is_empty() {
        return Ok(None);
    }
    TimeOfDay::parse(value)
        .map(Some)
        .map_err(|_| invalid(InvalidField::Time))
}

fn minutes(value: u32) -> Result<Minutes, EngineError> {
    let value = u16::try_from(value).map_err(|_| invalid(InvalidField::Minutes))?;
    Minutes::new(value).map_err(|_| invalid(InvalidField::Minutes))
}

fn miles(tenths: u32) -> Result<Miles, EngineError> {
    Miles::from_tenths(tenths).map_err(|_| invalid(InvalidField::Miles))
}

fn kits(value: u32) -> Result<Kits, EngineError> {
    let value = u8::try_from(value).map_err(|_| invalid(InvalidField::Naloxone))?;
    Kits::new(value).map_err(|_| invalid(InvalidField::Naloxone))
}

fn activities(list: &[crate::api::Activity]) -> BTreeSet<Activity> {
    list.iter().copied().map(activity_to_domain).collect()
}

fn note(text: &str) -> Result<Note, EngineError> {
    Note::new(text).map_err(|too_long| EngineError::Invalid {
        field: InvalidField::Note,
        limit: u32::try_from(too_long.limit).ok(),
    })
}
