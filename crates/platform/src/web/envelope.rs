//! What crosses between the page and the worker: postcard bytes, moved, not
//! copied.

use handrail_engine::{
    api::{Event, Request},
    io::RequestId,
};
use js_sys::{ArrayBuffer, Uint8Array};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::registry::Outcome;

/// From the page.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum ToWorker {
    /// A screen asks.
    Request {
        /// Echoed in the reply.
        id: RequestId,
        /// The question or order.
        request: Request,
    },
    /// A screen wants the files that another tab has.
    TakeOver,
    /// The page came to the front, or the network came back.
    Resumed,
}

/// From the worker.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum FromWorker {
    /// It hears what is sent to it from now on.
    Ready,
    /// It holds the lock from now on.
    Holding,
    /// Answer to one request.
    Reply {
        /// As asked.
        id: RequestId,
        /// Outcome.
        outcome: Outcome,
    },
    /// To every screen.
    Event(Event),
    /// It has let go of everything and wants to be replaced by a fresh one.
    Finished,
}

/// The bytes in a buffer of their own, to be transferred.
pub(super) fn pack(message: &impl Serialize) -> Option<ArrayBuffer> {
    let bytes = postcard::to_allocvec(message).ok()?;
    Some(Uint8Array::from(bytes.as_slice()).buffer())
}

/// `None` for anything that is not such a message.
pub(super) fn unpack<T: DeserializeOwned>(data: &JsValue) -> Option<T> {
    let buffer = data.dyn_ref::<ArrayBuffer>()?;
    postcard::from_bytes(&Uint8Array::new(buffer).to_vec()).ok()
}
