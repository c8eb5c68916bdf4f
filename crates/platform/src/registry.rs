//! Who waits for which reply, and who listens to events.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use futures_channel::{
    mpsc::{UnboundedReceiver, UnboundedSender, unbounded},
    oneshot,
};
use handrail_engine::{
    api::{EngineError, Event, Reply},
    io::RequestId,
};

/// What a screen gets for one request.
pub(crate) type Outcome = Result<Reply, EngineError>;

/// Requests under way and listeners of this program or page.
#[derive(Default)]
pub(crate) struct Registry {
    entries: Mutex<Entries>,
}

#[derive(Default)]
struct Entries {
    last: RequestId,
    waiting: HashMap<RequestId, oneshot::Sender<Outcome>>,
    listeners: Vec<UnboundedSender<Event>>,
}

impl Registry {
    /// A new number, from 1, and the place where its reply will arrive.
    pub(crate) fn expect(&self) -> (RequestId, oneshot::Receiver<Outcome>) {
        let (sender, receiver) = oneshot::channel();
        let mut entries = self.entries();
        entries.last += 1;
        let id = entries.last;
        entries.waiting.insert(id, sender);
        (id, receiver)
    }

    /// Hands a reply to whoever asked. A second reply, or one to a request that
    /// was interrupted, is dropped.
    pub(crate) fn settle(&self, id: RequestId, outcome: Outcome) {
        let waiting = self.entries().waiting.remove(&id);
        if let Some(waiting) = waiting {
            // Who asked may have gone away.
            let _ = waiting.send(outcome);
        }
    }

    /// Ends every request under way with [`EngineError::Interrupted`].
    pub(crate) fn interrupt_all(&self) {
        let waiting = std::mem::take(&mut self.entries().waiting);
        for (_, waiting) in waiting {
            let _ = waiting.send(Err(EngineError::Interrupted));
        }
    }

    /// Every event from now on.
    pub(crate) fn subscribe(&self) -> UnboundedReceiver<Event> {
        let (sender, receiver) = unbounded();
        self.entries().listeners.push(sender);
        receiver
    }

    /// Tells all listeners; forgets those that are gone.
    pub(crate) fn announce(&self, event: &Event) {
        self.entries()
            .listeners
            .retain(|listener| listener.unbounded_send(event.clone()).is_ok());
    }

    fn entries(&self) -> MutexGuard<'_, Entries> {
        // The maps are whole between any two statements above.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use handrail_engine::api::{SessionView, Topic};

    #[test]
    fn a_reply_reaches_the_one_that_asked_and_only_once() {
        let registry = Registry::default();
        let (first, mut first_reply) = registry.expect();
        let (second, mut second_reply) = registry.expect();
        registry.settle(second, Ok(Reply::Done));
        registry.settle(second, Err(EngineError::Locked));
        assert_ne!(first, second);
        assert_eq!(second_reply.try_recv(), Ok(Some(Ok(Reply::Done))));
        assert_eq!(first_reply.try_recv(), Ok(None));
    }

    #[test]
    fn an_interruption_ends_every_request_under_way() {
        let registry = Registry::default();
        let (id, mut reply) = registry.expect();
        registry.interrupt_all();
        assert_eq!(
            reply.try_recv(),
            Ok(Some(Err(EngineError::Interrupted))),
            "the screen is told to ask again"
        );
        registry.settle(id, Ok(Reply::Done));
    }

    #[test]
    fn listeners_get_events_in_order_until_they_go_away() {
        let registry = Registry::default();
        let mut staying = registry.subscribe();
        let leaving = registry.subscribe();
        let first = Event::Session(SessionView::Starting);
        let second = Event::Changed(vec![Topic::People]);
        registry.announce(&first);
        drop(leaving);
        registry.announce(&second);
        assert_eq!(staying.try_recv(), Ok(first));
        assert_eq!(staying.try_recv(), Ok(second));
        assert_eq!(registry.entries().listeners.len(), 1);
    }
}
