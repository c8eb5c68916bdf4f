/// Sixteen bytes that tell a right key from a wrong one without touching the database. They give
/// nothing of the key away: it has 256 random bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyCheck([u8; 16]);

impl KeyCheck {
    /// The check of a database key: the first half of a BLAKE3 derivation for this one purpose.
    pub fn of(key: &[u8; 32]) -> Self {
        let derived = blake3::derive_key("handrail database key check v1", key);
        let mut check = [0; 16];
        for (to, from) in check.iter_mut().zip(derived) {
            *to = from;
        }
        Self(check)
    }

    /// As kept in the lock row.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// To keep in the lock row.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}
