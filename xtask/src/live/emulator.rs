//! The emulator: a process that ends with ours.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::http;
use crate::command::Result;

/// A running emulator.
///
/// It is stopped when this is dropped. Where nothing is dropped (Ctrl-C, a kill), the pipe that is
/// its standard input closes, and its start script takes that as the end.
pub(super) struct Emulator {
    process: Child,
    address: SocketAddr,
    log: PathBuf,
}

impl Emulator {
    /// Starts it on a free port of the loopback interface and waits until it answers.
    pub(super) fn start(python: &Path, folder: &Path) -> Result<Self> {
        let address = free_address()?;
        let log = folder.join("ministack.log");
        let output = File::create(&log)?;
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/live/emulator.py");
        let process = Command::new(python)
            .arg(script)
            .env("AUTH", "true")
            .env("BIND_HOST", address.ip().to_string())
            .env("GATEWAY_PORT", address.port().to_string())
            .stdin(Stdio::piped())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()?;
        let mut emulator = Self {
            process,
            address,
            log,
        };
        emulator.wait_until_ready()?;
        Ok(emulator)
    }

    /// Where it listens.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let patience = Duration::from_mins(1);
        let start = Instant::now();
        loop {
            if http::get(self.address, "/_ministack/health").is_ok() {
                return Ok(());
            }
            let ended = self.process.try_wait()?;
            if ended.is_some() || start.elapsed() > patience {
                let log = fs::read_to_string(&self.log)?;
                return Err(format!("ministack does not answer; it says:\n{log}").into());
            }
            sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // Both fail only for a process that has already ended, and then there is nothing to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An address that nobody listens on now. The emulator wants to be told its port.
fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
