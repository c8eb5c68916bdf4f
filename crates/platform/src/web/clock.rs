use handrail_engine::io::Clock;
use js_sys::{Date, Promise, futures::JsFuture};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{MessageChannel, Performance};

use super::js;

/// The time as this device has it.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole milliseconds and minutes of this age of the world"
)]
pub fn now() -> Clock {
    let date = Date::new_0();
    let monotonic = js::property(&js_sys::global(), "performance").map_or(0.0, |performance| {
        performance.unchecked_into::<Performance>().now()
    });
    Clock {
        at: date.get_time() as i64,
        offset_minutes: -(date.get_timezone_offset() as i32),
        monotonic: monotonic as u64,
    }
}

/// Returns after so many milliseconds, or a little later; after 0 as soon as
/// what waits already was served.
pub async fn sleep(milliseconds: u64) {
    let promise = if milliseconds == 0 {
        next_task()
    } else {
        let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        Promise::new(&mut |resolve, _| {
            js::set_timeout(&resolve, milliseconds);
        })
    };
    // Neither promise is ever rejected.
    let _ = JsFuture::from(promise).await;
}

/// Starts work beside the caller.
pub(crate) fn spawn(work: impl Future<Output = ()> + 'static) {
    js_sys::futures::spawn_local(work);
}

/// Browsers stretch nested timers of 0 ms to 4 ms; a message is not stretched.
fn next_task() -> Promise {
    Promise::new(&mut |resolve, reject| {
        let Ok(channel) = MessageChannel::new() else {
            let _ = reject.call0(&JsValue::UNDEFINED);
            return;
        };
        let port = channel.port1();
        let close = port.clone();
        let callback = Closure::once_into_js(move || {
            close.close();
            let _ = resolve.call0(&JsValue::UNDEFINED);
        });
        port.set_onmessage(Some(callback.unchecked_ref()));
        let _ = channel.port2().post_message(&JsValue::NULL);
    })
}
