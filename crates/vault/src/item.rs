//! Sealing and opening items.
//!
//! ```text
//! body      = nonce[24] || commitment[32] || XChaCha20-Poly1305(plaintext, AAD = header)
//! key || commitment = HKDF-SHA256(document key, salt = nonce, "handrail item v1")
//! plaintext = u32be payload length || payload || zeros to the padded length
//! payload   = u8 compression || data
//! data      = u8 frame version || u8 frame kind || content   (after inflation)
//! ```

mod content;
mod open;
mod payload;
mod seal;

pub use content::{Content, Receipt};
pub use open::{OpenError, open_item};
pub use seal::{ItemDraft, SealError, Statements, seal_item};

use zeroize::Zeroizing;

use crate::secret::DocumentKey;

/// The key and the commitment of one item.
fn item_keys(key: &DocumentKey, nonce: &[u8; 24]) -> (Zeroizing<[u8; 32]>, [u8; 32]) {
    let both: Zeroizing<[u8; 64]> = crate::seal::derive(key.expose(), nonce, b"handrail item v1");
    let mut item_key = Zeroizing::new([0; 32]);
    let mut commitment = [0; 32];
    for (slot, byte) in item_key
        .iter_mut()
        .chain(commitment.iter_mut())
        .zip(both.iter())
    {
        *slot = *byte;
    }
    (item_key, commitment)
}
