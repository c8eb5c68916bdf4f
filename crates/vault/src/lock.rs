//! The passphrase lock of a device's database key.

mod measure;
mod passkey;
mod record;

pub use passkey::PasskeyRecord;
pub use record::{LockParameters, LockRecord};
pub(crate) use record::{NotStretched, stretch};

/// Why a lock cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    #[error("the lock's parameters are out of range")]
    Parameters,
    /// The device did not give the memory that the parameters ask for.
    #[error("this device has too little memory free; close other apps and try again")]
    Memory,
}

/// Why a lock does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnlockError {
    #[error("the passphrase is not right")]
    WrongPassphrase,
    /// The passphrase is right, and the sealed key is not whole.
    #[error(
        "the lock of this device is damaged; the data can come back from the server or another device"
    )]
    Damaged,
    /// Bytes that are no lock record.
    #[error("the lock of this device cannot be read")]
    Malformed,
    /// Written by a newer app.
    #[error("the lock has version {0}, which this version does not read; update the app")]
    Version(u8),
    /// Would take more memory or time than any lock this app makes.
    #[error("the lock's parameters are out of range")]
    Parameters,
    /// The device did not give the memory that the lock takes.
    #[error("this device has too little memory free; close other apps and try again")]
    Memory,
}
