use super::super::agency::AgencyKind;
use super::super::caseload::CaseloadKind;
use super::super::participant::ParticipantKind;
use super::*;

/// How the genesis bytes were made. They never change once shipped: a later version adds a second one.
fn build(layout: &Layout) -> (Vec<u8>, [u8; 32]) {
    let mut automerge = Automerge::new().with_actor(ActorId::from(GENESIS_ACTOR.to_vec()));
    let mut transaction = automerge.transaction();
    transaction.put(ROOT, "kind", layout.kind).unwrap();
    transaction.put(ROOT, "schema", 1).unwrap();
    for (map, _) in layout.maps {
        transaction.put_object(ROOT, *map, ObjType::Map).unwrap();
    }
    transaction.commit_with(CommitOptions::default().with_time(0));
    let change = automerge.get_last_local_change().unwrap();
    (change.raw_bytes().to_vec(), change.hash().0)
}

fn check<K: Kind>(hash: &str) {
    let (bytes, built_hash) = build(&K::LAYOUT);
    assert_eq!(
        ChangeHash::from_bytes(built_hash).to_string(),
        hash,
        "{}",
        K::LAYOUT.kind
    );
    assert_eq!(K::LAYOUT.genesis_hash, built_hash);
    assert_eq!(K::LAYOUT.genesis, bytes);
    let document = shared::document::<K>(1);
    assert_eq!(document.heads(), [ChangeHash::from_bytes(built_hash)]);
    for (index, (name, _)) in K::LAYOUT.maps.iter().enumerate() {
        let (_, object) = document.automerge.get(ROOT, *name).unwrap().unwrap();
        assert_eq!(object.to_string(), map_object(index), "{name}");
    }
}

#[test]
fn genesis_bytes_and_hashes_never_change() {
    check::<ParticipantKind>("a6a260b15a36199dbab3754b9ce5c5e8d23cb2791dffeb948fcb216151ec3643");
    check::<AgencyKind>("4e103b1b2959f5795e8be79b85cd01598561355bc217e87d638284ab9e876aef");
    check::<CaseloadKind>("b995e7ce4c2de121b76567c1a52118c0df27a3fe35c96396ca88fb8c2fe2a5b7");
}

#[test]
fn two_devices_that_never_met_start_from_the_same_document() {
    let (one, two) = (
        shared::document::<ParticipantKind>(1),
        shared::document::<ParticipantKind>(2),
    );
    assert_eq!(one.heads(), two.heads());
}
