//! What coaches and supervisors say among themselves (issue 5.5): who reads it, who may take what back,
//! and that nobody is named there without being asked.

use crate::support::coach_space::{
    answer, begin, document_of, documents_here, forge, found, keys_here, order, say, saying,
    settle, space, talk, talking,
};
use crate::support::copied::{copy, opens};
use crate::support::lost::{member, take_out};
use crate::support::three::team;
use crate::support::two::{add, invite, join, pill, unlock};
use crate::support::{Device, PASSPHRASE};
use handrail_domain::statement::NewStatement;
use handrail_domain::{RecordId, coach_space};
use handrail_engine::api::{
    CoachSpaceCommand as C, Command, EngineError, GoneView, InvalidField, MESSAGE_LIMIT,
    MessageView, Query, Reply, Request, Role,
};

#[test]
fn s3_16_an_administrator_begins_it_with_one_tap_and_nobody_else_does() {
    let mut team = team();
    let before = space(&mut team.cory);
    assert!(!before.is_open && !before.waits && !before.may_begin);
    assert_eq!(order(&mut team.cory, C::Open), Err(EngineError::NotAllowed));
    let said = order(&mut team.cory, saying("Hello?", None, false));
    assert_eq!(said, Err(EngineError::NotFound));
    assert!(space(&mut team.sam).may_begin);
    order(&mut team.sam, C::Open).unwrap();
    let waiting = space(&mut team.sam);
    assert!(
        waiting.waits && !waiting.is_open,
        "the relay has not taken it"
    );
    settle(&mut team);
    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        let view = space(device);
        assert!(view.is_open && !view.waits && view.threads.is_empty());
    }
    assert_eq!(order(&mut team.sam, C::Open), Err(EngineError::NotAllowed));
}

#[test]
fn s3_16_with_no_relay_it_is_there_at_once_and_after_a_crash() {
    let mut device = Device::new(1);
    device.found();
    order(&mut device, C::Open).unwrap();
    say(&mut device, "A first word.");
    device.crash();
    let passphrase = PASSPHRASE.to_owned();
    device.order(Command::Unlock { passphrase }).unwrap();
    assert_eq!(found(&mut device, "A first word.").by, "Sam Supervisor");
}

#[test]
fn s3_16_two_administrators_who_begin_it_at_once_begin_one() {
    let mut team = team();
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    let mut uma = join(&mut team.world, 9, &link, "Uma Supervisor").unwrap();
    settle(&mut team);
    team.world.sync(&mut uma);
    for device in [&mut team.sam, &mut uma] {
        order(device, C::Open).unwrap();
        assert!(space(device).waits);
    }
    for _ in 0..2 {
        team.world.sync(&mut uma);
        settle(&mut team);
    }
    say(&mut uma, "From Uma.");
    say(&mut team.sam, "From Sam.");
    for _ in 0..2 {
        team.world.sync(&mut uma);
        settle(&mut team);
    }
    team.world.sync(&mut uma);
    for device in [&mut team.sam, &mut uma, &mut team.cory, &mut team.dana] {
        assert_eq!(found(device, "From Uma.").by, "Uma Supervisor");
        assert_eq!(found(device, "From Sam.").by, "Sam Supervisor");
        assert_eq!(documents_here(&mut team.world, device).len(), 1);
    }
}

#[test]
fn s3_16_two_coaches_and_a_supervisor_talk_with_no_signal_and_meet() {
    let mut team = talking();
    say(&mut team.cory, "How do you end a long call?");
    settle(&mut team);
    // None of them has a signal.
    let question = found(&mut team.dana, "How do you end a long call?");
    answer(
        &mut team.dana,
        &question.id,
        "I say when I will call again.",
    );
    answer(&mut team.sam, &question.id, "Bring it to supervision, too.");
    say(&mut team.cory, "Who knows a detox bed?");
    team.cory.crash();
    unlock(&mut team.world, &mut team.cory);
    settle(&mut team);
    let read = talk(&mut team.sam);
    let all: Vec<&(String, String)> = read.iter().flatten().collect();
    assert_eq!((read.len(), all.len()), (2, 4), "{read:?}");
    let said = |by: &str, words: &str| all.contains(&&(by.to_owned(), words.to_owned()));
    assert!(said("Dana Coach", "I say when I will call again."));
    assert!(said("Sam Supervisor", "Bring it to supervision, too."));
    assert!(said("Cory Coach", "Who knows a detox bed?"));
    for device in [&mut team.cory, &mut team.dana] {
        assert_eq!(talk(device), read, "the same on every device");
    }
}

#[test]
fn s3_16_what_is_too_long_empty_or_about_nothing_is_refused_and_nothing_is_said() {
    let mut team = talking();
    let refused = |field| Err(EngineError::Invalid { field, limit: None });
    let long = "ñ".repeat(MESSAGE_LIMIT + 1);
    for words in ["", "  \n ", long.as_str()] {
        let said = order(&mut team.cory, saying(words, None, false));
        assert_eq!(said, refused(InvalidField::Words));
    }
    say(&mut team.cory, &"ñ".repeat(MESSAGE_LIMIT));
    let nothing = RecordId::from_bytes([3; 16]).to_string();
    let said = order(&mut team.cory, saying("To what?", Some(&nothing), false));
    assert_eq!(said, Err(EngineError::NotFound));
    assert_eq!(space(&mut team.cory).threads.len(), 1);
}

#[test]
fn s3_16_an_own_word_is_taken_back_and_a_supervisor_puts_away_with_a_reason_that_all_read() {
    let mut team = talking();
    say(&mut team.cory, "Written in anger.");
    say(&mut team.dana, "He lives on Oak Street.");
    settle(&mut team);
    let own = found(&mut team.cory, "Written in anger.");
    let other = found(&mut team.cory, "He lives on Oak Street.");
    assert!(own.may_take_back && !own.may_put_away);
    assert!(!other.may_take_back && !other.may_put_away);
    let back = C::TakeBack {
        message: other.id.clone(),
    };
    assert_eq!(order(&mut team.cory, back), Err(EngineError::NotAllowed));
    let put = |reason: &str| C::PutAway {
        message: other.id.clone(),
        reason: reason.to_owned(),
    };
    assert_eq!(
        order(&mut team.cory, put("Why.")),
        Err(EngineError::NotAllowed)
    );
    assert!(matches!(
        order(&mut team.sam, put("  ")),
        Err(EngineError::Invalid {
            field: InvalidField::Reason,
            ..
        })
    ));
    assert!(found(&mut team.sam, "He lives on Oak Street.").may_put_away);
    order(&mut team.sam, put("It says where somebody lives.")).unwrap();
    let back = C::TakeBack { message: own.id };
    order(&mut team.cory, back.clone()).unwrap();
    assert_eq!(order(&mut team.cory, back), Err(EngineError::NotFound));
    settle(&mut team);
    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        let view = space(device);
        let all: Vec<&MessageView> = view.threads.iter().map(|thread| &thread.first).collect();
        assert!(all.iter().all(|one| one.words.is_empty()));
        let gone = |by: &str| {
            let mut of = all.iter().filter(|one| one.by == by);
            of.next().and_then(|one| one.gone.clone())
        };
        assert_eq!(gone("Cory Coach"), Some(GoneView::TakenBack));
        let put = GoneView::PutAway {
            by: "Sam Supervisor".to_owned(),
            reason: "It says where somebody lives.".to_owned(),
        };
        assert_eq!(gone("Dana Coach"), Some(put));
        assert!(view.aside.is_empty());
    }
    // Half-written meanwhile, an answer still gets there.
    answer(&mut team.cory, &other.id, "Let us talk.");
    assert_eq!(found(&mut team.cory, "Let us talk.").by, "Cory Coach");
}

#[test]
fn s3_16_a_taking_back_that_another_coach_forged_is_set_aside() {
    let mut team = talking();
    say(&mut team.cory, "This stays.");
    settle(&mut team);
    let message: RecordId = found(&mut team.dana, "This stays.").id.parse().unwrap();
    let put_away = coach_space::PutAwayBody {
        reason: "Because I can.".to_owned(),
    };
    for (number, statement) in [
        NewStatement::new(
            RecordId::from_bytes([8; 16]),
            coach_space::BACK,
            Some(message),
            &(),
        ),
        NewStatement::new(
            RecordId::from_bytes([9; 16]),
            coach_space::PUT_AWAY,
            Some(message),
            &put_away,
        ),
    ]
    .into_iter()
    .enumerate()
    {
        forge(&mut team.world, &mut team.dana, statement);
        settle(&mut team);
        assert_eq!(space(&mut team.sam).aside.len(), number + 1);
    }
    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        assert_eq!(found(device, "This stays.").gone, None);
    }
    let aside = space(&mut team.sam).aside;
    assert!(aside.iter().all(|one| one.by == "Dana Coach"));
    assert!(
        space(&mut team.cory).aside.is_empty(),
        "it is for those who may put away"
    );
}

#[test]
fn s3_16_naming_somebody_whose_record_is_here_is_asked_about_before_it_is_said() {
    let mut team = talking();
    add(&mut team.cory, "Ray Example");
    add(&mut team.cory, "María Alder");
    let words = "I drove maria to the clinic, ray Example came along.";
    let said = order(&mut team.cory, saying(words, None, false));
    let names = ["María Alder", "Ray Example"].map(str::to_owned).to_vec();
    assert_eq!(said, Ok(Reply::NamesFound(names)));
    assert!(space(&mut team.cory).threads.is_empty(), "nothing was said");
    // Changed, it says nobody's name any more.
    say(&mut team.cory, "I drove somebody to the clinic.");
    let said = order(&mut team.cory, saying(words, None, true));
    assert_eq!(said, Ok(Reply::NamesFound(Vec::new())));
    assert_eq!(space(&mut team.cory).threads.len(), 2);
    // Whose record is not here cannot be known here.
    let said = order(&mut team.dana, saying("Talked to Maria.", None, false));
    assert_eq!(said, Ok(Reply::NamesFound(Vec::new())));
}

#[test]
fn s3_16_what_came_since_one_looked_is_marked_on_this_device_alone() {
    let mut team = talking();
    say(&mut team.cory, "First.");
    settle(&mut team);
    let view = space(&mut team.dana);
    assert!(!view.threads[0].first.is_new, "nobody has looked before");
    let waiting = pill(&mut team.dana).waiting;
    order(&mut team.dana, C::Looked { mark: view.mark }).unwrap();
    assert_eq!(
        pill(&mut team.dana).waiting,
        waiting,
        "nothing is to be sent"
    );
    say(&mut team.cory, "Second.");
    say(&mut team.dana, "My own.");
    settle(&mut team);
    assert!(found(&mut team.dana, "Second.").is_new);
    assert!(!found(&mut team.dana, "First.").is_new);
    assert!(!found(&mut team.dana, "My own.").is_new);
    let mark = space(&mut team.dana).mark;
    order(&mut team.dana, C::Looked { mark }).unwrap();
    team.dana.crash();
    unlock(&mut team.world, &mut team.dana);
    assert!(!found(&mut team.dana, "Second.").is_new);
}

#[test]
fn s3_16_who_comes_later_is_let_in_and_who_leaves_or_has_another_role_opens_nothing_new() {
    let mut team = team();
    // The link lies on a table while it is begun.
    let link = invite(&mut team.world, &mut team.sam, Role::Lead);
    begin(&mut team.world, &mut team.sam).unwrap();
    settle(&mut team);
    say(&mut team.cory, "From before.");
    settle(&mut team);
    let mut lee = join(&mut team.world, 7, &link, "Lee Lead").unwrap();
    let link = invite(&mut team.world, &mut team.sam, Role::OnCallSupervisor);
    let mut olga = join(&mut team.world, 8, &link, "Olga On-call").unwrap();
    settle(&mut team);
    for device in [&mut lee, &mut olga] {
        team.world.sync(device);
        assert_eq!(talk(device)[0][0].1, "From before.");
    }
    let document = document_of(&mut team.world, &mut team.sam);
    let mut copies = vec![
        copy(&mut team.world, &mut team.cory, &document),
        copy(&mut team.world, &mut team.dana, &document),
    ];
    let before = opens(&copies[0], &mut team.world, &mut team.sam, &document).len();
    for copied in &copies {
        let opened = opens(copied, &mut team.world, &mut team.sam, &document);
        assert!(opened.iter().all(|opens| *opens), "{opened:?}");
    }

    let cory = member(&mut team.sam, "Cory Coach").member;
    let role = Role::ProgramManager;
    let change = Command::ChangeRole { member: cory, role };
    team.world.order(&mut team.sam, change).unwrap();
    let dana = member(&mut team.sam, "Dana Coach").member;
    let leave = Command::EndMembership { member: dana };
    team.world.order(&mut team.sam, leave).unwrap();
    settle(&mut team);
    team.world.sync(&mut lee);
    say(&mut lee, "Without them.");
    for _ in 0..3 {
        team.world.sync(&mut lee);
        settle(&mut team);
    }
    assert_eq!(found(&mut team.sam, "Without them.").by, "Lee Lead");
    team.world.sync(&mut olga);
    assert_eq!(found(&mut olga, "Without them.").by, "Lee Lead");
    let asked = team.cory.ask(Request::Query(Query::CoachSpace));
    assert_eq!(asked, Err(EngineError::NotAllowed));
    let said = order(&mut team.cory, saying("Still here.", None, false));
    assert_eq!(said, Err(EngineError::NotAllowed));
    copies.push(copy(&mut team.world, &mut team.cory, &document));
    for copied in &copies {
        let opened = opens(copied, &mut team.world, &mut team.sam, &document);
        assert!(opened.len() > before, "{opened:?}");
        assert!(!opened[before..].contains(&true), "{opened:?}");
    }

    // A coach again, they read on.
    let cory = member(&mut team.sam, "Cory Coach").member;
    let role = Role::Coach;
    let change = Command::ChangeRole { member: cory, role };
    team.world.order(&mut team.sam, change).unwrap();
    settle(&mut team);
    assert_eq!(found(&mut team.cory, "Without them.").by, "Lee Lead");
}

#[test]
fn s3_16_of_a_lost_phone_it_is_said_that_it_opens_what_coaches_say_and_that_the_key_was_changed() {
    let mut team = talking();
    let lost = member(&mut team.sam, "Cory Coach");
    assert!(lost.coach_space);
    let device = lost.devices[0].device.clone();
    take_out(&mut team.world, &mut team.sam, "Cory Coach");
    settle(&mut team);
    let page = match team.sam.query(Query::Device { device }) {
        Reply::Device(view) => *view,
        other => panic!("{other:?}"),
    };
    let sheet = page.sheet.unwrap();
    assert!(sheet.coaches_key);
    assert_eq!(sheet.rotated, ["Cory Coach"], "a room is nobody's caseload");
    say(&mut team.sam, "Cory gets another phone.");
    settle(&mut team);
    found(&mut team.dana, "Cory gets another phone.");
}

/// Attempted with their real keys.
#[test]
fn s3_16_a_program_manager_a_provider_a_referrer_and_it_hold_no_key_that_opens_it() {
    let mut team = talking();
    say(&mut team.cory, "Among ourselves.");
    settle(&mut team);
    let document = document_of(&mut team.world, &mut team.sam);
    let keys = keys_here(&mut team.world, &mut team.sam);
    for (seed, role) in [
        (20, Role::ProgramManager),
        (21, Role::ClinicalProvider),
        (22, Role::Referrer),
        (23, Role::AgencyIt),
    ] {
        let link = invite(&mut team.world, &mut team.sam, role);
        let mut other = join(&mut team.world, seed, &link, "Pat Other").unwrap();
        settle(&mut team);
        team.world.sync(&mut other);
        let asked = other.ask(Request::Query(Query::CoachSpace));
        assert_eq!(asked, Err(EngineError::NotAllowed), "{role:?}");
        for command in [C::Open, saying("Let me in.", None, false)] {
            assert_eq!(
                order(&mut other, command),
                Err(EngineError::NotAllowed),
                "{role:?}"
            );
        }
        let copied = copy(&mut team.world, &mut other, &document);
        assert!(!copied.holds(&keys), "{role:?}");
        let opened = opens(&copied, &mut team.world, &mut team.sam, &document);
        assert!(
            !opened.is_empty() && !opened.contains(&true),
            "{role:?} {opened:?}"
        );
    }
}

#[test]
fn s3_16_a_supervisor_who_began_it_and_becomes_a_coach_stays_and_who_covers_gets_no_second_key() {
    let mut team = talking();
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    let mut uma = join(&mut team.world, 9, &link, "Uma Supervisor").unwrap();
    settle(&mut team);
    team.world.sync(&mut uma);
    let cover = Command::Cover {
        coach: member(&mut uma, "Sam Supervisor").member,
        by: member(&mut uma, "Cory Coach").member,
        through: "2026-05-20".to_owned(),
    };
    team.world.order(&mut uma, cover).unwrap();
    let change = Command::ChangeRole {
        member: member(&mut uma, "Sam Supervisor").member,
        role: Role::Coach,
    };
    team.world.order(&mut uma, change).unwrap();
    settle(&mut team);
    say(&mut team.sam, "A coach now.");
    settle(&mut team);
    team.world.sync(&mut uma);
    for device in [&mut uma, &mut team.cory, &mut team.sam] {
        let view = space(device);
        assert!(view.is_open);
        assert_eq!(view.threads[0].first.words, "A coach now.");
    }
    let view = space(&mut team.sam);
    assert!(!view.may_begin && view.aside.is_empty());
}
