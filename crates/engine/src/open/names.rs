use std::collections::BTreeMap;

use handrail_domain::document::Agency;
use handrail_protocol::{DeviceId, MemberId};

use crate::convert::protocol_member;

/// Names that only members can read: out of the agency's document.
#[derive(Default)]
pub struct Names {
    agency: String,
    members: BTreeMap<MemberId, String>,
    devices: BTreeMap<DeviceId, String>,
}

impl Names {
    /// As the document stands.
    pub fn of(agency: &Agency) -> Self {
        Self {
            agency: agency.name.clone(),
            members: agency
                .members
                .iter()
                .map(|(id, name)| (protocol_member(*id), name.clone()))
                .collect(),
            devices: agency
                .devices
                .iter()
                .map(|(id, name)| (DeviceId::from_bytes(*id.as_bytes()), name.clone()))
                .collect(),
        }
    }

    /// The agency's name.
    pub fn agency(&self) -> String {
        self.agency.clone()
    }

    /// A member's name, or empty.
    pub fn member(&self, member: &MemberId) -> String {
        self.members.get(member).cloned().unwrap_or_default()
    }

    /// A device's name, or empty.
    pub fn device(&self, device: &DeviceId) -> String {
        self.devices.get(device).cloned().unwrap_or_default()
    }
}
