use std::fmt::Debug;

use crate::{OpenError, StoreError};

/// Why a case did not pass.
pub(super) struct Failure(pub(super) String);

pub(super) type Outcome = Result<(), Failure>;

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self(format!("the store failed: {error:?}"))
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self(format!("opening failed: {error:?}"))
    }
}

/// Both must be equal.
pub(super) fn same<T: Debug + PartialEq>(what: &str, found: &T, wanted: &T) -> Outcome {
    holds(found == wanted, || {
        format!("{what}: found {found:?}, wanted {wanted:?}")
    })
}

/// It must be so.
pub(super) fn is_so(what: &str, so: bool) -> Outcome {
    holds(so, || what.to_owned())
}

/// It must be there.
pub(super) fn there<T>(what: &str, value: Option<T>) -> Result<T, Failure> {
    value.ok_or_else(|| Failure(format!("{what} is not there")))
}

fn holds(so: bool, why: impl FnOnce() -> String) -> Outcome {
    if so { Ok(()) } else { Err(Failure(why())) }
}
