//! Questions who fits a participant, in the document of each coach's caseload. It is read by the
//! coach, by who covers for them, and by supervisors; it says what is asked, and a yes. What the
//! coach has lived is not in it.

use super::super::value::{Fields, versions};
use super::super::{CaseloadDocument, CommandError, FieldValue};
use super::CASELOAD;
use crate::id::RecordId;
use crate::lived::{Question, QuestionChange, Wishes};
use crate::program::{Experience, ExperienceOf};
use crate::time::{Now, Timestamp};
use automerge::ObjId;

/// What the names of fields begin with that are about questions; the id and the name of the field
/// follow.
const QUESTION: &str = "fits:";
const ASKED: &str = "asked";
const YES: &str = "yes";
const OVER: &str = "over";
const VERSION: &str = "1";

impl CaseloadDocument {
    /// Every question that can be read here, the newest first. One with a wish of a newer version
    /// cannot: what is not understood is not answered.
    pub fn questions(&self) -> Vec<Question> {
        let Some(object) = self.root_map(CASELOAD) else {
            return Vec::new();
        };
        let fields = Fields::read(&self.automerge, &object);
        let asked = |(name, value): (&str, &FieldValue)| {
            let (id, field) = name.strip_prefix(QUESTION)?.split_once(':')?;
            if field != ASKED {
                return None;
            }
            self.read_question(id.parse().ok()?, value.as_text()?, &object)
        };
        let mut found: Vec<Question> = fields.entries().filter_map(asked).collect();
        found.sort_by_key(|one| std::cmp::Reverse((one.asked_at, one.id)));
        found
    }

    fn read_question(&self, id: RecordId, asked: &str, object: &ObjId) -> Option<Question> {
        let mut lines = asked.split('\n');
        if lines.next()? != VERSION {
            return None;
        }
        let said = |field: &str| {
            let all = versions(&self.automerge, object, &key(id, field)).into_iter();
            all.map(|version| version.value.flag() == Some(true))
                .collect::<Vec<bool>>()
        };
        let (yes, over) = (said(YES), said(OVER));
        Some(Question {
            id,
            asked_at: Timestamp::from_millis(lines.next()?.parse().ok()?),
            by: lines.next()?.parse().ok()?,
            wishes: Wishes {
                of: ExperienceOf::from_code(lines.next()?)?,
                experience: lines
                    .next()?
                    .split(' ')
                    .map(Experience::from_code)
                    .collect::<Option<_>>()?,
            },
            // A coach whose devices disagree has not said yes.
            yes: !yes.is_empty() && yes.into_iter().all(|yes| yes),
            over: over.into_iter().any(|over| over),
        })
    }

    /// The fields that something about a question writes.
    pub(super) fn change_question(
        &self,
        id: RecordId,
        change: &QuestionChange,
        now: Now,
    ) -> Result<Vec<(String, FieldValue)>, CommandError> {
        let known = self.questions().into_iter().find(|one| one.id == id);
        match (change, known) {
            (QuestionChange::Ask { .. }, Some(_)) => Err(CommandError::AlreadyRecorded),
            (QuestionChange::Ask { wishes, .. }, None) if !wishes.is_whole() => {
                Err(CommandError::WordsMissing)
            }
            (QuestionChange::Ask { by, wishes }, None) => {
                let codes: Vec<&str> = wishes.experience.iter().map(|one| one.code()).collect();
                let (codes, at) = (codes.join(" "), now.at.within_years().millis());
                let of = wishes.of.code();
                let text = format!("{VERSION}\n{at}\n{by}\n{of}\n{codes}");
                Ok(vec![(key(id, ASKED), FieldValue::Text(text))])
            }
            (_, None) => Err(CommandError::NoSuchRecord),
            (QuestionChange::Yes(true), Some(known)) if !known.is_open(now) => {
                Err(CommandError::Voided)
            }
            // Whoever has not said yes says nothing: no "no" stands anywhere.
            (QuestionChange::Yes(false), Some(known)) if !known.yes => Ok(Vec::new()),
            // A yes is taken back at any time.
            (QuestionChange::Yes(yes), Some(_)) => Ok(vec![(key(id, YES), FieldValue::Flag(*yes))]),
            (QuestionChange::Over, Some(_)) => Ok(vec![(key(id, OVER), FieldValue::Flag(true))]),
        }
    }
}

fn key(id: RecordId, field: &str) -> String {
    format!("{QUESTION}{id}:{field}")
}
