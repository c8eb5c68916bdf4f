//! Swaps of shifts: both change hands, or neither does. And shifts that somebody is asked to take.

use super::*;

/// The night of May 8 is Olga's, the day of May 10 is Sam's.
const OLGAS: (&str, &str) = ("2026-05-08", "19:00");
const SAMS: (&str, &str) = ("2026-05-10", "07:00");

fn seat(rota: &Rota, who: &str, (on, at): (&str, &str)) -> Seat {
    let shift = head(rota.clone()).shift_of((day(on), clock(at)), who, &[]);
    Seat::of(id(1), &shift.unwrap(), who).unwrap()
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

/// Olga asks Sam to take her night for none of his.
fn offered(rota: &Rota, more: impl IntoIterator<Item = Statement>) -> Vec<Statement> {
    let to = person("Sam", Discipline::Supervisor);
    let body = offer_body(&seat(rota, "olga", OLGAS), &to);
    let begun = [
        stated(1, ROTA, None, 1, rota_body(rota)),
        stated(2, OFFER, Some(1), 2, body),
    ];
    begun.into_iter().chain(more).collect()
}

#[test]
fn s4_16_a_shift_is_a_colleagues_only_once_they_said_yes() {
    let rota = supervisors();
    let night = |said: &[Statement]| {
        let rotas = Rotas::fold(said.iter().cloned());
        let state = rotas.swap(id(2)).unwrap().state;
        (names(&rotas, at("2026-05-08", "20:00")), state)
    };
    let has = |name: &str, state| (vec![name.to_owned()], state);
    assert_eq!(night(&offered(&rota, [])), has("Olga", SwapState::Asked));
    let no = offered(&rota, [answer(3, SWAP_NO)]);
    assert_eq!(night(&no), has("Olga", SwapState::Refused));
    let back = offered(&rota, [answer(3, SWAP_BACK), answer(4, SWAP_YES)]);
    assert_eq!(night(&back), has("Olga", SwapState::Withdrawn));
    let yes = offered(&rota, [answer(3, SWAP_YES)]);
    assert_eq!(night(&yes), has("Sam", SwapState::Holds));
    let rotas = Rotas::fold(yes.iter().cloned());
    let span = (at("2026-05-04", "12:00"), at("2026-05-18", "12:00"));
    assert_eq!(gaps(&rotas, span.0, span.1), []);
    // She is not free to be taken over: it was settled between the two.
    let shift = rotas.heads[0].shift_of((day(OLGAS.0), clock(OLGAS.1)), "sam", &rotas.changes);
    assert!(shift.unwrap().away.is_empty());
    // Whoever plans takes it back; a plan without the shift does, too.
    let undone = stated(4, SHIFT_BACK, Some(2), moment(), String::new());
    let undone = offered(&rota, [answer(3, SWAP_YES), undone]);
    assert_eq!(night(&undone), has("Olga", SwapState::TakenBack));
    let mut plan = rota.clone();
    plan.turns[1].groups = vec![vec![0]];
    let plan = stated(4, ROTA, Some(1), moment(), rota_body(&plan));
    let planned = offered(&rota, [answer(3, SWAP_YES), plan]);
    let changed = SwapState::Lost(SwapLoss::Changed);
    assert_eq!(night(&planned), has("Sam", changed));
}

#[test]
fn s1_3_nobody_is_asked_for_a_seat_for_which_they_lack_the_profession_or_that_is_not_of_their_rota()
{
    let state = |rota: &Rota, to: Person| {
        let first = seat(rota, "pat", ("2026-01-05", "08:00"));
        let said = [
            stated(1, ROTA, None, 1, rota_body(rota)),
            stated(2, OFFER, Some(1), 2, offer_body(&first, &to)),
            stated(3, SWAP_YES, Some(2), 3, String::new()),
        ];
        Rotas::fold(said).swaps[0].state
    };
    let rota = team();
    let lost = SwapState::Lost;
    let ben = person("Ben", Discipline::Peer);
    let lacks = SwapLoss::Lacks(Discipline::Paramedic);
    assert_eq!(state(&rota, ben.clone()), lost(lacks));
    // What whoever asked wrote of a profession is nothing: the plan says which it is.
    let said = Person {
        discipline: Discipline::Paramedic,
        ..ben
    };
    assert_eq!(state(&rota, said), lost(lacks));
    let ana = person("Ana", Discipline::Peer);
    assert_eq!(state(&rota, ana), lost(SwapLoss::Both));
    let stranger = person("Nadia", Discipline::Paramedic);
    assert_eq!(state(&rota, stranger.clone()), lost(SwapLoss::Apart));
    let mut more = rota;
    more.people.push(stranger.clone());
    assert_eq!(state(&more, stranger), SwapState::Holds);
}

#[test]
fn s4_16_shifts_of_two_rotas_are_swapped_where_each_stands_on_both() {
    let mut other = Rota {
        name: "Second line".to_owned(),
        ..supervisors()
    };
    let nadia = person("Nadia", Discipline::Supervisor);
    other.people.push(nadia.clone());
    other.turns[0].groups = vec![vec![2]];
    let mut first = supervisors();
    let hers = head(other.clone()).shift_of((day(SAMS.0), clock(SAMS.1)), "nadia", &[]);
    let hers = Seat::of(id(5), &hers.unwrap(), "nadia").unwrap();
    let fold = |first: &Rota, other: &Rota| {
        let body = swap_body(&seat(first, "olga", OLGAS), &hers);
        Rotas::fold([
            stated(1, ROTA, None, 1, rota_body(first)),
            stated(5, ROTA, None, 1, rota_body(other)),
            Statement {
                step: 6,
                ..stated(2, SWAP, Some(1), 2, body)
            },
            stated(7, SWAP_YES, Some(2), 7, String::new()),
        ])
    };
    let apart = fold(&first, &other);
    assert_eq!(apart.swaps[0].state, SwapState::Lost(SwapLoss::Apart));
    first.people.push(nadia);
    let both = fold(&first, &other);
    assert_eq!(both.swaps[0].state, SwapState::Holds);
    let on = |root: u8, moment| -> Vec<String> {
        let now = on_call(&both, moment);
        let of = now.into_iter().filter(|one| one.rota == id(root));
        of.flat_map(|one| one.people).map(|one| one.name).collect()
    };
    assert_eq!(on(1, at("2026-05-08", "20:00")), ["Nadia"]);
    assert_eq!(on(5, at("2026-05-10", "08:00")), ["Olga"]);
    assert_eq!(on(5, at("2026-05-08", "20:00")), ["Olga"], "her own there");
}

#[test]
fn s4_16_a_swap_of_an_earlier_version_names_no_rota_and_is_read() {
    let body = asked(&supervisors());
    let old = body.replace(&format!("\"rota\":\"{}\",", id(1)), "");
    assert_ne!(old, body);
    let said = [
        stated(1, ROTA, None, 1, rota_body(&supervisors())),
        stated(2, SWAP, Some(1), 2, old),
        answer(3, SWAP_YES),
    ];
    assert_eq!(outcome(&said), changed_hands());
}

#[test]
fn s4_16_whoever_is_asked_reads_the_hours_and_the_telephone_of_the_plan() {
    let rota = supervisors();
    let mut false_night = seat(&rota, "olga", OLGAS);
    false_night.start = Timestamp::from_millis(i64::MIN);
    false_night.end = Timestamp::from_millis(i64::MAX);
    let sams = Seat {
        person: Person {
            phone: "9005550100".to_owned(),
            ..person("Sam", Discipline::Supervisor)
        },
        ..seat(&rota, "sam", SAMS)
    };
    let mut said = begun(&rota);
    said[1].body = swap_body(&false_night, &sams);
    let rotas = Rotas::fold(said.iter().cloned());
    assert_eq!(rotas.swaps[0].first, seat(&rota, "olga", OLGAS));
    assert_eq!(
        rotas.swaps[0].second,
        Second::Swaps(seat(&rota, "sam", SAMS))
    );
    said.push(answer(3, SWAP_YES));
    let night = on_call(&Rotas::fold(said), at("2026-05-08", "20:00"));
    assert_eq!(night[0].people[0].phone, "6085550100");
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
