//! Items of writers who lie about what they knew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test ends where it fails"
)]

use handrail_protocol::{
    DocumentId, DocumentKind, Incarnation, RosterEntry, RosterHead, VerifiedItem,
};
use handrail_sync::QuarantineReason;
use handrail_sync::verify::{Refusal, check_item};
use handrail_testkit::agency::TestAgency;
use handrail_testkit::random::seeded;
use handrail_vault::{Content, DocumentKey, ItemDraft, seal_item};

/// An item of the agency's first coach that cites this roster entry.
fn citing(agency: &TestAgency, roster: RosterHead) -> VerifiedItem {
    let mut rng = seeded(7);
    let coach = &agency.coaches()[0];
    let draft = ItemDraft {
        agency: agency.roster.agency(),
        document: DocumentId::from_bytes([1; 16]),
        incarnation: Incarnation::from_bytes([2; 16]),
        n: 1,
        previous: None,
        roster,
        covers: Vec::new(),
        document_kind: DocumentKind::Participant,
        wraps: Vec::new(),
    };
    let content = Content::Changes(vec![b"words".to_vec()]);
    let key = DocumentKey::generate(&mut rng);
    seal_item(&draft, &content, &key, &coach.secret, &mut rng).unwrap()
}

#[test]
fn an_item_that_cites_a_roster_without_its_writer_does_not_count() {
    let agency = TestAgency::with_coaches(1, &mut seeded(3)).unwrap();
    let heads: Vec<RosterHead> = agency
        .entries
        .iter()
        .map(|entry| RosterEntry::parse(entry).unwrap().head())
        .collect();
    let added = agency
        .roster
        .device(&agency.coaches()[0].device())
        .unwrap()
        .added;
    assert!(added > 0);
    for head in &heads {
        let item = citing(&agency, *head);
        let judged = check_item(&agency.roster, &agency.roster.agency(), item.as_bytes());
        if head.n < added {
            assert_eq!(
                judged.err(),
                Some(Refusal::Never(QuarantineReason::BeforeJoining)),
                "entry {}",
                head.n
            );
        } else {
            assert!(judged.is_ok(), "entry {}", head.n);
        }
    }
}
