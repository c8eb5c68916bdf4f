//! What devices say about themselves and about one that was taken out.

use handrail_protocol::statement::*;
use handrail_protocol::*;

use crate::fixture::*;
use crate::golden::golden;

fn agency() -> AgencyId {
    AgencyId::from_bytes([1; 16])
}

fn state() -> Said {
    Said::State(KeepingState {
        at: 1_800_000_000_000,
        cipher: Cipher::ChaCha20Poly1305,
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
        pin: true,
        auto_lock_minutes: 5,
        version: "0.1.0".to_owned(),
        since_2: None,
    })
}

fn state_2() -> Said {
    let Said::State(state) = state() else {
        unreachable!("a state")
    };
    Said::State(KeepingState {
        since_2: Some(KeepingSince2 {
            passkey: true,
            lease_days: 30,
        }),
        ..state
    })
}

fn wiped() -> Said {
    Said::Wiped(Wiped {
        at: 1_800_000_000_000,
        left: 2,
    })
}

fn taken_out(documents: &[u8]) -> Said {
    Said::TakenOut(TakenOut {
        device: Keys::new(4).device(),
        at: 1_800_000_000_000,
        heard_at: Some(1_799_999_000_000),
        missing: 2,
        documents: documents
            .iter()
            .map(|byte| DocumentId::from_bytes([*byte; 16]))
            .collect(),
    })
}

fn signed(keys: &Keys, head: Vec<u8>) -> Vec<u8> {
    let signature = keys.sign(&statement_signing_message(&head));
    [head, signature.as_bytes().to_vec()].concat()
}

fn made(said: &Said) -> Vec<u8> {
    let keys = Keys::new(3);
    signed(&keys, statement_head(agency(), keys.device(), said))
}

fn read(bytes: &[u8]) -> Result<Said, StatementError> {
    let keys = Keys::new(3);
    read_statement(bytes, agency(), keys.device(), &keys.sign_public())
}

#[test]
fn every_kind_of_statement() {
    for (name, said) in [
        ("statement-state.hex", state()),
        ("statement-taken-out.hex", taken_out(&[1, 2])),
        ("statement-state-2.hex", state_2()),
        ("statement-wiped.hex", wiped()),
    ] {
        let bytes = made(&said);
        golden(name, &bytes);
        assert_eq!(read(&bytes), Ok(said));
    }
}

#[test]
fn no_byte_of_a_statement_can_be_changed_or_cut() {
    let bytes = made(&state());
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert!(read(&changed).is_err(), "byte {at}");
        assert!(read(&bytes[..at]).is_err(), "{at} bytes");
    }
    assert!(read(&[bytes.clone(), vec![0]].concat()).is_err());
    assert_eq!(
        read(&vec![1; MAX_STATEMENT_BYTES + 1]),
        Err(StatementError::Malformed)
    );
}

#[test]
fn a_statement_counts_for_its_agency_its_device_and_its_version_only() {
    let keys = Keys::new(3);
    let bytes = made(&state());
    let (sign, device) = (keys.sign_public(), keys.device());
    let elsewhere = AgencyId::from_bytes([2; 16]);
    assert_eq!(
        read_statement(&bytes, elsewhere, device, &sign),
        Err(StatementError::Other)
    );
    let other = Keys::new(4);
    assert_eq!(
        read_statement(&bytes, agency(), other.device(), &other.sign_public()),
        Err(StatementError::Other)
    );
    assert_eq!(
        read_statement(&bytes, agency(), device, &other.sign_public()),
        Err(StatementError::Signature)
    );
    let mut head = statement_head(agency(), device, &state());
    head[0] = 3;
    assert_eq!(read(&signed(&keys, head)), Err(StatementError::Version));
}

#[test]
fn a_statement_is_written_in_one_way_only() {
    let keys = Keys::new(3);
    assert_eq!(
        read(&made(&taken_out(&[2, 1]))),
        Err(StatementError::Malformed)
    );
    assert_eq!(
        read(&made(&taken_out(&[1, 1]))),
        Err(StatementError::Malformed)
    );
    // The tag in two bytes, where one would do.
    let mut head = statement_head(agency(), keys.device(), &state());
    head.splice(38..39, [0x18, 0]);
    head[36] += 1;
    assert_eq!(read(&signed(&keys, head)), Err(StatementError::Malformed));
    let Said::State(mut long) = state() else {
        unreachable!()
    };
    long.version = "9".repeat(65);
    assert_eq!(
        read(&made(&Said::State(long))),
        Err(StatementError::Malformed)
    );
}

#[test]
fn a_statement_says_in_its_version_what_that_can_say_and_no_more() {
    for (said, other) in [(state(), 2), (state_2(), 1), (wiped(), 1)] {
        let keys = Keys::new(3);
        let mut head = statement_head(agency(), keys.device(), &said);
        head[0] = other;
        assert_eq!(read(&signed(&keys, head)), Err(StatementError::Malformed));
    }
}
