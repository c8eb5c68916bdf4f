//! What a participant wants to say to a provider, and to what they were linked (issue 4.6): written
//! with no network, kept through a crash, the same on every device that reads the record.

use crate::support::three::team;
use crate::support::two::{add, person};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    CoachingCommand, Command, EngineError, Export, InvalidField, LinkOutcome, LogKind, Query,
    Reply, Request, ResourceCommand, ResourceField, ResourceKind, ResourceLinkCommand,
    ResourceLinkField as L, ResourceLinkView, ResourceLinksView, SayingCommand, SayingField as S,
    SayingState, SayingsView, TodayView,
};

const DAY: u64 = 24 * 3_600_000;

fn sayings(device: &mut Device, participant: &str) -> SayingsView {
    let query = Query::Sayings {
        participant: participant.to_owned(),
    };
    match device.query(query) {
        Reply::Sayings(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn links(device: &mut Device, participant: &str) -> ResourceLinksView {
    let query = Query::ResourceLinks {
        participant: participant.to_owned(),
    };
    match device.query(query) {
        Reply::ResourceLinks(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn asked(device: &mut Device) -> Vec<ResourceLinkView> {
    match device.query(Query::Today) {
        Reply::Today(TodayView { links, .. }) => links,
        other => panic!("{other:?}"),
    }
}

fn order(device: &mut Device, command: CoachingCommand) -> Result<String, EngineError> {
    match device.order(Command::Coaching(command))? {
        Reply::Record(record) => Ok(record.record.unwrap()),
        other => panic!("{other:?}"),
    }
}

fn say(device: &mut Device, of: &str, fields: Vec<S>) -> Result<String, EngineError> {
    let participant = of.to_owned();
    let add = SayingCommand::Add {
        participant,
        fields,
    };
    order(device, CoachingCommand::Saying(add))
}

fn change(device: &mut Device, (of, saying): (&str, &str), changes: Vec<S>) {
    let change = SayingCommand::Change {
        participant: of.to_owned(),
        saying: saying.to_owned(),
        changes,
    };
    order(device, CoachingCommand::Saying(change)).unwrap();
}

fn link(device: &mut Device, of: &str, fields: Vec<L>) -> Result<String, EngineError> {
    let participant = of.to_owned();
    let add = ResourceLinkCommand::Add {
        participant,
        fields,
    };
    order(device, CoachingCommand::ResourceLink(add))
}

fn came_of_it(device: &mut Device, (of, link): (&str, &str), outcome: Option<LinkOutcome>) {
    let change = ResourceLinkCommand::Change {
        participant: of.to_owned(),
        link: link.to_owned(),
        changes: vec![L::Outcome(outcome)],
    };
    order(device, CoachingCommand::ResourceLink(change)).unwrap();
}

fn unlock(device: &mut Device) {
    device.crash();
    let unlock = Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    device.ask(unlock).unwrap();
}

fn to_the_clinic() -> Vec<S> {
    vec![
        S::To("Dr. Example".into()),
        S::Words("The dose makes me sick in the morning.".into()),
        S::Afraid("That they stop it.".into()),
    ]
}

#[test]
fn s4_9_what_somebody_wants_to_say_is_written_offline_and_there_again_after_a_crash() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let refused = say(&mut device, &ray, vec![S::To("Dr. Example".into())]);
    assert!(matches!(
        refused,
        Err(EngineError::Invalid {
            field: InvalidField::Words,
            ..
        })
    ));
    let first = say(&mut device, &ray, to_the_clinic()).unwrap();
    let other = vec![S::To("My worker".into()), S::Words("Thank you.".into())];
    say(&mut device, &ray, other).unwrap();
    let done = vec![S::State(SayingState::Said)];
    change(&mut device, (&ray, &first), done);
    unlock(&mut device);
    let view = sayings(&mut device, &ray);
    let to: Vec<&str> = view.sayings.iter().map(|one| one.to.as_str()).collect();
    assert_eq!(
        to,
        ["My worker", "Dr. Example"],
        "what is yet to be said first"
    );
    let said = &view.sayings[1];
    assert_eq!(
        (said.afraid.as_str(), said.shows_afraid),
        ("That they stop it.", false)
    );
    let printed = Command::NoteExport(Export::Saying);
    device.order(printed).unwrap();
    let Reply::AccessLog(log) = device.query(Query::AccessLog { limit: 10 }) else {
        panic!()
    };
    assert!(log.iter().any(|row| row.kind == LogKind::SayingPrinted));
}

#[test]
fn s4_9_what_two_write_of_it_at_once_is_shown_until_one_is_chosen() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let saying = say(&mut team.cory, &ray, to_the_clinic()).unwrap();
    team.settle();
    let ask = |words: &str| vec![S::Ask(words.to_owned())];
    change(&mut team.cory, (&ray, &saying), ask("In the evening."));
    change(&mut team.sam, (&ray, &saying), ask("Half of it."));
    team.settle();
    for device in [&mut team.cory, &mut team.sam] {
        let [conflict] = sayings(device, &ray).conflicts.try_into().unwrap();
        assert_eq!(conflict.field, "say_ask");
    }
    let choose = Command::ResolveConflict {
        participant: ray.clone(),
        record: saying.clone(),
        field: "say_ask".to_owned(),
        value: "In the evening.".to_owned(),
    };
    team.cory.order(choose).unwrap();
    team.settle();
    let view = sayings(&mut team.sam, &ray);
    assert!(view.conflicts.is_empty());
    assert_eq!(view.sayings[0].ask, "In the evening.");
}

#[test]
fn s2_3_what_came_of_a_link_is_asked_of_the_coach_once_after_a_week() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let house = ResourceCommand::Add {
        fields: vec![
            ResourceField::Name("Sober house Example".into()),
            ResourceField::Kind(ResourceKind::Housing),
        ],
    };
    team.cory.order(Command::Resource(house)).unwrap();
    let view = links(&mut team.cory, &ray);
    let [(house, name)] = view.directory.try_into().unwrap();
    let fields = vec![
        L::Resource(Some(house.parse().unwrap())),
        L::Name(name),
        L::On(view.today),
    ];
    let id = link(&mut team.cory, &ray, fields).unwrap();
    let meeting = vec![L::Name("Meeting at the church".into())];
    let other = link(&mut team.cory, &ray, meeting).unwrap();
    team.settle();
    assert!(asked(&mut team.cory).is_empty(), "not yet");
    team.cory.pass(7 * DAY);
    team.sam.pass(7 * DAY);
    assert_eq!(asked(&mut team.cory).len(), 2);
    assert!(asked(&mut team.sam).is_empty(), "their coach is asked");
    let target = (ray.as_str(), id.as_str());
    came_of_it(&mut team.cory, target, Some(LinkOutcome::TurnedAway));
    let target = (ray.as_str(), other.as_str());
    came_of_it(&mut team.cory, target, Some(LinkOutcome::NoWord));
    assert!(asked(&mut team.cory).is_empty(), "once");
    team.cory.pass(7 * DAY);
    unlock(&mut team.cory);
    assert!(asked(&mut team.cory).is_empty());
    team.settle();
    crate::support::two::unlock(&mut team.world, &mut team.sam);
    let of = |view: &[ResourceLinkView], name: &str| {
        let found = view.iter().find(|one| one.to == name);
        found.unwrap().outcome
    };
    let page = person(&mut team.sam, &ray).unwrap();
    assert_eq!(
        of(&page.links, "Sober house Example"),
        Some(LinkOutcome::TurnedAway)
    );
    assert_eq!(
        of(&page.links, "Meeting at the church"),
        Some(LinkOutcome::NoWord)
    );
    // No duty comes of it, and no date of theirs.
    assert!(page.milestones.is_empty() && page.obligations.is_empty());
    let void = Command::VoidMilestone {
        participant: ray.clone(),
        milestone: other,
        reason: "wrong person".to_owned(),
    };
    team.cory.order(void).unwrap();
    assert_eq!(links(&mut team.cory, &ray).links.len(), 1);
}
