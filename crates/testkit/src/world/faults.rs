//! What goes wrong on the way.

use rand_core::Rng;

use super::node::Answer;
use crate::random::{below, chance, index};

/// How often something goes wrong, in cases of 1,000; and how slow it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Faults {
    /// A request, an answer or a hint is lost.
    pub drop: u32,
    /// A request arrives twice.
    pub duplicate: u32,
    /// One bit of a request's body changes.
    pub damage_request: u32,
    /// One bit of an answer's body changes.
    pub damage_answer: u32,
    /// An answer's body ends early.
    pub truncate: u32,
    /// A page of somebody else comes instead of the answer.
    pub captive_portal: u32,
    /// The relay, or something before it, answers 503.
    pub unavailable: u32,
    /// The relay answers 429 and asks to be left alone for a while.
    pub too_many: u32,
    /// Longest time on the way, ms.
    pub slowest: u64,
}

impl Default for Faults {
    /// Nothing goes wrong.
    fn default() -> Self {
        Self {
            drop: 0,
            duplicate: 0,
            damage_request: 0,
            damage_answer: 0,
            truncate: 0,
            captive_portal: 0,
            unavailable: 0,
            too_many: 0,
            slowest: 40,
        }
    }
}

impl Faults {
    /// A different bad network for each call: each kind of fault is absent in
    /// half of the worlds, so that none hides another.
    pub fn random(rng: &mut impl Rng) -> Self {
        let mut often = |most: u64| {
            let present = chance(rng, 500);
            let per_mille = below(rng, most);
            if present {
                u32::try_from(per_mille).unwrap_or(0)
            } else {
                0
            }
        };
        Self {
            drop: often(300),
            duplicate: often(300),
            damage_request: often(60),
            damage_answer: often(60),
            truncate: often(60),
            captive_portal: often(60),
            unavailable: often(100),
            too_many: often(100),
            slowest: 5 + below(rng, 4_000),
        }
    }

    /// A random time on the way, ms; this is what changes the order of things.
    pub fn delay(&self, rng: &mut impl Rng) -> u64 {
        1 + below(rng, self.slowest)
    }

    /// Does to an answer what may be done to it.
    pub fn damage(&self, answer: &mut Answer, rng: &mut impl Rng) {
        if chance(rng, self.captive_portal) {
            *answer = Answer {
                status: 200,
                content_type: "text/html".to_owned(),
                body: b"<html><body>Welcome to the airport</body></html>".to_vec(),
                retry_after_seconds: None,
            };
            return;
        }
        let busy = [
            (self.unavailable, 503, None),
            (self.too_many, 429, Some(1 + below(rng, 5))),
        ];
        for (often, status, retry_after_seconds) in busy {
            if chance(rng, often) {
                *answer = Answer {
                    status,
                    content_type: String::new(),
                    body: Vec::new(),
                    retry_after_seconds,
                };
                return;
            }
        }
        if chance(rng, self.truncate) {
            let length = index(rng, answer.body.len());
            answer.body.truncate(length);
        }
        if chance(rng, self.damage_answer) {
            flip_a_bit(&mut answer.body, rng);
        }
    }
}

/// Changes one bit.
pub(super) fn flip_a_bit(body: &mut [u8], rng: &mut impl Rng) {
    let at = index(rng, body.len());
    let bit = below(rng, 8);
    if let Some(byte) = body.get_mut(at) {
        *byte ^= 1 << bit;
    }
}
