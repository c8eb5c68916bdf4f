//! The program: the engine's worker when started as one, else the screens.

#[cfg(any(feature = "web", feature = "desktop"))]
fn main() {
    if handrail_platform::is_worker() {
        handrail_platform::run_engine_worker(handrail_app::start_options());
    } else {
        handrail_app::launch();
    }
}

#[cfg(not(any(feature = "web", feature = "desktop")))]
fn main() {
    eprintln!(
        "Built without a renderer. Build with the feature `web` or `desktop`, or use `cargo xtask run`."
    );
}
