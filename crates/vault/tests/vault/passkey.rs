use handrail_vault::*;

use crate::fixture::*;

fn output(byte: u8) -> PasskeyOutput {
    PasskeyOutput::from_bytes([byte; 32])
}

fn sealed() -> PasskeyRecord {
    let key = DatabaseKey::from_bytes([0x22; 32]);
    PasskeyRecord::make(&output(0x11), vec![0x33; 16], &key, &mut rng(8)).unwrap()
}

/// Issue 3.5.
#[test]
fn the_passkey_gives_the_key_and_another_does_not() {
    let kept = PasskeyRecord::from_bytes(&sealed().to_bytes()).unwrap();
    assert_eq!(kept, sealed());
    assert_eq!(kept.credential(), [0x33; 16]);
    assert_eq!(kept.unlock(&output(0x11)).unwrap().expose(), &[0x22; 32]);
    let refused = error(kept.unlock(&output(0x12)));
    assert_eq!(refused, UnlockError::Damaged);
}

#[test]
fn no_byte_of_the_record_can_be_another() {
    let whole = sealed().to_bytes();
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        let opened = PasskeyRecord::from_bytes(&bytes).and_then(|r| r.unlock(&output(0x11)));
        assert!(opened.is_err(), "byte {place}");
    }
    for length in 0..whole.len() {
        assert!(
            PasskeyRecord::from_bytes(&whole[..length]).is_err(),
            "{length}"
        );
    }
}

#[test]
fn a_newer_record_and_a_credential_of_no_length_are_refused() {
    let mut newer = sealed().to_bytes();
    // A map of three, key 0, version.
    assert_eq!(newer[..3], [0xa3, 0, 1]);
    newer[2] = 2;
    let refused = error(PasskeyRecord::from_bytes(&newer));
    assert_eq!(refused, UnlockError::Version(2));
    let key = DatabaseKey::from_bytes([0x22; 32]);
    for (length, fits) in [(0, false), (1, true), (1023, true), (1024, false)] {
        let made = PasskeyRecord::make(&output(1), vec![5; length], &key, &mut rng(1));
        assert_eq!(made.is_ok(), fits, "{length}");
    }
}
