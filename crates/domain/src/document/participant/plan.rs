//! Plans in the document. Their entries stand among the milestones, as kinds that earlier versions
//! pass over.

use super::super::value::Fields;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::entries::{Said, recorded_at, recorded_by, say};
use super::void;
use crate::barc10::{Answers, Barc10, ITEMS};
use crate::id::{MemberId, RecordId};
use crate::plan::{Area, Help, Origin, PlanEntry, PlanFacts, PlanField, PlanKind, Scope, Standing};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::{LocalDate, Now, local_date};
use automerge::ObjId;

const KIND: &str = "kind";
const BARC10: &str = "barc10";
const GOAL: &str = "goal";
const WORDS: &str = "words";
const AREA: &str = "area";
const ORIGIN: &str = "origin";
const SCOPE: &str = "scope";
const SOURCE: &str = "source";
const DUE: &str = "due";
const HELP: &str = "help";
const STATE: &str = "state";
const STATE_DAY: &str = "status_day";
const ON: &str = "on";
const LANGUAGE: &str = "language";
const ITEM: [&str; ITEMS] = [
    "item_1", "item_2", "item_3", "item_4", "item_5", "item_6", "item_7", "item_8", "item_9",
    "item_10",
];

impl ParticipantDocument {
    /// Every entry of the plan, in the order in which they were written down; ones taken back too.
    pub fn plan(&self) -> Vec<PlanEntry> {
        let mut found: Vec<PlanEntry> = self.among_milestones(read_entry);
        found.sort_by_key(|entry| (entry.recorded_at, entry.id));
        found
    }

    /// One entry of the plan.
    pub fn plan_entry(&self, id: RecordId) -> Option<PlanEntry> {
        let object = self.object(&RecordRef::Milestone(id))?;
        read_entry(id, &Fields::read(&self.automerge, &object))
    }

    /// Every BARC-10 by the day on which it was answered; ones taken back too.
    pub fn barc10(&self) -> Vec<Barc10> {
        let mut found: Vec<Barc10> = self.among_milestones(read_barc10);
        found.sort_by_key(|barc10| (barc10.on, barc10.recorded_at, barc10.id));
        found
    }

    /// One BARC-10.
    pub fn barc10_record(&self, id: RecordId) -> Option<Barc10> {
        let object = self.object(&RecordRef::Milestone(id))?;
        read_barc10(id, &Fields::read(&self.automerge, &object))
    }

    pub(super) fn add_plan_entry(
        &mut self,
        id: RecordId,
        (kind, goal): (PlanKind, Option<RecordId>),
        said: &[PlanField],
        by: MemberId,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        self.check_goal(kind, goal)?;
        let mut fields = vec![
            (KIND, text(kind.code())),
            (STATE, text(Standing::Open.code())),
            (STATE_DAY, day(Some(now.local_date()))),
        ];
        fields.extend(goal.map(|goal| (GOAL, text(&goal.to_string()))));
        for field in said {
            say(&mut fields, field_of(kind, field)?);
        }
        let has = |name: &str| fields.iter().any(|(known, _)| *known == name);
        has(WORDS).then_some(()).ok_or(CommandError::WordsMissing)?;
        let needed: &[&str] = match kind {
            PlanKind::Goal => &[AREA, ORIGIN],
            PlanKind::Barrier => &[SCOPE],
            PlanKind::Step | PlanKind::Requirement => &[],
        };
        if !needed.iter().all(|name| has(name)) {
            return Err(CommandError::PlanRefused);
        }
        self.add_among_milestones(id, fields, by, now)
    }

    pub(super) fn change_plan_entry(
        &mut self,
        id: RecordId,
        changes: &[PlanField],
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let read = |_: &ObjId| self.plan_entry(id);
        let (object, entry) = self.standing(id, read, |one: &PlanEntry| one.void.is_some())?;
        let mut fields = Vec::new();
        for field in changes {
            fields.push(field_of(entry.kind(), field)?);
            if matches!(field, PlanField::Standing(to) if *to != entry.standing) {
                fields.push((STATE_DAY, day(Some(now.local_date()))));
            }
        }
        let writes = self.puts(&object, fields);
        self.commit(&writes, Touched::one(RecordRef::Milestone(id)), now)
    }

    pub(super) fn record_barc10(
        &mut self,
        id: RecordId,
        (on, answers): (LocalDate, Answers),
        language: &str,
        by: MemberId,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        if on > now.local_date() {
            return Err(CommandError::NotYet);
        }
        let mut fields = vec![
            (KIND, text(BARC10)),
            (ON, day(Some(on))),
            (LANGUAGE, text(language)),
        ];
        for (name, answer) in ITEM.into_iter().zip(answers.each()) {
            fields.extend(answer.map(|answer| (name, FieldValue::Number(answer.into()))));
        }
        self.add_among_milestones(id, fields, by, now)
    }

    /// A step leads to a goal that stands; nothing else leads to one.
    fn check_goal(&self, kind: PlanKind, goal: Option<RecordId>) -> Result<(), CommandError> {
        let Some(goal) = goal else {
            return match kind {
                PlanKind::Step => Err(CommandError::PlanRefused),
                _ => Ok(()),
            };
        };
        let found = self.plan_entry(goal).ok_or(CommandError::NoSuchRecord)?;
        match (kind, found.kind(), found.void) {
            (PlanKind::Step, PlanKind::Goal, None) => Ok(()),
            (PlanKind::Step, PlanKind::Goal, Some(_)) => Err(CommandError::Voided),
            _ => Err(CommandError::PlanRefused),
        }
    }
}

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.to_owned())
}

fn day(date: Option<LocalDate>) -> FieldValue {
    FieldValue::optional_text(date.map(|date| date.to_string()).as_deref())
}

fn field_of(kind: PlanKind, field: &PlanField) -> Result<Said, CommandError> {
    if !kind.takes(field) {
        return Err(CommandError::PlanRefused);
    }
    Ok(match field {
        PlanField::Words(words) => {
            let words = words.trim();
            if words.is_empty() {
                return Err(CommandError::WordsMissing);
            }
            check_length(words, TEXT_LIMIT)?;
            (WORDS, text(words))
        }
        PlanField::Source(source) => {
            let source = source.trim();
            check_length(source, TEXT_LIMIT)?;
            let said = Some(source).filter(|source| !source.is_empty());
            (SOURCE, FieldValue::optional_text(said))
        }
        PlanField::Area(area) => (AREA, text(area.code())),
        PlanField::Origin(origin) => (ORIGIN, text(origin.code())),
        PlanField::Scope(scope) => (SCOPE, text(scope.code())),
        PlanField::Due(due) => (DUE, day(*due)),
        PlanField::Help(help) => (HELP, FieldValue::optional_text(help.map(Help::code))),
        PlanField::Standing(standing) => (STATE, text(standing.code())),
    })
}

fn date(fields: &Fields<'_>, field: &str) -> Option<LocalDate> {
    LocalDate::parse(fields.get(field).as_text()?).ok()
}

/// `None` for anything else. A value of a newer version reads as the plainest one, and whatever
/// may be a court's as a court's.
fn read_entry(id: RecordId, fields: &Fields<'_>) -> Option<PlanEntry> {
    let code = |field| fields.get(field).as_text();
    let facts = match PlanKind::from_code(code(KIND)?)? {
        PlanKind::Goal => PlanFacts::Goal {
            area: code(AREA)
                .and_then(Area::from_code)
                .unwrap_or(Area::OtherHealth),
            origin: code(ORIGIN)
                .and_then(Origin::from_code)
                .unwrap_or(Origin::CourtOrdered),
        },
        PlanKind::Step => PlanFacts::Step {
            goal: code(GOAL)?.parse().ok()?,
            help: code(HELP).and_then(Help::from_code),
            due: date(fields, DUE),
        },
        PlanKind::Barrier => PlanFacts::Barrier {
            scope: code(SCOPE)
                .and_then(Scope::from_code)
                .unwrap_or(Scope::Environmental),
        },
        PlanKind::Requirement => PlanFacts::Requirement {
            source: fields.text(SOURCE).unwrap_or_default(),
            due: date(fields, DUE),
        },
    };
    let recorded_at = recorded_at(fields);
    Some(PlanEntry {
        id,
        words: fields.text(WORDS).unwrap_or_default(),
        facts,
        standing: code(STATE)
            .and_then(Standing::from_code)
            .unwrap_or(Standing::Open),
        since: date(fields, STATE_DAY).unwrap_or(local_date(recorded_at, 0)),
        recorded_at,
        recorded_by: recorded_by(fields),
        void: void::read(fields),
    })
}

/// `None` for anything else, and where no answer can be read.
fn read_barc10(id: RecordId, fields: &Fields<'_>) -> Option<Barc10> {
    if fields.get(KIND).as_text()? != BARC10 {
        return None;
    }
    let answer = |name| u8::try_from(fields.get(name).number()?).ok();
    Some(Barc10 {
        id,
        on: date(fields, ON)?,
        answers: Answers::new(ITEM.map(answer)).ok()?,
        language: fields.text(LANGUAGE).unwrap_or_default(),
        recorded_at: recorded_at(fields),
        recorded_by: recorded_by(fields),
        void: void::read(fields),
    })
}
