//! What a browser does with passkeys.

use futures_util::future::LocalBoxFuture;

/// Passkeys of this page's host. Bytes are none when the person or the device refused, and empty when
/// passkeys of this device give no bytes to open something with.
#[derive(Clone, Copy)]
pub struct Passkeys {
    /// Whether one may be offered.
    pub may: fn() -> LocalBoxFuture<'static, bool>,
    /// Makes one of this name: what it gives, 32 bytes, and then its credential id.
    pub make: fn(String) -> LocalBoxFuture<'static, Option<Vec<u8>>>,
    /// What the one of this credential id gives, 32 bytes.
    pub ask: fn(Vec<u8>) -> LocalBoxFuture<'static, Option<Vec<u8>>>,
    /// Tells the device that the one of this credential id is of no use any more.
    pub forget: fn(&[u8]),
}
