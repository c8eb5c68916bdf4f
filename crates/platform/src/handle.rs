//! What a screen holds to talk to the engine.

use std::sync::Arc;

use futures_channel::mpsc::UnboundedReceiver;
use handrail_engine::{
    api::{EngineError, Event, Reply, Request},
    io::Input,
};

use crate::{host::Outlet, message::Message, registry::Registry};

/// The way to the engine, wherever it runs. Cheap to clone; the engine ends
/// when the last one is dropped.
#[derive(Clone)]
pub struct EngineHandle {
    link: Arc<Link>,
}

struct Link {
    outlet: Outlet,
    registry: Arc<Registry>,
}

impl EngineHandle {
    #[cfg_attr(
        target_arch = "wasm32",
        allow(
            clippy::arc_with_non_send_sync,
            reason = "a page has one thread; elsewhere the outlet goes to another"
        )
    )]
    pub(crate) fn new(outlet: Outlet, registry: Arc<Registry>) -> Self {
        let link = Link { outlet, registry };
        Self {
            link: Arc::new(link),
        }
    }

    /// Asks at once, whether or not the answer is waited for. Any number may
    /// be under way.
    ///
    /// `Query::Session` is answered at once whatever state the engine is in.
    ///
    /// # Errors
    /// Those of the engine; [`EngineError::Interrupted`] when it stopped
    /// underneath and the request may be asked again.
    pub fn request(
        &self,
        request: Request,
    ) -> impl Future<Output = Result<Reply, EngineError>> + use<> {
        let (id, reply) = self.link.registry.expect();
        let message = Message::Input(Input::Request { id, request });
        if self.link.outlet.unbounded_send(message).is_err() {
            self.link.registry.settle(id, Err(EngineError::Interrupted));
        }
        async move { reply.await.unwrap_or(Err(EngineError::Interrupted)) }
    }

    /// Every event from now on, in order. Drop the stream to stop listening.
    pub fn subscribe(&self) -> UnboundedReceiver<Event> {
        self.link.registry.subscribe()
    }

    /// Asks the other tab or window that holds the database to step back.
    ///
    /// The outcome comes as [`Event::Session`]: the session of this device, or
    /// `OpenElsewhere { unanswered: true }` after five seconds. Does nothing
    /// when the engine runs here.
    pub fn take_over(&self) {
        // A stopped engine has told its session already.
        let _ = self.link.outlet.unbounded_send(Message::TakeOver);
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        let _ = self.outlet.unbounded_send(Message::Stop);
    }
}
