//! What stands before an unlocked device: it may have been taken out, or away for too long.
//!
//! A locked device cannot call in: its keys, and the relay's address with them, lie in the encrypted
//! database. So after an hour without contact it asks the relay first when it is unlocked, for some
//! seconds at the most. A device that was taken out hands over what it still has and wipes itself,
//! once the roster that it verified says so. No word of the relay does that.

use subtle::ConstantTimeEq;

use handrail_sync::{Changed, SyncInput, SyncPhase};

use super::help::{code_of, own_place};
use super::locking::close;
use super::{Engine, State, Turn};
use crate::api::{
    Command, EngineError, GateView, GateWhy, Query, RemovedView, Reply, Request, SessionView,
    SettingChange,
};
use crate::conversation::Conversation;
use crate::io::{Clock, Output};
use crate::lease::DAY_MS;
use crate::open::{Gate, Open, language_of, theme_of};
use crate::{last_words, views};

/// After so long without contact a device asks first, ms.
const ASKS_AFTER_MS: u64 = 3_600_000;
/// So long it waits for the answer, ms.
const ASKS_FOR_MS: u64 = 3_000;
/// Nobody is interrupted who touched the device so lately, ms.
const REST_MS: u64 = 60_000;
/// The person is warned in the last week, or in the last third of a shorter time.
const WARNS_DAYS: u32 = 7;

/// What stands before a device that was just unlocked.
pub fn at_opening(open: &mut Open, clock: Clock) -> Gate {
    // What cannot be kept counts all the same.
    let is_away = open
        .look_at_lease(clock.at, clock.monotonic)
        .unwrap_or(false);
    if open.is_dismissed() {
        Gate::Dismissed
    } else if open.conversation.is_none() || open.unfinished.is_some() {
        Gate::Free
    } else if is_away {
        Gate::Away
    } else if open
        .lease
        .is_some_and(|lease| lease.spent() >= ASKS_AFTER_MS)
    {
        Gate::CallingIn(clock.monotonic.saturating_add(ASKS_FOR_MS))
    } else {
        Gate::Free
    }
}

/// Opens or shuts the gate after a step of the talk. Answers how it stood.
pub fn look(open: &mut Open, changed: &[Changed], clock: Clock) -> Gate {
    let stood = open.gate;
    let met = changed.contains(&Changed::Met);
    let phase = open.conversation.as_ref().map(Conversation::phase);
    let gave_up = matches!(
        phase,
        Some(SyncPhase::Offline { .. } | SyncPhase::Trouble { .. })
    );
    open.gate = match stood {
        _ if open.is_dismissed() => Gate::Dismissed,
        Gate::CallingIn(until) if met || gave_up || until <= clock.monotonic => Gate::Free,
        Gate::Away if met => Gate::Free,
        other => other,
    };
    if open.gate == Gate::Dismissed {
        open.job = None;
        open.inspection = None;
    }
    stood
}

/// Days until the device locks for want of contact, once that is near.
pub fn days_to_warn_of(open: &Open) -> Option<u32> {
    let days = open.lease_days()?;
    let lease = open.lease?;
    let left = lease.days_left(days);
    let is_near = left <= WARNS_DAYS.min(days / 3) && lease.spent() >= DAY_MS;
    is_near.then_some(left)
}

/// Whether a request is answered while nothing is shown.
pub fn is_allowed(request: &Request) -> bool {
    match request {
        Request::Query(query) => matches!(query, Query::Session | Query::CrisisCard),
        Request::Command(command) => matches!(
            command,
            Command::EndAbsence { .. }
                | Command::Lock
                | Command::KeepAwake
                | Command::SyncNow
                | Command::StorageMeasured(_)
                | Command::SetSetting(SettingChange::Language(_) | SettingChange::Theme(_))
        ),
    }
}

impl Engine {
    /// Nothing stands before what is shown.
    pub(super) fn is_free(&self) -> bool {
        !matches!(&self.state, State::Open(open) if open.gate != Gate::Free)
    }

    /// Why nothing is shown.
    pub(super) fn gate_view(&self, open: &Open) -> GateView {
        let waiting = || views::sync_view(open).map_or(0, |view| view.waiting);
        let why = match open.gate {
            Gate::Free | Gate::CallingIn(_) => GateWhy::CallingIn,
            Gate::Away => GateWhy::Away {
                days: open.lease_days().unwrap_or(0),
                waiting: waiting(),
                help_request: self
                    .lock_row()
                    .ok()
                    .and_then(|row| row.help)
                    .map(|help| help.request),
            },
            Gate::Dismissed => GateWhy::Dismissed { waiting: waiting() },
        };
        GateView {
            why,
            language: open.settings.language,
            theme: open.settings.theme,
        }
    }

    /// Looks at the clocks. Answers whether the device locked by itself.
    pub(super) fn look_at_gate(&mut self, turn: &mut Turn<'_>) -> bool {
        let State::Open(open) = &mut self.state else {
            return false;
        };
        let is_away = open
            .look_at_lease(turn.clock.at, turn.clock.monotonic)
            .unwrap_or(false);
        // Whoever is writing finishes; a draft is kept a moment after it was typed.
        let idle = turn.clock.monotonic.saturating_sub(open.touched_at);
        let is_at_rest = idle >= REST_MS && open.gate == Gate::Free;
        if is_away && is_at_rest && open.unfinished.is_none() {
            self.lock_now(turn);
            return true;
        }
        if look(open, &[], turn.clock) != open.gate {
            self.tell_session(turn);
            self.tell_pill(turn);
        }
        false
    }

    /// A supervisor's code stands for contact, once.
    pub(super) fn end_absence(
        &mut self,
        code: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        self.begin_wait_anew(turn.clock)?;
        let row = self.lock_row()?;
        let retry_after_ms = super::passphrase::wait_ms(&row, turn.clock.at);
        if retry_after_ms > 0 {
            return Err(EngineError::TooSoon { retry_after_ms });
        }
        let typed = code_of(code)?;
        let open = self.opened()?;
        if open.gate != Gate::Away {
            return Err(EngineError::NotAllowed);
        }
        let help = row.help.as_ref().ok_or(EngineError::NotFound)?;
        let (place, key) = own_place(open, help, row.help_number).ok_or(EngineError::NotFound)?;
        let is_right = bool::from(place.code(key).as_bytes().ct_eq(typed.as_bytes()));
        let lock = self.lock.as_mut().ok_or(EngineError::NotFound)?;
        if !is_right {
            lock.record_failure(self.profile, turn.clock.at)?;
            let row = self.lock_row()?;
            return Err(EngineError::WrongHelpCode {
                retry_after_ms: super::passphrase::wait_ms(&row, turn.clock.at),
            });
        }
        // Used up; the next one is made when the device opens again.
        lock.set_help(self.profile, None, row.help_number)?;
        lock.clear_failures(self.profile)?;
        let clock = turn.clock;
        let open = self.opened()?;
        open.renew_lease(clock.at, clock.monotonic)?;
        open.gate = Gate::Free;
        open.touched_at = clock.monotonic;
        self.tell_session(turn);
        self.tell_pill(turn);
        Ok(Reply::Session(self.session(clock)))
    }

    /// Everything was handed over: the device says so to the others, and then wipes itself.
    pub(super) fn say_last_word(&mut self, turn: &mut Turn<'_>) {
        let now = turn.now();
        let said = self.opened().map(|open| last_words::say(open, now));
        // Where it cannot be written, it wipes itself all the same.
        if matches!(said, Ok(Ok(true))) {
            self.sync(SyncInput::Started, turn);
        } else {
            self.wipe(turn);
        }
    }

    /// Wiping waits for the last word to be sent no longer than until the first failure.
    pub(super) fn wipe_unheard(&mut self, turn: &mut Turn<'_>) {
        let State::Open(open) = &self.state else {
            return;
        };
        let phase = open.conversation.as_ref().map(Conversation::phase);
        let failed = matches!(
            phase,
            Some(SyncPhase::Offline { .. } | SyncPhase::Trouble { .. })
        );
        if failed && last_words::own(open).is_some() {
            self.wipe(turn);
        }
    }

    /// The device was taken out, and has handed over what it had: nothing of its person stays.
    /// Others on this device are left alone.
    pub(super) fn wipe(&mut self, turn: &mut Turn<'_>) {
        let State::Open(open) = std::mem::replace(&mut self.state, State::Empty) else {
            return;
        };
        let left = last_words::own(&open)
            .unwrap_or_else(|| views::shown_count(open.store.read().left_behind().unwrap_or(0)));
        let carried = views::shown_count(open.store.read().carried_count().unwrap_or(0));
        close(*open);
        turn.outputs.push(Output::WakeStream(None));
        if let Some(lock) = &mut self.lock {
            // Where that cannot be written, the database goes all the same.
            let _ = lock.remove_taken_out(self.profile, left, carried);
        }
        self.resting = None;
        self.forget_device();
        self.tell_session(turn);
    }

    /// A program that ended while it wiped goes on with it.
    pub(super) fn erase_removed(&self) {
        let Some(lock) = &self.lock else {
            return;
        };
        for removed in lock.removed().unwrap_or_default() {
            if matches!(lock.profile(removed.profile), Ok(None)) {
                let place = self.config.caseload.for_profile(removed.profile);
                let _ = (self.config.erase)(&place);
            }
        }
    }

    /// Who was wiped and has not read so.
    pub(super) fn removed(&self) -> Option<handrail_store::RemovedRow> {
        self.lock.as_ref()?.removed().ok()?.into_iter().next()
    }

    pub(super) fn removed_view(&self) -> SessionView {
        let Some(row) = self.removed() else {
            return SessionView::Starting;
        };
        SessionView::Removed(RemovedView {
            profile: row.profile,
            nickname: row.nickname,
            others: !self.profile_views().is_empty(),
            left_behind: row.left_behind,
            carried: row.carried,
            language: row.language.as_deref().and_then(language_of),
            theme: row.theme.as_deref().map(theme_of).unwrap_or_default(),
        })
    }

    /// It was read.
    pub(super) fn acknowledge_removal(
        &mut self,
        profile: u32,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        let lock = self.lock.as_mut().ok_or(EngineError::NotFound)?;
        lock.forget_removed(profile)?;
        self.tell_session(turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }
}
