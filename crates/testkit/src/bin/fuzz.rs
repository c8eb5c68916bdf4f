//! Alters inputs of one target until it breaks: `fuzz items`. New inputs that are
//! worth keeping, and the one that broke it, go into the target's corpus.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use handrail_protocol::ItemId;
use handrail_testkit::fuzz::{Run, TARGETS, Target, corpus_folder};

/// Alters inputs of one target until it breaks.
#[derive(Parser)]
struct Arguments {
    /// Which target; without a name, they are listed.
    target: Option<String>,
    /// Another seed tries other inputs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Ends after so many inputs.
    #[arg(long)]
    tries: Option<u64>,
    /// Keeps every input whose outcome was new.
    #[arg(long)]
    keep: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let found = TARGETS
        .iter()
        .find(|target| Some(target.name) == arguments.target.as_deref());
    let Some(target) = found else {
        for target in TARGETS {
            say(target.name);
        }
        return ExitCode::FAILURE;
    };
    // What breaks is told below; what a target catches by itself is none of it.
    std::panic::set_hook(Box::new(|_| {}));
    let mut run = match Run::begin(target, arguments.seed) {
        Ok(run) => run,
        Err(crash) => {
            say(&crash.to_string());
            return ExitCode::FAILURE;
        }
    };
    let mut tried = 0_u64;
    while arguments.tries.is_none_or(|tries| tried < tries) {
        match run.step() {
            Ok(Some(input)) if arguments.keep => keep(target, input),
            Ok(_) => {}
            Err(crash) => {
                say(&crash.to_string());
                keep(target, &crash.input);
                return ExitCode::FAILURE;
            }
        }
        tried += 1;
        if tried.is_multiple_of(100_000) {
            say(&format!("{tried} tried, {} outcomes", run.outcomes()));
        }
    }
    say(&format!("{tried} tried, {} outcomes", run.outcomes()));
    ExitCode::SUCCESS
}

fn keep(target: &Target, input: &[u8]) {
    let folder = corpus_folder(target);
    let name: String = ItemId::of(input).to_string().chars().take(16).collect();
    let written =
        std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(folder.join(name), input));
    if let Err(error) = written {
        say(&format!("an input cannot be kept: {error}"));
    }
}

/// Prints a line; nobody may be listening any more.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
