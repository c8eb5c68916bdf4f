use handrail_protocol::message::*;
use handrail_protocol::{ItemId, KeyId, RelayIncarnation, route};
use proptest::prelude::*;

#[test]
fn a_captive_portals_page_is_no_message() {
    let page = b"<!DOCTYPE html><html><title>Log in to the network</title>";
    assert_eq!(decode::<FeedPage>(page), Err(MessageError));
    assert_eq!(decode::<ItemsReply>(page), Err(MessageError));
    assert_eq!(decode::<SessionReply>(page), Err(MessageError));
    assert_eq!(decode::<RosterPage>(b""), Err(MessageError));
}

#[test]
fn fields_of_a_newer_relay_are_skipped() {
    let mut reply = encode(&AgencyCreated {
        incarnation: RelayIncarnation::from_bytes([1; 16]),
    });
    reply[0] += 1;
    reply.extend_from_slice(&[0x09, 0x63, b'n', b'e', b'w']);
    assert_eq!(
        decode::<AgencyCreated>(&reply).unwrap().incarnation,
        RelayIncarnation::from_bytes([1; 16])
    );
    reply.push(0);
    assert_eq!(
        decode::<AgencyCreated>(&reply),
        Err(MessageError),
        "bytes after the end"
    );
}

#[test]
fn a_token_travels_in_its_header_and_shows_nowhere_else() {
    let token = SessionToken::from_bytes([0xa5; 32]);
    let header = token.authorization();
    assert_eq!(header, format!("Bearer {}", "a5".repeat(32)));
    assert_eq!(SessionToken::from_authorization(&header), Some(token));
    for other in [
        "",
        "Bearer ",
        "Basic a5",
        &header[..70],
        &header.to_lowercase(),
    ] {
        assert_eq!(SessionToken::from_authorization(other), None, "{other}");
    }
    assert_eq!(format!("{token:?}"), "SessionToken(..)");
}

#[test]
fn what_a_session_signs_names_agency_key_and_nonce() {
    let message = session_signing_message(
        handrail_protocol::AgencyId::from_bytes([1; 16]),
        KeyId::from_bytes([2; 16]),
        &SessionNonce([3; 32]),
    );
    let expected = [
        b"handrail session v1".as_slice(),
        &[1; 16],
        &[2; 16],
        &[3; 32],
    ]
    .concat();
    assert_eq!(message, expected);
}

#[test]
fn the_feed_chains_every_item() {
    let start = FeedPoint::start(RelayIncarnation::from_bytes([0; 16]));
    assert_eq!((start.seq, *start.head.as_bytes()), (0, [0; 32]));
    let (a, b) = (ItemId::of(b"a"), ItemId::of(b"b"));
    let ab = feed_head(&feed_head(&start.head, &a), &b);
    let ba = feed_head(&feed_head(&start.head, &b), &a);
    assert_ne!(ab, ba);
    assert_eq!(
        feed_head(&start.head, &a),
        ItemId::of(&[[0; 32], *a.as_bytes()].concat())
    );
}

#[test]
fn paths_carry_their_queries() {
    let incarnation = RelayIncarnation::from_bytes([0xab; 16]);
    let point = FeedPoint {
        incarnation,
        seq: 7,
        head: ItemId::from_bytes([1; 32]),
    };
    assert_eq!(
        route::feed_after(&point, 1_000),
        format!(
            "/v1/feed?after=7&head={}&incarnation={}&max_bytes=1000",
            "01".repeat(32),
            "ab".repeat(16)
        )
    );
    assert_eq!(route::roster_after(None), "/v1/roster?after=-1");
    assert_eq!(route::roster_after(Some(4)), "/v1/roster?after=4");
    assert_eq!(route::wake_after(9), "/v1/wake?after=9");
    let document = handrail_protocol::DocumentId::from_bytes([2; 16]);
    assert_eq!(
        route::document_after(document, incarnation, 3, 5),
        format!(
            "/v1/documents/{}?after=3&incarnation={}&max_bytes=5",
            "02".repeat(16),
            "ab".repeat(16)
        )
    );
}

#[test]
fn an_answer_says_stored_only_in_one_way() {
    let item = ItemId::from_bytes([1; 32]);
    for outcome in [
        ItemOutcome::Stored { seq: u64::MAX },
        ItemOutcome::Duplicate { seq: 1 },
        ItemOutcome::Rejected(RejectReason::Quota),
        ItemOutcome::Rejected(RejectReason::SessionNotAllowed),
    ] {
        let answer = ItemAnswer { item, outcome };
        assert_eq!(decode::<ItemAnswer>(&encode(&answer)), Ok(answer));
    }
    let mut stored = encode(&ItemAnswer {
        item,
        outcome: ItemOutcome::Stored { seq: 1 },
    });
    let reason = stored.len() - 1;
    stored[reason] = 8;
    assert_eq!(
        decode::<ItemAnswer>(&stored),
        Err(MessageError),
        "stored, and refused"
    );
    stored[reason] = 0;
    stored[reason - 2] = 3;
    assert_eq!(
        decode::<ItemAnswer>(&stored),
        Err(MessageError),
        "an unknown outcome"
    );
    assert!(RejectReason::Quota.may_pass_later());
    assert!(!RejectReason::BadSignature.may_pass_later());
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = decode::<FeedPage>(&bytes);
        let _ = decode::<RosterPage>(&bytes);
        let _ = decode::<FrontierReply>(&bytes);
        if let Ok(reply) = decode::<ItemsReply>(&bytes) {
            prop_assert_eq!(decode::<ItemsReply>(&encode(&reply)).unwrap(), reply);
        }
    }

    #[test]
    fn a_cut_page_is_refused(items in prop::collection::vec((any::<u64>(), any::<Vec<u8>>()), 0..5)) {
        let page = FeedPage {
            incarnation: RelayIncarnation::from_bytes([1; 16]),
            next: 5,
            head: ItemId::from_bytes([2; 32]),
            more: false,
            items: items
                .into_iter()
                .map(|(seq, item)| FeedItem { seq, item: item.into() })
                .collect(),
        };
        let bytes = encode(&page);
        prop_assert_eq!(&decode::<FeedPage>(&bytes).unwrap(), &page);
        for cut in 0..bytes.len() {
            prop_assert_eq!(decode::<FeedPage>(&bytes[..cut]), Err(MessageError));
        }
    }
}
