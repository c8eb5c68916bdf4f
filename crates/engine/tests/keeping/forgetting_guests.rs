//! A record that is shared with guests is forgotten: their devices obey and say so (issue 3.8).

use crate::support::Device;
use crate::support::consents::agree;
use crate::support::guests::{Team, team};
use crate::support::two::{add, invite, join, log, person, pill};
use handrail_engine::api::{
    CertificateView, Command, EngineError, ForgetReason, KeysView, Query, Reply, Request, Role,
};

/// A team, and a record shared with both guests.
fn shared() -> (Team, String) {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before they were there.");
    team.settle();
    for guest in ["Cleo Clinic", "Olga On-call"] {
        share(&mut team, &ray, guest);
        team.settle();
    }
    assert!(person(&mut team.cleo, &ray).is_some() && person(&mut team.olga, &ray).is_some());
    (team, ray)
}

fn share(team: &mut Team, participant: &str, with: &str) {
    let choices = person(&mut team.sam, participant).unwrap().share_with;
    let choice = choices.into_iter().find(|choice| choice.name == with);
    agree(&mut team.sam, participant);
    let command = Command::ShareRecord {
        participant: participant.to_owned(),
        with: choice.unwrap().member,
        through: "2026-05-10".to_owned(),
        reason: "They see him on Thursday.".to_owned(),
    };
    team.sam.order(command).unwrap();
}

fn end_share(team: &mut Team, participant: &str, with: &str) {
    let guests = person(&mut team.sam, participant).unwrap().guests;
    let guest = guests.into_iter().find(|guest| guest.name == with);
    let command = Command::EndShare {
        participant: participant.to_owned(),
        with: guest.unwrap().member,
    };
    team.sam.order(command).unwrap();
}

fn forget(device: &mut Device, participant: &str) {
    let command = Command::Forget {
        participant: participant.to_owned(),
        reason: ForgetReason::Asked,
    };
    device.order(command).unwrap();
}

fn certificate(device: &mut Device) -> CertificateView {
    match device.query(Query::Forgetting) {
        Reply::Forgetting(mut view) => view.certificates.remove(0),
        other => panic!("{other:?}"),
    }
}

/// Who confirmed, by name.
fn confirmed(device: &mut Device) -> Vec<(String, bool)> {
    let devices = certificate(device).devices.into_iter();
    let mut named: Vec<_> = devices.map(|of| (of.member, of.at.is_some())).collect();
    named.sort();
    named
}

fn all_confirmed() -> Vec<(String, bool)> {
    ["Cleo Clinic", "Cory Coach", "Olga On-call"]
        .map(|name| (name.to_owned(), true))
        .to_vec()
}

fn is_forgotten(device: &mut Device, participant: &str) -> bool {
    let query = Query::Person {
        participant: participant.to_owned(),
        timeline_limit: 5,
    };
    device.ask(Request::Query(query)) == Err(EngineError::Forgotten)
}

#[test]
fn a_guests_device_forgets_a_shared_record_and_the_certificate_becomes_complete() {
    let (mut team, ray) = shared();
    let opened = Command::NoteOpened {
        participant: ray.clone(),
    };
    team.cleo.order(opened).unwrap();
    team.settle();
    forget(&mut team.sam, &ray);
    team.world.sync(&mut team.sam);
    let waiting = confirmed(&mut team.sam);
    assert!(
        waiting.contains(&("Cleo Clinic".to_owned(), false)),
        "{waiting:?}"
    );
    team.settle();
    assert_eq!(confirmed(&mut team.sam), all_confirmed());
    for device in [&mut team.cleo, &mut team.olga] {
        assert!(is_forgotten(device, &ray));
    }
    for device in [
        &mut team.sam,
        &mut team.cory,
        &mut team.cleo,
        &mut team.olga,
    ] {
        let view = pill(device);
        assert_eq!((view.quarantined, view.waiting), (0, 0), "{view:?}");
    }
    // Nothing of it stays on the provider's device, or opens there.
    team.cleo.crash();
    let database = crate::support::database(team.cleo.folder.path());
    let document = ray.parse().unwrap();
    assert!(database.read().document(&document).unwrap().is_none());
    assert!(database.read().document_keys(&document).unwrap().is_empty());
    drop(database);
    crate::support::two::unlock(&mut team.world, &mut team.cleo);

    crate::support::two::keep_the_kit(&mut team.sam);
    team.sam.order(Command::RenewKeys).unwrap();
    for _ in 0..3 {
        team.settle();
    }
    assert_eq!(certificate(&mut team.sam).keys, KeysView::Renewed);
}

#[test]
fn a_guest_whose_share_is_over_confirms_a_forgetting_too() {
    let (mut team, ray) = shared();
    end_share(&mut team, &ray, "Cleo Clinic");
    team.settle();
    assert!(person(&mut team.cleo, &ray).is_none());
    forget(&mut team.sam, &ray);
    team.settle();
    assert_eq!(confirmed(&mut team.sam), all_confirmed());
}

/// They are not asked about words that they did not write.
#[test]
fn a_note_that_a_guest_opened_the_record_which_never_left_keeps_nothing_from_being_forgotten() {
    let (mut team, ray) = shared();
    let opened = Command::NoteOpened {
        participant: ray.clone(),
    };
    team.cleo.order(opened).unwrap();
    assert!(pill(&mut team.cleo).waiting > 0);
    forget(&mut team.sam, &ray);
    team.world.sync(&mut team.sam);
    team.settle();
    assert!(is_forgotten(&mut team.cleo, &ray));
    assert_eq!(confirmed(&mut team.sam), all_confirmed());
    let view = pill(&mut team.cleo);
    assert_eq!((view.waiting, view.quarantined), (0, 0), "{view:?}");
}

/// A snapshot of the agency's document stands for what others wrote, and not for such a word.
#[test]
fn a_supervisor_who_was_away_hears_that_a_guest_confirmed_past_a_snapshot_too() {
    let (mut team, ray) = shared();
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    let mut uma = join(&mut team.world, 5, &link, "Uma Supervisor").unwrap();
    team.settle();
    team.world.sync(&mut uma);
    assert!(person(&mut uma, &ray).is_some());
    forget(&mut team.sam, &ray);
    team.settle();
    // Much is written in the agency's document, while Uma is away.
    let rules = include_str!("../../../../assets/retention/us-wi-2026.json");
    for round in 0..6_u64 {
        let mut words = String::new();
        let mut state = round + 1;
        while words.len() < 40_000 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            words.push_str(&(state >> 8).to_string());
        }
        let pack = rules.replace("Wis. Admin. Code DHS 92.12", &words);
        let put = Command::UseRules { pack: Some(pack) };
        team.sam.order(put).unwrap();
        team.settle();
    }
    team.sam.crash();
    let database = crate::support::database(team.sam.folder.path());
    let read = database.read();
    let documents = read.grouped_documents().unwrap();
    let agency = handrail_protocol::DocumentKind::Agency.number();
    let agency = documents.iter().find(|of| of.kind == agency).unwrap();
    let items = read.items_of(&agency.document, 0, 1_000).unwrap();
    let snapshot = handrail_protocol::ItemKind::Snapshot.number();
    assert!(
        items.iter().any(|item| item.kind == snapshot),
        "none was written"
    );
    drop(database);
    crate::support::two::unlock(&mut team.world, &mut team.sam);
    for _ in 0..2 {
        team.world.sync(&mut uma);
    }
    let told = confirmed(&mut uma);
    assert!(told.contains(&("Cleo Clinic".to_owned(), true)), "{told:?}");
}

/// A program that was changed claims that the provider's device holds what a coach wrote.
#[test]
fn what_a_provider_says_to_hold_counts_for_orders_to_forget_and_for_nothing_else() {
    use handrail_protocol::{
        DeviceId, DocumentId, DocumentKind, Incarnation, ItemId, RosterHead, WriterPosition,
    };
    use handrail_store::NewItem;
    use handrail_vault::{Content, DeviceSecret, DocumentKey, ItemDraft, Receipt, seal_item};
    use rand_core::SeedableRng;

    let (mut team, ray) = shared();
    let document: DocumentId = ray.parse().unwrap();
    team.cleo.crash();
    let mut database = crate::support::database(team.cleo.folder.path());
    let read = database.read();
    let secret = read.meta("device_secret").unwrap().unwrap();
    let secret = DeviceSecret::from_bytes(secret.as_slice().try_into().unwrap());
    let own: DeviceId = secret.id();
    let incarnation = read.meta("incarnation").unwrap().unwrap();
    let incarnation = Incarnation::from_bytes(incarnation.as_slice().try_into().unwrap());
    let (n, hash) = read.roster_head().unwrap().unwrap();
    let roster = RosterHead { n, hash };
    let claimed = read.frontier_of(&document).unwrap();
    let claimed = *claimed.iter().find(|of| of.device != own).unwrap();
    let receipt = Receipt {
        holds: vec![WriterPosition {
            document,
            device: claimed.device,
            incarnation: claimed.incarnation,
            n: claimed.n,
        }],
        roster,
        at_ms: 0,
    };
    let newest = read.key_epochs(&document).unwrap();
    let key = newest.iter().max_by_key(|key| key.epoch).unwrap();
    let key = read.document_key(&document, &key.key_id).unwrap().unwrap();
    let kind = DocumentKind::Participant;
    let last = read.frontier_at(&document, &own, &incarnation).unwrap();
    let held = read.items_of(&document, 0, 100).unwrap();
    let item = handrail_protocol::UnverifiedItem::parse(&held[0].bytes).unwrap();
    let draft = ItemDraft {
        agency: item.header().agency,
        document,
        incarnation,
        n: last.map_or(0, |(n, _)| n) + 1,
        previous: last.map(|(_, last): (u64, ItemId)| last),
        roster,
        covers: Vec::new(),
        wraps: Vec::new(),
        document_kind: kind,
        assignment: None,
        forget: None,
        says: handrail_vault::Statements::default(),
    };
    let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(5);
    let content = Content::Receipt(receipt);
    let key = DocumentKey::from_bytes(*key);
    let item = seal_item(&draft, &content, &key, &secret, &mut rng).unwrap();
    let (id, bytes) = (item.id(), item.as_bytes().to_vec());
    database
        .transaction(|tx| {
            tx.insert_item(&NewItem {
                id,
                document,
                kind: item.header().kind.number(),
                device: own,
                incarnation,
                n: draft.n,
                prev: draft.previous,
                seq: None,
                bytes: &bytes,
                received_at: 0,
            })
        })
        .unwrap();
    drop(database);
    crate::support::two::unlock(&mut team.world, &mut team.cleo);
    team.settle();

    for device in [&mut team.sam, &mut team.cory] {
        device.crash();
        let database = crate::support::database(device.folder.path());
        let read = database.read();
        assert!(read.item(&id).unwrap().is_some(), "it came");
        let all = read
            .receipts_for(&document, &claimed.device, &claimed.incarnation, claimed.n)
            .unwrap();
        assert!(all.iter().all(|receipt| receipt.by != own), "{all:?}");
        drop(database);
        crate::support::two::unlock(&mut team.world, device);
    }
    // What they confirm of an order counts all the same.
    forget(&mut team.sam, &ray);
    team.settle();
    assert_eq!(confirmed(&mut team.sam), all_confirmed());
}
