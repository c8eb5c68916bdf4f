//! Giving back what a relay lost: comparing what is held, chain by chain.

use std::collections::BTreeMap;

use handrail_protocol::WriterPosition;

use crate::Chain;

/// Most chains compared in one request.
pub const CHAINS_PER_REQUEST: usize = 1_000;

/// The relay's answer names chains that were not asked about, or names as
/// different what is not: it was damaged on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the relay's frontier does not answer what was asked")]
pub struct FrontierNonsense;

/// A part of a chain that the relay does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// Chain.
    pub chain: Chain,
    /// First number that the relay does not have.
    pub from: u64,
}

/// What the relay has of each chain asked about: the answer names only those
/// of which it has another number.
pub fn relay_has(
    asked: &[(Chain, u64)],
    answer: &[WriterPosition],
) -> Result<BTreeMap<Chain, u64>, FrontierNonsense> {
    let mut has: BTreeMap<Chain, u64> = asked.iter().copied().collect();
    for position in answer {
        match has.get_mut(&Chain::from(position)) {
            Some(n) if *n != position.n => *n = position.n,
            _ => return Err(FrontierNonsense),
        }
    }
    Ok(has)
}

/// What has to be given back, given what this device holds and the relay has.
pub fn missing(asked: &[(Chain, u64)], has: &BTreeMap<Chain, u64>) -> Vec<Missing> {
    asked
        .iter()
        .filter_map(|(chain, held)| {
            let relay = has.get(chain).copied().unwrap_or(0);
            (relay < *held).then_some(Missing {
                chain: *chain,
                from: relay + 1,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use handrail_protocol::{DeviceId, DocumentId, Incarnation};
    use proptest::prelude::*;

    fn chain(number: u8) -> Chain {
        Chain {
            document: DocumentId::from_bytes([1; 16]),
            device: DeviceId::from_bytes([number; 16]),
            incarnation: Incarnation::from_bytes([3; 16]),
        }
    }

    #[test]
    fn an_answer_about_another_chain_or_without_a_difference_is_refused() {
        let asked = [(chain(1), 4)];
        assert_eq!(
            relay_has(&asked, &[chain(2).position(1)]),
            Err(FrontierNonsense)
        );
        assert_eq!(
            relay_has(&asked, &[chain(1).position(4)]),
            Err(FrontierNonsense)
        );
    }

    proptest! {
        #[test]
        fn exactly_what_the_relay_lacks_is_given_back(
            ours in proptest::collection::vec(0_u64..9, 1..20),
            theirs in proptest::collection::vec(0_u64..9, 20),
        ) {
            let asked: Vec<(Chain, u64)> =
                ours.iter().enumerate().map(|(i, n)| (chain(u8::try_from(i).unwrap()), *n)).collect();
            let answer: Vec<WriterPosition> = asked
                .iter()
                .zip(&theirs)
                .filter(|((_, ours), theirs)| ours != *theirs)
                .map(|((chain, _), theirs)| chain.position(*theirs))
                .collect();
            let has = relay_has(&asked, &answer).unwrap();
            let expected: Vec<Missing> = asked
                .iter()
                .zip(&theirs)
                .filter(|((_, ours), theirs)| theirs < &ours)
                .map(|((chain, _), theirs)| Missing { chain: *chain, from: theirs + 1 })
                .collect();
            prop_assert_eq!(missing(&asked, &has), expected);
        }
    }
}
