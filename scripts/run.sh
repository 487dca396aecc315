#!/bin/sh
# Opens the app; on a machine without a display it plays the tour and says what that left.
# Usage: scripts/run.sh DIR (for the tour)
set -eu
cd "$(dirname "$0")/.."
out=${1:-out/tour}

if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/coach
fi
echo "No display here: playing the tour into $out instead of opening a window."
QT_QPA_PLATFORM=offscreen .venv/bin/coach tour --out "$out"
echo "Pictures: $(pwd)/$out/*.png"
find "$out" \( -name '*.sqlite*' -o -name '*.db' \) | sed "s|^|Database: $(pwd)/|"
