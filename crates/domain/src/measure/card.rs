//! What an agency says of its measures: definition, story, partners, what works, plan, and figures
//! (S3-2, S3-5, S3-8, S3-9, S3-24). Each word is a statement in the agency's document; nothing is
//! changed, a later word stands over the ones that its writer had seen. Words that were written
//! without knowing of each other stand side by side.

use super::{Grain, Level, Period, Question, Slice, Unit, Value};
use crate::coded::coded;
use crate::id::{DeviceId, RecordId};
use crate::quantity::{TooLong, check_length};
use crate::statement::Statement;
use crate::time::{LocalDate, local_date};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Longest text of a block, in bytes.
const WORDS_LIMIT: usize = 8 * 1024;
/// Longest name, in bytes.
const NAME_LIMIT: usize = 200;
/// So many partners are shown of a measure.
pub const MOST_PARTNERS: usize = 60;
/// So many figures one word may hold.
const MOST_POINTS: usize = 400;

coded! {
    /// The five blocks of a measure's page, in their order (S3-24).
    Block {
        /// What it counts.
        Definition = "definition",
        /// The story behind the curve.
        Story = "story",
        /// Who takes part, and how.
        Partners = "partners",
        /// What works.
        Works = "works",
        /// What is to be done.
        Plan = "plan",
    }
}

/// What a measure is. For one that the app counts only `words` and `target` are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// Its name.
    pub name: String,
    /// What it counts, and how. Without words it is incomplete (S3-2).
    pub words: String,
    /// The question that it answers.
    pub question: Question,
    /// What it says something about.
    pub level: Level,
    /// What its value is.
    pub unit: Unit,
    /// The periods of its curve.
    pub grain: Grain,
    /// What is aimed at, as [`Value::height`] has it.
    #[serde(default)]
    pub target: Option<u32>,
    /// It is no longer shown in the list.
    #[serde(default)]
    pub retired: bool,
}

/// Words of one block; empty ones take them back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryWord {
    /// Which block.
    pub block: Block,
    /// Of which period; `None`: of the measure as a whole.
    #[serde(default)]
    pub period: Option<Period>,
    /// The words. Of partners, one on each line, with what they do after a colon.
    pub words: String,
}

/// Figures that may be told to whoever reads no record: small ones are hidden already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The version of the rule by which they were counted.
    pub version: u32,
    /// The day on which they were counted.
    pub as_of: LocalDate,
    /// The curve, and parts of its last whole period.
    pub points: Vec<ToldPoint>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldPoint {
    /// For which period.
    pub period: Period,
    /// Of which part; `None`: all of it.
    #[serde(default)]
    pub slice: Option<Slice>,
    /// The figure.
    pub value: Value,
}

/// One word about a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureWord {
    /// What it is.
    Defined(Definition),
    /// One of its blocks.
    Story(StoryWord),
    /// A figure that somebody read elsewhere, such as one of a whole county.
    Given {
        /// For which period.
        period: Period,
        /// The figure; missing takes it back.
        value: Value,
    },
    /// Figures that a device counted.
    Told(Told),
    /// Something of a later version.
    Unknown,
}

impl MeasureWord {
    /// What it is about, within its measure: of two with the same, one can stand over the other.
    fn key(&self) -> Option<String> {
        Some(match self {
            Self::Defined(_) => "definition".to_owned(),
            Self::Story(word) => {
                let period = word.period.map(|period| period.to_string());
                format!("{} {}", word.block.code(), period.unwrap_or_default())
            }
            Self::Given { period, .. } => format!("given {period}"),
            Self::Told(_) => "told".to_owned(),
            Self::Unknown => return None,
        })
    }

    /// Whether its texts are as long as they may be.
    ///
    /// # Errors
    /// [`TooLong`] for a text or a list beyond its limit.
    pub fn check(&self) -> Result<(), TooLong> {
        match self {
            Self::Defined(definition) => {
                check_length(&definition.name, NAME_LIMIT)?;
                check_length(&definition.words, WORDS_LIMIT)
            }
            Self::Story(word) => check_length(&word.words, WORDS_LIMIT),
            Self::Told(told) if told.points.len() > MOST_POINTS => Err(TooLong {
                limit: MOST_POINTS,
                found: told.points.len(),
            }),
            _ => Ok(()),
        }
    }
}

/// A word with what is known of who said it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Its id.
    pub id: RecordId,
    /// The measure: the code of one that the app counts, or an id of its own.
    pub measure: String,
    /// The words that its writer saw and that it stands over.
    pub over: Vec<RecordId>,
    /// The day on which it was said.
    pub on: LocalDate,
    /// The device that said it.
    pub by: DeviceId,
    /// Its place in the history: greater than that of every word its writer had seen.
    pub step: u64,
    /// The word.
    pub word: MeasureWord,
}

/// A word as its statement holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureBody {
    /// As [`Said::measure`].
    pub measure: String,
    /// As [`Said::over`].
    #[serde(default)]
    pub over: Vec<RecordId>,
    /// The word.
    #[serde(deserialize_with = "word_or_unknown")]
    pub word: MeasureWord,
}

/// A word of a later version is one that is not known here, whatever stands in it.
fn word_or_unknown<'de, D: Deserializer<'de>>(from: D) -> Result<MeasureWord, D::Error> {
    let word = serde_json::Value::deserialize(from)?;
    Ok(serde_json::from_value(word).unwrap_or(MeasureWord::Unknown))
}

impl Said {
    /// Out of a statement; `None` for one that says nothing about a measure. Its day is the one where
    /// local time is `offset_minutes` ahead of UTC.
    pub fn of(statement: &Statement, offset_minutes: i32) -> Option<Self> {
        let body: MeasureBody = statement.says()?;
        body.word.check().ok()?;
        Some(Self {
            id: statement.id,
            measure: body.measure,
            over: body.over,
            on: local_date(statement.at, offset_minutes),
            by: statement.device,
            step: statement.step,
            word: body.word,
        })
    }

    const fn place(&self) -> (u64, DeviceId, RecordId) {
        (self.step, self.by, self.id)
    }
}

/// All that stands of one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The measure.
    pub measure: String,
    /// How often it was defined; the version of its definition.
    pub version: u32,
    /// Words that stand, in their order. Of one block several stand where two people
    /// wrote without knowing of each other.
    pub standing: Vec<Said>,
}

/// The measures of which something was said, in the order of the first word on each. Any order of the
/// words gives the same.
pub fn cards(said: &[Said]) -> Vec<Card> {
    let mut sorted: Vec<&Said> = said.iter().filter(|one| one.word.key().is_some()).collect();
    sorted.sort_by_key(|one| one.place());
    sorted.dedup_by_key(|one| one.place());
    let of_id: BTreeMap<RecordId, &Said> = sorted.iter().map(|one| (one.id, *one)).collect();
    let mut under: BTreeSet<RecordId> = BTreeSet::new();
    for one in &sorted {
        let known = one.over.iter().filter_map(|over| of_id.get(over));
        let same = |other: &&&Said| {
            other.step < one.step
                && other.measure == one.measure
                && other.word.key() == one.word.key()
        };
        under.extend(known.filter(same).map(|other| other.id));
    }
    let mut cards: Vec<Card> = Vec::new();
    for one in sorted {
        let place = cards.iter().position(|card| card.measure == one.measure);
        let place = place.unwrap_or_else(|| {
            cards.push(Card {
                measure: one.measure.clone(),
                version: 0,
                standing: Vec::new(),
            });
            cards.len() - 1
        });
        if let Some(card) = cards.get_mut(place) {
            card.version += u32::from(matches!(one.word, MeasureWord::Defined(_)));
            if !under.contains(&one.id) {
                card.standing.push(one.clone());
            }
        }
    }
    cards
}

impl Card {
    /// What is said to be its definition; two where two people defined it at once.
    pub fn definitions(&self) -> impl DoubleEndedIterator<Item = (&Said, &Definition)> {
        self.standing.iter().filter_map(|said| match &said.word {
            MeasureWord::Defined(definition) => Some((said, definition)),
            _ => None,
        })
    }

    /// The definition that holds: of two, the last in the order, on every device alike.
    pub fn definition(&self) -> Option<&Definition> {
        self.definitions()
            .next_back()
            .map(|(_, definition)| definition)
    }

    /// What stands of a block, without empty words; those of the whole measure first, then by period.
    pub fn stories(&self, block: Block) -> Vec<(&Said, &StoryWord)> {
        let all = self.standing.iter().filter_map(|said| match &said.word {
            MeasureWord::Story(word) if word.block == block => Some((said, word)),
            _ => None,
        });
        let mut all: Vec<_> = all
            .filter(|(_, word)| !word.words.trim().is_empty())
            .collect();
        all.sort_by_key(|(said, word)| (word.period, said.place()));
        all
    }

    /// Who takes part and what they do, of every word that stands; each once.
    pub fn partners(&self) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for (_, word) in self.stories(Block::Partners) {
            for line in word.words.lines() {
                let (name, role) = line.split_once(':').unwrap_or((line, ""));
                let one = (name.trim().to_owned(), role.trim().to_owned());
                if !one.0.is_empty() && !found.contains(&one) && found.len() < MOST_PARTNERS {
                    found.push(one);
                }
            }
        }
        found
    }

    /// Figures that people gave for a period; two where two gave different ones at once.
    pub fn given(&self, of: Period) -> Vec<(&Said, Value)> {
        let mut found: Vec<(&Said, Value)> = Vec::new();
        for said in &self.standing {
            if let MeasureWord::Given { period, value } = &said.word
                && *period == of
                && !found.iter().any(|(_, known)| known == value)
            {
                found.push((said, *value));
            }
        }
        found
    }

    /// Periods for which a figure was given.
    pub fn given_periods(&self) -> BTreeSet<Period> {
        let given = self.standing.iter().filter_map(|said| match &said.word {
            MeasureWord::Given { period, value } => (*value != Value::Missing).then_some(*period),
            _ => None,
        });
        given.collect()
    }

    /// The figures that were told last: of the latest day.
    pub fn told(&self) -> Option<(&Said, &Told)> {
        let told = self.standing.iter().filter_map(|said| match &said.word {
            MeasureWord::Told(told) => Some((said, told)),
            _ => None,
        });
        told.max_by_key(|(said, told)| (told.as_of, said.place()))
    }

    /// The words that a new one about the same stands over.
    pub fn standing_of(&self, word: &MeasureWord) -> Vec<RecordId> {
        let same = self
            .standing
            .iter()
            .filter(|said| said.word.key() == word.key());
        same.map(|said| said.id).collect()
    }
}
