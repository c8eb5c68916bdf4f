//! "Help me say this": what a participant wants to say to a provider (S4-9). Nothing here sends it.

use handrail_domain::saying::{Saying, SayingState};
use handrail_domain::{Now, ParticipantCommand, RecordId};
use rand_core::CryptoRng;

use crate::api::{EngineError, RecordRef, SayingCommand, SayingView, SayingsView};
use crate::caseload::write;
use crate::convert::{document_id, domain_member, record_id};
use crate::open::Open;
use crate::plan::readable;
use crate::views;

/// What one participant wants to say, for who keeps their record. A guest may be the one to whom it
/// is to be said: whether and when is the participant's to choose.
///
/// # Errors
/// As for the record itself; `NotAllowed` for a guest.
pub fn view(open: &mut Open, participant: &str) -> Result<SayingsView, EngineError> {
    let home = open.home_of(&document_id(participant)?)?;
    if !open.keeps(home.as_ref()) {
        return Err(EngineError::NotAllowed);
    }
    let document = readable(open, participant)?;
    let (details, mut sayings) = (document.details(), document.sayings());
    let conflicts = views::conflicts_in(document, |id| sayings.iter().any(|one| one.id == id));
    sayings.reverse();
    sayings.sort_by_key(|one| (one.void.is_some(), one.state != SayingState::Open));
    Ok(SayingsView {
        participant: participant.to_owned(),
        name: details.shown_name().to_owned(),
        language: details.language.clone().unwrap_or_default(),
        read_only: open.may_only_look(),
        sayings: sayings.iter().map(|one| saying_view(open, one)).collect(),
        conflicts: views::conflict_views(open, &conflicts),
    })
}

/// Writes down what a participant wants to say.
///
/// # Errors
/// `Invalid` with `Name` without saying to whom, with `Words` without words.
pub fn order(
    open: &mut Open,
    command: &SayingCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let (participant, id, command) = match command {
        SayingCommand::Add {
            participant,
            fields,
        } => {
            let id = RecordId::new(now.at, rng);
            let (fields, by) = (fields.clone(), domain_member(open.identity.member));
            let command = ParticipantCommand::AddSaying { id, fields, by };
            (participant, id, command)
        }
        SayingCommand::Change {
            participant,
            saying,
            changes,
        } => {
            let (id, changes) = (record_id(saying)?, changes.clone());
            let command = ParticipantCommand::ChangeSaying { id, changes };
            (participant, id, command)
        }
    };
    write::carry_out(open, participant, id, command, now)
}

fn saying_view(open: &Open, saying: &Saying) -> SayingView {
    SayingView {
        id: saying.id.to_string(),
        to: saying.to.clone(),
        words: saying.words.clone(),
        afraid: saying.afraid.clone(),
        ask: saying.ask.clone(),
        shows_afraid: saying.shows_afraid,
        state: saying.state,
        since: saying.since,
        voided: views::void_view(open, saying.void.as_ref()),
    }
}
