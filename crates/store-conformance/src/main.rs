//! Runs the store's conformance suite where only a browser can: in a dedicated worker, on the origin's
//! private file system. `cargo xtask test --only system` builds the page, opens it in real browsers and reads
//! the outcome from its title.

#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(target_arch = "wasm32")]
fn main() {
    browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This suite runs in a browser's worker: cargo xtask test --only system");
}
