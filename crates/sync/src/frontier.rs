//! How far each chain is held without a gap.

use handrail_protocol::{ItemId, UnverifiedItem};

use crate::{Chain, Reach, StoreFault, SyncTx};

/// Why a chain does not go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// Nothing more is held.
    End,
    /// A later item is held, the next one is not.
    Gap,
    /// The next item names another predecessor than the one held: its writer
    /// told two stories.
    Fork,
}

/// The item that stands right after a reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: ItemId,
    /// What it names as its predecessor.
    pub previous: Option<ItemId>,
}

/// One step: the reach after `link`, if it continues the chain.
pub fn step(reach: Reach, link: &Link) -> Option<Reach> {
    let fits = match link.previous {
        None => reach.n == 0,
        Some(previous) => reach.n > 0 && (!reach.is_linked() || previous == reach.last),
    };
    fits.then_some(Reach {
        n: reach.n + 1,
        last: link.id,
    })
}

/// Extends a chain's reach over all items held after it. Answers the new reach
/// and why it ends there.
pub fn advance(tx: &mut dyn SyncTx, chain: &Chain) -> Result<(Reach, Stop), StoreFault> {
    let before = tx.reach(chain)?;
    let mut reach = before;
    let stop = loop {
        let Some(link) = link_at(tx, chain, reach.n + 1)? else {
            break if holds_later(tx, chain, reach.n)? {
                Stop::Gap
            } else {
                Stop::End
            };
        };
        match step(reach, &link) {
            Some(next) => reach = next,
            None => break Stop::Fork,
        }
    };
    if reach != before {
        tx.set_reach(chain, reach)?;
    }
    Ok((reach, stop))
}

/// A snapshot stands for everything of a chain up to `n`.
pub fn cover(tx: &mut dyn SyncTx, chain: &Chain, n: u64) -> Result<(), StoreFault> {
    if tx.reach(chain)?.n < n {
        let reach = match tx.item_at(chain, n)? {
            Some(last) => Reach { n, last },
            None => Reach::covered(n),
        };
        tx.set_reach(chain, reach)?;
    }
    Ok(())
}

fn link_at(tx: &mut dyn SyncTx, chain: &Chain, n: u64) -> Result<Option<Link>, StoreFault> {
    let Some(id) = tx.item_at(chain, n)? else {
        return Ok(None);
    };
    let Some(held) = tx.item(&id)? else {
        return Ok(None);
    };
    let item = UnverifiedItem::parse(&held.bytes)
        .map_err(|_| StoreFault::Failed("a stored item cannot be read".into()))?;
    Ok(Some(Link {
        id,
        previous: item.header().previous,
    }))
}

fn holds_later(tx: &mut dyn SyncTx, chain: &Chain, n: u64) -> Result<bool, StoreFault> {
    Ok(!tx.items_from(chain, n + 1, 1)?.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(byte: u8) -> ItemId {
        ItemId::from_bytes([byte; 32])
    }

    #[test]
    fn a_chain_begins_with_an_item_that_names_no_predecessor() {
        let first = Link {
            id: id(1),
            previous: None,
        };
        assert_eq!(
            step(Reach::NOTHING, &first),
            Some(Reach { n: 1, last: id(1) })
        );
        let orphan = Link {
            id: id(2),
            previous: Some(id(1)),
        };
        assert_eq!(step(Reach::NOTHING, &orphan), None);
    }

    #[test]
    fn an_item_that_names_another_predecessor_does_not_continue_the_chain() {
        let held = Reach { n: 4, last: id(4) };
        assert_eq!(
            step(
                held,
                &Link {
                    id: id(5),
                    previous: Some(id(9))
                }
            ),
            None
        );
        assert_eq!(
            step(
                held,
                &Link {
                    id: id(5),
                    previous: Some(id(4))
                }
            ),
            Some(Reach { n: 5, last: id(5) })
        );
    }

    #[test]
    fn the_first_item_after_a_snapshot_needs_no_link() {
        let link = Link {
            id: id(8),
            previous: Some(id(7)),
        };
        assert_eq!(
            step(Reach::covered(7), &link),
            Some(Reach { n: 8, last: id(8) })
        );
    }
}
