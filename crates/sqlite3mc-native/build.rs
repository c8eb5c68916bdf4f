//! Compiles the SQLite3 Multiple Ciphers amalgamation, with hidden symbols: a desktop program
//! also loads the system's libsqlite3 through WebKit, and the two must never bind to each other.

/// What `libsqlite3-sys` compiles its bundled SQLite with (the Rust bindings expect it), without
/// loading extensions, plus what encryption at rest demands: temporary tables stay in memory. The
/// page size is that of the web build, so that one format serves both.
const DEFINES: &[(&str, Option<&str>)] = &[
    ("SQLITE_CORE", None),
    ("SQLITE_DEFAULT_FOREIGN_KEYS", Some("1")),
    ("SQLITE_ENABLE_API_ARMOR", None),
    ("SQLITE_ENABLE_COLUMN_METADATA", None),
    ("SQLITE_ENABLE_DBSTAT_VTAB", None),
    ("SQLITE_ENABLE_FTS5", None),
    ("SQLITE_ENABLE_RTREE", None),
    ("SQLITE_ENABLE_STAT4", None),
    ("SQLITE_SOUNDEX", None),
    ("SQLITE_THREADSAFE", Some("1")),
    ("SQLITE_USE_URI", None),
    ("SQLITE_TEMP_STORE", Some("2")),
    ("SQLITE_DEFAULT_PAGE_SIZE", Some("8192")),
    ("HAVE_USLEEP", Some("1")),
    ("HAVE_ISNAN", None),
    ("_POSIX_THREAD_SAFE_FUNCTIONS", None),
    // Memory is wiped when it is given back, once `PRAGMA memory_security` says so.
    ("SQLITE3MC_SECURE_MEMORY", Some("1")),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // sqlite-wasm-rs compiles the same amalgamation for the web.
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family.contains("wasm")) {
        return;
    }
    let source = sqlite3mc_src::source_dir();
    let mut build = cc::Build::new();
    build
        .file(source.join(sqlite3mc_src::SOURCE_FILE))
        .include(source)
        .flag_if_supported("-fvisibility=hidden")
        .warnings(false);
    for (name, value) in DEFINES {
        build.define(name, *value);
    }
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os != "windows") {
        build.define("HAVE_LOCALTIME_R", None);
    }
    build.compile("sqlite3mc");
}
