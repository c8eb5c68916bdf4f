//! Whoever holds the keys of a group can make a document under them with a changed program. It does not
//! take the place of the agency's, nor of a caseload's.

use crate::support::Device;
use crate::support::coach_space::settle;
use crate::support::forging::Forger;
use crate::support::lost::{member, session};
use crate::support::three::{Team, team};
use crate::support::two::{World, invite, join, unlock};
use handrail_domain::Now;
use handrail_domain::document::{
    AgencyCommand, AgencyDocument, AgencyKind, CaseloadCommand, CaseloadDocument, CaseloadKind,
    Document, Kind, Written,
};
use handrail_engine::api::{
    CheckInCommand, CheckInsView, Command, Query, Reply, Role, SessionView,
};
use handrail_protocol::{DocumentId, DocumentKind, GroupId, MemberId, RosterState};
use handrail_store::{KeyEpoch, StoreError};
use handrail_vault::DocumentKey;

/// Before every other.
const FIRST: DocumentId = DocumentId::from_bytes([0; 16]);

fn agency_name(device: &mut Device) -> String {
    match session(device) {
        SessionView::Unlocked(view) => view.agency_name.clone(),
        other => panic!("{other:?}"),
    }
}

/// A changed program makes a document of a kind, under a group's newest key that it holds.
fn make<K: Kind>(
    world: &mut World,
    device: &mut Device,
    kind: DocumentKind,
    keys: impl FnOnce(&RosterState) -> GroupId,
    write: impl FnOnce(&mut Document<K>, Now) -> Written,
) {
    let mut forger = Forger::of(device, 7);
    let read = forger.database.read();
    let entries = read.roster_entries(None).unwrap();
    let entries = entries.iter().map(|row| row.bytes.as_slice());
    let group = keys(&RosterState::replay(entries).unwrap());
    let held = read.group_keys().unwrap().into_iter();
    let epochs = held.filter(|row| row.group == group).map(|row| row.epoch);
    let epoch = epochs.max().expect("a key of the group");
    let key = DocumentKey::from_bytes([5; 32]);
    let place = KeyEpoch {
        key_id: key.id(),
        group,
        epoch,
    };
    forger
        .database
        .transaction(|tx| -> Result<(), StoreError> {
            tx.add_document_group(&FIRST, kind.number(), &group)?;
            tx.add_document_key(&FIRST, &key.id(), key.expose(), 0)?;
            tx.note_key_epoch(&FIRST, &place)
        })
        .unwrap();
    let mut document: Document<K> = forger.open(&FIRST);
    let written = write(&mut document, forger.now);
    forger.keep(&FIRST, &written);
    drop(forger);
    unlock(world, device);
}

/// Whether a device has the impostor.
fn has_it(world: &mut World, device: &mut Device) -> bool {
    device.crash();
    let database = crate::support::database(device.folder.path());
    let all = database.read().grouped_documents().unwrap();
    drop(database);
    unlock(world, device);
    all.iter().any(|one| one.document == FIRST)
}

#[test]
fn another_agency_document_that_a_member_makes_names_nothing_and_hides_nothing() {
    let mut team = team();
    let name = agency_name(&mut team.sam);
    make::<AgencyKind>(
        &mut team.world,
        &mut team.dana,
        DocumentKind::Agency,
        |roster| roster.agency_group().unwrap(),
        |document: &mut AgencyDocument, now| {
            let command = AgencyCommand::SetName("Somebody else's".to_owned());
            document.command(&command, now).unwrap().unwrap()
        },
    );
    settle(&mut team);
    let link = invite(&mut team.world, &mut team.sam, Role::Lead);
    let mut lee = join(&mut team.world, 8, &link, "Lee Lead").unwrap();
    for _ in 0..2 {
        let _ = lee.order(Command::KeepAwake);
        team.world.sync(&mut lee);
        settle(&mut team);
    }
    let Team {
        world, sam, cory, ..
    } = &mut team;
    for device in [&mut *sam, cory, &mut lee] {
        assert!(has_it(world, device));
        assert_eq!(agency_name(device), name);
        assert_eq!(member(device, "Lee Lead").name, "Lee Lead");
    }
}

fn check_ins(device: &mut Device) -> CheckInsView {
    match device.query(Query::CheckIns) {
        Reply::CheckIns(view) => view,
        other => panic!("{other:?}"),
    }
}

/// Issue 4.4: who covered for a coach must not make that nobody misses them any more.
#[test]
fn another_caseload_document_that_who_covers_makes_hides_nothing() {
    let mut team = team();
    let cory = member(&mut team.sam, "Cory Coach").member;
    let dana = member(&mut team.sam, "Dana Coach").member;
    let cover = Command::Cover {
        coach: cory.clone(),
        by: dana,
        through: "2026-05-09".to_owned(),
    };
    team.world.order(&mut team.sam, cover).unwrap();
    settle(&mut team);
    let place = "County jail".to_owned();
    let going = CheckInCommand::Begin { minutes: 60, place };
    team.cory.order(Command::CheckIn(going)).unwrap();
    settle(&mut team);
    assert_eq!(check_ins(&mut team.sam).others.len(), 1);
    let coach: MemberId = cory.parse().unwrap();
    make::<CaseloadKind>(
        &mut team.world,
        &mut team.dana,
        DocumentKind::Caseload,
        |roster| roster.caseload_group(&coach).unwrap(),
        |document: &mut CaseloadDocument, now| {
            let command = CaseloadCommand::SetTitle("Another".to_owned());
            document.command(&command, now).unwrap().unwrap()
        },
    );
    settle(&mut team);
    let Team {
        world, sam, cory, ..
    } = &mut team;
    assert!(has_it(world, sam) && has_it(world, cory));
    let [missed] = check_ins(sam).others.try_into().unwrap();
    assert_eq!(missed.place, "County jail");
    assert!(check_ins(cory).own.is_some());
}
