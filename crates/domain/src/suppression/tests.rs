use super::*;
use proptest::prelude::*;

fn sum(cells: &[Vec<u32>], column: usize) -> u32 {
    cells.iter().map(|row| row[column]).sum()
}

#[test]
fn s3_20_parts_hide_so_many_that_the_small_one_cannot_be_worked_out() {
    assert_eq!(
        parts(&[12, 0, 30]),
        (vec![Some(12), Some(0), Some(30)], Some(42))
    );
    // 95 of 100 tells of five.
    assert_eq!(parts(&[95, 5, 0]), (vec![None, None, Some(0)], Some(100)));
    // Two small ones together are as few as one, and take a third along.
    assert_eq!(parts(&[3, 4, 50]), (vec![None, None, None], Some(57)));
    assert_eq!(parts(&[6, 7, 50]), (vec![None, None, Some(50)], Some(63)));
    assert_eq!(parts(&[4, 6, 0]), (vec![None, None, None], None));
    assert_eq!(parts(&[0, 0]), (vec![Some(0), Some(0)], Some(0)));
    assert_eq!(parts(&[5]), (vec![None], None));
}

#[test]
fn s3_20_a_table_worked_by_hand_hides_a_rectangle_around_a_small_cell() {
    let told = suppressed(&[vec![5, 40], vec![30, 20], vec![50, 60]]).unwrap();
    // 5 goes with 40 of its row, and with 30 and 20 below: the smallest that make it good.
    assert_eq!(told.cells[0], [None, None]);
    assert_eq!(told.cells[1], [None, None]);
    assert_eq!(told.cells[2], [Some(50), Some(60)]);
    assert_eq!(told.rows, [Some(45), Some(50), Some(110)]);
    // Nothing is small: nothing is hidden.
    let told = suppressed(&[vec![11, 0], vec![12, 13]]).unwrap();
    assert_eq!(told.cells, [[Some(11), Some(0)], [Some(12), Some(13)]]);
    // Two rows of which one is small as a whole.
    let told = suppressed(&[vec![2, 1], vec![30, 20]]).unwrap();
    assert_eq!(told.cells, [[None, None], [None, None]]);
    assert_eq!(told.rows, [None, None]);
    // The sum of a column is small.
    assert_eq!(suppressed(&[vec![2, 1], vec![30, 0]]), None);
}

/// What the hidden numbers are multiplied with, and what they add up to.
type Equation = (Vec<i64>, i64);

/// What somebody outside knows: for each cell, with the sums of rows, what it is or that it is hidden;
/// and the sums of columns.
struct Outsider {
    /// Rows of cells; the last one of each is the sum of the row.
    told: Vec<Vec<Option<u32>>>,
    sums: Vec<u32>,
}

impl Outsider {
    fn of(cells: &[Vec<u32>], masked: &Masked) -> Self {
        let told = masked.cells.iter().zip(&masked.rows);
        let row =
            |(cells, sum): (&Vec<_>, &Option<u32>)| cells.iter().copied().chain([*sum]).collect();
        let columns = cells[0].len();
        let mut sums: Vec<u32> = (0..columns).map(|column| sum(cells, column)).collect();
        sums.push(sums.iter().sum());
        Self {
            told: told.map(row).collect(),
            sums,
        }
    }

    /// Every equation as coefficients of the hidden ones and what they add up to.
    fn equations(&self) -> (Vec<(usize, usize)>, Vec<Equation>) {
        let (height, width) = (self.told.len(), self.sums.len());
        let hidden: Vec<(usize, usize)> = (0..height)
            .flat_map(|row| (0..width).map(move |column| (row, column)))
            .filter(|(row, column)| self.told[*row][*column].is_none())
            .collect();
        let mut all = Vec::new();
        let mut add = |terms: Vec<((usize, usize), i64)>, sum: i64| {
            let (mut factors, mut rest) = (vec![0; hidden.len()], sum);
            for ((row, column), sign) in terms {
                if let Some(value) = self.told[row][column] {
                    rest -= sign * i64::from(value);
                } else {
                    let place = hidden.iter().position(|one| *one == (row, column)).unwrap();
                    factors[place] = sign;
                }
            }
            all.push((factors, rest));
        };
        for row in 0..height {
            let cells = (0..width - 1).map(|column| ((row, column), 1));
            add(cells.chain([((row, width - 1), -1)]).collect(), 0);
        }
        for (column, sum) in self.sums.iter().enumerate() {
            let cells = (0..height).map(|row| ((row, column), 1));
            add(cells.collect(), i64::from(*sum));
        }
        (hidden, all)
    }

    /// The solver: solves the equations, then narrows the bounds of each hidden number by every
    /// equation until nothing changes any more. Gives bounds of each.
    fn narrowed(&self) -> Vec<((usize, usize), i64, i64)> {
        let (hidden, mut equations) = self.equations();
        equations.extend(solved(&equations));
        let most: i64 = self.sums.iter().map(|sum| i64::from(*sum)).sum();
        let mut bounds = vec![(0, most); hidden.len()];
        loop {
            let before = bounds.clone();
            for (factors, sum) in &equations {
                for (place, factor) in factors.iter().enumerate().filter(|(_, f)| **f != 0) {
                    let (mut low, mut high) = (*sum, *sum);
                    for (other, by) in factors.iter().enumerate() {
                        if other != place {
                            let (least, most) = bounds[other];
                            low -= (by * least).max(by * most);
                            high -= (by * least).min(by * most);
                        }
                    }
                    if *factor < 0 {
                        (low, high) = (-high, -low);
                    }
                    let by = factor.abs();
                    let (least, most) = bounds[place];
                    bounds[place] = (
                        least.max(low.div_euclid(by) + i64::from(low.rem_euclid(by) > 0)),
                        most.min(high.div_euclid(by)),
                    );
                }
            }
            if bounds == before {
                break;
            }
        }
        let both = hidden.into_iter().zip(bounds);
        both.map(|(place, (low, high))| (place, low, high))
            .collect()
    }

    /// All ways in which the hidden numbers could be, tried one by one; of each the least and the most.
    fn tried(&self) -> Vec<((usize, usize), i64, i64)> {
        let (hidden, equations) = self.equations();
        let most: i64 = self.sums.iter().map(|sum| i64::from(*sum)).max().unwrap();
        let mut found = vec![(i64::MAX, i64::MIN); hidden.len()];
        let mut values = vec![0; hidden.len()];
        attempt(&equations, most, 0, &mut values, &mut found);
        let both = hidden.into_iter().zip(found);
        both.map(|(place, (low, high))| (place, low, high))
            .collect()
    }
}

fn attempt(
    equations: &[Equation],
    most: i64,
    next: usize,
    values: &mut Vec<i64>,
    found: &mut Vec<(i64, i64)>,
) {
    // An equation whose last unknown is given must hold, and gives that unknown.
    let (mut low, mut high) = (0, most);
    for (factors, sum) in equations {
        let last = factors.iter().rposition(|factor| *factor != 0);
        let known: i64 = factors
            .iter()
            .zip(values.iter())
            .take(next)
            .map(|(f, v)| f * v)
            .sum();
        match last {
            None if *sum != 0 => return,
            Some(last) if last < next && known != *sum => return,
            Some(last) if last == next && next < values.len() => {
                let value = (sum - known) * factors[next];
                (low, high) = (low.max(value), high.min(value));
            }
            _ => {}
        }
    }
    if next == values.len() {
        for (value, bounds) in values.iter().zip(found) {
            *bounds = (bounds.0.min(*value), bounds.1.max(*value));
        }
        return;
    }
    for value in low..=high {
        values[next] = value;
        attempt(equations, most, next + 1, values, found);
    }
    values[next] = 0;
}

/// Gauss: the equations with as few unknowns each as elimination gives.
fn solved(equations: &[Equation]) -> Vec<Equation> {
    let mut rows: Vec<Equation> = equations.to_vec();
    let unknowns = rows.first().map_or(0, |row| row.0.len());
    let mut done = 0;
    for column in 0..unknowns {
        let Some(pivot) = (done..rows.len()).find(|row| rows[*row].0[column] != 0) else {
            continue;
        };
        rows.swap(done, pivot);
        let (lead, sum) = rows[done].clone();
        for (place, row) in rows.iter_mut().enumerate() {
            // Every factor stays 1, 0 or -1: each unknown stands in one row and one column.
            if place != done && row.0[column] != 0 {
                let by = row.0[column] * lead[column];
                for (factor, of) in row.0.iter_mut().zip(&lead) {
                    *factor -= by * of;
                }
                row.1 -= by * sum;
            }
        }
        done += 1;
    }
    rows
}

fn small_tables(most: u32) -> impl Strategy<Value = Vec<Vec<u32>>> {
    (1..=3_usize).prop_flat_map(move |columns| {
        let cell = prop_oneof![Just(0), 1..=10_u32, 0..=most];
        prop::collection::vec(prop::collection::vec(cell, columns), 1..=6)
    })
}

fn holds(cells: &[Vec<u32>], bounds: &[((usize, usize), i64, i64)]) -> Result<(), TestCaseError> {
    for ((row, column), low, high) in bounds {
        let all: u32 = cells[*row].iter().sum();
        let value = cells[*row].get(*column).copied().unwrap_or(all);
        prop_assert!(*low <= i64::from(value) && i64::from(value) <= *high);
        if is_small(value) {
            prop_assert!(*high >= i64::from(LEAST_TOLD), "{value} is at most {high}");
            prop_assert!(*low < *high);
        }
    }
    Ok(())
}

proptest! {
    /// S3-20.
    #[test]
    fn s3_20_no_small_cell_is_told_and_a_solver_cannot_find_one(cells in small_tables(60)) {
        let columns = cells[0].len();
        let mut sums: Vec<u32> = (0..columns).map(|column| sum(&cells, column)).collect();
        sums.push(sums.iter().sum());
        let Some(masked) = suppressed(&cells) else {
            prop_assert!(sums.iter().any(|sum| is_small(*sum)));
            return Ok(());
        };
        for (row, told) in cells.iter().zip(&masked.cells) {
            for (value, told) in row.iter().zip(told) {
                prop_assert!(told.is_none_or(|told| told == *value && !is_small(told)));
            }
        }
        if !cells.iter().flatten().copied().any(is_small) && !cells.iter().any(|row| is_small(row.iter().sum())) {
            prop_assert!(masked.cells.iter().flatten().all(Option::is_some), "hidden for nothing");
        }
        holds(&cells, &Outsider::of(&cells, &masked).narrowed())?;
    }

    /// S3-20: every way in which it could be, for tables so small that all can be tried.
    #[test]
    fn s3_20_of_all_ways_in_which_it_could_be_one_makes_each_small_cell_a_large_one(
        cells in prop::collection::vec(prop::collection::vec(prop_oneof![0..=10_u32, 0..=16_u32], 2), 1..=3),
    ) {
        if let Some(masked) = suppressed(&cells) {
            holds(&cells, &Outsider::of(&cells, &masked).tried())?;
        }
    }

    /// S3-20.
    #[test]
    fn s3_20_parts_of_a_whole_cannot_be_worked_out_of_its_sum(of in prop::collection::vec(prop_oneof![0..=10_u32, 0..=60_u32], 1..=4)) {
        let (told, sum) = parts(&of);
        let hidden: u32 = of.iter().zip(&told).filter(|(_, told)| told.is_none()).map(|(part, _)| *part).sum();
        let count = told.iter().filter(|part| part.is_none()).count();
        prop_assert!(told.iter().flatten().all(|part| !is_small(*part)));
        prop_assert!(sum.is_none_or(|sum| !is_small(sum)));
        if count > 0 && sum.is_some() {
            prop_assert!(count > 1 && hidden >= LEAST_TOLD);
        }
    }
}
