//! What is on its way.

use std::collections::BTreeMap;

use super::node::{Answer, Call, Lost};

/// Something on its way.
#[derive(Debug, Clone)]
pub(super) enum Delivery {
    Request {
        index: usize,
        life: u64,
        call: Call,
    },
    Answer {
        index: usize,
        life: u64,
        id: u64,
        answer: Result<Answer, Lost>,
    },
    Hint {
        index: usize,
        life: u64,
    },
}

/// Everything on its way, by the time it arrives.
#[derive(Debug, Default)]
pub(super) struct Network {
    queue: BTreeMap<(u64, u64), Delivery>,
    added: u64,
}

impl Network {
    pub(super) fn add(&mut self, at: u64, delivery: Delivery) {
        self.added += 1;
        self.queue.insert((at, self.added), delivery);
    }

    pub(super) fn next_time(&self) -> Option<u64> {
        self.queue.keys().next().map(|(at, _)| *at)
    }

    pub(super) fn next(&mut self) -> Option<Delivery> {
        self.queue.pop_first().map(|(_, delivery)| delivery)
    }
}
