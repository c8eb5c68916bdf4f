//! What the screens make of who is on call.

use handrail_domain::RecordId;
use handrail_engine::api::on_call::{ChangeKind, Person, Second, ShiftChange};
use handrail_engine::api::{
    CoachingCommand, Command, Language, OnCallCommand, OnCallView, Query, Reply, Role,
};

use crate::live::{Live, orders};
use crate::stage::{Canned, app, open};
use crate::{sample, shown};

fn as_role(role: Role) -> Canned {
    Canned {
        session: sample::as_role(role),
        answer: sample::answer,
    }
}

fn said() -> Vec<OnCallCommand> {
    let all = orders().into_iter();
    all.filter_map(|command| match command {
        Command::Coaching(CoachingCommand::OnCall(command)) => Some(command),
        _ => None,
    })
    .collect()
}

#[test]
fn s4_16_the_supervisor_on_call_is_one_tap_away_wherever_a_coach_is() {
    for path in ["/", "/people/01", "/crisis"] {
        let html = app(path, Language::English, true, as_role(Role::Coach));
        assert!(shown(&html, "Supervisor on call: Nadia Frost"), "{path}");
        assert!(html.contains("href=\"tel:6085550190\""), "{path}");
        assert!(html.contains("href=\"sms:6085550190\""), "{path}");
    }
    let mut page = Live::open("/", as_role(Role::Coach));
    assert!(shown(
        &page.html(),
        "Nadia Frost was called at 5:28 pm and has not answered yet."
    ));
    assert!(shown(&page.html(), "Olga Heron"), "who is asked next");
    page.tap("on-call-answered");
    assert!(matches!(
        said().as_slice(),
        [OnCallCommand::Answered { .. }]
    ));
}

#[test]
fn s4_16_a_tap_to_call_is_counted_from_then_on() {
    let mut page = Live::open("/people/01", as_role(Role::Coach));
    orders();
    page.tap("on-call-call");
    assert!(matches!(said().as_slice(), [OnCallCommand::Seek { .. }]));
}

#[test]
fn s4_16_whoever_plans_sees_a_gap_days_before_it_comes() {
    let html = app("/", Language::English, true, as_role(Role::Supervisor));
    assert!(shown(&html, "1 gap ahead in who is on call"));
    assert!(shown(&html, "Nobody is on call"));
    let html = open("/on-call", Language::English);
    for text in [
        "Gaps ahead",
        "Olga Heron cannot",
        "Now: Nadia Frost",
        "No answer was written down",
    ] {
        assert!(shown(&html, text), "{text}");
    }
}

#[test]
fn s4_16_a_rota_is_planned_with_turns_and_says_what_is_missing() {
    let mut page = Live::open("/on-call/new", as_role(Role::Supervisor));
    page.submit("rota-save");
    assert!(shown(&page.html(), "Write what it is called."));
    page.put("rota-name", "input", "Supervisors");
    page.submit("rota-save");
    assert!(shown(&page.html(), "Put somebody on it."));
    page.tap("rota-person-add");
    page.put("rota-person-name", "input", "Nadia Frost");
    page.submit("rota-save");
    assert!(shown(
        &page.html(),
        "Everybody needs a name and a telephone."
    ));
    page.put("rota-phone", "input", "608-555-0190");
    page.submit("rota-save");
    match said().as_slice() {
        [
            OnCallCommand::Keep {
                rota,
                replaces: None,
            },
        ] => {
            assert_eq!(rota.people.len(), 1);
            assert_eq!(
                rota.turns
                    .iter()
                    .map(|turn| turn.hours.minutes)
                    .collect::<Vec<_>>(),
                [720, 720]
            );
        }
        other => panic!("{other:?}"),
    }
}

fn changed(query: &Query, change: fn(&mut OnCallView)) -> Option<Reply> {
    let mut reply = sample::answer(query)?;
    if let Reply::OnCall(view) = &mut reply {
        change(view);
    }
    Some(reply)
}

/// What a coach reads, who plans nothing.
fn of_a_coach(query: &Query) -> Option<Reply> {
    changed(query, |view| view.may_plan = false)
}

/// The same on a rota where anybody may sit.
fn of_anybody(query: &Query) -> Option<Reply> {
    changed(query, |view| {
        view.may_plan = false;
        for rota in &mut view.rotas {
            rota.head.rota.needs.clear();
        }
    })
}

fn as_coach(answer: fn(&Query) -> Option<Reply>) -> Canned {
    Canned {
        answer,
        ..as_role(Role::Coach)
    }
}

#[test]
fn s4_16_a_coach_asks_for_a_swap_of_their_own_shift_for_a_colleagues() {
    let mut page = Live::open("/on-call", as_coach(of_anybody));
    orders();
    page.tap("shift-swap");
    let html = page.html();
    assert!(shown(&html, "Swap shifts"));
    assert!(shown(&html, "Ask for the swap"));
    assert!(!shown(&html, "Swap both now, without asking"));
    page.submit("swap-save");
    match said().as_slice() {
        [
            OnCallCommand::Swap {
                first,
                second,
                at_once: false,
                ..
            },
        ] => {
            assert_eq!(first.who, "marisol reyes");
            assert_eq!(second.on.to_string(), "2026-11-24");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn s1_3_a_seat_for_which_somebody_lacks_the_profession_is_refused_in_words() {
    let mut page = Live::open("/on-call", as_coach(of_a_coach));
    orders();
    page.tap("shift-swap");
    assert!(shown(
        &page.html(),
        "They may not swap these seats: one of the shifts would be without Supervisor."
    ));
    page.submit("swap-save");
    assert_eq!(said(), []);
}

#[test]
fn s4_16_who_is_asked_sees_it_on_today_and_says_yes_or_no() {
    let html = app("/", Language::English, true, as_role(Role::Coach));
    assert!(shown(&html, "Olga Heron wants to swap shifts with you"));
    for (name, expected) in [("swap-yes", true), ("swap-no", false)] {
        let mut page = Live::open("/on-call", as_role(Role::Coach));
        orders();
        page.tap(name);
        match said().as_slice() {
            [OnCallCommand::AnswerSwap { yes, .. }] => assert_eq!(*yes, expected),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn s4_16_a_swap_that_does_not_hold_says_why_in_both_languages() {
    let html = open("/on-call", Language::English);
    assert!(shown(&html, "The swap does not hold"));
    assert!(shown(
        &html,
        "One of these shifts was changed and is not theirs any more. Both stay as they are planned now."
    ));
    let html = open("/on-call", Language::Spanish);
    for text in [
        "Cambios y turnos pedidos",
        "El cambio no vale",
        "Sí, cambiar",
        "Uno de estos turnos se cambió y ya no es de quien lo tenía. Los dos quedan como están planeados ahora.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
}

#[test]
fn s4_16_a_supervisor_swaps_for_both_in_one_step() {
    let mut page = Live::open("/on-call", as_role(Role::Supervisor));
    orders();
    // Olga's shift, the last of the list; Nadia has no device that could be asked.
    page.tap("shift-swap");
    assert!(shown(&page.html(), "Swap both"));
    page.submit("swap-save");
    match said().as_slice() {
        [OnCallCommand::Swap { at_once: true, .. }] => {}
        other => panic!("{other:?}"),
    }
}

/// Olga asks Marisol to take a shift.
fn of_somebody_asked(query: &Query) -> Option<Reply> {
    changed(query, |view| {
        view.may_plan = false;
        for one in &mut view.swaps {
            one.swap.second = Second::Takes(view.own.clone());
        }
    })
}

#[test]
fn s4_16_a_coach_asks_a_colleague_to_take_a_shift_and_keeps_it_until_then() {
    let mut page = Live::open("/on-call", as_coach(of_anybody));
    orders();
    page.tap("shift-ask");
    assert!(shown(
        &page.html(),
        "The shift stays yours until they say yes."
    ));
    page.submit("shift-asking-save");
    match said().as_slice() {
        [OnCallCommand::Offer { shift, to }] => {
            assert_eq!(shift.who, "marisol reyes");
            assert_eq!(*to, "07".repeat(16));
        }
        other => panic!("{other:?}"),
    }
    // Where a profession is needed that they do not have, it is refused in words.
    let mut page = Live::open("/on-call", as_coach(of_a_peers_hour));
    orders();
    page.tap("shift-ask");
    assert!(shown(
        &page.html(),
        "the shift would be without Coach or peer."
    ));
    page.submit("shift-asking-save");
    assert_eq!(said(), []);
}

/// Marisol's hour needs a peer, whom nobody else is.
fn of_a_peers_hour(query: &Query) -> Option<Reply> {
    changed(query, |view| {
        view.may_plan = false;
        for rota in &mut view.rotas {
            rota.head.rota.needs = vec![(view.own.discipline, 1)];
        }
    })
}

#[test]
fn s4_16_who_is_asked_to_take_a_shift_says_yes_or_no() {
    let answer: fn(&Query) -> Option<Reply> = of_somebody_asked;
    let html = app("/", Language::English, true, as_coach(answer));
    assert!(shown(&html, "Olga Heron asks you to take a shift"));
    let mut page = Live::open("/on-call", as_coach(answer));
    orders();
    for text in [
        "Asked: Marisol Reyes",
        "Yes, I take it",
        "This does not hold",
    ] {
        assert!(shown(&page.html(), text), "{text}");
    }
    page.tap("swap-yes");
    assert!(matches!(
        said().as_slice(),
        [OnCallCommand::AnswerSwap { yes: true, .. }]
    ));
}

/// Olga said that she cannot; `mine` may be taken back by whoever looks.
fn of_a_change(query: &Query, mine: bool) -> Option<Reply> {
    let mut reply = of_a_coach(query)?;
    if let Reply::OnCall(view) = &mut reply
        && let Some(rota) = view.rotas.first_mut()
        && let Some(shift) = rota.shifts.iter().find(|one| !one.away.is_empty())
    {
        let change = ShiftChange {
            id: RecordId::from_bytes([12; 16]),
            rota: rota.head.root,
            on: shift.on,
            at: shift.at,
            who: shift.away.first().map(Person::key)?,
            kind: ChangeKind::Away,
        };
        rota.undoable = mine.then_some(change.id).into_iter().collect();
        rota.changes.push(change);
    }
    Some(reply)
}

#[test]
fn s4_16_only_who_made_a_change_is_offered_to_take_it_back() {
    let others = |query: &Query| of_a_change(query, false);
    let html = app("/on-call", Language::English, true, as_coach(others));
    assert!(!html.contains("data-testid=\"shift-back\""));
    let mut page = Live::open("/on-call", as_coach(|query| of_a_change(query, true)));
    orders();
    page.tap("shift-back");
    assert!(matches!(
        said().as_slice(),
        [OnCallCommand::TakeBack { .. }]
    ));
}
