//! Help for somebody who forgot their passphrase: a code over the phone, with no
//! network, from a key that both sides hold already.

use handrail_protocol::{AgencyId, DeviceId, GroupId};
use zeroize::Zeroizing;

use crate::seal::derive;
use crate::secret::GroupKey;

const LABEL: &[u8] = b"handrail help v1";
const TAG_CONTEXT: &str = "handrail help tag v1";

/// Which lock of which device a code is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HelpPlace {
    pub agency: AgencyId,
    /// The caseload group of the device's member.
    pub group: GroupId,
    pub epoch: u32,
    pub device: DeviceId,
    /// Counts up; none comes twice.
    pub number: u32,
}

impl HelpPlace {
    /// Twenty digits that whoever holds this group's key can say, and nobody
    /// else: 66 bits, the passphrase of a lock that opens once.
    pub fn code(&self, key: &GroupKey) -> Zeroizing<String> {
        let info = [
            LABEL,
            self.agency.as_bytes(),
            self.group.as_bytes(),
            &self.epoch.to_be_bytes(),
            self.device.as_bytes(),
            &self.number.to_be_bytes(),
        ]
        .concat();
        let bytes: Zeroizing<[u8; 16]> = derive(key.expose(), b"", &info);
        let digits = Zeroizing::new(u128::from_be_bytes(*bytes) % 10_u128.pow(20));
        Zeroizing::new(format!("{:020}", *digits))
    }
}

/// Eight digits by which a helper finds the device that asks; they say nothing
/// to anybody who does not know the device.
pub fn help_tag(device: &DeviceId) -> u32 {
    let [a, b, c, d, ..] = blake3::derive_key(TAG_CONTEXT, device.as_bytes());
    u32::from_be_bytes([a, b, c, d]) % 100_000_000
}
