//! Both ends of the channel between the page and its worker.

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

use super::{
    browser, envelope,
    envelope::{FromWorker, ToWorker},
    js,
};

/// The page, as its worker sees it.
pub(super) struct Page {
    scope: DedicatedWorkerGlobalScope,
}

impl Page {
    /// `None` when this is not a dedicated worker.
    pub(super) fn of_this_worker() -> Option<Self> {
        let scope = js_sys::global().dyn_into().ok()?;
        Some(Self { scope })
    }

    pub(super) fn on_message(&self, mut callback: impl FnMut(ToWorker) + 'static) {
        js::listen(&self.scope, "message", move |event: MessageEvent| {
            if let Some(message) = envelope::unpack(&event.data()) {
                callback(message);
            }
        });
    }

    pub(super) fn post(&self, message: &FromWorker) {
        if let Some(buffer) = envelope::pack(message) {
            // Fails for what cannot be cloned only.
            let _ = self
                .scope
                .post_message_with_transfer(&buffer, &Array::of1(&buffer));
        }
    }
}

/// The worker, as its page sees it. The page's start script made it, so that
/// it loads beside the page's own program.
pub(super) struct EngineWorker {
    worker: Worker,
    _callbacks: [Closure<dyn FnMut(JsValue)>; 2],
}

/// What a worker does.
pub(super) enum WorkerEvent {
    /// It said something.
    Says(FromWorker),
    /// It broke; nothing more will come.
    Failed,
}

impl EngineWorker {
    /// Attaches to the worker that the start script made; what it said since
    /// is told first. `None` when there is no such script or worker.
    pub(super) fn attach(tell: impl Fn(WorkerEvent) + Clone + 'static) -> Option<Self> {
        let window = browser::window()?;
        let worker = js::property(&window, "handrailWorker")?.unchecked_into();
        let attached = Self::listen(worker, tell.clone());
        if let Some(inbox) = js::property(&window, "handrailWorkerInbox") {
            for data in Array::from(&inbox).iter() {
                if let Some(message) = envelope::unpack(&data) {
                    tell(WorkerEvent::Says(message));
                }
            }
        }
        let _ = js_sys::Reflect::set(&window, &"handrailWorkerTaken".into(), &true.into());
        if js::property(&window, "handrailWorkerFailed").is_some_and(|failed| failed.is_truthy()) {
            tell(WorkerEvent::Failed);
        }
        Some(attached)
    }

    /// Ends the worker: its locks and files are free after that.
    pub(super) fn end(self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }

    /// Has the start script make a fresh worker; attach to it next.
    pub(super) fn start_fresh() {
        let Some(window) = browser::window() else {
            return;
        };
        let failed = "handrailWorkerFailed".into();
        let _ = js_sys::Reflect::set(&window, &failed, &false.into());
        if let Some(start) = js::property(&window, "handrailStartWorker") {
            let _ = start.unchecked_into::<js_sys::Function>().call0(&window);
        }
    }

    pub(super) fn post(&self, message: &impl Serialize) {
        if let Some(buffer) = envelope::pack(message) {
            let _ = self
                .worker
                .post_message_with_transfer(&buffer, &Array::of1(&buffer));
        }
    }

    fn listen(worker: Worker, tell: impl Fn(WorkerEvent) + Clone + 'static) -> Self {
        let on_message = Closure::<dyn FnMut(JsValue)>::new({
            let tell = tell.clone();
            move |event: JsValue| {
                let data = event.unchecked_into::<MessageEvent>().data();
                if let Some(message) = envelope::unpack(&data) {
                    tell(WorkerEvent::Says(message));
                }
            }
        });
        let on_error = Closure::<dyn FnMut(JsValue)>::new(move |_| tell(WorkerEvent::Failed));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Self {
            worker,
            _callbacks: [on_message, on_error],
        }
    }
}
