#!/usr/bin/env bash
# What surprised us: crossterm 0.29.0 reads CSI P, CSI Q and CSI S as F1, F2 and F4, and gives no event at all for CSI R,
# which stands between them. The keyboard protocol of kitty named CSI R for F3 at first, and kitty 0.26.5 (Debian 12) sends
# it once a program has asked for the protocol. A report of the cursor ends with R too, but has two numbers before it.
#
# Why it matters here: with the protocol on, F3 was lost in such a kitty, where it arrives without (ESC O R). So kitty is
# not asked for the protocol.
#
# Seen with crossterm 0.29.0, Linux x86-64; needs cargo and python3. This script fails when that changes.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
mkdir "$work/src"
cat > "$work/Cargo.toml" <<'TOML'
[package]
name = "keys"
version = "0.0.0"
edition = "2021"

[dependencies]
crossterm = "=0.29.0"
TOML
cat > "$work/src/main.rs" <<'RUST'
use crossterm::event::{poll, read, Event};
use std::time::Duration;

fn main() -> std::io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    print!("ready\r\n");
    std::io::Write::flush(&mut std::io::stdout())?;
    while poll(Duration::from_secs(3))? {
        if let Event::Key(key) = read()? {
            print!("{:?}\r\n", key.code);
        }
    }
    crossterm::terminal::disable_raw_mode()
}
RUST
CARGO_TARGET_DIR="$work/target" cargo build --quiet --manifest-path "$work/Cargo.toml"
python3 - "$work/target/debug/keys" <<'PYTHON'
import os, pty, sys, time

child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[1], sys.argv[1:])
seen = b""
while b"ready" not in seen:
    seen += os.read(terminal, 1024)
for key in (b"\x1b[P", b"\x1b[Q", b"\x1b[R", b"\x1b[S"):
    os.write(terminal, key)
    time.sleep(0.3)
try:
    while True:
        seen += os.read(terminal, 1024)
except OSError:
    pass
keys = seen.split(b"ready")[1].decode().split()
print("seen:", keys)
sys.exit(keys != ["F(1)", "F(2)", "F(4)"])
PYTHON
