//! Scorecards: measures with their definition, curve and story (S3-1 to S3-9, S3-24). What is counted
//! comes from rows that this device reads, what is told of it and what is written about it stands in
//! the agency's document, for all its members.

mod facts;
mod one;
mod rows;
mod staff;
mod told;

use handrail_domain::measure::{
    Builtin, Card, Facts, MeasureBody, MeasureWord, Period, Said, Value, cards, cases,
    counted_since,
};
use handrail_domain::{LocalDate, Now, RecordId};
use handrail_protocol::{DeviceId, Role};
use rand_core::CryptoRng;

use crate::api::{
    EngineError, FigureSource, InvalidField, MeasureLine, ScorecardCommand, ScorecardQuery,
    ScorecardReply, ScorecardsView,
};
use crate::billing;
use crate::convert::invalid;
use crate::on_call::says_as;
use crate::open::Open;
use crate::statements::{self, Place};

/// The code of statements about measures.
const CODE: &str = "measure";

/// Answers a question about measures.
///
/// # Errors
/// `NotFound` for a measure that is not there; `NotAllowed` for rows of who reads no record.
pub fn answer(
    open: &mut Open,
    query: &ScorecardQuery,
    now: Now,
) -> Result<ScorecardReply, EngineError> {
    Ok(match query {
        ScorecardQuery::List => ScorecardReply::List(list(open, now)?),
        ScorecardQuery::Measure { measure, grain, by } => {
            let view = one::view(open, measure, (*grain, *by), now)?;
            ScorecardReply::Measure(Box::new(view))
        }
        ScorecardQuery::Rows {
            measure,
            period,
            slice,
        } => ScorecardReply::Rows(rows::view(open, measure, *period, slice.as_ref(), now)?),
        ScorecardQuery::Billing(query) => {
            ScorecardReply::Billing(billing::answer(open, query, now)?)
        }
    })
}

/// Does an order; replies the measure's code or id.
///
/// # Errors
/// `NotAllowed` for who may not say it; `Invalid` for words that are too long, an unnamed measure, or
/// figures that are counted.
pub fn order(
    open: &mut Open,
    command: &ScorecardCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<String, EngineError> {
    let (measure, word) = match command {
        ScorecardCommand::Say { measure, word } => {
            let measure = match measure {
                Some(measure) => measure.clone(),
                None => RecordId::new(now.at, rng).to_string(),
            };
            (measure, word.clone())
        }
        ScorecardCommand::Billing(command) => {
            billing::order(open, command, now, rng)?;
            return Ok(String::new());
        }
        ScorecardCommand::Tell { measure } => {
            let builtin = Builtin::from_code(measure).ok_or(EngineError::NotFound)?;
            (
                measure.clone(),
                MeasureWord::Told(told::told(open, builtin, now)?),
            )
        }
    };
    if !own_role(open).is_some_and(|role| may_say(role, &word)) {
        return Err(EngineError::NotAllowed);
    }
    check(command, &word, now)?;
    let all = said(open, now)?.0;
    let cards = cards(&all);
    let card = cards.iter().find(|card| card.measure == measure);
    let begins = matches!(word, MeasureWord::Defined(_));
    if card.is_none() && !begins && Builtin::from_code(&measure).is_none() {
        return Err(EngineError::NotFound);
    }
    let body = MeasureBody {
        over: card.map(|card| card.standing_of(&word)).unwrap_or_default(),
        measure: measure.clone(),
        word,
    };
    statements::say(open, Place::Agency, (CODE, None), &body, now, rng)?;
    Ok(measure)
}

fn check(command: &ScorecardCommand, word: &MeasureWord, now: Now) -> Result<(), EngineError> {
    let detail = || invalid(InvalidField::Detail);
    word.check().map_err(|_| detail())?;
    match (command, word) {
        (ScorecardCommand::Say { measure, .. }, MeasureWord::Defined(definition)) => {
            let is_own = measure
                .as_ref()
                .is_none_or(|measure| Builtin::from_code(measure).is_none());
            if is_own && definition.name.trim().is_empty() {
                return Err(invalid(InvalidField::Name));
            }
        }
        (ScorecardCommand::Say { measure, .. }, MeasureWord::Given { period, value }) => {
            let is_counted = measure
                .as_ref()
                .is_none_or(|measure| Builtin::from_code(measure).is_some());
            let of_more = matches!(value, Value::Share { yes, of, .. } if yes > of);
            if is_counted || of_more || matches!(value, Value::Hidden { .. }) {
                return Err(detail());
            }
            if now.local_date() < period.first() {
                return Err(invalid(InvalidField::Date));
            }
        }
        (ScorecardCommand::Say { .. }, MeasureWord::Told(_) | MeasureWord::Unknown) => {
            return Err(detail());
        }
        _ => {}
    }
    Ok(())
}

fn own_role(open: &Open) -> Option<Role> {
    open.roster.role_of(&open.identity.member)
}

/// Who may say what: figures only who reads every record, the rest also who answers for numbers.
const fn may_say(role: Role, word: &MeasureWord) -> bool {
    match role {
        Role::Supervisor => true,
        Role::ProgramManager => !matches!(word, MeasureWord::Told(_)),
        _ => false,
    }
}

/// Whether this member may define measures and write about them.
fn may_write(open: &Open) -> bool {
    matches!(
        own_role(open),
        Some(Role::Supervisor | Role::ProgramManager)
    )
}

/// Whether this member reads every record.
fn reads_all(open: &Open) -> bool {
    own_role(open) == Some(Role::Supervisor)
}

/// What counts of what was said, and how much does not.
fn said(open: &mut Open, now: Now) -> Result<(Vec<Said>, u32), EngineError> {
    let (mut found, mut set_aside) = (Vec::new(), 0);
    for one in statements::said(open, Place::Agency)? {
        if one.statement.code != CODE {
            continue;
        }
        let Some(said) = Said::of(&one.statement, now.offset_minutes) else {
            continue;
        };
        if says_as(open, &one, |role| may_say(role, &said.word)) {
            found.push(said);
        } else {
            set_aside += 1;
        }
    }
    Ok((found, set_aside))
}

/// Who wrote a word.
fn name_of(open: &Open, said: &Said) -> String {
    let device = DeviceId::from_bytes(*said.by.as_bytes());
    let member = open.member_of_device(&device);
    member
        .map(|member| open.member_name(&member))
        .unwrap_or_default()
}

fn list(open: &mut Open, now: Now) -> Result<ScorecardsView, EngineError> {
    let (all, set_aside) = said(open, now)?;
    let cards = cards(&all);
    let facts = facts::of(open, now)?;
    let today = now.local_date();
    let mut measures = Vec::new();
    for builtin in Builtin::ALL {
        let card = cards.iter().find(|card| card.measure == builtin.code());
        let (source, newest) = newest(open, *builtin, &facts, card, today);
        measures.push(MeasureLine {
            measure: builtin.code().to_owned(),
            builtin: Some(*builtin),
            name: String::new(),
            question: builtin.question(),
            level: builtin.level(),
            complete: true,
            source,
            newest,
            unit: builtin.unit(),
        });
    }
    for card in &cards {
        let Some(definition) = card.definition().filter(|definition| {
            !definition.retired && Builtin::from_code(&card.measure).is_none()
        }) else {
            continue;
        };
        let last = card.given_periods().into_iter().next_back();
        let newest = last.and_then(|period| Some((period, card.given(period).pop()?.1)));
        measures.push(MeasureLine {
            measure: card.measure.clone(),
            builtin: None,
            name: definition.name.clone(),
            question: definition.question,
            level: definition.level,
            complete: !definition.words.trim().is_empty(),
            source: FigureSource::Given,
            newest,
            unit: definition.unit,
        });
    }
    Ok(ScorecardsView {
        may_write: may_write(open),
        measures,
        set_aside: if reads_all(open) { set_aside } else { 0 },
    })
}

/// The last period that is over with its value, or that was told.
fn newest(
    open: &Open,
    builtin: Builtin,
    facts: &Facts,
    card: Option<&Card>,
    today: LocalDate,
) -> (FigureSource, Option<(Period, Value)>) {
    let period = last_whole(builtin, today);
    match counted(builtin, facts, period, today) {
        Some(value) => {
            let known = Some((period, value)).filter(|(_, value)| *value != Value::Missing);
            (FigureSource::Counted, known)
        }
        None => match card.and_then(Card::told) {
            Some((said, told)) => {
                let by = name_of(open, said);
                let as_of = told.as_of;
                let whole = told.points.iter().rfind(|point| point.slice.is_none());
                let last = whole.map(|point| (point.period, point.value));
                (FigureSource::Told { by, as_of }, last)
            }
            None if builtin.needs_no_record() => (FigureSource::NotYet, None),
            None if reads_all(open) => (FigureSource::NotYet, None),
            None => (FigureSource::NotHere, None),
        },
    }
}

/// The last whole period; of what is counted out of nobody's record the one that goes on.
fn last_whole(builtin: Builtin, today: LocalDate) -> Period {
    let current = Period::holding(builtin.grain(), today);
    if builtin.needs_no_record() {
        return current;
    }
    Period::holding(builtin.grain(), current.first().plus_days(-1))
}

fn counted(builtin: Builtin, facts: &Facts, period: Period, today: LocalDate) -> Option<Value> {
    let cases = cases(builtin, facts, period, today)?;
    let since = counted_since(builtin, facts);
    Some(Value::of(
        &cases,
        builtin.unit(),
        period,
        None,
        since,
        today,
    ))
}
