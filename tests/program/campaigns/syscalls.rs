//! Every system call with which a writing command touches its workspace is made to fail, and killed at.
//!
//! Bound: every such call of every scene, each with every error that fits it and with a kill. No seed: the calls are
//! counted in a first run that nothing happens to. `strace` does it; where there is none the campaign cannot run.

use std::fs;
use std::process::Command;

use crate::campaigns::scale::share_of;
use crate::campaigns::scene::{SCENES, Scene, Stage};

/// What is done to which call.
const FAULTS: &[(&str, &[&str])] = &[
    ("openat", &["error=EIO", "error=ENOSPC", "signal=KILL"]),
    ("read", &["error=EIO"]),
    ("write", &["error=EIO", "error=ENOSPC", "signal=KILL"]),
    ("pwrite64", &["error=EIO", "error=ENOSPC", "signal=KILL"]),
    ("fsync", &["error=EIO", "error=ENOSPC", "signal=KILL"]),
    ("fdatasync", &["error=EIO", "error=ENOSPC", "signal=KILL"]),
    ("ftruncate", &["error=EIO", "signal=KILL"]),
    ("rename", &["error=EIO", "error=ENOSPC", "signal=KILL"]),
    ("linkat", &["error=EIO", "signal=KILL"]),
    ("unlink", &["error=EIO", "signal=KILL"]),
    ("mkdir", &["error=EIO", "error=ENOSPC", "signal=KILL"]),
    ("flock", &["error=EIO", "signal=KILL"]),
    ("fchmod", &["error=EIO", "signal=KILL"]),
];

/// One fault: the so-manieth call of this name.
struct Fault {
    scene: &'static Scene,
    call: &'static str,
    number: usize,
    what: &'static str,
}

#[test]
fn whichever_system_call_fails_or_is_the_last_no_line_is_lost_doubled_altered_or_falsely_called_saved() {
    if Command::new("strace").arg("-V").output().is_err() {
        println!("NOT RUN: there is no strace here, so no system call was made to fail.");
        assert!(std::env::var_os("CI").is_none(), "strace is missing, and this is where the campaign counts");
        return;
    }
    let stages: Vec<(&Scene, Stage)> = SCENES.iter().map(|scene| (scene, scene.stage())).collect();
    let faults: Vec<Fault> = stages.iter().flat_map(|(scene, stage)| faults_of(scene, stage)).collect();
    assert!(faults.len() > 300, "only {} calls were seen", faults.len());
    let wanted = share_of(faults.len());
    // Evenly among all of them, so that a tenth meets every scene.
    let chosen = (0..wanted).map(|at| &faults[at * faults.len() / wanted]);
    for Fault { scene, call, number, what } in chosen {
        let (_, was) = stages.iter().find(|(other, _)| other.name == scene.name).unwrap();
        let stage = was.copied();
        let inject = format!("inject={call}:{what}:when={number}");
        let trace = format!("trace={call}");
        let ended = scene.play(&stage, &strace(&["-o", "/dev/null", "-e", &trace, "-e", &inject]), |_| {});
        scene.holds(was, &stage, &ended, &inject);
    }
    println!("{wanted} of {} faults in {} scenes", faults.len(), SCENES.len());
}

fn strace(arguments: &[&str]) -> Vec<String> {
    ["strace", "-f", "-qq"].iter().chain(arguments).map(|word| (*word).to_owned()).collect()
}

/// Everything that can be done to the calls with which a scene touches its workspace.
fn faults_of(scene: &'static Scene, stage: &Stage) -> Vec<Fault> {
    let stage = stage.copied();
    let log = stage.path().join("calls");
    let names: Vec<&str> = FAULTS.iter().map(|(name, _)| *name).collect();
    let trace = format!("trace={}", names.join(","));
    let ended = scene.play(&stage, &strace(&["-y", "-o", log.to_str().unwrap(), "-e", &trace]), |_| {});
    assert!(ended.status.success(), "{}: {:?}", scene.name, ended.status);
    let calls = fs::read_to_string(&log).unwrap();
    let here = stage.path().to_str().unwrap();
    let mut faults = Vec::new();
    for (call, whats) in FAULTS {
        let same = calls.lines().filter(|row| row.split_whitespace().nth(1).is_some_and(|rest| is_call(rest, call)));
        for (number, _) in (1..).zip(same).filter(|(_, row)| touches(row, here)) {
            faults.extend(whats.iter().map(|what| Fault { scene, call, number, what }));
        }
    }
    faults
}

fn is_call(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| rest.starts_with('('))
}

/// Whether a call touches a file of the workspace: one that it names, or the open one that it works on. What is printed
/// may name one too.
fn touches(row: &str, folder: &str) -> bool {
    let Some((_, arguments)) = row.split_once('(') else { return false };
    if arguments.starts_with(|c: char| c.is_ascii_digit()) {
        return arguments.split('>').next().is_some_and(|open| open.contains(folder));
    }
    let named = arguments.replace(&format!("AT_FDCWD<{folder}>"), "AT_FDCWD");
    named.contains(folder) || ["\"notes.txt\"", "\"sessions"].iter().any(|name| named.contains(name))
}
