use handrail_protocol::canonical::{CanonicalError, check_canonical};

use crate::fixture::{Agency, header, unhex};

fn check(hex: &str) -> Result<(), CanonicalError> {
    check_canonical(&unhex(hex))
}

#[test]
fn what_we_write_is_canonical() {
    assert_eq!(check_canonical(&header().encode()), Ok(()));
    let body = Agency::genesis_body(Agency::founding_operations());
    assert_eq!(check_canonical(&body.encode()), Ok(()));
}

#[test]
fn every_departure_is_named() {
    assert_eq!(
        check("a201000100"),
        Err(CanonicalError::KeyOrder),
        "the same key twice"
    );
    assert_eq!(
        check("a202000100"),
        Err(CanonicalError::KeyOrder),
        "descending"
    );
    assert_eq!(
        check("a1410000"),
        Err(CanonicalError::KeyOrder),
        "a byte string as key"
    );
    assert_eq!(check("1800"), Err(CanonicalError::NotShortest));
    assert_eq!(check("190017"), Err(CanonicalError::NotShortest));
    assert_eq!(check("1a0000ffff"), Err(CanonicalError::NotShortest));
    assert_eq!(
        check("1b00000000ffffffff"),
        Err(CanonicalError::NotShortest)
    );
    assert_eq!(
        check("580100"),
        Err(CanonicalError::NotShortest),
        "a length"
    );
    assert_eq!(check("20"), Err(CanonicalError::Kind), "negative");
    assert_eq!(check("6161"), Err(CanonicalError::Kind), "text");
    assert_eq!(check("c100"), Err(CanonicalError::Kind), "tag");
    assert_eq!(check("f93c00"), Err(CanonicalError::Kind), "float");
    assert_eq!(check("f7"), Err(CanonicalError::Kind), "undefined");
    assert_eq!(check("9f00ff"), Err(CanonicalError::Kind), "indefinite");
    assert_eq!(check("0000"), Err(CanonicalError::Trailing));
    assert_eq!(check(""), Err(CanonicalError::Truncated));
    assert_eq!(check("8200"), Err(CanonicalError::Truncated));
    assert_eq!(check("4300"), Err(CanonicalError::Truncated));
    assert_eq!(
        check("9bffffffffffffffff00"),
        Err(CanonicalError::Truncated)
    );
    assert_eq!(
        check("5bffffffffffffffff00"),
        Err(CanonicalError::Truncated)
    );
    assert_eq!(check("81818181818181818100"), Err(CanonicalError::TooDeep));
    assert_eq!(check("818181818181818100"), Ok(()));
    assert_eq!(check("84f4f5f61a00010000"), Ok(()));
}
