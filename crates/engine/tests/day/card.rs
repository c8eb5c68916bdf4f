//! A card about a coach, in words that the coach approved, and what stays out of records (issue 5.5).

use crate::support::Device;
use crate::support::three::team;
use crate::support::two::{add, team as team_view, unlock};
use handrail_engine::api::{
    Card, CoachCardView, CoachingCommand, Command, EngineError, LocalDate, Query, Reply, Request,
    ResourceCommand, ResourceField, ResourceKind, ResourceLinkCommand, ResourceLinkField,
    WorkforceCommand, WorkforceQuery, WorkforceReply,
};

fn card(device: &mut Device, person: &str) -> CoachCardView {
    let person = person.to_owned();
    let query = Query::Workforce(WorkforceQuery::Card { person });
    match device.ask(Request::Query(query)).unwrap() {
        Reply::Workforce(reply) => match *reply {
            WorkforceReply::Card(view) => *view,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn say(device: &mut Device, card: Card) -> Result<Reply, EngineError> {
    let command = WorkforceCommand::Card(card);
    device.order(Command::Coaching(CoachingCommand::Workforce(command)))
}

#[test]
fn s2_25_a_card_says_only_what_its_coach_approved_and_a_suggestion_waits_for_them() {
    let mut team = team();
    let coaches = team_view(&mut team.sam).coaches;
    let cory = coaches.iter().find(|one| one.name == "Cory Coach").unwrap();
    let cory = cory.member.clone();
    let suggested = Card {
        name: "Cory".to_owned(),
        english: "Cory has walked this road.".to_owned(),
        ..card(&mut team.sam, &cory).blank
    };
    // Nobody but a supervisor suggests, and nobody but the coach approves.
    assert_eq!(
        say(&mut team.dana, suggested.clone()),
        Err(EngineError::NotAllowed)
    );
    say(&mut team.sam, suggested.clone()).unwrap();
    team.settle();
    assert_eq!(card(&mut team.dana, &cory).card, None);
    assert_eq!(
        card(&mut team.dana, &cory).waits,
        None,
        "a suggestion is not for everybody"
    );
    let own = card(&mut team.cory, "me");
    assert_eq!(own.card, None);
    let waits = own.waits.unwrap();
    assert_eq!(waits.english, "Cory has walked this road.");

    // The coach says it in their own words, with no network.
    team.world.cut = true;
    let mine = Card {
        english: "I am Cory. I like coffee and long walks.".to_owned(),
        ..waits
    };
    say(&mut team.cory, mine).unwrap();
    team.cory.crash();
    unlock(&mut team.world, &mut team.cory);
    assert_eq!(card(&mut team.cory, "me").waits, None, "it was answered");
    team.world.cut = false;
    team.settle();
    let seen = card(&mut team.dana, &cory).card.unwrap();
    assert_eq!(seen.english, "I am Cory. I like coffee and long walks.");
    // Another suggestion changes nothing for anybody else.
    say(&mut team.sam, suggested.clone()).unwrap();
    team.settle();
    assert_eq!(card(&mut team.dana, &cory).card, Some(seen));
    assert!(card(&mut team.cory, "me").waits.is_some());
    let nameless = Card {
        name: String::new(),
        ..suggested
    };
    assert!(say(&mut team.sam, nameless).is_err());
}

#[test]
fn s1_2_support_that_a_partner_gives_its_own_staff_stays_out_of_participants_records() {
    let mut device = Device::new(1);
    device.found();
    let entry = |name: &str, own_staff| ResourceCommand::Add {
        fields: vec![
            ResourceField::Name(name.to_owned()),
            ResourceField::Kind(ResourceKind::Partner),
            ResourceField::OwnStaff(own_staff),
        ],
    };
    device
        .order(Command::Resource(entry("City police peers (test)", true)))
        .unwrap();
    device
        .order(Command::Resource(entry("Recovery centre (test)", false)))
        .unwrap();
    let jo = add(&mut device, "Jo Park");
    let links = |device: &mut Device| {
        let participant = jo.clone();
        match device.query(Query::ResourceLinks { participant }) {
            Reply::ResourceLinks(view) => view.directory.clone(),
            other => panic!("{other:?}"),
        }
    };
    let offered: Vec<String> = links(&mut device)
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    assert_eq!(offered, ["Recovery centre (test)"]);
    // Nor is it taken from anybody who asks for it by its id.
    let Reply::Resources(view) = device.query(Query::Resources) else {
        panic!("no directory");
    };
    let police = view
        .resources
        .iter()
        .find(|one| one.entry.own_staff)
        .unwrap();
    let add = ResourceLinkCommand::Add {
        participant: jo.clone(),
        fields: vec![
            ResourceLinkField::Resource(police.id.parse().ok()),
            ResourceLinkField::Name(police.entry.name.clone()),
            ResourceLinkField::On(LocalDate::parse("2026-05-04").unwrap()),
        ],
    };
    let refused = device.order(Command::Coaching(CoachingCommand::ResourceLink(add)));
    assert_eq!(refused, Err(EngineError::NotAllowed));
}
