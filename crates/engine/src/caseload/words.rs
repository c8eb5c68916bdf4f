//! What a participant is found by besides names and notes: the words of their plan, of their
//! appointments, and of the people around them. What somebody wants to say to a provider, and what
//! they are afraid of, is found nowhere.

use handrail_domain::around::AroundPerson;
use handrail_domain::document::ParticipantDocument;
use handrail_domain::plan::PlanEntry;
use handrail_domain::record::Void;
use handrail_domain::{Appointment, RecordId};
use handrail_protocol::DocumentId;
use handrail_store::WordsRow;

/// Of every record.
pub fn words_rows(document: &ParticipantDocument, participant: DocumentId) -> Vec<WordsRow> {
    let (plan, appointments, around) =
        (document.plan(), document.appointments(), document.around());
    let plan = plan.iter().map(|entry| of_plan(entry, participant));
    let appointments = appointments
        .iter()
        .map(|one| of_appointment(one, participant));
    let around = around.iter().map(|person| of_person(person, participant));
    plan.chain(appointments).chain(around).collect()
}

/// Of one record; `None` for one that is not searched, and no words for one that was taken back.
pub fn words_row(
    document: &ParticipantDocument,
    id: RecordId,
    participant: DocumentId,
) -> Option<WordsRow> {
    if let Some(entry) = document.plan_entry(id) {
        Some(of_plan(&entry, participant))
    } else if let Some(appointment) = document.appointment(id) {
        Some(of_appointment(&appointment, participant))
    } else {
        let person = document.around_person(id)?;
        Some(of_person(&person, participant))
    }
}

fn of_plan(entry: &PlanEntry, participant: DocumentId) -> WordsRow {
    row(entry.id, participant, entry.void.as_ref(), &[&entry.words])
}

fn of_appointment(appointment: &Appointment, participant: DocumentId) -> WordsRow {
    let (facts, void) = (&appointment.facts, appointment.void.as_ref());
    let words = [&facts.place, &facts.words];
    row(appointment.id, participant, void, &words)
}

fn of_person(person: &AroundPerson, participant: DocumentId) -> WordsRow {
    let words = [&person.name, &person.words, &person.phone];
    row(person.id, participant, person.void.as_ref(), &words)
}

fn row(id: RecordId, participant: DocumentId, void: Option<&Void>, words: &[&String]) -> WordsRow {
    let standing = words
        .iter()
        .filter(|text| void.is_none() && !text.is_empty());
    let words: Vec<&str> = standing.map(|text| text.as_str()).collect();
    WordsRow {
        record: id.to_string(),
        participant,
        words: words.join(" · "),
    }
}
