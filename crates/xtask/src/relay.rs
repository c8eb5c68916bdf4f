//! Building everything and starting the relay with it.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::process::{cargo, command, run};
use crate::project;
use crate::web::{self, Quality};

/// Where the relay listens and keeps its database.
pub struct Place {
    pub listen: SocketAddr,
    pub data: PathBuf,
}

/// Builds the web app and the relay, starts the relay, and prints the link once it answers.
pub fn serve(place: &Place, quality: Quality) -> Result<()> {
    free(place.listen)?;
    let site = web::build(quality)?;
    let mut build = cargo();
    run(build.args(["build", "--release", "--package", "handrail-relay"]))?;
    let mut relay = command(program("release"));
    relay
        .args(["--listen", &place.listen.to_string()])
        .arg("--data")
        .arg(&place.data)
        .arg("--web")
        .arg(site)
        .args(["--max-agencies", "1000"]);
    follow(&mut relay, place.listen)
}

/// Where cargo puts the relay.
pub fn program(profile_folder: &str) -> PathBuf {
    project::target()
        .join(profile_folder)
        .join("handrail-relay")
}

fn free(listen: SocketAddr) -> Result<()> {
    TcpListener::bind(listen).map(drop).with_context(|| {
        format!("{listen} is in use; stop what listens there or choose another with --listen")
    })
}

fn follow(relay: &mut Command, listen: SocketAddr) -> Result<()> {
    let mut child = relay.spawn().context("the relay could not be started")?;
    let reachable = if listen.ip().is_unspecified() {
        SocketAddr::from((Ipv4Addr::LOCALHOST, listen.port()))
    } else {
        listen
    };
    answers(&mut child, reachable)?;
    println!("\nHandrail is ready:  http://{reachable}/\n\nCtrl-C stops the relay.");
    let status = child.wait()?;
    if status.success() {
        Ok(())
    } else {
        bail!("the relay ended with {status}")
    }
}

/// Waits until the port accepts connections.
fn answers(child: &mut Child, address: SocketAddr) -> Result<()> {
    for _ in 0..100 {
        if let Some(status) = child.try_wait()? {
            bail!("the relay ended with {status} while it was starting");
        }
        if TcpStream::connect_timeout(&address, Duration::from_millis(200)).is_ok() {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(100));
    }
    bail!("the relay does not answer on {address}")
}
