//! Which function goes where.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::Least;
use super::contents::Contents;

/// Functions by their number in the whole module.
pub struct Choice {
    /// Defined in the first part, in order.
    pub kept: Vec<u32>,
    /// Defined in the later part, in order.
    pub later: Vec<u32>,
    /// Of the later part, those that the first has stand-ins for, with a place of theirs in the table.
    pub stand_ins: BTreeMap<u32, u32>,
    /// Places that the table has more than in the whole module.
    pub places_added: u32,
    /// Of the first part and of JavaScript, those that the later part calls.
    pub shared: BTreeSet<u32>,
}

impl Choice {
    /// Later are the functions named (by place among the defined ones), and whatever only they call; early
    /// functions reach them through stand-ins. What is exported stays: JavaScript would not see that a
    /// stand-in was replaced. So does what is named and too small for a stand-in, if an early function
    /// needs it.
    pub fn of(contents: &Contents<'_>, named: &BTreeSet<usize>, least: Least) -> Result<Self> {
        let defined = contents.imported..u32::try_from(contents.types.len())?;
        let mut called = BTreeSet::new();
        for number in defined.clone() {
            called.extend(contents.called_by(number)?);
        }
        let is_named = |number: u32| {
            let place = number.checked_sub(contents.imported);
            place.is_some_and(|place| {
                let body = contents.bodies.get(place as usize);
                let least = if called.contains(&number) {
                    least.called
                } else {
                    least.pointed_to
                };
                named.contains(&(place as usize))
                    && !contents.exported.contains(&number)
                    && body.is_some_and(|body| body.range().len() >= least)
            })
        };
        let mut needed = BTreeSet::new();
        let mut to_follow: Vec<u32> = contents.exported.iter().copied().collect();
        to_follow.extend(
            contents
                .places
                .values()
                .filter(|number| !is_named(**number)),
        );
        while let Some(number) = to_follow.pop() {
            if needed.insert(number) {
                let called = contents.called_by(number)?;
                to_follow.extend(called.into_iter().filter(|number| !is_named(*number)));
            }
        }
        let (kept, later): (Vec<u32>, Vec<u32>) =
            defined.partition(|number| needed.contains(number));
        let is_later: BTreeSet<u32> = later.iter().copied().collect();
        let mut shared = BTreeSet::new();
        for number in &later {
            shared.extend(contents.called_by(*number)?);
        }
        shared.retain(|number| !is_later.contains(number));
        let mut stand_ins = BTreeMap::new();
        for (place, number) in &contents.places {
            if is_later.contains(number) {
                stand_ins.entry(*number).or_insert(*place);
            }
        }
        let mut places_added = 0;
        for number in &kept {
            for called in contents.called_by(*number)? {
                if is_later.contains(&called) && !stand_ins.contains_key(&called) {
                    stand_ins.insert(called, contents.table_size()? + places_added);
                    places_added += 1;
                }
            }
        }
        Ok(Self {
            kept,
            later,
            stand_ins,
            places_added,
            shared,
        })
    }
}
