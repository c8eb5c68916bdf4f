//! Swaps of shifts: both change hands, or neither does.

use super::*;

/// The night of May 8 is Olga's, the day of May 10 is Sam's.
const OLGAS: (&str, &str) = ("2026-05-08", "19:00");
const SAMS: (&str, &str) = ("2026-05-10", "07:00");

fn seat(rota: &Rota, who: &str, (on, at): (&str, &str)) -> Seat {
    let shift = head(rota.clone()).shift_of((day(on), clock(at)), who, &[]);
    Seat::of(&shift.unwrap(), who).unwrap()
}

fn asked(rota: &Rota) -> String {
    swap_body(&seat(rota, "olga", OLGAS), &seat(rota, "sam", SAMS))
}

/// A rota, and Olga asks Sam.
fn begun(rota: &Rota) -> Vec<Statement> {
    vec![
        stated(1, ROTA, None, 1, rota_body(rota)),
        stated(2, SWAP, Some(1), 2, asked(rota)),
    ]
}

fn moment() -> i64 {
    at("2026-05-06", "12:00").millis()
}

fn answer(number: u8, code: &str) -> Statement {
    stated(number, code, Some(2), moment(), String::new())
}

fn cover(number: u8, who: &str, (on, at): (&str, &str), by: Option<&str>) -> Statement {
    let by = by.map(|name| person(name, Discipline::Supervisor));
    let body = change_body(day(on), clock(at), who, by.as_ref());
    stated(number, SHIFT, Some(1), moment(), body)
}

/// Who has the two shifts, and what became of the swap.
fn outcome(said: &[Statement]) -> (Vec<String>, Vec<String>, SwapState) {
    let rotas = Rotas::fold(said.iter().cloned());
    let state = rotas.swap(id(2)).unwrap().state;
    (
        names(&rotas, at("2026-05-08", "20:00")),
        names(&rotas, at("2026-05-10", "08:00")),
        state,
    )
}

fn with(more: impl IntoIterator<Item = Statement>) -> Vec<Statement> {
    begun(&supervisors()).into_iter().chain(more).collect()
}

fn as_is(state: SwapState) -> (Vec<String>, Vec<String>, SwapState) {
    (vec!["Olga".to_owned()], vec!["Sam".to_owned()], state)
}

fn changed_hands() -> (Vec<String>, Vec<String>, SwapState) {
    let state = SwapState::Holds;
    (vec!["Sam".to_owned()], vec!["Olga".to_owned()], state)
}

#[test]
fn s4_16_with_the_yes_both_shifts_change_hands_and_with_a_no_neither() {
    assert_eq!(outcome(&with([])), as_is(SwapState::Asked));
    let yes = with([answer(3, SWAP_YES)]);
    assert_eq!(outcome(&yes), changed_hands());
    let rotas = Rotas::fold(yes);
    let span = (at("2026-05-04", "12:00"), at("2026-05-18", "12:00"));
    assert_eq!(gaps(&rotas, span.0, span.1), []);
    assert_eq!(names(&rotas, at("2026-05-09", "20:00")), ["Olga"]);
    let no = with([answer(3, SWAP_NO)]);
    assert_eq!(outcome(&no), as_is(SwapState::Refused));
    let withdrawn = with([answer(3, SWAP_BACK), answer(4, SWAP_YES)]);
    assert_eq!(outcome(&withdrawn), as_is(SwapState::Withdrawn));
}

#[test]
fn s4_16_whoever_plans_swaps_for_both_in_one_step_and_takes_both_back() {
    let rota = supervisors();
    let mut said = begun(&rota);
    said[1].code = SWAP_AT_ONCE.to_owned();
    said[1].at = Timestamp::from_millis(moment());
    assert_eq!(outcome(&said), changed_hands());
    said.push(stated(3, SHIFT_BACK, Some(2), moment(), String::new()));
    assert_eq!(outcome(&said), as_is(SwapState::TakenBack));
}

#[test]
fn s4_16_a_swap_of_a_shift_that_was_changed_or_is_over_does_not_hold_and_says_why() {
    let changed = SwapState::Lost(SwapLoss::Changed);
    let cannot = |number| cover(number, "olga", OLGAS, None);
    let (none, sam) = (Vec::<String>::new(), vec!["Sam".to_owned()]);
    let before = with([cannot(3), answer(4, SWAP_YES)]);
    assert_eq!(outcome(&before), (none, sam, changed));
    // What came to nothing stays so, though they can after all.
    let back = stated(5, SHIFT_BACK, Some(3), moment(), String::new());
    let back = before.into_iter().chain([back]);
    assert_eq!(outcome(&back.collect::<Vec<_>>()), as_is(changed));
    // Who plans puts somebody else there.
    let mut plan = supervisors();
    plan.turns[0].groups = vec![vec![1]];
    let plan = stated(3, ROTA, Some(1), moment(), rota_body(&plan));
    let (olga, sam) = (vec!["Olga".to_owned()], vec!["Olga".to_owned()]);
    for said in [
        with([plan.clone(), answer(4, SWAP_YES)]),
        with([answer(4, SWAP_YES), Statement { step: 5, ..plan }]),
    ] {
        assert_eq!(outcome(&said), (olga.clone(), sam.clone(), changed));
    }
    let mut late = answer(3, SWAP_YES);
    late.at = at("2026-05-09", "07:00");
    assert_eq!(
        outcome(&with([late])),
        as_is(SwapState::Lost(SwapLoss::Over))
    );
    let rotas = Rotas::fold(with([]));
    let state = |now| rotas.swaps[0].state_at(&rotas.heads, &rotas.changes, now);
    assert_eq!(state(at("2026-05-09", "06:59")), SwapState::Asked);
    let over = SwapState::Lost(SwapLoss::Over);
    assert_eq!(state(at("2026-05-09", "07:00")), over);
}

#[test]
fn s4_16_what_a_swap_stood_on_is_taken_back_and_neither_shift_stays_swapped() {
    // Nadia has Olga's night; she swaps it with Sam; and then Olga can after all.
    let rota = supervisors();
    let nadia = person("Nadia", Discipline::Supervisor);
    let night = Seat {
        person: nadia,
        ..seat(&rota, "olga", OLGAS)
    };
    let said = [
        stated(1, ROTA, None, 1, rota_body(&rota)),
        cover(3, "olga", OLGAS, Some("Nadia")),
        Statement {
            step: 4,
            ..stated(
                2,
                SWAP,
                Some(1),
                4,
                swap_body(&night, &seat(&rota, "sam", SAMS)),
            )
        },
        answer(5, SWAP_YES),
    ];
    let nadias = (
        vec!["Sam".to_owned()],
        vec!["Nadia".to_owned()],
        SwapState::Holds,
    );
    assert_eq!(outcome(&said), nadias);
    let back = stated(6, SHIFT_BACK, Some(3), moment(), String::new());
    let said: Vec<Statement> = said.into_iter().chain([back]).collect();
    assert_eq!(outcome(&said), as_is(SwapState::Lost(SwapLoss::Changed)));
}

/// Somebody's shift: who, on which day and at which hour.
type Held<'a> = (&'a str, (&'a str, &'a str));

/// What becomes of a swap to which the answer is yes.
fn agreed(rota: &Rota, one: Held<'_>, other: Held<'_>) -> SwapState {
    let body = swap_body(&seat(rota, one.0, one.1), &seat(rota, other.0, other.1));
    let said = [
        stated(1, ROTA, None, 1, rota_body(rota)),
        stated(2, SWAP, Some(1), 2, body),
        stated(3, SWAP_YES, Some(2), 3, String::new()),
    ];
    Rotas::fold(said).swaps[0].state
}

#[test]
fn s1_3_nobody_swaps_into_a_seat_for_which_they_lack_the_profession() {
    let mut rota = team();
    let (first, second) = (("2026-01-05", "08:00"), ("2026-01-13", "08:00"));
    let peers = agreed(&rota, ("ana", first), ("ben", second));
    assert_eq!(peers, SwapState::Holds);
    let both = SwapState::Lost(SwapLoss::Both);
    let lee_is_on_both = agreed(&rota, ("lee", first), ("ben", second));
    assert_eq!(lee_is_on_both, both);
    rota.people.push(person("Max", Discipline::Officer));
    rota.turns[0].groups[1] = vec![5, 1, 3];
    let officers = agreed(&rota, ("lee", first), ("max", second));
    assert_eq!(officers, SwapState::Holds);
    let lacks = |of| SwapState::Lost(SwapLoss::Lacks(of));
    let state = agreed(&rota, ("ana", first), ("max", second));
    assert_eq!(state, lacks(Discipline::Peer));
    let state = agreed(&rota, ("max", second), ("ana", first));
    assert_eq!(state, lacks(Discipline::Officer));
    // Where nobody of a profession is needed, anybody may sit.
    rota.needs.clear();
    let state = agreed(&rota, ("ana", first), ("max", second));
    assert_eq!(state, SwapState::Holds);
}

#[test]
fn s4_16_who_has_left_is_off_the_shift_and_who_swapped_with_them_stays() {
    let mut rotas = Rotas::fold(with([answer(3, SWAP_YES)]));
    rotas.heads[0].left = vec!["olga".to_owned()];
    assert_eq!(names(&rotas, at("2026-05-08", "20:00")), ["Sam"]);
    assert!(names(&rotas, at("2026-05-10", "08:00")).is_empty());
    assert!(names(&rotas, at("2026-05-09", "20:00")).is_empty());
}

/// What two devices may say of a swap while they do not hear of each other.
fn anything() -> impl Strategy<Value = Vec<Statement>> {
    let one = (0..9_u8, 3..9_u64, 1..4_u8);
    proptest::collection::vec(one, 1..7).prop_map(|all| {
        let each = all.into_iter().zip(3_u8..);
        each.map(|((what, step, device), number)| {
            let said = match what {
                0 | 1 => answer(number, SWAP_YES),
                2 => answer(number, SWAP_NO),
                3 => answer(number, SWAP_BACK),
                4 => cover(number, "olga", OLGAS, None),
                5 => cover(number, "olga", OLGAS, Some("Nadia")),
                6 => cover(number, "sam", SAMS, Some("Nadia")),
                7 => stated(number, SHIFT_BACK, Some(3), moment(), String::new()),
                _ => stated(number, ROTA, Some(1), moment(), rota_body(&supervisors())),
            };
            Statement {
                step,
                device: DeviceId::from_bytes([device; 16]),
                ..said
            }
        })
        .collect()
    })
}

proptest! {
    /// Two answers at once, a swap and a cover at once, a cover that is taken back: in whatever order
    /// they arrive all devices hold the same, and no shift changes hands without the other.
    #[test]
    fn s4_16_both_shifts_change_hands_or_neither_in_whatever_order_it_arrives(
        (said, mixed) in anything().prop_flat_map(|more| {
            let said = with(more);
            (Just(said.clone()), Just(said).prop_shuffle())
        }),
    ) {
        let expected = Rotas::fold(said.clone());
        prop_assert_eq!(&Rotas::fold(mixed.iter().chain(&mixed).cloned()), &expected);
        let (night, next, state) = outcome(&said);
        let has = |all: &[String], name: &str| all.iter().any(|one| one == name);
        let halves = expected.changes.iter().filter(|change| change.id == id(2));
        if state == SwapState::Holds {
            prop_assert_eq!(halves.count(), 2);
            prop_assert!(has(&night, "Sam") && !has(&night, "Olga"), "{:?}", night);
            prop_assert!(has(&next, "Olga") && !has(&next, "Sam"), "{:?}", next);
        } else {
            prop_assert_eq!(halves.count(), 0);
            prop_assert!(!has(&night, "Sam") && !has(&next, "Olga"));
        }
    }

    /// Of two answers that were given at once the first in the agreed order holds.
    #[test]
    fn s4_16_of_two_answers_at_once_one_holds_on_every_device(
        steps in (3..6_u64, 3..6_u64),
        turned in any::<bool>(),
    ) {
        let by = |number, code, step| Statement {
            step,
            device: DeviceId::from_bytes([number; 16]),
            ..answer(number, code)
        };
        let (yes, no) = (by(3, SWAP_YES, steps.0), by(4, SWAP_NO, steps.1));
        let yes_first = steps.0 <= steps.1;
        let pair = if turned { [no, yes] } else { [yes, no] };
        let expected = if yes_first { changed_hands() } else { as_is(SwapState::Refused) };
        prop_assert_eq!(outcome(&with(pair)), expected);
    }
}
