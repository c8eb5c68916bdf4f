//! What the engine wants done outside: replies, events, requests, timers.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use futures_channel::mpsc::UnboundedSender;
use futures_util::future::{AbortHandle, abortable};
use handrail_engine::{
    api::Event,
    io::{HttpId, HttpRequest, Input, RequestId, WakeStream},
};

use crate::{host, message::Message, registry::Outcome, wake};

/// The way from the engine's loop to the screens.
pub(crate) trait Screens {
    /// Answers one request.
    fn reply(&self, id: RequestId, outcome: Outcome);
    /// Tells everybody.
    fn announce(&self, event: Event);
}

/// Everything under way on the engine's account.
pub(crate) struct Errands {
    screens: Rc<dyn Screens>,
    inbox: UnboundedSender<Message>,
    wake: Option<(WakeStream, AbortHandle)>,
    /// Counts up with each timer; only the newest one ticks.
    timer: Rc<Cell<u64>>,
    requests: Rc<RefCell<BTreeMap<HttpId, AbortHandle>>>,
}

impl Errands {
    pub(crate) fn new(screens: Rc<dyn Screens>, inbox: UnboundedSender<Message>) -> Self {
        Self {
            screens,
            inbox,
            wake: None,
            timer: Rc::default(),
            requests: Rc::default(),
        }
    }

    pub(crate) fn reply(&self, id: RequestId, outcome: Outcome) {
        self.screens.reply(id, outcome);
    }

    pub(crate) fn announce(&self, event: Event) {
        self.screens.announce(event);
    }

    /// Sends a request; its end is an input.
    pub(crate) fn send(&mut self, request: HttpRequest) {
        let id = request.id;
        let (inbox, requests) = (self.inbox.clone(), Rc::clone(&self.requests));
        let (errand, handle) = abortable(async move {
            let result = host::exchange(request).await;
            requests.borrow_mut().remove(&id);
            put(&inbox, Input::Http { id, result });
        });
        host::spawn(async move {
            // Given up: nobody waits for it.
            let _ = errand.await;
        });
        self.requests.borrow_mut().insert(id, handle);
    }

    /// Replaces the earlier timer.
    pub(crate) fn tick_after(&mut self, milliseconds: u64) {
        let number = self.timer.get() + 1;
        self.timer.set(number);
        let (timer, inbox) = (Rc::clone(&self.timer), self.inbox.clone());
        host::spawn(async move {
            host::sleep(milliseconds).await;
            if timer.get() == number {
                put(&inbox, Input::Tick);
            }
        });
    }

    /// Replaces the earlier stream.
    pub(crate) fn listen_for_wakes(&mut self, stream: Option<WakeStream>) {
        if let Some((_, handle)) = self.wake.take() {
            handle.abort();
        }
        if let Some(stream) = stream {
            let inbox = self.inbox.clone();
            let (listening, handle) = abortable(wake::listen(stream.clone(), move || {
                put(&inbox, Input::Wake);
            }));
            host::spawn(async move {
                let _ = listening.await;
            });
            self.wake = Some((stream, handle));
        }
    }

    /// Systems cut streams in the background without a word: starts anew.
    pub(crate) fn renew_wake_stream(&mut self) {
        if let Some((stream, _)) = &self.wake {
            let stream = stream.clone();
            self.listen_for_wakes(Some(stream));
        }
    }

    /// Drops everything under way.
    pub(crate) fn give_up(&mut self) {
        self.listen_for_wakes(None);
        self.timer.set(self.timer.get() + 1);
        for (_, request) in std::mem::take(&mut *self.requests.borrow_mut()) {
            request.abort();
        }
    }
}

fn put(inbox: &UnboundedSender<Message>, input: Input) {
    // The loop may have ended.
    let _ = inbox.unbounded_send(Message::Input(input));
}
