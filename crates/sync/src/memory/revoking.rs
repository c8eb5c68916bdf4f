//! Taking a device out.

use handrail_protocol::roster::operation::LastItem;
use handrail_vault::{Desk, Holder, revoke_device};
use rand_core::CryptoRng;

use super::State;
use crate::StoreFault;

impl State {
    /// The entry that takes out the device that was asked for; the same until it is answered.
    pub(super) fn revocation(
        &mut self,
        rng: &mut dyn CryptoRng,
    ) -> Result<Option<Vec<u8>>, StoreFault> {
        let Some(device) = self.revoke else {
            return Ok(None);
        };
        if self.drafted.is_none() {
            let mut last: Vec<LastItem> = self
                .reaches
                .iter()
                .filter(|(chain, reach)| chain.device == device && reach.n > 0)
                .map(|(chain, reach)| LastItem {
                    document: chain.document,
                    incarnation: chain.incarnation,
                    n: reach.n,
                })
                .collect();
            last.sort_unstable();
            let desk = Desk {
                state: &self.roster,
                signer: Holder::Device(&self.secret),
                keyring: &self.keyring,
            };
            let drafted = revoke_device(&desk, device, last, &mut &mut *rng)
                .map_err(|error| StoreFault::Failed(error.to_string()))?;
            self.drafted = Some(drafted.entry);
        }
        Ok(self.drafted.clone())
    }
}
