#!/usr/bin/env bash
# What surprised us: inside GNU screen 4.9.0 struck-through text arrives as plain text, and italic text arrives in
# reverse video, although the terminal outside (xterm-256color) shows both. tmux 3.3a passes both on unchanged.
#
# Why it matters here: a line that was taken back looked live inside screen when nothing but the strike said so, and
# an italic line looks like the chosen row of a list. So words say it ("taken back"), and no look is italic.
#
# Seen with Debian's screen 4.9.0-4 and tmux 3.3a-3, Linux x86-64. This script fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
chmod 755 "$folder"
apt-get update --quiet=2 >/dev/null
apt-get download --quiet=2 screen=4.9.0-4 tmux=3.3a-3 2>/dev/null
for package in ./*.deb; do dpkg -x "$package" installed; done
mkdir -m 700 sockets
export SCREENDIR="$folder/sockets" TMUX_TMPDIR="$folder/sockets" HOME="$folder" TERM=xterm-256color LC_ALL=C.UTF-8
unset TMUX STY
cat > say.sh <<'SAY'
printf 'a\033[9mSTRUCK\033[0mb\033[3mITALIC\033[0mc\n'
sleep 1
SAY
cat > outside.py <<'PYTHON'
import os, pty, select, sys, time

child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[1], sys.argv[1:])
seen, until = b"", time.time() + 10
while time.time() < until:
    if not select.select([terminal], [], [], 0.2)[0]:
        continue
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    if not part:
        break
    seen += part
at = seen.find(b"STRUCK")
assert at >= 0, seen
# From the "a" before it to the "c" behind the italic word.
print(repr(seen[seen.rfind(b"a", 0, at):seen.find(b"c", at) + 1].decode()))
PYTHON
by_screen=$(python3 outside.py installed/usr/bin/screen -q -c /dev/null sh say.sh)
by_tmux=$(python3 outside.py installed/usr/bin/tmux -f /dev/null -L finding new-session sh say.sh)
echo "screen 4.9.0 sends on: $by_screen"
echo "tmux 3.3a sends on:    $by_tmux"
[ "$by_screen" = "'aSTRUCKb\\x1b[7mITALIC\\x1b[27mc'" ]
[ "$by_tmux" = "'a\\x1b[9mSTRUCK\\x1b(B\\x1b[mb\\x1b[3mITALIC\\x1b(B\\x1b[mc'" ]
