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
const EXTENSIONS: [&str; 13] = [
    "API_ARMOR",
    "COLUMN_METADATA",
    "MATH_FUNCTIONS",
    "UNLOCK_NOTIFY",
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

/// Parts that the amalgamation can be compiled without and that the store never calls: none touches the
/// grammar, the file format, the planner or the full-text index.
const PARTS: [&str; 12] = [
    "AUTHORIZATION",
    "AUTOVACUUM",
    "COMPILEOPTION_DIAGS",
    "DECLTYPE",
    "DESERIALIZE",
    "GET_TABLE",
    "INTROSPECTION_PRAGMAS",
    "JSON",
    "PROGRESS_CALLBACK",
    "TCL_VARIABLE",
    "TRACE",
    "UTF16",
];

/// Flags for the C compiler, as sqlite-wasm-rs takes them.
pub fn left_out() -> String {
    let ciphers = CIPHERS.map(|name| format!("-DHAVE_CIPHER_{name}=0"));
    let extensions = EXTENSIONS.map(|name| format!("-USQLITE_ENABLE_{name}"));
    let parts = PARTS.map(|name| format!("-DSQLITE_OMIT_{name}"));
    ciphers
        .into_iter()
        .chain(extensions)
        .chain(parts)
        .chain(["-DSQLITE_UNTESTABLE".to_owned()])
        .collect::<Vec<_>>()
        .join(" ")
}
