//! What coaches say among themselves, as they see it, and as somebody with their keys could.

use handrail_domain::document::{CaseloadCommand, CaseloadDocument};
use handrail_domain::statement::NewStatement;
use handrail_engine::api::{
    CoachSpaceCommand as C, CoachSpaceView, CoachingCommand, Command, EngineError, MessageView,
    Query, Reply,
};
use handrail_protocol::{DocumentId, GroupId, RosterState};
use handrail_store::Store;

use super::Device;
use super::forging::Forger;
use super::three::{Team, team};
use super::two::{World, unlock};

pub fn space(device: &mut Device) -> CoachSpaceView {
    match device.query(Query::CoachSpace) {
        Reply::CoachSpace(view) => *view,
        other => panic!("{other:?}"),
    }
}

pub fn order(device: &mut Device, command: C) -> Result<Reply, EngineError> {
    device.order(Command::Coaching(CoachingCommand::CoachSpace(command)))
}

pub fn saying(words: &str, answers: Option<&str>, anyway: bool) -> C {
    C::Say {
        words: words.to_owned(),
        answers: answers.map(str::to_owned),
        anyway,
    }
}

pub fn say(device: &mut Device, words: &str) {
    let said = order(device, saying(words, None, false));
    assert_eq!(said, Ok(Reply::NamesFound(Vec::new())));
}

pub fn answer(device: &mut Device, to: &str, words: &str) {
    let said = order(device, saying(words, Some(to), false));
    assert_eq!(said, Ok(Reply::NamesFound(Vec::new())));
}

pub fn begin(world: &mut World, device: &mut Device) -> Result<Reply, EngineError> {
    world.order(
        device,
        Command::Coaching(CoachingCommand::CoachSpace(C::Open)),
    )
}

pub fn settle(team: &mut Team) {
    for _ in 0..3 {
        for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
            let _ = device.order(Command::KeepAwake);
            team.world.sync(device);
        }
    }
}

/// A supervisor and two coaches who can talk.
pub fn talking() -> Team {
    let mut team = team();
    begin(&mut team.world, &mut team.sam).unwrap();
    settle(&mut team);
    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        assert!(space(device).is_open);
    }
    team
}

/// What each thread says, with who says it.
pub fn talk(device: &mut Device) -> Vec<Vec<(String, String)>> {
    let words = |one: &MessageView| (one.by.clone(), one.words.clone());
    let threads = space(device).threads;
    threads
        .iter()
        .map(|thread| {
            let first = std::iter::once(&thread.first);
            first.chain(&thread.answers).map(words).collect()
        })
        .collect()
}

/// The message that says this.
pub fn found(device: &mut Device, words: &str) -> MessageView {
    let threads = space(device).threads.into_iter();
    let mut all = threads.flat_map(|thread| std::iter::once(thread.first).chain(thread.answers));
    all.find(|one| one.words == words).expect("a message")
}

/// The group of keys and its documents, the smallest id first, as a device's database has them.
pub fn places(database: &Store) -> (GroupId, Vec<DocumentId>) {
    let read = database.read();
    let entries = read.roster_entries(None).unwrap();
    let roster = RosterState::replay(entries.iter().map(|row| row.bytes.as_slice())).unwrap();
    let keys = GroupId::of_coaches(&roster.agency());
    let all = read.grouped_documents().unwrap().into_iter();
    let of_it = all.filter(|one| one.group == keys);
    let mut documents: Vec<DocumentId> = of_it.map(|one| one.document).collect();
    documents.sort_unstable();
    (keys, documents)
}

pub fn document_of(world: &mut World, device: &mut Device) -> DocumentId {
    let all = documents_here(world, device);
    *all.first().expect("the document")
}

/// The documents of the group that a device has, the smallest id first.
pub fn documents_here(world: &mut World, device: &mut Device) -> Vec<DocumentId> {
    places_here(world, device).1
}

/// The group of keys.
pub fn keys_here(world: &mut World, device: &mut Device) -> GroupId {
    places_here(world, device).0
}

fn places_here(world: &mut World, device: &mut Device) -> (GroupId, Vec<DocumentId>) {
    device.crash();
    let database = super::database(device.folder.path());
    let places = places(&database);
    drop(database);
    unlock(world, device);
    places
}

/// How many changes somebody made to a document, as far as a device has them.
pub fn changes_in(world: &mut World, device: &mut Device, document: &DocumentId) -> usize {
    device.crash();
    let database = super::database(device.folder.path());
    let rows = database.read().items_of(document, 0, u32::MAX).unwrap();
    let count = rows.iter().filter(|row| row.kind == 0).count();
    drop(database);
    unlock(world, device);
    count
}

/// A program that was changed states this in its owner's name, whatever the app would say to it.
pub fn forge(world: &mut World, device: &mut Device, statement: NewStatement) {
    let document = document_of(world, device);
    forge_in(world, device, document, statement);
}

/// The same in one of several documents.
pub fn forge_in(
    world: &mut World,
    device: &mut Device,
    document: DocumentId,
    statement: NewStatement,
) {
    let mut forger = Forger::of(device, statement.id.as_bytes()[0].into());
    let mut opened: CaseloadDocument = forger.open(&document);
    let command = CaseloadCommand::State(statement);
    let written = opened.command(&command, forger.now).unwrap().unwrap();
    forger.keep(&document, &written);
    drop(forger);
    unlock(world, device);
}
