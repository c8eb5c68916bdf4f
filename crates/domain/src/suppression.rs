//! Small numbers are hidden, and so are as many others as it takes that nobody can work them out of
//! the sums (complementary suppression; S3-20).
//!
//! A number of 1 to 10 is hidden. Alone it could be worked out of its sum, so further ones are hidden
//! until, by all that is told, every hidden small one could just as well be [`LEAST_TOLD`] or more.
//! What could be is worked out exactly: which whole numbers, none below nought, would give the same
//! told numbers and sums.

use crate::numbers::LEAST_TOLD;
use serde::{Deserialize, Serialize};

/// Whether a number is one that may not be told.
pub const fn is_small(number: u32) -> bool {
    0 < number && number < LEAST_TOLD
}

/// Parts of one whole as they may be told with their sum; `None` is hidden. Of a whole that is small
/// itself nothing is told.
pub fn parts(of: &[u32]) -> (Vec<Option<u32>>, Option<u32>) {
    let sum = of.iter().fold(0_u32, |sum, part| sum.saturating_add(*part));
    if is_small(sum) {
        return (vec![None; of.len()], None);
    }
    let mut told: Vec<Option<u32>> = of
        .iter()
        .map(|part| Some(*part).filter(|p| !is_small(*p)))
        .collect();
    let mut hidden: u32 = of.iter().copied().filter(|part| is_small(*part)).sum();
    let mut count = told.iter().filter(|part| part.is_none()).count();
    while count > 0 && (count < 2 || hidden < LEAST_TOLD) {
        // Of those that are told the smallest that is somebody.
        let open = told
            .iter_mut()
            .filter(|part| part.is_some_and(|part| part > 0));
        let Some(next) = open.min() else {
            break;
        };
        hidden = hidden.saturating_add(next.take().unwrap_or(0));
        count += 1;
    }
    (told, Some(sum))
}

/// A table as it may be told, with the sum of each column and of all, which are told in any case;
/// `None` is hidden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masked {
    /// The cells, row by row.
    pub cells: Vec<Vec<Option<u32>>>,
    /// The sum of each row.
    pub rows: Vec<Option<u32>>,
}

/// Hides what may not be told of a table whose sums of columns are told; `None` where one of those is
/// small, for then nothing of the table is. Rows are of one length; one that is shorter is filled up
/// with nought. Rows and columns are apart: nobody is counted in two of them.
pub fn suppressed(cells: &[Vec<u32>]) -> Option<Masked> {
    let mut grid = Grid::new(cells);
    let (rows, columns) = (grid.height - 1, grid.width - 1);
    if (0..=columns).any(|column| grid.is_small((rows, column))) {
        return None;
    }
    for place in grid.places() {
        if grid.is_small(place) {
            grid.protect(place);
        }
    }
    let row = |row: usize| {
        (0..columns)
            .map(|column| grid.told((row, column)))
            .collect()
    };
    Some(Masked {
        cells: (0..rows).map(row).collect(),
        rows: (0..rows).map(|row| grid.told((row, columns))).collect(),
    })
}

type Place = (usize, usize);

/// The cells with their sums as a last row and column.
struct Grid {
    height: usize,
    width: usize,
    values: Vec<u64>,
    hidden: Vec<bool>,
}

impl Grid {
    fn new(cells: &[Vec<u32>]) -> Self {
        let columns = cells.iter().map(Vec::len).max().unwrap_or(0);
        let (height, width) = (cells.len() + 1, columns + 1);
        let mut grid = Self {
            height,
            width,
            values: vec![0; height * width],
            hidden: vec![false; height * width],
        };
        for (row, cells) in cells.iter().enumerate() {
            for (column, value) in cells.iter().enumerate() {
                for place in [
                    (row, column),
                    (row, columns),
                    (height - 1, column),
                    (height - 1, columns),
                ] {
                    let index = grid.index(place);
                    if let Some(sum) = grid.values.get_mut(index) {
                        *sum = sum.saturating_add(u64::from(*value));
                    }
                }
            }
        }
        for place in grid.places() {
            if grid.is_small(place) {
                grid.hide(place);
            }
        }
        grid
    }

    const fn index(&self, (row, column): Place) -> usize {
        row * self.width + column
    }

    fn places(&self) -> Vec<Place> {
        let columns = self.width;
        (0..self.height)
            .flat_map(|row| (0..columns).map(move |column| (row, column)))
            .collect()
    }

    fn value(&self, place: Place) -> u64 {
        self.values.get(self.index(place)).copied().unwrap_or(0)
    }

    fn is_hidden(&self, place: Place) -> bool {
        self.hidden.get(self.index(place)).copied().unwrap_or(false)
    }

    fn hide(&mut self, place: Place) {
        let index = self.index(place);
        if let Some(hidden) = self.hidden.get_mut(index) {
            *hidden = true;
        }
    }

    fn is_small(&self, place: Place) -> bool {
        (1..u64::from(LEAST_TOLD)).contains(&self.value(place))
    }

    fn told(&self, place: Place) -> Option<u32> {
        let value = (!self.is_hidden(place)).then(|| self.value(place))?;
        Some(u32::try_from(value).unwrap_or(u32::MAX))
    }

    /// Hides further cells until a small one could be [`LEAST_TOLD`] by all that is told.
    ///
    /// Each row says that its cells are its sum, each column the same. Raising one cell by one is
    /// made good along a way through other hidden cells, from its row to its column, of which every
    /// second is raised. A sum counts on the other side. No cell goes below nought. Where the hidden
    /// cells have no such way, the one is taken that costs least, and what stands on it is hidden.
    /// The sums of columns are never hidden, and there always is a way: what is added to a small cell
    /// can be taken from others of its column, for their sum is not small, and from the sums of rows.
    fn protect(&mut self, of: Place) {
        let mut values = self.values.clone();
        for _ in self.value(of)..u64::from(LEAST_TOLD) {
            let Some(way) = self.way(&values, of) else {
                return;
            };
            for (place, raises) in way {
                self.hide(place);
                let index = self.index(place);
                if let Some(value) = values.get_mut(index) {
                    *value = if raises {
                        value.saturating_add(1)
                    } else {
                        value.saturating_sub(1)
                    };
                }
            }
        }
    }

    /// What it costs to hide a cell: nothing once it is; a number less than a nought, which says that
    /// there is nobody, and a nought less than the sum of a row; of numbers the smallest. `None`: it is
    /// never hidden.
    fn cost(&self, place: Place) -> Option<u64> {
        const NOUGHT: u64 = 1 << 40;
        const SUM: u64 = 1 << 48;
        let (row, column) = place;
        if row + 1 == self.height {
            return None;
        }
        let is_sum = column + 1 == self.width;
        Some(match (self.is_hidden(place), is_sum, self.value(place)) {
            (true, _, _) => 0,
            (false, true, _) => SUM,
            (false, false, 0) => NOUGHT,
            (false, false, value) => (1 << 33) + value,
        })
    }

    /// Whether a sum stands there on exactly one side; then it goes the other way.
    const fn turns(&self, (row, column): Place) -> bool {
        (row + 1 == self.height) != (column + 1 == self.width)
    }

    /// The cells that change when `of` is raised by one, and whether each is raised: the cheapest way.
    fn way(&self, values: &[u64], of: Place) -> Option<Vec<(Place, bool)>> {
        // Lines are rows, then columns.
        let lines = self.height + self.width;
        let goal = self.height + of.1;
        let up = !self.turns(of);
        let mut costs: Vec<Option<u64>> = vec![None; lines];
        let mut came: Vec<Option<(usize, Place, bool)>> = vec![None; lines];
        let mut done = vec![false; lines];
        *costs.get_mut(of.0)? = Some(0);
        loop {
            let open = (0..lines).filter(|line| done.get(*line) == Some(&false));
            let known = open.filter_map(|line| Some((costs.get(line).copied()??, line)));
            let Some((cost, line)) = known.min() else {
                break;
            };
            *done.get_mut(line)? = true;
            let from_row = line < self.height;
            let cells: Vec<Place> = if from_row {
                (0..self.width).map(|column| (line, column)).collect()
            } else {
                let column = line - self.height;
                (0..self.height).map(|row| (row, column)).collect()
            };
            for place in cells.into_iter().filter(|place| *place != of) {
                // Out of a row the change is against the first, out of a column with it.
                let raises = (up != from_row) != self.turns(place);
                let Some(more) = self.cost(place) else {
                    continue;
                };
                if !raises && values.get(self.index(place)).copied().unwrap_or(0) == 0 {
                    continue;
                }
                let next = if from_row {
                    self.height + place.1
                } else {
                    place.0
                };
                let through = cost.saturating_add(more);
                let known = costs.get_mut(next)?;
                if known.is_none_or(|known| through < known) {
                    *known = Some(through);
                    *came.get_mut(next)? = Some((line, place, raises));
                }
            }
        }
        let mut way = Vec::new();
        let mut line = goal;
        while line != of.0 {
            let (before, place, raises) = (*came.get(line)?)?;
            way.push((place, raises));
            line = before;
        }
        Some(way)
    }
}

#[cfg(test)]
mod tests;
