//! What a participant wants to say to a provider, in the document. It stands among the milestones,
//! as a kind that earlier versions pass over.

use super::super::value::{Fields, versions};
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::entries::{Said, recorded_at, recorded_by, say};
use super::void;
use crate::id::{MemberId, RecordId};
use crate::quantity::{NOTE_LIMIT, check_length};
use crate::record::TEXT_LIMIT;
use crate::saying::{Saying, SayingField, SayingState};
use crate::time::{LocalDate, Now, local_date};
use automerge::ObjId;

const KIND: &str = "kind";
pub(super) const SAYING: &str = "saying";
const TO: &str = "say_to";
const WORDS: &str = "say_words";
const AFRAID: &str = "say_afraid";
const ASK: &str = "say_ask";
const SHOWS_AFRAID: &str = "say_shows_afraid";
const STATE: &str = "say_state";
const STATE_DAY: &str = "status_day";

impl ParticipantDocument {
    /// Everything that the participant wants to say, in the order in which it was written down; what
    /// was taken back too.
    pub fn sayings(&self) -> Vec<Saying> {
        let read = |id, object: &ObjId| self.read_saying(id, object);
        let mut found: Vec<Saying> = self.objects_among_milestones(read);
        found.sort_by_key(|one| (one.recorded_at, one.id));
        found
    }

    /// One thing that they want to say.
    pub fn saying(&self, id: RecordId) -> Option<Saying> {
        let object = self.object(&RecordRef::Milestone(id))?;
        self.read_saying(id, &object)
    }

    pub(super) fn add_saying(
        &mut self,
        id: RecordId,
        said: &[SayingField],
        by: MemberId,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let mut fields = vec![
            (KIND, FieldValue::Text(SAYING.to_owned())),
            (STATE, FieldValue::Text(SayingState::Open.code().to_owned())),
            (STATE_DAY, FieldValue::Text(now.local_date().to_string())),
        ];
        for field in said {
            say(&mut fields, field_of(field)?);
        }
        let has = |name: &str| fields.iter().any(|(known, _)| *known == name);
        has(TO).then_some(()).ok_or(CommandError::NameMissing)?;
        has(WORDS).then_some(()).ok_or(CommandError::WordsMissing)?;
        self.add_among_milestones(id, fields, by, now)
    }

    pub(super) fn change_saying(
        &mut self,
        id: RecordId,
        changes: &[SayingField],
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let read = |object: &ObjId| self.read_saying(id, object);
        let (object, known) = self.standing(id, read, |one: &Saying| one.void.is_some())?;
        let mut fields = Vec::new();
        for field in changes {
            fields.push(field_of(field)?);
            if matches!(field, SayingField::State(to) if *to != known.state) {
                let today = now.local_date().to_string();
                fields.push((STATE_DAY, FieldValue::Text(today)));
            }
        }
        let writes = self.puts(&object, fields);
        self.commit(&writes, Touched::one(RecordRef::Milestone(id)), now)
    }

    /// `None` for anything else.
    fn read_saying(&self, id: RecordId, object: &ObjId) -> Option<Saying> {
        let fields = Fields::read(&self.automerge, object);
        let code = |field| fields.get(field).as_text();
        if code(KIND)? != SAYING {
            return None;
        }
        let text = |field| fields.text(field).unwrap_or_default();
        let shows = versions(&self.automerge, object, SHOWS_AFRAID);
        let recorded_at = recorded_at(&fields);
        Some(Saying {
            id,
            to: text(TO),
            words: text(WORDS),
            afraid: text(AFRAID),
            ask: text(ASK),
            // Of two who disagree on it, the one who keeps it back counts.
            shows_afraid: !shows.is_empty()
                && shows
                    .iter()
                    .all(|version| version.value.flag() == Some(true)),
            state: code(STATE)
                .and_then(SayingState::from_code)
                .unwrap_or(SayingState::Open),
            since: code(STATE_DAY)
                .and_then(|day| LocalDate::parse(day).ok())
                .unwrap_or(local_date(recorded_at, 0)),
            recorded_at,
            recorded_by: recorded_by(&fields),
            void: void::read(&fields),
        })
    }
}

fn field_of(field: &SayingField) -> Result<Said, CommandError> {
    let words = |text: &str, limit| {
        let text = text.trim();
        check_length(text, limit)?;
        let said = Some(text).filter(|text| !text.is_empty());
        Ok::<_, CommandError>(FieldValue::optional_text(said))
    };
    Ok(match field {
        SayingField::To(to) if to.trim().is_empty() => return Err(CommandError::NameMissing),
        SayingField::Words(text) if text.trim().is_empty() => {
            return Err(CommandError::WordsMissing);
        }
        SayingField::To(to) => (TO, words(to, TEXT_LIMIT)?),
        SayingField::Words(text) => (WORDS, words(text, NOTE_LIMIT)?),
        SayingField::Afraid(text) => (AFRAID, words(text, NOTE_LIMIT)?),
        SayingField::Ask(text) => (ASK, words(text, NOTE_LIMIT)?),
        SayingField::ShowsAfraid(shows) => (SHOWS_AFRAID, FieldValue::Flag(*shows)),
        SayingField::State(state) => (STATE, FieldValue::Text(state.code().to_owned())),
    })
}
