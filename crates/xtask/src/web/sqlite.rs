//! What of SQLite and its ciphers the web bundle does without.

/// The store encrypts with ChaCha20 only.
const CIPHERS: [&str; 6] = [
    "AES_128_CBC",
    "AES_256_CBC",
    "SQLCIPHER",
    "RC4",
    "ASCON128",
    "AEGIS",
];

/// Extensions that sqlite-wasm-rs turns on and nobody here uses.
const EXTENSIONS: [&str; 10] = [
    "API_ARMOR",
    "RTREE",
    "SESSION",
    "PREUPDATE_HOOK",
    "STMTVTAB",
    "BYTECODE_VTAB",
    "DBPAGE_VTAB",
    "DBSTAT_VTAB",
    "OFFSET_SQL_FUNC",
    "UNKNOWN_SQL_FUNCTION",
];

/// Flags for the C compiler, as sqlite-wasm-rs takes them.
pub fn left_out() -> String {
    let ciphers = CIPHERS.map(|name| format!("-DHAVE_CIPHER_{name}=0"));
    let extensions = EXTENSIONS.map(|name| format!("-USQLITE_ENABLE_{name}"));
    ciphers
        .into_iter()
        .chain(extensions)
        .chain(["-DSQLITE_OMIT_JSON".to_owned()])
        .collect::<Vec<_>>()
        .join(" ")
}
