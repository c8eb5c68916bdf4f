use super::layout::{GENESIS_ACTOR, Layout, map_object};
use super::*;
use crate::id::{DeviceId, Incarnation, MemberId, RecordId};
use crate::time::{Now, Timestamp};
use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, ObjType, ROOT};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

mod agency;
mod conflicts;
mod encounters;
mod foreign;
mod genesis;
mod golden;
mod merging;
mod milestones;
mod participant;
mod shared;
