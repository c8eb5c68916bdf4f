//! A program that does not say where it listens.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::{Program, place};
use crate::wait::{PATIENCE, until};

impl Program {
    /// Starts the program that the variable names and waits until it listens
    /// on a port of this machine.
    pub async fn start_silent(variable: &str, arguments: &[&str]) -> Result<Self> {
        let path = place(variable)?;
        let child = Command::new(&path)
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} cannot be started", path.display()))?;
        let mut program = Self {
            child,
            port: 0,
            beneath: None,
        };
        let process = program.child.id();
        let what = format!("{} to listen", path.display());
        program.port = until(&what, PATIENCE, async || listening(process)).await?;
        Ok(program)
    }
}

/// The port on which a process listens, as the kernel tells.
fn listening(process: u32) -> Result<Option<u16>> {
    let mut sockets = Vec::new();
    for entry in fs::read_dir(format!("/proc/{process}/fd"))?.flatten() {
        // Closed between listing and reading is as good as never open.
        let Ok(target) = fs::read_link(entry.path()) else {
            continue;
        };
        let target = target.to_string_lossy().into_owned();
        let inode = target.strip_prefix("socket:[");
        sockets.extend(inode.map(|inode| inode.trim_end_matches(']').to_owned()));
    }
    let table = fs::read_to_string(format!("/proc/{process}/net/tcp"))?;
    Ok(table.lines().find_map(|line| port_of(line, &sockets)))
}

/// The port in a line of the kernel's table, when it is of one of the sockets
/// and listens.
fn port_of(line: &str, sockets: &[String]) -> Option<u16> {
    const LISTENS: &str = "0A";
    let columns: Vec<&str> = line.split_whitespace().collect();
    let ours = sockets
        .iter()
        .any(|inode| Some(&inode.as_str()) == columns.get(9));
    if !ours || columns.get(3) != Some(&LISTENS) {
        return None;
    }
    let (_, port) = columns.get(1)?.split_once(':')?;
    u16::from_str_radix(port, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_of_a_listener_of_this_process_is_found() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let wanted = listener.local_addr().unwrap().port();
        let found = listening(std::process::id()).unwrap();
        assert_eq!(found, Some(wanted));
    }

    #[test]
    fn a_connection_and_another_program_are_no_answer() {
        let line =
            "0: 0100007F:8BD9 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 77 1";
        assert_eq!(port_of(line, &["77".into()]), Some(0x8bd9));
        assert_eq!(port_of(line, &["78".into()]), None);
        assert_eq!(port_of(&line.replace(" 0A ", " 01 "), &["77".into()]), None);
    }
}
