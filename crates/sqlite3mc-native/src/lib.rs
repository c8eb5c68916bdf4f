//! Links SQLite3 Multiple Ciphers into native programs. There is no Rust in here: `build.rs`
//! compiles the amalgamation, and a crate that uses `rusqlite` says `use sqlite3mc_native as _;`
//! so that the linker keeps it. On wasm `sqlite-wasm-rs` brings the same C code instead, and this
//! crate is empty.
#![no_std]
