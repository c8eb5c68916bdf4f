//! Taking a record back and restoring it.

use super::super::conflict::{VOID_REASON, VOIDED_AT, VOIDED_BY};
use super::super::value::Fields;
use super::super::{CommandError, FieldValue};
use crate::id::MemberId;
use crate::quantity::check_length;
use crate::record::{REASON_LIMIT, Void};
use crate::time::Timestamp;

pub(super) fn read(fields: &Fields<'_>) -> Option<Void> {
    let at = fields.get(VOIDED_AT).number()?;
    Some(Void {
        at: Timestamp::from_millis(at),
        by: fields.get(VOIDED_BY).id().map(MemberId::from_bytes),
        reason: fields.text(VOID_REASON).unwrap_or_default(),
    })
}

pub(super) fn taken_back(
    at: Timestamp,
    by: MemberId,
    reason: &str,
) -> Result<[(&'static str, FieldValue); 3], CommandError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(CommandError::ReasonMissing);
    }
    check_length(reason, REASON_LIMIT)?;
    Ok([
        (VOIDED_AT, FieldValue::moment(at)),
        (VOIDED_BY, FieldValue::Bytes(by.as_bytes().to_vec())),
        (VOID_REASON, FieldValue::Text(reason.to_owned())),
    ])
}

pub(super) fn restored() -> [(&'static str, FieldValue); 1] {
    [(VOIDED_AT, FieldValue::Nothing)]
}
