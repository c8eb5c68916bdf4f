//! What screens are told without asking.

use std::collections::BTreeSet;

use handrail_protocol::DocumentKind;
use handrail_sync::receive::Received;
use handrail_sync::{Changed, SyncInput, SyncPhase};

use super::{Engine, State, Turn, gate};
use crate::api::{Event, Topic};
use crate::conversation::{self, Conversation, Step};
use crate::io::{HttpId, HttpReply, Output, TransportError};
use crate::open::{Gate, Open};
use crate::{
    attesting, call_outs, consents, emergencies, forgetting, groups, inviting, last_words,
    letting_go, removing, renewing, rooms, sharing, ties, views,
};

/// Whether it may be the last that was waited for before a participant is let go.
fn may_let_go(changed: &Changed) -> bool {
    matches!(
        changed,
        Changed::Left(_) | Changed::Roster | Changed::Receipts | Changed::Sent
    )
}

impl Engine {
    /// Gives the talk with the relay one input and tells the screens.
    pub(super) fn sync(&mut self, input: SyncInput, turn: &mut Turn<'_>) {
        let State::Open(open) = &mut self.state else {
            return;
        };
        let now = turn.moment();
        let step = conversation::step(open, input, now, turn.rng);
        self.after_step(step, turn);
    }

    /// An HTTP request ended: it is the joining's or the talk's.
    pub(super) fn http(
        &mut self,
        id: HttpId,
        result: Result<HttpReply, TransportError>,
        turn: &mut Turn<'_>,
    ) {
        let result = result
            .map(|reply| handrail_sync::SyncReply {
                status: reply.status,
                content_type: reply.content_type,
                body: reply.body,
                retry_after_ms: reply
                    .retry_after_seconds
                    .map(|seconds| seconds.saturating_mul(1_000)),
            })
            .map_err(|error| match error {
                TransportError::Unreachable => handrail_sync::SyncTransportError::Unreachable,
                TransportError::TimedOut => handrail_sync::SyncTransportError::TimedOut,
                TransportError::TooLong => handrail_sync::SyncTransportError::TooLong,
            });
        if self.joining.is_some() {
            self.joining_http(id, result, turn);
        } else {
            self.sync(SyncInput::Http { id, result }, turn);
        }
    }

    fn after_step(&mut self, step: Step, turn: &mut Turn<'_>) {
        turn.outputs.extend(step.outputs);
        let State::Open(open) = &mut self.state else {
            return;
        };
        if step.changed.contains(&Changed::HandedOver) {
            return self.say_last_word(turn);
        }
        let mut too_early = BTreeSet::new();
        if step.changed.contains(&Changed::Met) {
            // What cannot be written now is written at the next contact.
            let _ = open.renew_lease(turn.clock.at, turn.clock.monotonic);
            too_early = letting_go::ended_too_early(open).unwrap_or_default();
        }
        let stood = gate::look(open, &step.changed, turn.clock);
        let is_dismissed = open.gate == Gate::Dismissed;
        if stood != open.gate {
            self.tell_session(turn);
            self.tell_pill(turn);
        }
        if is_dismissed {
            self.wipe_unheard(turn);
            return;
        }
        let State::Open(open) = &mut self.state else {
            return;
        };
        let mut topics = BTreeSet::new();
        let mut pill = step.phase_changed;
        let mut wrote = false;
        let mut look_at_own = false;
        let nameless = open.names.member(&open.identity.member).is_empty();
        let now = turn.now();
        for changed in &step.changed {
            match changed {
                Changed::Documents(documents) => {
                    for document in documents {
                        let kind = open.store.read().document_kind(document).ok().flatten();
                        if kind == Some(DocumentKind::Participant.number()) {
                            topics.extend([Topic::People, Topic::Encounters]);
                            wrote |= ties::tidy(open, document, now).unwrap_or(false);
                            if sharing::has_guests(open, document).unwrap_or(false) {
                                let ended = consents::end_uncovered(open, document, now, turn.rng);
                                wrote |= ended.unwrap_or(false);
                            }
                        } else {
                            topics.insert(Topic::Team);
                            wrote |= open.read_names(now).unwrap_or(false);
                            wrote |= emergencies::answer(open, now, turn.rng).unwrap_or(false);
                            // What cannot be forgotten now is after the next change.
                            let _tidied = call_outs::tidy(open);
                            look_at_own = true;
                        }
                    }
                }
                Changed::Left(_) => {
                    topics.extend([Topic::People, Topic::Encounters]);
                }
                Changed::Roster => {
                    topics.extend([Topic::People, Topic::Team, Topic::Settings]);
                    wrote |= inviting::make_wanted_caseloads(open, now, turn.rng).unwrap_or(false);
                    wrote |= groups::make_wanted(open, now, turn.rng).unwrap_or(false);
                    wrote |= rooms::make_wanted(open, now, turn.rng).unwrap_or(false);
                    wrote |= sharing::complete(open, now, turn.rng).unwrap_or(false);
                    wrote |= attesting::note_taken_out(open, now).unwrap_or(false);
                    // What a group needs that began anew is wrapped for it.
                    wrote |= open.roster.groups().any(|(_, group)| group.anew.is_some());
                }
                Changed::Met | Changed::HandedOver => {}
                Changed::Sent | Changed::Receipts => {
                    topics.insert(Topic::Encounters);
                    pill = true;
                    // Once all is wrapped anew and sent, this device takes its new key.
                    wrote |= matches!(changed, Changed::Sent) && renewing::is_due(open);
                }
                Changed::Quarantine | Changed::Withheld | Changed::Incarnation => {
                    // Looked for again with the next item that is set aside.
                    let _ = last_words::hear(open);
                    topics.extend([Topic::People, Topic::Team]);
                    pill = true;
                }
            }
        }
        let has_ended = letting_go::look_at_ends(open, now.at.millis());
        let is_time = !open.ended.is_empty() || step.changed.iter().any(may_let_go);
        if is_time && letting_go::let_go(open, now.at.millis()).unwrap_or(false) || has_ended {
            topics.extend([Topic::People, Topic::Encounters]);
        }
        if !step.changed.is_empty() && forgetting::carry_out(open, now.at.millis()).unwrap_or(false)
        {
            topics.insert(Topic::Team);
        }
        if !topics.is_empty() {
            turn.outputs
                .push(Output::Event(Event::Changed(topics.into_iter().collect())));
            pill = true;
        }
        inviting::answer(open, turn);
        let at_rest = open.conversation.as_ref().map(Conversation::phase) == Some(SyncPhase::Idle);
        if open.lost_wait && open.unfinished.is_none() && at_rest {
            // What cannot be written now is tried again after the next step.
            wrote |= removing::remove_lost(open, turn.rng).is_ok();
        }
        // A new device says how it keeps what it has as soon as it can.
        wrote |= look_at_own && self.attest(turn);
        self.go_on_joining(turn);
        let named = |open: &mut Open| !open.names.member(&open.identity.member).is_empty();
        if nameless && self.opened().is_ok_and(named) {
            // A second device learns what its person is called.
            self.tell_session(turn);
        }
        if pill {
            self.tell_pill(turn);
        }
        if !too_early.is_empty() {
            self.sync(SyncInput::FetchAgain(too_early), turn);
        }
        if wrote {
            self.sync(SyncInput::LocalChange, turn);
        }
    }

    /// A parcel was made, or taken with what it changed: tells the talk and the screens.
    #[inline(never)]
    pub(super) fn handed_over(&mut self, received: Option<Received>, turn: &mut Turn<'_>) {
        let talks = matches!(&self.state, State::Open(open) if open.conversation.is_some());
        match received {
            Some(received) if talks => {
                self.sync(SyncInput::TookParcel(Box::new(received)), turn);
            }
            Some(received) => {
                let changed = received.into_changes();
                let step = Step {
                    changed,
                    ..Step::default()
                };
                self.after_step(step, turn);
            }
            None => self.sync(SyncInput::LocalChange, turn),
        }
        self.tell_pill(turn);
    }

    /// Tells the screens the state of sending.
    pub(super) fn tell_pill(&mut self, turn: &mut Turn<'_>) {
        if let State::Open(open) = &self.state
            && open.inspection.is_none()
            && open.gate == Gate::Free
            && let Ok(view) = views::sync_view(open)
        {
            turn.outputs.push(Output::Event(Event::Sync(view)));
        }
    }

    /// Something was written here: tell the screens and the talk.
    pub(super) fn written(&mut self, topics: &[Topic], turn: &mut Turn<'_>) {
        turn.outputs
            .push(Output::Event(Event::Changed(topics.to_vec())));
        self.tell_pill(turn);
        self.sync(SyncInput::LocalChange, turn);
    }

    /// Tells the screens where the device stands.
    pub(super) fn tell_session(&mut self, turn: &mut Turn<'_>) {
        let session = self.session(turn.clock);
        turn.outputs.push(Output::Event(Event::Session(session)));
    }
}
