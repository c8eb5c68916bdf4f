//! The page of one measure.

use handrail_domain::Now;
use handrail_domain::measure::{
    Block, Builtin, Card, Definition, Dimension, Facts, Grain, Period, Slice, Tally, Unit, Value,
    cards, cases, counted_since, forecast, slices,
};

use super::{facts, may_write, name_of, reads_all, said, told};
use crate::api::{EngineError, FigureSource, MeasureView, PartsView, PointView, WordView};
use crate::open::Open;

/// Periods that are shown of a measure whose figures people write down, and of other periods than
/// those of the definition.
const MOST_PERIODS: usize = 24;
/// All of all, as [`Value::height`] has a share.
const WHOLE: u32 = 10_000;

/// One measure.
///
/// # Errors
/// `NotFound` for one that is not there.
pub fn view(
    open: &mut Open,
    measure: &str,
    (grain, by): (Option<Grain>, Option<Dimension>),
    now: Now,
) -> Result<MeasureView, EngineError> {
    let (all, _) = said(open, now)?;
    let cards = cards(&all);
    let card = cards.iter().find(|card| card.measure == measure);
    let Some(builtin) = Builtin::from_code(measure) else {
        let card = card.ok_or(EngineError::NotFound)?;
        let definition = card.definition().ok_or(EngineError::NotFound)?.clone();
        let grain = definition.grain;
        let mut view = begun(open, measure, definition, grain, Some(card), now);
        view.version = card.version;
        view.points = given(card, grain, now);
        view.forecast = next(&view.points, view.definition.unit, grain);
        return Ok(view);
    };
    let definition = card.and_then(Card::definition).cloned();
    let words = definition.as_ref().map(|one| one.words.clone());
    let definition = Definition {
        name: String::new(),
        words: words.unwrap_or_default(),
        question: builtin.question(),
        level: builtin.level(),
        unit: builtin.unit(),
        grain: builtin.grain(),
        target: definition.and_then(|one| one.target),
        retired: false,
    };
    let asked = grain.unwrap_or(builtin.grain());
    let mut view = begun(open, measure, definition, asked, card, now);
    view.builtin = Some(builtin);
    view.complete = true;
    view.version = builtin.version();
    view.hides_small = told::hides_small(builtin);
    let facts = facts::of(open, now)?;
    match points(&facts, builtin, asked, now) {
        Some(points) => {
            view.source = FigureSource::Counted;
            view.points = points;
            view.opens = true;
            view.companions = companions(&facts, builtin, &view.points, now);
            apart(&mut view, &facts, builtin, by, now);
            let known = card.and_then(Card::told);
            let is_told = told::of_facts(&facts, builtin, now)
                .is_some_and(|new| known.is_some_and(|(_, old)| old.points == new.points));
            view.may_tell = (reads_all(open) && !builtin.needs_no_record()).then_some(is_told);
        }
        None => of_told(open, &mut view, card, builtin, by),
    }
    view.forecast = next(&view.points, builtin.unit(), view.grain);
    Ok(view)
}

/// Everything but the figures.
fn begun(
    open: &Open,
    measure: &str,
    definition: Definition,
    grain: Grain,
    card: Option<&Card>,
    now: Now,
) -> MeasureView {
    let mut words = Vec::new();
    let mut other_definitions = Vec::new();
    if let Some(card) = card {
        let of = |said: &handrail_domain::measure::Said, block, period, words: &str| WordView {
            id: said.id.to_string(),
            block,
            period,
            words: words.to_owned(),
            on: said.on,
            by: name_of(open, said),
        };
        for block in [Block::Story, Block::Partners, Block::Works, Block::Plan] {
            let stories = card.stories(block).into_iter();
            words.extend(stories.map(|(said, word)| of(said, block, word.period, &word.words)));
        }
        let mut others: Vec<_> = card.definitions().collect();
        others.pop();
        let shown = others
            .into_iter()
            .filter(|(_, other)| **other != definition);
        other_definitions
            .extend(shown.map(|(said, other)| of(said, Block::Definition, None, &other.words)));
    }
    MeasureView {
        measure: measure.to_owned(),
        builtin: None,
        complete: !definition.words.trim().is_empty(),
        definition,
        other_definitions,
        version: 0,
        grain,
        source: FigureSource::Given,
        as_of: now.local_date(),
        points: Vec::new(),
        forecast: None,
        companions: Vec::new(),
        dimensions: Vec::new(),
        parts: None,
        words,
        partners: card.map(Card::partners).unwrap_or_default(),
        may_write: may_write(open),
        may_tell: None,
        opens: false,
        hides_small: false,
    }
}

/// The curve as it is counted; `None` where this device has not got the facts.
fn points(facts: &Facts, builtin: Builtin, grain: Grain, now: Now) -> Option<Vec<PointView>> {
    let today = now.local_date();
    let since = counted_since(builtin, facts);
    let is_own = grain == builtin.grain();
    let count = if is_own {
        builtin.periods() + 1
    } else {
        MOST_PERIODS / 2
    };
    let mut points = Vec::new();
    for period in Period::series(grain, today, count) {
        let found = cases(builtin, facts, period, today)?;
        let value = Value::of(&found, builtin.unit(), period, None, since, today);
        let going_on = today <= period.last();
        // Of other periods nothing small is told: the difference to those that are is few people.
        let may_tell = !told::hides_small(builtin) || is_own && !going_on;
        points.push(PointView {
            period,
            going_on,
            value,
            told: if may_tell {
                told::masked(builtin, facts, &found, period, now)
            } else {
                Value::Hidden { of: None }
            },
            others: Vec::new(),
        });
    }
    Some(points)
}

fn companions(
    facts: &Facts,
    builtin: Builtin,
    points: &[PointView],
    now: Now,
) -> Vec<(Builtin, Vec<Value>)> {
    let today = now.local_date();
    let mut found = Vec::new();
    for other in builtin.companions() {
        let since = counted_since(*other, facts);
        let value = |point: &PointView| {
            let found = cases(*other, facts, point.period, today)?;
            let unit = other.unit();
            Some(Value::of(&found, unit, point.period, None, since, today))
        };
        let values: Option<Vec<Value>> = points.iter().map(value).collect();
        found.extend(values.map(|values| (*other, values)));
    }
    found
}

/// Tells the last whole period apart, or the one that goes on where none is over.
fn apart(view: &mut MeasureView, facts: &Facts, builtin: Builtin, by: Option<Dimension>, now: Now) {
    let today = now.local_date();
    let whole = view
        .points
        .iter()
        .rfind(|point| !point.going_on || builtin.needs_no_record());
    let Some(period) = whole.map(|point| point.period) else {
        return;
    };
    let Some(found) = cases(builtin, facts, period, today) else {
        return;
    };
    let has_names = |by: &&Dimension| {
        slices(&found, **by)
            .iter()
            .any(|slice| !slice.name.is_empty())
    };
    view.dimensions = Dimension::ALL.iter().filter(has_names).copied().collect();
    let Some(by) = by
        .filter(|by| view.dimensions.contains(by))
        .or(view.dimensions.first().copied())
    else {
        return;
    };
    let tally = |slice: &Slice| Tally::of(found.iter().filter(|case| slice.holds(&case.tags)));
    let parts = slices(&found, by).into_iter().map(|slice| {
        let value = Value::from_tally(&tally(&slice), builtin.unit());
        (slice, value)
    });
    let parts: Vec<_> = parts.collect();
    let told = if view.grain == builtin.grain() {
        let points = told::of_facts(facts, builtin, now).map(|told| told.points);
        points
            .map(|points| parts_of(&points, by))
            .unwrap_or_default()
    } else {
        Vec::new()
    };
    view.parts = Some(PartsView {
        by,
        period,
        parts,
        told,
    });
}

fn parts_of(points: &[handrail_domain::measure::ToldPoint], by: Dimension) -> Vec<(Slice, Value)> {
    let all = points
        .iter()
        .filter_map(|point| Some((point.slice.clone()?, point.value)));
    all.filter(|(slice, _)| slice.by == by).collect()
}

/// The figures that somebody told.
fn of_told(
    open: &Open,
    view: &mut MeasureView,
    card: Option<&Card>,
    builtin: Builtin,
    by: Option<Dimension>,
) {
    view.grain = builtin.grain();
    let Some((said, told)) = card.and_then(Card::told) else {
        view.source = if builtin.needs_no_record() || reads_all(open) {
            FigureSource::NotYet
        } else {
            FigureSource::NotHere
        };
        return;
    };
    view.source = FigureSource::Told {
        by: name_of(open, said),
        as_of: told.as_of,
    };
    view.as_of = told.as_of;
    view.version = told.version;
    for point in told.points.iter().filter(|point| point.slice.is_none()) {
        view.points.push(PointView {
            period: point.period,
            going_on: false,
            value: point.value,
            told: point.value,
            others: Vec::new(),
        });
    }
    let has = |by: &&Dimension| !parts_of(&told.points, **by).is_empty();
    view.dimensions = Dimension::ALL.iter().filter(has).copied().collect();
    let by = by
        .filter(|by| view.dimensions.contains(by))
        .or(view.dimensions.first().copied());
    let period = view.points.last().map(|point| point.period);
    if let (Some(by), Some(period)) = (by, period) {
        let parts = parts_of(&told.points, by);
        view.parts = Some(PartsView {
            by,
            period,
            told: parts.clone(),
            parts,
        });
    }
}

/// The curve of figures that people wrote down, from the first to the last or today.
fn given(card: &Card, grain: Grain, now: Now) -> Vec<PointView> {
    let known = card.given_periods();
    let Some(first) = known.first() else {
        return Vec::new();
    };
    let today = now.local_date();
    let last = known.last().map_or(today, |last| last.first());
    let mut periods = Period::series(grain, last, MOST_PERIODS);
    periods.retain(|period| first.first() <= period.last());
    // Figures for other spans than the definition's stand for themselves.
    periods.extend(
        known
            .iter()
            .filter(|period| **period != Period::holding(grain, period.first())),
    );
    periods.sort_unstable();
    periods.dedup();
    let each = periods.into_iter();
    each.map(|period| {
        let mut values: Vec<Value> = card
            .given(period)
            .into_iter()
            .map(|(_, value)| value)
            .collect();
        let value = values.pop().unwrap_or(Value::Missing);
        PointView {
            period,
            going_on: today <= period.last(),
            value,
            told: value,
            others: values,
        }
    })
    .collect()
}

/// What comes next if nothing changes: the period after the last that is over.
fn next(
    points: &[PointView],
    unit: Unit,
    grain: Grain,
) -> Option<(Period, handrail_domain::measure::Forecast)> {
    let whole: Vec<&PointView> = points.iter().filter(|point| !point.going_on).collect();
    let last = whole.last()?;
    let heights: Vec<Option<u32>> = whole.iter().map(|point| point.value.height()).collect();
    let most = (unit == Unit::Share).then_some(WHOLE);
    let period = Period::holding(grain, last.period.last().plus_days(1));
    Some((period, forecast(&heights, most)?))
}
