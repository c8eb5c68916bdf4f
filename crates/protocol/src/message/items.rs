//! The relay's answer for each item of `POST /v1/items`, in their order.

use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::encoding::{array_of, unknown};
use crate::id::ItemId;

/// Why the relay will not store an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum RejectReason {
    #[n(1)]
    Malformed,
    #[n(2)]
    WrongAgency,
    #[n(3)]
    BadSignature,
    /// Not in the roster, or revoked and beyond its last named items.
    #[n(4)]
    UnknownWriter,
    /// The writer is in no group of this document.
    #[n(5)]
    NotInGroup,
    /// Another item of the same writer already has this number.
    #[n(6)]
    CounterConflict,
    #[n(7)]
    TooLarge,
    #[n(8)]
    Quota,
    /// The item cites a roster entry that the relay does not have.
    #[n(9)]
    UnknownRosterHead,
    /// The session's member may not write here at all.
    #[n(10)]
    SessionNotAllowed,
    /// The document was ordered to be forgotten.
    #[n(11)]
    Forgotten,
    /// A snapshot by somebody whose role reads no caseloads.
    #[n(12)]
    RoleMayNotSnapshot,
}

impl RejectReason {
    /// Whether sending the same item again later may succeed.
    pub fn may_pass_later(self) -> bool {
        matches!(
            self,
            Self::Quota | Self::UnknownRosterHead | Self::NotInGroup
        )
    }
}

/// What became of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemOutcome {
    /// Durably stored now, at this agency sequence number.
    Stored {
        seq: u64,
    },
    /// Was durably stored before, at this agency sequence number.
    Duplicate {
        seq: u64,
    },
    Rejected(RejectReason),
}

/// On the wire `[item, outcome, seq or 0, reason or 0]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemAnswer {
    pub item: ItemId,
    pub outcome: ItemOutcome,
}

impl<C> Encode<C> for ItemAnswer {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.array(4)?.bytes(self.item.as_bytes())?;
        match self.outcome {
            ItemOutcome::Stored { seq } => e.u8(0)?.u64(seq)?.u8(0)?,
            ItemOutcome::Duplicate { seq } => e.u8(1)?.u64(seq)?.u8(0)?,
            ItemOutcome::Rejected(reason) => e.u8(2)?.u64(0)?.encode_with(reason, ctx)?,
        };
        Ok(())
    }
}

impl<'b, C> Decode<'b, C> for ItemAnswer {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        array_of(d, 4)?;
        let item = d.decode_with(ctx)?;
        let outcome = d.u8()?;
        let seq = d.u64()?;
        let outcome = match outcome {
            0 => ItemOutcome::Stored { seq },
            1 => ItemOutcome::Duplicate { seq },
            2 => {
                return Ok(Self {
                    item,
                    outcome: ItemOutcome::Rejected(d.decode_with(ctx)?),
                });
            }
            _ => return Err(unknown("item outcome")),
        };
        if d.u8()? == 0 {
            Ok(Self { item, outcome })
        } else {
            Err(unknown("item outcome"))
        }
    }
}

/// 200 to `POST /v1/items`: one answer for each item sent, in order.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ItemsReply {
    #[n(0)]
    pub answers: Vec<ItemAnswer>,
}
