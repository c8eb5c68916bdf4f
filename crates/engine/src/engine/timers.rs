//! One timer of the driver for all that waits: auto-lock, the talk with the
//! relay, slices of long work, and the end of a delay at the lock.

use handrail_sync::SyncInput;

use super::{Engine, State, Turn};
use crate::api::{Event, Topic};
use crate::io::Output;
use crate::open::{Gate, Open};
use crate::{jobs, letting_go};

const MINUTE_MS: u64 = 60_000;

impl Engine {
    /// Asks the driver for the next due time.
    pub(super) fn set_timer(&mut self, turn: &mut Turn<'_>) {
        let now = turn.clock.monotonic;
        let join_at = self.joining.as_ref().and_then(|joining| joining.timer_at);
        let due = if let State::Open(open) = &self.state {
            let lock_at = open
                .touched_at
                .saturating_add(u64::from(open.settings.auto_lock_minutes) * MINUTE_MS);
            let talk_at = open.conversation.as_ref().and_then(|talk| talk.timer_at);
            let job_at = open
                .job
                .as_ref()
                .filter(|job| job.is_running())
                .map(|_| now);
            let gate_at = match open.gate {
                Gate::CallingIn(until) => Some(until),
                _ => None,
            };
            let end_at = next_end(open).map(|ms| now.saturating_add(ms));
            [Some(lock_at), talk_at, job_at, join_at, gate_at, end_at]
                .into_iter()
                .flatten()
                .min()
        } else {
            let rest_ends = self.resting.as_ref().map(|resting| resting.until);
            join_at.into_iter().chain(rest_ends).min()
        };
        if let Some(due) = due {
            turn.outputs
                .push(Output::TickAfter(due.saturating_sub(now)));
        }
    }

    /// Does whatever is due.
    pub(super) fn tick(&mut self, turn: &mut Turn<'_>) {
        self.joining_timer(turn);
        self.end_rest(turn);
        if self.auto_lock_due(turn) {
            self.lock_by_time(turn);
            return;
        }
        if self.look_at_gate(turn) {
            return;
        }
        self.look_at_ends(turn);
        let talk_due = match &mut self.state {
            State::Open(open) => open.conversation.as_mut().is_some_and(|talk| {
                let due = talk.timer_at.is_some_and(|at| at <= turn.clock.monotonic);
                if due {
                    talk.timer_at = None;
                }
                due
            }),
            _ => false,
        };
        if talk_due {
            self.sync(SyncInput::Timer, turn);
        }
        if matches!(&self.state, State::Open(open) if open.job.as_ref().is_some_and(jobs::Job::is_running))
        {
            jobs::slice(self, turn);
        }
    }

    /// Long work keeps the device awake: it ends by itself.
    fn auto_lock_due(&self, turn: &Turn<'_>) -> bool {
        match &self.state {
            State::Open(open) => {
                let idle = turn.clock.monotonic.saturating_sub(open.touched_at);
                !open.job.as_ref().is_some_and(jobs::Job::is_running)
                    && idle >= u64::from(open.settings.auto_lock_minutes) * MINUTE_MS
            }
            _ => false,
        }
    }

    /// The app came to the front: a sleeping device may have missed its timers.
    pub(super) fn resumed(&mut self, turn: &mut Turn<'_>) {
        self.end_rest(turn);
        if self.auto_lock_due(turn) {
            self.lock_by_time(turn);
        } else {
            self.look_at_ends(turn);
            self.sync(SyncInput::Resumed, turn);
        }
    }

    /// Shows no longer what its reader was to read until a time that has come.
    fn look_at_ends(&mut self, turn: &mut Turn<'_>) {
        if let State::Open(open) = &mut self.state
            && letting_go::look_at_ends(open, turn.clock.at)
        {
            let topics = vec![Topic::People, Topic::Encounters, Topic::Team];
            turn.outputs.push(Output::Event(Event::Changed(topics)));
            self.tell_pill(turn);
        }
    }
}

/// How long until something ends that this device's member reads until a time, ms.
fn next_end(open: &Open) -> Option<u64> {
    let now = open.lease?.now();
    let left = |until: u64| {
        let until = i64::try_from(until.saturating_mul(1000)).ok()?;
        u64::try_from(until.saturating_sub(now)).ok()
    };
    let lefts = open.own_ends().filter_map(|(_, until)| left(until));
    lefts.filter(|left| *left > 0).min()
}
