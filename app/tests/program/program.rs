//! The built program as a process of its own.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// Longer than a server that was asked to stop may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program, with nothing set in its environment.
pub(crate) fn stafet(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stafet"));
    for setting in ["LISTEN", "DATABASE", "NO_EXAMPLES", "OPERATOR", "CONTACT", "HTTPS", "LOG_JSON"] {
        command.env_remove(format!("STAFET_{setting}"));
    }
    command.env_remove("RUST_LOG").env("STAFET_DATA", data).stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub(crate) fn run(data: &Path, arguments: &[&str]) -> Output {
    stafet(data).args(arguments).output().expect("the program was built")
}

/// Runs a command that must succeed, and gives what it printed.
pub(crate) fn succeed(data: &Path, arguments: &[&str]) -> String {
    let done = run(data, arguments);
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("the program prints UTF-8")
}

/// A server that is up; it is killed when this is dropped.
pub(crate) struct Running {
    child: Child,
    _output: BufReader<ChildStdout>,
    /// Host and port.
    pub(crate) address: String,
}

impl Running {
    /// Starts a server on a free port, and waits until it says that it is ready.
    pub(crate) fn start(data: &Path, arguments: &[&str]) -> Self {
        let mut command = stafet(data);
        command.args(["serve", "--listen", "127.0.0.1:0"]).args(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program was built");
        let mut output = BufReader::new(child.stdout.take().expect("its output is ours"));
        let mut line = String::new();
        output.read_line(&mut line).expect("its output can be read");
        let Some(address) = line.trim_end().strip_prefix("Stafet is ready at http://") else {
            panic!("not ready: {line:?} {}", said(&mut child));
        };
        Self { child, address: address.to_owned(), _output: output }
    }

    /// Kills it as a power cut would.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("it was running");
        self.child.wait().expect("it can be waited for");
    }

    /// Asks it to stop, and waits for it. Says how it ended, and what it wrote to its log.
    pub(crate) fn stop(self) -> (ExitStatus, String) {
        signal("TERM", self.child.id());
        let (tell, told) = mpsc::channel();
        let id = self.child.id();
        let waiting = std::thread::spawn(move || {
            let mut running = self;
            let ended = running.child.wait().expect("it can be waited for");
            tell.send(()).ok();
            (ended, said(&mut running.child))
        });
        let in_time = told.recv_timeout(PATIENCE).is_ok();
        if !in_time {
            signal("KILL", id);
        }
        let ended = waiting.join().expect("waiting does not fail");
        assert!(in_time, "it did not end when asked to");
        ended
    }
}

/// Sends a signal to a process of ours.
fn signal(name: &str, id: u32) {
    let sent = Command::new("sh").args(["-c", &format!("kill -{name} {id}")]).status();
    assert!(sent.expect("there is a shell").success());
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn said(child: &mut Child) -> String {
    let mut text = String::new();
    if let Some(errors) = child.stderr.as_mut() {
        errors.read_to_string(&mut text).ok();
    }
    text
}
