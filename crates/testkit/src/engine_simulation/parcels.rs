//! Parcels among the twists: given as a file or by codes, to somebody who reads them or only carries
//! them, whole or damaged, once or twice, at once or long after.

use handrail_engine::api::{Command, EngineError, ParcelCommand, ParcelTakenView, Reply, Request};
use handrail_protocol::parcel::codes;
use rand_chacha::ChaCha20Rng;

use super::check::Broken;
use super::workload::Story;
use crate::random::{below, chance, index, pick};

/// What the worlds' parcels are drawn from besides the seed, so that the rest of a world is drawn as
/// it is without them.
pub(super) const DRAWN_APART: u64 = 0x9a2c_e150;

/// A parcel that somebody still has, on a memory stick for instance.
#[derive(Debug, Clone)]
struct Kept {
    /// Whose device made it.
    from: usize,
    bytes: Vec<u8>,
    small: bool,
}

/// The parcels of a world.
#[derive(Debug, Clone, Default)]
pub(super) struct Parcels {
    kept: Vec<Kept>,
    /// A device that took what it should not, and what.
    wrong: Option<(usize, &'static str)>,
}

impl Parcels {
    /// Whether a device gave something away. What the relay then does not take of a lost phone is not
    /// sealed anew, for others have it: the phone says so.
    pub(super) fn were_made_by(&self, device: usize) -> bool {
        self.kept.iter().any(|kept| kept.from == device)
    }

    pub(super) fn check(&self) -> Result<(), Broken> {
        match self.wrong {
            Some((device, what)) => Err(Broken::Parcel { device, what }),
            None => Ok(()),
        }
    }
}

impl Story {
    /// Somebody hands on what is new, or an earlier parcel. True when there was one.
    pub(super) fn hand_on(&mut self, rng: &mut ChaCha20Rng) -> bool {
        let parcel = if chance(rng, 350) {
            self.earlier(rng)
        } else {
            self.make_parcel(rng)
        };
        let Some(parcel) = parcel else { return false };
        let to = index(rng, self.world.len());
        match below(rng, 6) {
            // It lies in a pocket until later.
            0 => {}
            1 => self.give_damaged(to, &parcel, rng),
            2 => self.give_twice(to, &parcel, rng),
            _ => {
                self.hand_over(to, &parcel, rng);
            }
        }
        true
    }

    /// Long after, every parcel is found in a drawer and taken by somebody.
    pub(super) fn empty_the_drawer(&mut self, rng: &mut ChaCha20Rng) {
        for parcel in self.twists.parcels.kept.clone() {
            let to = index(rng, self.world.len());
            self.hand_over(to, &parcel, rng);
        }
    }

    fn make_parcel(&mut self, rng: &mut ChaCha20Rng) -> Option<Kept> {
        let from = index(rng, self.world.len());
        let small = chance(rng, 500);
        let made = self.order_parcel(from, ParcelCommand::Make { small }, rng);
        let Some(Ok(Reply::ParcelMade(made))) = made else {
            return None;
        };
        if made.bytes.is_empty() {
            return None;
        }
        let bytes = made.bytes;
        let kept = Kept { from, bytes, small };
        self.twists.parcels.kept.push(kept.clone());
        Some(kept)
    }

    /// One of before: where a phone was lost, as often as not one of that phone's.
    fn earlier(&mut self, rng: &mut ChaCha20Rng) -> Option<Kept> {
        let lost = self.twists.lost.as_ref().map(|(lost, _)| *lost);
        let lost = lost.filter(|_| chance(rng, 500));
        let kept = &self.twists.parcels.kept;
        let of_lost: Vec<&Kept> = kept.iter().filter(|kept| Some(kept.from) == lost).collect();
        let found = pick(rng, &of_lost).copied();
        found.or_else(|| pick(rng, kept)).cloned()
    }

    /// As a file, or by codes that begin anywhere and of which one is missed at first.
    fn hand_over(
        &mut self,
        to: usize,
        parcel: &Kept,
        rng: &mut ChaCha20Rng,
    ) -> Option<ParcelTakenView> {
        let texts = codes::to_codes(&parcel.bytes).filter(|_| parcel.small);
        let Some(mut texts) = texts else {
            let bytes = parcel.bytes.clone();
            return self.take(to, ParcelCommand::Take { bytes }, rng);
        };
        let first = index(rng, texts.len());
        texts.rotate_left(first);
        let missed = texts.iter().skip(1).cloned().collect();
        let part = self.take(to, ParcelCommand::Scan { texts: missed }, rng);
        if part.is_some() {
            self.twists.parcels.wrong = Some((to, "a parcel of which a code was missing"));
        }
        self.take(to, ParcelCommand::Scan { texts }, rng)
    }

    fn give_twice(&mut self, to: usize, parcel: &Kept, rng: &mut ChaCha20Rng) {
        let first = self.hand_over(to, parcel, rng);
        let again = self.hand_over(to, parcel, rng);
        let is_new = |again: ParcelTakenView| again.entries + again.carried > 0;
        if first.is_some() && again.is_some_and(is_new) {
            self.twists.parcels.wrong = Some((to, "a parcel twice, as if it were new"));
        }
    }

    /// One bit of the file is another, or its end is missing.
    fn give_damaged(&mut self, to: usize, parcel: &Kept, rng: &mut ChaCha20Rng) {
        let mut bytes = parcel.bytes.clone();
        let at = index(rng, bytes.len());
        if chance(rng, 300) {
            bytes.truncate(at);
        } else if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1_u8 << below(rng, 8);
        }
        if self.take(to, ParcelCommand::Take { bytes }, rng).is_some() {
            self.twists.parcels.wrong = Some((to, "a damaged parcel"));
        }
    }

    /// What a device says that it took; nothing where it took none.
    fn take(
        &mut self,
        to: usize,
        command: ParcelCommand,
        rng: &mut ChaCha20Rng,
    ) -> Option<ParcelTakenView> {
        match self.order_parcel(to, command, rng) {
            Some(Ok(Reply::ParcelTaken(taken))) => Some(taken),
            _ => None,
        }
    }

    /// Also the device draws apart: the world's own generator is left as it is.
    fn order_parcel(
        &mut self,
        index: usize,
        command: ParcelCommand,
        rng: &mut ChaCha20Rng,
    ) -> Option<Result<Reply, EngineError>> {
        let request = Request::Command(Command::Parcel(command));
        let begun = self
            .world
            .act(index, |node, clock, _| node.begin(request, clock, rng));
        let id = begun?;
        let answer = self.world.with_node(index, |node, _, _| node.answer(id));
        answer.flatten()
    }
}
