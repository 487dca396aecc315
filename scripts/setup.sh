#!/bin/sh
# Makes a bare machine ready: a Python, the libraries Qt needs, the virtual environment.
# Usage: scripts/setup.sh run|dev. Quick when nothing is missing. PYTHON=… picks the interpreter.
set -eu
cd "$(dirname "$0")/.."
what=${1:-dev}

say() { printf '%s\n' "$*" >&2; }

# Prints the command prefix that may install packages, or fails where nothing may.
as_root() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then echo env
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then echo "sudo -n env"
    else return 1
    fi
}

# Installs the packages named, through apt-get; fails with one message where that cannot be done.
install() {
    if ! prefix=$(as_root); then
        say "These packages are missing (names of Debian and Ubuntu): $*"
        say "Install them with your package manager, for example: sudo apt-get install $*"
        return 1
    fi
    say "Installing: $*"
    # Intentional splitting: the prefix is a command with its arguments.
    # shellcheck disable=SC2086
    { $prefix apt-get -qq update &&
        $prefix DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
            install "$@" >/dev/null; } ||
        { say "apt-get could not install: $*"; return 1; }
}

find_python() {
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Prints the packages of the libraries that the loader cannot find.
missing_libraries() {
    known=$( (ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null) || true)
    [ -n "$known" ] || return 0
    while read -r library package; do
        case $known in
            *"$library "*) ;;
            *) printf '%s ' "$package" ;;
        esac
    done <<LIST
libGL.so.1 libgl1
libEGL.so.1 libegl1
libglib-2.0.so.0 libglib2.0-0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libgssapi_krb5.so.2 libgssapi-krb5-2
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-image.so.0 libxcb-image0
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
libXrandr.so.2 libxrandr2
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
libpulse.so.0 libpulse0
LIST
}

# Prints the packages of Python itself that are missing; an existing .venv needs none.
missing_python() {
    if ! python=$(find_python); then
        echo python3 python3-venv
    elif [ ! -x .venv/bin/python ] && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    fi
}

if [ "$(uname -s)" = Linux ]; then
    packages="$(missing_python) $(missing_libraries)"
    # shellcheck disable=SC2086
    [ "$packages" = " " ] || install $packages || true
    [ -z "$(missing_python)" ] || { say "coach needs Python 3.11 or newer, with venv."; exit 1; }
fi
python=$(find_python) || {
    say "coach needs Python 3.11 or newer, for example: brew install python@3.13"
    exit 1
}

exec "$python" scripts/bootstrap.py "$what"
