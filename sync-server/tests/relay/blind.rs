//! What the relay is linked with, and what it leaves behind.

use std::collections::BTreeSet;
use std::fs::File;
use std::process::Command;

use handrail_protocol::id::ItemId;
use handrail_protocol::route;

use crate::agency::Agency;
use crate::carriers::Process;
use crate::client::{Client, give_roster};
use crate::pen::Pen;

/// Crates that could open an item, or that know what is in one.
const FORBIDDEN: [&str; 22] = [
    "aead",
    "aes-gcm",
    "argon2",
    "automerge",
    "chacha20",
    "chacha20poly1305",
    "crypto_box",
    "hexane",
    "hpke",
    "handrail-app",
    "handrail-domain",
    "handrail-engine",
    "handrail-platform",
    "handrail-store",
    "handrail-sync",
    "handrail-testkit",
    "handrail-vault",
    "orion",
    "salsa20",
    "sodiumoxide",
    "x25519-dalek",
    "xsalsa20poly1305",
];

/// Every crate that the program links: normal dependencies, all the way down. `ring` is among
/// them for TLS; it gets no key of ours, since nothing linked here can unwrap one.
fn linked() -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--package",
            "handrail-relay",
            "--edges",
            "normal",
            "--prefix",
            "none",
        ])
        .args(["--format", "{p}", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn nothing_the_relay_links_can_open_an_item() {
    let linked = linked();
    assert!(
        linked.contains("handrail-protocol") && linked.contains("axum"),
        "the check looks"
    );
    let found: Vec<_> = FORBIDDEN
        .iter()
        .filter(|name| linked.contains(**name))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}

/// The names of functions in a program tell from which crates its code is: each
/// crate's name stands there behind its length. Those that must be there are looked for too.
#[test]
fn no_code_that_opens_items_is_in_the_compiled_program() {
    let program = std::fs::read(env!("CARGO_BIN_EXE_handrail-relay")).unwrap();
    let has = |name: &str| {
        let name = name.as_bytes();
        program.windows(name.len()).any(|part| part == name)
    };
    assert!(has("17handrail_protocol") && has("13ed25519_dalek"));
    for name in [
        "14handrail_vault",
        "15handrail_domain",
        "13handrail_sync",
        "16chacha20poly1305",
        "12x25519_dalek",
        "_ZN4hpke",
        "_4hpke",
        "9automerge",
    ] {
        assert!(!has(name), "{name}");
    }
}

#[test]
fn the_log_says_neither_who_nor_what_nor_from_where() {
    let data = tempfile::tempdir().unwrap();
    let log = data.path().join("log");
    let mut agency = Agency::found("test");
    let coach = agency.add_coach("coach");
    let mut relay =
        Process::start_logging(data.path(), &["--log-json"], &File::create(&log).unwrap());
    give_roster(&mut relay, &agency);
    let mut pen = Pen::new(&agency, &coach.key, "maria");
    let item = pen.item_for(&[coach.group]);
    let mut client = Client::open(&mut relay, agency.id(), &coach.key);
    client.push(std::slice::from_ref(&item));
    client.feed(None);
    client.document(&pen.document.to_string(), false);
    client.get("/v1/documents/nonsense?after=0");
    let token = client.token.clone().unwrap();
    assert!(relay.terminate());
    let said = std::fs::read_to_string(&log).unwrap();
    for word in [
        agency.id().to_string(),
        coach.key.id().to_string(),
        coach.member.to_string(),
        coach.group.to_string(),
        pen.document.to_string(),
        ItemId::of(&item).to_string(),
        token.trim_start_matches(route::BEARER_PREFIX).to_owned(),
        "127.0.0.1".to_owned(),
        "nonsense".to_owned(),
        "after=".to_owned(),
    ] {
        assert!(!said.contains(&word), "{word} is in the log");
    }
    let routes: BTreeSet<String> = said
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter_map(|line| Some(line["fields"]["route"].as_str()?.to_owned()))
        .collect();
    for route in [route::ITEMS, route::FEED, "/v1/documents", route::SESSION] {
        assert!(routes.contains(route), "{route} is not in the log");
    }
}
