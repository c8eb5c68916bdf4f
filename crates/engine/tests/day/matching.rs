//! Who fits a participant, without anybody's history (issue 4.6): what a coach has lived never leaves
//! their device, and a yes says no more than a yes.

use crate::support::three::{Team, team};
use crate::support::two::pill;
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    CoachingCommand, Command, EngineError, Experience, ExperienceOf, InvalidField, Lived,
    MatchingCommand as M, MatchingView, ProgramDraft, Query, QuestionAsked, Reply, Request, Whose,
    Wishes,
};

fn view(device: &mut Device) -> MatchingView {
    match device.query(Query::Matching) {
        Reply::Matching(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn order(device: &mut Device, command: M) -> Result<Reply, EngineError> {
    device.order(Command::Coaching(CoachingCommand::Matching(command)))
}

fn lived(what: Experience, whose: Whose, may_match: bool) -> Lived {
    Lived {
        what,
        whose,
        may_match,
        may_tell: !may_match,
    }
}

/// Jail may be used for matching; that a child was taken may not.
fn history() -> Vec<Lived> {
    vec![
        lived(Experience::CriminalJustice, Whose::Own, true),
        lived(Experience::LostCustody, Whose::Own, false),
        lived(Experience::OverdoseHospital, Whose::LovedOne, true),
    ]
}

fn wishes(experience: &[Experience]) -> Wishes {
    Wishes {
        experience: experience.to_vec(),
        of: ExperienceOf::Own,
    }
}

fn only(device: &mut Device) -> QuestionAsked {
    let [asked] = view(device).asked.try_into().unwrap();
    asked
}

fn to_me(device: &mut Device) -> String {
    view(device).to_me[0].id.clone()
}

fn answer(device: &mut Device, yes: bool) {
    let question = to_me(device);
    order(device, M::Answer { question, yes }).unwrap();
}

fn unlock(device: &mut Device) {
    device.crash();
    let unlock = Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    device.ask(unlock).unwrap();
}

/// Cory answers a question with this history, or with none: what the supervisor reads in the end,
/// and everything that all devices ever told the relay.
fn asked_and_answered(history: &[Lived]) -> (Team, u64) {
    let mut team = team();
    order(&mut team.cory, M::Keep(history.to_vec())).unwrap();
    assert_eq!(
        pill(&mut team.cory).waiting,
        0,
        "nothing of it is to be sent"
    );
    let wished = wishes(&[Experience::CriminalJustice, Experience::LostCustody]);
    order(&mut team.sam, M::Ask(wished)).unwrap();
    team.settle();
    answer(&mut team.cory, true);
    team.settle();
    let told = team.world.told;
    (team, told)
}

/// The one that must hold: with a history or without, not one byte that leaves differs.
#[test]
fn s0_4_s4_1_matching_runs_without_revealing_a_coachs_history() {
    let (mut with, told_with) = asked_and_answered(&history());
    let (mut without, told_without) = asked_and_answered(&[]);
    assert_eq!(
        told_with, told_without,
        "every byte that leaves is the same"
    );
    let asked = only(&mut with.sam);
    assert_eq!(asked, only(&mut without.sam));
    assert_eq!(
        (asked.coaches, asked.yes),
        (2, vec!["Cory Coach".to_owned()])
    );
    assert!(view(&mut with.sam).lived.is_empty());
    assert!(view(&mut with.dana).lived.is_empty());
    // Another answer would be another byte: the digest sees what leaves.
    let (mut silent, _) = asked_and_answered(&history());
    answer(&mut silent.cory, false);
    silent.settle();
    assert_ne!(silent.world.told, told_with);
}

#[test]
fn s3_10_s4_4_a_coachs_own_device_tells_them_alone_whether_a_question_may_be_for_them() {
    let (mut team, _) = asked_and_answered(&history());
    let [mine] = view(&mut team.cory).to_me.try_into().unwrap();
    let fits: Vec<Experience> = mine.fits.iter().map(|one| one.what).collect();
    assert_eq!(
        fits,
        [Experience::CriminalJustice],
        "what may not be used is not used"
    );
    assert!(mine.yes && mine.by == "Sam Supervisor");
    let [theirs] = view(&mut team.dana).to_me.try_into().unwrap();
    assert!(theirs.fits.is_empty() && !theirs.yes);
    // Whoever has lived none of it may say yes as well.
    answer(&mut team.dana, true);
    team.settle();
    assert_eq!(only(&mut team.sam).yes, ["Cory Coach", "Dana Coach"]);
    answer(&mut team.cory, false);
    team.settle();
    assert_eq!(only(&mut team.sam).yes, ["Dana Coach"]);
    unlock(&mut team.cory);
    assert_eq!(view(&mut team.cory).lived, history(), "kept on this device");
}

#[test]
fn s2_7_nobody_hears_of_a_question_that_was_put_aside() {
    let mut team = team();
    order(&mut team.sam, M::Ask(wishes(&[Experience::MentalHealth]))).unwrap();
    team.settle();
    let before = only(&mut team.sam);
    let question = to_me(&mut team.cory);
    let no = M::Answer {
        question: question.clone(),
        yes: false,
    };
    order(&mut team.cory, no).unwrap();
    order(&mut team.cory, M::Aside { question }).unwrap();
    assert_eq!(pill(&mut team.cory).waiting, 0, "a no is written nowhere");
    assert!(view(&mut team.cory).to_me.is_empty());
    unlock(&mut team.cory);
    assert!(view(&mut team.cory).to_me.is_empty());
    team.settle();
    assert_eq!(only(&mut team.sam), before);
}

#[test]
fn s2_4_a_question_is_asked_by_who_reads_all_caseloads_and_ends() {
    let mut team = team();
    let wish = wishes(&[Experience::Trauma]);
    assert_eq!(
        order(&mut team.cory, M::Ask(wish.clone())),
        Err(EngineError::NotAllowed)
    );
    let nothing = order(&mut team.sam, M::Ask(wishes(&[])));
    assert!(matches!(
        nothing,
        Err(EngineError::Invalid {
            field: InvalidField::Words,
            ..
        })
    ));
    order(&mut team.sam, M::Ask(wish)).unwrap();
    team.settle();
    assert!(
        view(&mut team.sam).to_me.is_empty(),
        "who asks is not asked"
    );
    let question = only(&mut team.sam).id;
    let mut late = team.cory;
    let id = to_me(&mut late);
    late.pass(15 * 24 * 3_600_000);
    assert!(view(&mut late).to_me.is_empty(), "nobody is asked any more");
    let yes = M::Answer {
        question: id,
        yes: true,
    };
    assert!(order(&mut late, yes).is_err());
    order(&mut team.sam, M::Over { question }).unwrap();
    assert!(only(&mut team.sam).over);
    team.world.sync(&mut team.sam);
    team.world.sync(&mut team.dana);
    assert!(view(&mut team.dana).to_me.is_empty());
}

#[test]
fn s0_15_a_program_in_use_brings_its_own_wishes() {
    let mut team = team();
    assert!(view(&mut team.sam).programs.is_empty());
    let draft = ProgramDraft::Sample("pregnancy".to_owned());
    team.sam.order(Command::UseProgram(draft)).unwrap();
    let [(name, wishes, _)] = view(&mut team.sam).programs.try_into().unwrap();
    assert!(!name.is_empty());
    assert_eq!(wishes.experience, [Experience::ParentWhileUsing]);
}
