#!/usr/bin/env bash
# What surprised us: Chromium 156 without a window (`--headless --screenshot`) makes an empty picture of a page when the
# address names a place further down in it (`page.html#below`). Chromium ends with 0 and says how many bytes it wrote.
#
# A page with a red part, as high as five windows, and a blue part behind it. The picture of `page.html` is red; that of
# `page.html#below` is neither red nor blue but white: nothing of the page is drawn. The same address in a frame of the size
# of the window gives the blue part.
#
# Why it matters here: the picture of the report's map in the README was empty. So the script that makes the pictures puts the
# report into a frame, and somebody looks at what it made.
#
# Seen with Debian's chromium 156.0.8078.108-1~deb12u1, Pillow 11.3.0, Linux x86-64. This script fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
chmod 755 "$folder"
version=156.0.8078.108-1~deb12u1
apt-get update --quiet=2 >/dev/null
apt-get download --quiet=2 "chromium=$version" "chromium-common=$version" 2>/dev/null
for package in ./*.deb; do dpkg -x "$package" installed; done
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check pillow==11.3.0
cat > page.html <<'PAGE'
<!doctype html>
<title>Two parts</title>
<style>body { margin: 0 } div { height: 1500px } #above { background: #ff0000 } #below { background: #0000ff }</style>
<div id="above"></div>
<div id="below"></div>
PAGE
cat > frame.html <<'PAGE'
<!doctype html>
<title>A frame around it</title>
<body style="margin: 0"><iframe src="page.html#below" style="border: 0; width: 400px; height: 300px"></iframe>
PAGE
# The colour in the middle of the picture of an address.
colour() {
    rm -f picture.png
    timeout 120 installed/usr/lib/chromium/chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
        --user-data-dir="$folder/profile" --window-size=400,300 --screenshot="$folder/picture.png" "file://$folder/$1" 2>/dev/null
    python/bin/python -c 'from PIL import Image; print("#%02x%02x%02x" % Image.open("picture.png").convert("RGB").getpixel((200, 150)))'
}
installed/usr/lib/chromium/chromium --version
top=$(colour page.html) place=$(colour page.html#below) framed=$(colour frame.html)
echo "page.html: $top, page.html#below: $place, in a frame: $framed"
[ "$top $place $framed" = "#ff0000 #ffffff #0000ff" ]
