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
    /// What one device may hand over after it was taken out, as long as the relay runs.
    pub per_former_device: Usage,
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
            per_former_device: Usage {
                items: 5_000,
                bytes: 16 << 20,
            },
            roster_entries: 100_000,
        }
    }
}

impl Limits {
    pub(crate) fn has_room(&self, device: Usage, agency: Usage, length: usize) -> bool {
        fits(device, self.per_device, length) && fits(agency, self.per_agency, length)
    }

    pub(crate) fn has_late_room(&self, late: Usage, length: usize) -> bool {
        fits(late, self.per_former_device, length)
    }
}

fn fits(used: Usage, most: Usage, length: usize) -> bool {
    used.items < most.items && used.bytes.saturating_add(length as u64) <= most.bytes
}
