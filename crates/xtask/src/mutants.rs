//! Mutation tests: each check of the verification code is taken away in turn, and a
//! fast test must fail. What came of it is kept in `docs/mutants.md`.

use std::fs;

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::process::{cargo, command, run};
use crate::project;

const VERSION: &str = "27.1.0";

/// A part of the verification code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Whether an item counts on a device
    Verify,
    /// What devices may keep of a page, chains, coverage, giving back
    Sync,
    /// The roster's rules
    Roster,
    /// The item's format
    Item,
    /// Opening items, and keys
    Vault,
    /// What is slow to try: inflation, and the lock
    Slow,
}

impl Part {
    const ALL: [Self; 6] = [
        Self::Verify,
        Self::Roster,
        Self::Vault,
        Self::Item,
        Self::Sync,
        Self::Slow,
    ];

    fn files(self) -> &'static [&'static str] {
        match self {
            Self::Verify => &[
                "crates/sync/src/verify.rs",
                "crates/sync/src/receive/judge.rs",
            ],
            Self::Sync => &[
                "crates/sync/src/chain.rs",
                "crates/sync/src/coverage.rs",
                "crates/sync/src/heal.rs",
            ],
            Self::Roster => &["crates/protocol/src/roster/**"],
            Self::Item => &["crates/protocol/src/item/**"],
            Self::Vault => &[
                "crates/vault/src/item/open.rs",
                "crates/vault/src/item/seal.rs",
                "crates/vault/src/item/content.rs",
                "crates/vault/src/keyring.rs",
                "crates/vault/src/document_key.rs",
                "crates/vault/src/agency/*.rs",
                "crates/vault/src/joining.rs",
                "crates/vault/src/joining/*.rs",
            ],
            Self::Slow => &[
                "crates/vault/src/item/payload.rs",
                "crates/vault/src/lock/*.rs",
            ],
        }
    }

    /// The packages whose tests must notice, and which of their tests.
    fn tests(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Verify | Self::Sync => (
                &["handrail-sync", "handrail-testkit"],
                &[
                    "--lib",
                    "--test",
                    "verification",
                    "--test",
                    "hostile_items",
                    "--test",
                    "conversation",
                ],
            ),
            Self::Roster | Self::Item => (&["handrail-protocol"], &[]),
            Self::Vault => (
                &["handrail-vault"],
                &[
                    "--lib", "--test", "vault", "--", "--skip", "lock", "--skip", "argon",
                    "--skip", "payload",
                ],
            ),
            Self::Slow => (&["handrail-vault"], &[]),
        }
    }
}

/// Tries every mutant of one part, or of one file, or of everything. Takes hours for everything.
pub fn try_all(part: Option<Part>, file: Option<&str>) -> Result<()> {
    let program = ensure()?;
    let parts = part.map_or_else(|| Part::ALL.to_vec(), |part| vec![part]);
    for part in parts {
        let output = project::target().join("mutants").join(format!("{part:?}"));
        fs::create_dir_all(&output)
            .with_context(|| format!("{} cannot be made", output.display()))?;
        let mut mutants = command(&program);
        mutants
            .env("CARGO_TARGET_DIR", project::target().join("mutants/target"))
            .args([
                "mutants",
                "--workspace",
                "--jobs",
                "1",
                "--minimum-test-timeout",
                "60",
            ])
            .arg("--output")
            .arg(output);
        match file {
            Some(file) => {
                mutants.args(["--file", file]);
            }
            None => {
                for file in part.files() {
                    mutants.args(["--file", file]);
                }
            }
        }
        let (packages, tests) = part.tests();
        if packages.len() > 1 {
            // It would look for the tests of one package in the other.
            mutants.args(["--baseline", "skip", "--timeout", "240"]);
        }
        mutants.args(["--test-package", &packages.join(",")]);
        if !tests.is_empty() {
            mutants.arg("--").args(tests);
        }
        run(&mut mutants)?;
    }
    Ok(())
}

fn ensure() -> Result<std::path::PathBuf> {
    let program = project::tools().join("bin/cargo-mutants");
    if !program.is_file() {
        eprintln!(
            "Compiling cargo-mutants, which takes checks away to see whether a test notices."
        );
        let mut install = cargo();
        install
            .args(["install", "--locked", "--version", VERSION, "--root"])
            .arg(project::tools())
            .arg("cargo-mutants");
        run(&mut install)?;
    }
    Ok(program)
}
