//! Two people swap their shifts, or one asks the other to take one: what changes hands does so at once, on
//! every device (S1-3, S4-16).

use crate::support::Device;
use crate::support::rotas::{clock, day, day_and_night, keep, member, on_call, order};
use crate::support::three::{Team, team};
use handrail_engine::api::on_call::{Discipline, Person, Shift, SwapLoss, SwapState};
use handrail_engine::api::{Command, EngineError, InvalidField, OnCallCommand, ShiftOf, SwapView};

const HOUR: i64 = 3_600_000;

/// The night of May 8, which is Dana's.
const NIGHT: (&str, &str) = ("2026-05-08", "19:00");
/// The day of May 10, which is Cory's.
const DAY: (&str, &str) = ("2026-05-10", "07:00");

struct Planned {
    team: Team,
    cory: Person,
    dana: Person,
    sam: Person,
    root: String,
}

/// Cory by day and Dana by night.
fn planned() -> Planned {
    let mut team = team();
    let view = on_call(&mut team.sam);
    let (cory, dana) = (member(&view, "Cory Coach"), member(&view, "Dana Coach"));
    let rota = day_and_night(cory.clone(), dana.clone());
    let root = keep(&mut team.sam, None, rota).unwrap();
    team.settle();
    Planned {
        sam: member(&view, "Sam Supervisor"),
        team,
        cory,
        dana,
        root,
    }
}

impl Planned {
    fn swap(
        &self,
        first: (&Person, (&str, &str)),
        second: (&Person, (&str, &str)),
    ) -> OnCallCommand {
        OnCallCommand::Swap {
            first: self.of(first),
            second: self.of(second),
            at_once: false,
        }
    }

    fn of(&self, (person, (on, at)): (&Person, (&str, &str))) -> ShiftOf {
        ShiftOf {
            rota: self.root.clone(),
            on: day(on),
            at: clock(at),
            who: person.key(),
        }
    }

    fn offer(&self, shift: (&Person, (&str, &str)), to: &Person) -> OnCallCommand {
        OnCallCommand::Offer {
            shift: self.of(shift),
            to: to.key(),
        }
    }

    /// Dana asks Cory.
    fn ask(&mut self) -> String {
        let swap = self.swap((&self.dana, NIGHT), (&self.cory, DAY));
        let id = order(&mut self.team.dana, swap).unwrap();
        self.team.settle();
        id
    }

    fn change(&self, who: &Person, (on, at): (&str, &str), by: Option<&Person>) -> OnCallCommand {
        OnCallCommand::Change {
            rota: self.root.clone(),
            on: day(on),
            at: clock(at),
            who: who.key(),
            by: by.cloned(),
        }
    }
}

fn answer(swap: &str, yes: bool) -> OnCallCommand {
    let swap = swap.to_owned();
    OnCallCommand::AnswerSwap { swap, yes }
}

fn at_once(swap: OnCallCommand) -> OnCallCommand {
    match swap {
        OnCallCommand::Swap { first, second, .. } => OnCallCommand::Swap {
            first,
            second,
            at_once: true,
        },
        other => other,
    }
}

/// Who is on a shift.
fn on(device: &mut Device, (on, at): (&str, &str)) -> Vec<String> {
    let view = on_call(device);
    let shifts = &view.rotas[0].shifts;
    let mut of = shifts
        .iter()
        .filter(|one| one.on == day(on) && one.at == clock(at));
    let names = of.next().unwrap().people.iter();
    names.map(|one| one.name.clone()).collect()
}

fn only(device: &mut Device) -> SwapView {
    let mut swaps = on_call(device).swaps;
    assert_eq!(swaps.len(), 1);
    swaps.remove(0)
}

/// On all three devices: who has the night, who the day, and what is said of the swap.
fn everywhere(team: &mut Team, night: &str, other: &str, state: SwapState) {
    team.settle();
    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        assert_eq!(on(device, NIGHT), [night]);
        assert_eq!(on(device, DAY), [other]);
        assert_eq!(only(device).swap.state, state);
        assert_eq!(on_call(device).gaps, []);
    }
}

#[test]
fn s4_16_a_coach_asks_a_colleague_says_yes_offline_and_both_shifts_change_hands() {
    let mut all = planned();
    let id = all.ask();
    let asked = only(&mut all.team.cory);
    assert!(asked.may_answer && !asked.may_withdraw && !asked.may_undo);
    let own = only(&mut all.team.dana);
    assert!(own.may_withdraw && !own.may_answer);
    // Nobody else answers, and whoever asked does not say yes for the other.
    for device in [&mut all.team.sam, &mut all.team.dana] {
        let refused = order(device, answer(&id, true));
        assert_eq!(refused, Err(EngineError::NotAllowed));
    }
    order(&mut all.team.cory, answer(&id, true)).unwrap();
    // At once on the device that says so, with no signal; elsewhere neither shift until it arrives.
    assert_eq!(on(&mut all.team.cory, NIGHT), ["Cory Coach"]);
    assert_eq!(on(&mut all.team.cory, DAY), ["Dana Coach"]);
    assert_eq!(on(&mut all.team.dana, NIGHT), ["Dana Coach"]);
    assert_eq!(on(&mut all.team.dana, DAY), ["Cory Coach"]);
    everywhere(&mut all.team, "Cory Coach", "Dana Coach", SwapState::Holds);
    // Who is on call in that night, and what they can no longer do about a shift that they gave away.
    let again = order(&mut all.team.cory, answer(&id, false));
    assert_eq!(again, Err(EngineError::NotFound));
    let given = all.change(&all.dana, NIGHT, None);
    let given = order(&mut all.team.dana, given);
    assert_eq!(given, Err(EngineError::NotFound));
    all.team.dana.clock.at += 4 * 24 * HOUR + 8 * HOUR;
    let now = on_call(&mut all.team.dana).rotas[0].now.people.clone();
    assert_eq!(now[0].name, "Cory Coach", "May 8, 10 p.m.");
}

#[test]
fn s4_16_a_no_leaves_both_shifts_and_so_does_who_takes_the_question_back() {
    let mut all = planned();
    let id = all.ask();
    order(&mut all.team.cory, answer(&id, false)).unwrap();
    everywhere(
        &mut all.team,
        "Dana Coach",
        "Cory Coach",
        SwapState::Refused,
    );
    let mut all = planned();
    let id = all.ask();
    order(&mut all.team.dana, answer(&id, false)).unwrap();
    let state = SwapState::Withdrawn;
    everywhere(&mut all.team, "Dana Coach", "Cory Coach", state);
    let late = order(&mut all.team.cory, answer(&id, true));
    assert_eq!(late, Err(EngineError::NotFound));
}

#[test]
fn s4_16_a_yes_and_a_question_taken_back_at_once_come_out_the_same_on_both_devices() {
    let mut all = planned();
    let id = all.ask();
    order(&mut all.team.cory, answer(&id, true)).unwrap();
    order(&mut all.team.dana, answer(&id, false)).unwrap();
    all.team.settle();
    let state = only(&mut all.team.sam).swap.state;
    let (night, other) = if state == SwapState::Holds {
        ("Cory Coach", "Dana Coach")
    } else {
        assert_eq!(state, SwapState::Withdrawn);
        ("Dana Coach", "Cory Coach")
    };
    everywhere(&mut all.team, night, other, state);
}

#[test]
fn s4_16_a_shift_that_was_covered_meanwhile_is_not_swapped_and_both_read_why() {
    let mut all = planned();
    let id = all.ask();
    // A supervisor gives the night to themselves; the yes is said before that arrives.
    let cover = all.change(&all.dana, NIGHT, Some(&all.sam));
    order(&mut all.team.sam, cover).unwrap();
    all.team.world.sync(&mut all.team.sam);
    all.team.world.sync(&mut all.team.dana);
    let lost = SwapState::Lost(SwapLoss::Changed);
    let known = only(&mut all.team.dana);
    assert_eq!(known.swap.state, lost, "before there is an answer");
    order(&mut all.team.cory, answer(&id, true)).unwrap();
    all.team.settle();
    let state = only(&mut all.team.sam).swap.state;
    for device in [&mut all.team.cory, &mut all.team.dana] {
        assert_eq!(only(device).swap.state, state);
        let (night, other) = (on(device, NIGHT), on(device, DAY));
        if state == lost {
            assert_eq!(night, ["Sam Supervisor"]);
            assert_eq!(other, ["Cory Coach"]);
        } else {
            // One too many is none too few.
            assert_eq!(state, SwapState::Holds);
            assert_eq!(night, ["Cory Coach", "Sam Supervisor"]);
            assert_eq!(other, ["Dana Coach"]);
        }
    }
}

#[test]
fn s4_16_a_swap_of_a_shift_that_is_over_is_not_answered_any_more() {
    let mut all = planned();
    let id = all.ask();
    // 2026-05-09 07:00 in Chicago: the night is over.
    all.team.cory.clock.at += 4 * 24 * HOUR + 17 * HOUR;
    let over = only(&mut all.team.cory);
    assert_eq!(over.swap.state, SwapState::Lost(SwapLoss::Over));
    assert!(!over.may_answer);
    let refused = order(&mut all.team.cory, answer(&id, true));
    let is_date = |error: &EngineError| {
        let field = InvalidField::Date;
        matches!(error, EngineError::Invalid { field: found, .. } if *found == field)
    };
    assert!(is_date(&refused.unwrap_err()));
    all.team.cory.clock.at += 9 * 24 * HOUR;
    assert!(on_call(&mut all.team.cory).swaps.is_empty(), "a week later");
}

#[test]
fn s4_16_a_supervisor_swaps_for_both_in_one_step_and_takes_it_back_in_one() {
    let mut all = planned();
    let swap = at_once(all.swap((&all.dana, NIGHT), (&all.cory, DAY)));
    let refused = order(&mut all.team.cory, swap.clone());
    assert_eq!(refused, Err(EngineError::NotAllowed));
    let id = order(&mut all.team.sam, swap).unwrap();
    everywhere(&mut all.team, "Cory Coach", "Dana Coach", SwapState::Holds);
    let back = OnCallCommand::TakeBack { change: id };
    for device in [&mut all.team.cory, &mut all.team.dana] {
        let refused = order(device, back.clone());
        assert_eq!(refused, Err(EngineError::NotAllowed));
    }
    assert!(only(&mut all.team.sam).may_undo);
    order(&mut all.team.sam, back).unwrap();
    let state = SwapState::TakenBack;
    everywhere(&mut all.team, "Dana Coach", "Cory Coach", state);
}

#[test]
fn s4_16_nobody_asks_for_a_swap_of_what_is_not_theirs() {
    let mut all = planned();
    let mine = all.swap((&all.cory, DAY), (&all.dana, NIGHT));
    let refused = order(&mut all.team.dana, mine.clone());
    assert_eq!(refused, Err(EngineError::NotAllowed));
    let nobodys = all.swap((&all.cory, NIGHT), (&all.dana, DAY));
    let refused = order(&mut all.team.cory, nobodys);
    assert_eq!(refused, Err(EngineError::NotFound));
    // What was swapped is swapped on by who has it now.
    let id = all.ask();
    order(&mut all.team.cory, answer(&id, true)).unwrap();
    all.team.settle();
    let refused = order(&mut all.team.cory, mine);
    assert_eq!(refused, Err(EngineError::NotFound));
    let back = all.swap((&all.cory, NIGHT), (&all.dana, DAY));
    let id = order(&mut all.team.cory, back).unwrap();
    all.team.settle();
    order(&mut all.team.dana, answer(&id, true)).unwrap();
    all.team.settle();
    assert_eq!(on(&mut all.team.sam, NIGHT), ["Dana Coach"]);
    assert_eq!(on(&mut all.team.sam, DAY), ["Cory Coach"]);
}

#[test]
fn s1_3_a_seat_of_a_mixed_team_goes_to_nobody_who_lacks_its_profession() {
    let mut team = team();
    let view = on_call(&mut team.sam);
    let of = |name: &str, discipline| Person {
        discipline,
        ..member(&view, name)
    };
    let cory = of("Cory Coach", Discipline::Peer);
    let dana = of("Dana Coach", Discipline::Paramedic);
    let mut rota = day_and_night(cory.clone(), dana.clone());
    rota.needs = vec![(Discipline::Paramedic, 1)];
    let root = keep(&mut team.sam, None, rota).unwrap();
    team.settle();
    let mut all = Planned {
        sam: of("Sam Supervisor", Discipline::Supervisor),
        team,
        cory,
        dana,
        root,
    };
    let swap = all.swap((&all.dana, NIGHT), (&all.cory, DAY));
    for (device, swap) in [
        (&mut all.team.dana, swap.clone()),
        (&mut all.team.sam, at_once(swap)),
    ] {
        let refused = order(device, swap);
        assert!(matches!(
            refused,
            Err(EngineError::Invalid {
                field: InvalidField::Detail,
                ..
            })
        ));
    }
}

#[test]
fn s4_16_who_swapped_with_somebody_who_leaves_keeps_the_shift_and_the_other_is_a_gap() {
    let mut all = planned();
    let id = all.ask();
    order(&mut all.team.cory, answer(&id, true)).unwrap();
    all.team.settle();
    let leaves = Command::EndMembership {
        member: all.dana.key(),
    };
    all.team.world.order(&mut all.team.sam, leaves).unwrap();
    all.team.world.sync(&mut all.team.sam);
    assert_eq!(on(&mut all.team.sam, NIGHT), ["Cory Coach"]);
    assert!(on(&mut all.team.sam, DAY).is_empty());
    let gaps = on_call(&mut all.team.sam).gaps;
    assert!(gaps.iter().all(|gap| gap.nobody));
}

#[test]
fn s4_16_nobody_is_put_on_a_shift_by_a_colleague_and_with_their_yes_it_is_theirs() {
    let mut all = planned();
    // Only who plans assigns without asking.
    let given = all.change(&all.dana, NIGHT, Some(&all.cory));
    let refused = order(&mut all.team.dana, given.clone());
    assert_eq!(refused, Err(EngineError::NotAllowed));
    let others = all.offer((&all.dana, NIGHT), &all.cory);
    let refused = order(&mut all.team.cory, others.clone());
    assert_eq!(refused, Err(EngineError::NotAllowed), "another's shift");
    let id = order(&mut all.team.dana, others.clone()).unwrap();
    everywhere(&mut all.team, "Dana Coach", "Cory Coach", SwapState::Asked);
    let asked = only(&mut all.team.cory);
    assert!(asked.may_answer && !asked.may_withdraw);
    assert!(only(&mut all.team.dana).may_withdraw);
    for device in [&mut all.team.sam, &mut all.team.dana] {
        let refused = order(device, answer(&id, true));
        assert_eq!(refused, Err(EngineError::NotAllowed));
    }
    order(&mut all.team.cory, answer(&id, true)).unwrap();
    everywhere(&mut all.team, "Cory Coach", "Cory Coach", SwapState::Holds);
    // What was settled between two is no coach's to take back, nor a shift that others may take.
    let back = OnCallCommand::TakeBack { change: id };
    for device in [&mut all.team.cory, &mut all.team.dana] {
        let refused = order(device, back.clone());
        assert_eq!(refused, Err(EngineError::NotAllowed));
        assert!(on_call(device).rotas[0].undoable.is_empty());
    }
    order(&mut all.team.sam, back).unwrap();
    let state = SwapState::TakenBack;
    everywhere(&mut all.team, "Dana Coach", "Cory Coach", state);
    // A no, and a supervisor who assigns it at once.
    let id = order(&mut all.team.dana, others).unwrap();
    all.team.settle();
    order(&mut all.team.cory, answer(&id, false)).unwrap();
    all.team.settle();
    assert_eq!(on(&mut all.team.sam, NIGHT), ["Dana Coach"]);
    order(&mut all.team.sam, given).unwrap();
    all.team.settle();
    assert_eq!(on(&mut all.team.dana, NIGHT), ["Cory Coach"]);
}

#[test]
fn s4_16_a_colleague_who_is_not_on_the_rota_or_has_left_is_not_asked() {
    let mut all = planned();
    let stranger = all.offer((&all.dana, NIGHT), &all.sam);
    let refused = order(&mut all.team.dana, stranger);
    assert_eq!(refused, Err(EngineError::NotFound));
    let leaves = Command::EndMembership {
        member: all.cory.key(),
    };
    all.team.world.order(&mut all.team.sam, leaves).unwrap();
    all.team.world.sync(&mut all.team.sam);
    all.team.world.sync(&mut all.team.dana);
    let gone = all.offer((&all.dana, NIGHT), &all.cory);
    let refused = order(&mut all.team.dana, gone).unwrap_err();
    assert!(matches!(
        refused,
        EngineError::Invalid {
            field: InvalidField::Detail,
            ..
        }
    ));
}

#[test]
fn s4_16_what_somebody_took_back_by_themselves_is_theirs_to_take_back() {
    let mut all = planned();
    let cannot = all.change(&all.dana, NIGHT, None);
    let id = order(&mut all.team.dana, cannot).unwrap();
    all.team.settle();
    let undoable = |device: &mut Device| on_call(device).rotas[0].undoable.len();
    assert_eq!(undoable(&mut all.team.dana), 1);
    assert_eq!(undoable(&mut all.team.sam), 1);
    assert_eq!(undoable(&mut all.team.cory), 0);
    // Who takes it over may give it back, and whose it was may not.
    let takes = all.change(&all.dana, NIGHT, Some(&all.cory));
    order(&mut all.team.cory, takes).unwrap();
    all.team.settle();
    assert_eq!(undoable(&mut all.team.cory), 1);
    order(&mut all.team.dana, OnCallCommand::TakeBack { change: id }).unwrap();
    assert_eq!(undoable(&mut all.team.dana), 0);
}

#[test]
fn s4_16_a_shift_of_one_rota_is_swapped_for_one_of_another_on_which_both_stand() {
    let mut all = planned();
    let mut second = day_and_night(all.dana.clone(), all.cory.clone());
    second.name = "Second line".to_owned();
    let other = keep(&mut all.team.sam, None, second).unwrap();
    all.team.settle();
    // Dana's night of the first for Cory's night of the second.
    let swap = OnCallCommand::Swap {
        first: all.of((&all.dana, NIGHT)),
        second: ShiftOf {
            rota: other.clone(),
            ..all.of((&all.cory, ("2026-05-09", "19:00")))
        },
        at_once: false,
    };
    let id = order(&mut all.team.dana, swap).unwrap();
    all.team.settle();
    order(&mut all.team.cory, answer(&id, true)).unwrap();
    all.team.settle();
    for device in [&mut all.team.sam, &mut all.team.cory, &mut all.team.dana] {
        let view = on_call(device);
        let names = |rota: &str, night: &str| -> Vec<String> {
            let mut rotas = view.rotas.iter();
            let of = rotas.find(|one| one.head.root.to_string() == rota).unwrap();
            let is_night = |one: &&Shift| one.on == day(night) && one.at == clock("19:00");
            let shift = of.shifts.iter().find(is_night).unwrap();
            shift.people.iter().map(|one| one.name.clone()).collect()
        };
        assert_eq!(names(&all.root, "2026-05-08"), ["Cory Coach"]);
        assert_eq!(names(&other, "2026-05-09"), ["Dana Coach"]);
        assert_eq!(names(&other, "2026-05-08"), ["Cory Coach"]);
        assert_eq!(view.gaps, []);
    }
}
