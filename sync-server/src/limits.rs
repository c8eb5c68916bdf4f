//! What the relay takes at most. Sizes of single things are the protocol's
//! (`handrail_protocol::limits`); these are the operator's.

use crate::storage::Usage;

/// Allowances. Each is a whole life's, not a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub max_agencies: u64,
    /// What one device may have written.
    pub per_device: Usage,
    /// What all devices of an agency may have written.
    pub per_agency: Usage,
    /// Roster entries of one agency.
    pub roster_entries: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_agencies: 1,
            per_device: Usage {
                items: 1_000_000,
                bytes: 2 << 30,
            },
            per_agency: Usage {
                items: 20_000_000,
                bytes: 20 << 30,
            },
            roster_entries: 100_000,
        }
    }
}

impl Limits {
    pub(crate) fn has_room(&self, device: Usage, agency: Usage, length: usize) -> bool {
        let fits = |used: Usage, most: Usage| {
            used.items < most.items && used.bytes.saturating_add(length as u64) <= most.bytes
        };
        fits(device, self.per_device) && fits(agency, self.per_agency)
    }
}
