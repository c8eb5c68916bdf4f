//! The people around a participant: what is asked about them and ordered for them. They are read
//! from the document; no list needs rows of them.

use handrail_domain::{AroundPerson, Now, ParticipantCommand, RecordId};
use rand_core::CryptoRng;

use crate::api::{AroundCommand, AroundPersonView, AroundView, EngineError, RecordRef};
use crate::caseload::write;
use crate::convert::{document_id, domain_member, record_id};
use crate::open::Open;
use crate::{plan, ties, views};

/// Everybody around one participant.
pub fn view(open: &mut Open, participant: &str) -> Result<AroundView, EngineError> {
    let document = plan::readable(open, participant)?;
    let name = document.details().shown_name().to_owned();
    let mut people = document.around();
    let conflicts = views::conflicts_in(document, |id| people.iter().any(|one| one.id == id));
    people.sort_by_key(|person| {
        let is_professional = person.relation.is_professional();
        let system = is_professional.then_some(person.relation);
        (is_professional, system, person.void.is_some(), person.link)
    });
    Ok(AroundView {
        participant: participant.to_owned(),
        ties: ties::of(open, &document_id(participant)?)?,
        name,
        read_only: open.may_only_look(),
        people: people
            .iter()
            .map(|person| person_view(open, person))
            .collect(),
        conflicts: views::conflict_views(open, &conflicts),
    })
}

/// Writes down who is around a participant.
pub fn order(
    open: &mut Open,
    command: &AroundCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let (participant, id, command) = match command {
        AroundCommand::Add {
            participant,
            fields,
        } => {
            let id = RecordId::new(now.at, rng);
            let (fields, by) = (fields.clone(), domain_member(open.identity.member));
            let command = ParticipantCommand::AddAround { id, fields, by };
            (participant, id, command)
        }
        AroundCommand::Change {
            participant,
            person,
            changes,
        } => {
            let (id, changes) = (record_id(person)?, changes.clone());
            let command = ParticipantCommand::ChangeAround { id, changes };
            (participant, id, command)
        }
    };
    write::carry_out(open, participant, id, command, now)
}

fn person_view(open: &Open, person: &AroundPerson) -> AroundPersonView {
    AroundPersonView {
        id: person.id.to_string(),
        name: person.name.clone(),
        relation: person.relation,
        phone: person.phone.clone(),
        words: person.words.clone(),
        link: person.link,
        since: person.since,
        voided: views::void_view(open, person.void.as_ref()),
    }
}
