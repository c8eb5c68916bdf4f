//! Document keys sealed under group keys.

use handrail_protocol::{AgencyId, DocumentId, DocumentKeyId, DocumentKeyWrap, GroupId};
use rand_core::CryptoRng;

use crate::seal::{open_key, seal_key};
use crate::secret::{DocumentKey, GroupKey};

const LABEL: &[u8] = b"handrail wrap v1";

/// Why a wrapped document key is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrapError {
    #[error("this device does not hold the key of the group's epoch")]
    NoGroupKey,
    /// Sealed under another key, for another document, group or epoch, or damaged.
    #[error("the wrapped key does not open with the group's key")]
    WrongKey,
    /// It opens to a key that is not the one it names.
    #[error("the wrapped key is not the key that it names")]
    OtherKey,
}

/// Seals a document's key under one epoch key of a group.
pub fn wrap_document_key(
    agency: AgencyId,
    document: DocumentId,
    (group, epoch, group_key): (GroupId, u32, &GroupKey),
    key: &DocumentKey,
    rng: &mut impl CryptoRng,
) -> DocumentKeyWrap {
    let id = key.id();
    let aad = associated_data(agency, document, group, epoch, id);
    let wrapped = seal_key(group_key.expose(), LABEL, &aad, key.expose(), rng);
    DocumentKeyWrap {
        group,
        epoch,
        document_key: id,
        wrapped,
    }
}

/// Opens a wrap with the key of its group and epoch.
///
/// # Errors
/// `WrongKey`, `OtherKey`.
pub fn open_document_key(
    agency: AgencyId,
    document: DocumentId,
    wrap: &DocumentKeyWrap,
    group_key: &GroupKey,
) -> Result<DocumentKey, WrapError> {
    let aad = associated_data(agency, document, wrap.group, wrap.epoch, wrap.document_key);
    let bytes = open_key(group_key.expose(), LABEL, &aad, &wrap.wrapped)
        .map_err(|_| WrapError::WrongKey)?;
    let key = DocumentKey::from_bytes(*bytes);
    if key.id() == wrap.document_key {
        Ok(key)
    } else {
        Err(WrapError::OtherKey)
    }
}

fn associated_data(
    agency: AgencyId,
    document: DocumentId,
    group: GroupId,
    epoch: u32,
    key: DocumentKeyId,
) -> Vec<u8> {
    [
        agency.as_bytes().as_slice(),
        document.as_bytes(),
        group.as_bytes(),
        &epoch.to_be_bytes(),
        key.as_bytes(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng as _;

    use super::*;

    #[test]
    fn a_wrap_that_holds_another_key_than_it_names_is_refused() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let agency = AgencyId::from_bytes([1; 16]);
        let document = DocumentId::from_bytes([2; 16]);
        let (group, epoch, group_key) = (
            GroupId::from_bytes([3; 16]),
            1,
            GroupKey::generate(&mut rng),
        );
        let (named, held) = (
            DocumentKey::generate(&mut rng),
            DocumentKey::generate(&mut rng),
        );
        let aad = associated_data(agency, document, group, epoch, named.id());
        let wrapped = seal_key(group_key.expose(), LABEL, &aad, held.expose(), &mut rng);
        let wrap = DocumentKeyWrap {
            group,
            epoch,
            document_key: named.id(),
            wrapped,
        };
        let opened = open_document_key(agency, document, &wrap, &group_key);
        assert_eq!(opened.err(), Some(WrapError::OtherKey));
    }
}
