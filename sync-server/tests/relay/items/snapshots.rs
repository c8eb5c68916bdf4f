//! Snapshots: newcomers are spared what one covers, and nothing else.

use handrail_protocol::id::{DeviceId, DocumentKeyId, Incarnation, ItemId};
use handrail_protocol::message::ItemOutcome;

use super::Office;
use crate::pen::{Parts, Pen};

impl Office {
    /// The supervisor, in a life of their own, says of these that they hold what they should.
    /// Answers the words, which everybody is given.
    fn confirm(
        &mut self,
        document: &str,
        key: DocumentKeyId,
        snapshots: &[&Vec<u8>],
    ) -> Vec<Vec<u8>> {
        let mut pen = Pen::new(&self.agency, &self.agency.supervisor.key, document);
        pen.document_key = key;
        pen.incarnation = Incarnation::from_bytes([0xcc; 16]);
        let word = |snapshot: &&Vec<u8>| {
            pen.item_with(Parts {
                confirms: Some(ItemId::of(snapshot)),
                ..Parts::default()
            })
        };
        let words: Vec<_> = snapshots.iter().map(word).collect();
        self.as_supervisor().push(&words);
        words
    }
}

fn cover(pen: &Pen, n: u64) -> (DeviceId, Incarnation, u64) {
    (pen.key.device(), pen.incarnation, n)
}

#[test]
fn a_newcomer_gets_the_snapshot_and_every_item_it_does_not_cover() {
    let mut office = Office::new();
    let group = office.ana.group;
    let mut maria = office.pen("maria");
    let mut supervisors = Pen::new(&office.agency, &office.agency.supervisor.key, "maria");
    let old = [maria.item_for(&[group]), maria.item(), maria.item()];
    office.as_ana().push(&old);
    let (_, midway) = office.as_ana().feed(None);
    let concurrent = supervisors.item();
    office
        .as_supervisor()
        .push(std::slice::from_ref(&concurrent));
    let snapshot = maria.item_with(Parts {
        wraps: vec![group],
        covers: Some(vec![cover(&maria, 3)]),
        padding: 300_000,
        ..Parts::default()
    });
    let after = maria.item();
    assert_eq!(
        office.as_ana().push(std::slice::from_ref(&snapshot)),
        [ItemOutcome::Stored { seq: 5 }]
    );
    office.as_ana().push(std::slice::from_ref(&after));
    let everything = office.as_ana().feed(None).0;
    assert_eq!(everything.len(), 6, "nobody has looked at the snapshot");
    let mut spared = vec![concurrent.clone(), snapshot.clone(), after.clone()];
    spared.extend(office.confirm("maria", maria.document_key, &[&snapshot]));
    assert_eq!(office.as_ana().feed(None).0, spared);
    let later = office.as_ana().feed(Some(midway)).0;
    assert_eq!(later, spared, "who had the old items gets what is new");
    let document = maria.document.to_string();
    assert_eq!(office.as_ana().document(&document, false), spared);
    let all: Vec<_> = old.into_iter().chain(spared).collect();
    assert_eq!(
        office.as_ana().document(&document, true),
        all,
        "a verifier may have everything"
    );
    assert!(office.as_ben().feed(None).0.is_empty());
}

#[test]
fn a_snapshot_without_the_documents_wraps_does_not_hide_the_item_that_carries_them() {
    let mut office = Office::new();
    let group = office.ana.group;
    let mut maria = office.pen("maria");
    let first = maria.item_for(&[group]);
    let second = maria.item();
    let covers = Some(vec![cover(&maria, 2)]);
    let snapshot = maria.item_with(Parts {
        covers,
        ..Parts::default()
    });
    office
        .as_ana()
        .push(&[first.clone(), second, snapshot.clone()]);
    let words = office.confirm("maria", maria.document_key, &[&snapshot]);
    assert_eq!(
        office.as_ana().feed(None).0,
        [vec![first, snapshot], words].concat()
    );
}

#[test]
fn a_snapshot_under_another_key_spares_only_those_who_see_it() {
    let mut office = Office::new();
    let (ana, ben) = (office.ana.group, office.ben.group);
    let mut maria = office.pen("maria");
    let first = maria.item_for(&[ana]);
    let second = maria.item();
    let covers = Some(vec![cover(&maria, 2)]);
    maria.document_key = handrail_protocol::DocumentKeyId::from_bytes([9; 16]);
    let moved = maria.item_with(Parts {
        wraps: vec![ben],
        covers,
        padding: 0,
        ..Parts::default()
    });
    office
        .as_ana()
        .push(&[first.clone(), second.clone(), moved.clone()]);
    let words = office.confirm("maria", maria.document_key, &[&moved]);
    assert_eq!(office.as_ana().feed(None).0, [first, second]);
    assert_eq!(office.as_ben().feed(None).0, [vec![moved], words].concat());
}

#[test]
fn a_newer_snapshot_replaces_an_older_one() {
    let mut office = Office::new();
    let group = office.ana.group;
    let mut maria = office.pen("maria");
    let mut items = vec![maria.item_for(&[group])];
    for n in 1..=3 {
        let covers = Some(vec![cover(&maria, n)]);
        items.push(maria.item_with(Parts {
            wraps: vec![group],
            covers,
            padding: 0,
            ..Parts::default()
        }));
    }
    office.as_ana().push(&items);
    let snapshots: Vec<_> = items[1..].iter().collect();
    let words = office.confirm("maria", maria.document_key, &snapshots);
    assert_eq!(
        office.as_ana().feed(None).0,
        [items[3..].to_vec(), words].concat()
    );
}

/// An item, what it covers of which writer, and whose it is.
struct Written {
    item: Vec<u8>,
    covers: Vec<(usize, u64)>,
    who: usize,
    n: u64,
}

/// Whatever the order, places and coverage: what a reader is given, page after page from any
/// place, is all that a reader without sparing would have, minus what is inside something given.
#[test]
fn sparing_never_loses_an_item() {
    let mut office = Office::new();
    let group = office.ana.group;
    let mut seed = 7_u64;
    let mut next = move |below: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let mut pens = [
        office.pen("maria"),
        Pen::new(&office.agency, &office.agency.supervisor.key, "maria"),
    ];
    let mut confirmers = pens.clone();
    for pen in &mut confirmers {
        pen.incarnation = Incarnation::from_bytes([0xcc; 16]);
    }
    let mut inside: Vec<Written> = Vec::new();
    office.as_ana().push(&[pens[0].item_for(&[group])]);
    for _ in 0..120 {
        let who = usize::try_from(next(2)).unwrap();
        let reach = [next(pens[0].n + 1), next(pens[1].n + 1)];
        let covered: Vec<_> = (0..2)
            .filter(|of| reach[*of] > 0)
            .map(|of| (of, reach[of]))
            .collect();
        let snapshot = next(5) == 0 && !covered.is_empty();
        let covers: Vec<_> = covered
            .iter()
            .map(|(of, n)| cover(&pens[*of], *n))
            .collect();
        let parts = Parts {
            wraps: if snapshot && next(2) == 0 {
                vec![group]
            } else {
                Vec::new()
            },
            covers: snapshot.then_some(covers),
            padding: usize::try_from(next(900)).unwrap(),
            ..Parts::default()
        };
        let item = pens[who].item_with(parts);
        office.as_supervisor().push(std::slice::from_ref(&item));
        if snapshot {
            // Whoever did not write it gives their word on it.
            let word = confirmers[1 - who].item_with(Parts {
                confirms: Some(ItemId::of(&item)),
                ..Parts::default()
            });
            office.as_supervisor().push(&[word]);
        }
        let covers = if snapshot { covered } else { Vec::new() };
        inside.push(Written {
            item,
            covers,
            who,
            n: pens[who].n,
        });
        let given = office.as_ana().feed(None).0;
        for one in &inside {
            let held = given.contains(&one.item)
                || inside.iter().any(|snapshot| {
                    given.contains(&snapshot.item)
                        && snapshot
                            .covers
                            .iter()
                            .any(|(of, reach)| *of == one.who && one.n <= *reach)
                });
            assert!(
                held,
                "item {} of writer {} is in nothing given",
                one.n, one.who
            );
        }
    }
    let given = office.as_ana().feed(None).0;
    let left = inside.iter().filter(|one| given.contains(&one.item));
    let left = left.count();
    assert!(left < inside.len() / 2, "and much is spared: {left}");
}
