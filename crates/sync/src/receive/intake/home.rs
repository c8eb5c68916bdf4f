//! Whose a document is, and whether the writer may say so.

use handrail_protocol::{Assignment, DocumentKeyWrap, ItemHeader};

use super::Intake;
use crate::receive::is_ours;
use crate::verify::{may_assign, role_may_write, writer_may_write};
use crate::{QuarantineReason, StoreFault, SyncTx};

impl Intake {
    /// Why the writer may not have written it, if so.
    pub(super) fn objection(
        &self,
        tx: &mut dyn SyncTx,
        header: &ItemHeader,
    ) -> Result<Option<QuarantineReason>, StoreFault> {
        let known = tx.document(&header.document)?;
        let groups = known
            .as_ref()
            .map(|known| known.groups.as_slice())
            .unwrap_or_default();
        if !writer_may_write(&self.roster, header, groups) {
            return Ok(Some(QuarantineReason::NotInGroup));
        }
        let kind = known.as_ref().map(|known| known.kind);
        let forbidden = kind
            .or(header.document_kind)
            .is_some_and(|kind| !role_may_write(&self.roster, header, kind));
        if forbidden {
            return Ok(Some(QuarantineReason::RoleMayNotWrite));
        }
        if header.assignment.is_none() {
            return Ok(None);
        }
        let said = tx.assignments(&header.document)?;
        let said: Vec<Assignment> = said.iter().map(|(said, _)| *said).collect();
        let may = may_assign(&self.roster, header, groups, &said);
        Ok((!may).then_some(QuarantineReason::MayNotHandOver))
    }

    /// Takes note of where the document belongs. True when that is another's
    /// caseload and this device has nothing of the document, or not the key that
    /// the hand-over made: there is nothing to keep then.
    pub(super) fn is_of_another(
        &mut self,
        tx: &mut dyn SyncTx,
        header: &ItemHeader,
    ) -> Result<bool, StoreFault> {
        let document = header.document;
        if let (Some(assignment), Some(kind)) = (header.assignment, header.document_kind) {
            self.learn_groups(tx, header, kind)?;
            let before = is_ours(tx, &document)?;
            let key = &header.document_key;
            let is_news = !tx.assignments(&document)?.contains(&(assignment, *key));
            tx.note_assignment(&document, assignment, key)?;
            if is_news {
                self.received.assigned.insert(document);
            }
            if before && !is_ours(tx, &document)? {
                self.received.left.insert(document);
            }
        }
        if tx.assignments(&document)?.is_empty() || is_ours(tx, &document)? {
            return Ok(false);
        }
        let keyring = tx.keyring()?;
        let is_locked = tx.document_key(&document, &header.document_key)?.is_none();
        let opens = |wrap: &DocumentKeyWrap| {
            wrap.document_key == header.document_key
                && keyring
                    .open_document_key(header.agency, document, wrap)
                    .is_ok()
        };
        let has_nothing = tx.document_keys(&document)?.is_empty();
        Ok(has_nothing || (is_locked && !header.wraps().iter().any(opens)))
    }
}
