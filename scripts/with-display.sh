#!/usr/bin/env bash
# Runs a command on a screen, a session bus and in a home of its own, and clears all of it away afterwards.
#
#   scripts/with-display.sh COMMAND [ARGUMENT]...
#   SCREEN_SIZE=1920x1080 scripts/with-display.sh ...        (default: 1280x800)
#
# Nothing of the caller's session is touched: neither its screen nor its settings nor its bus.
set -euo pipefail

size=${SCREEN_SIZE:-1280x800}
readonly limit=30
home=$(mktemp -d "${TMPDIR:-/tmp}/waqai-display.XXXXXX")
pids=()

cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
    # The portal's mount of documents goes a moment after its session; until then nothing above it can be removed.
    local deadline=$((SECONDS + limit))
    until rm -rf "$home" 2>/dev/null || ((SECONDS > deadline)); do sleep 0.05; done
    [ ! -e "$home" ] || echo "$0: $home could not be removed" >&2
}
trap cleanup EXIT
trap 'exit 129' HUP INT TERM

# until_written FILE PID NAME: waits until a process has written a file, as long as it lives and the limit allows.
until_written() {
    local deadline=$((SECONDS + limit))
    until [ -s "$1" ]; do
        if ! kill -0 "$2" 2>/dev/null || ((SECONDS > deadline)); then
            echo "$0: $3 did not start:" >&2
            cat "$home/$3.log" >&2
            exit 1
        fi
        sleep 0.05
    done
}

mkdir -p "$home"/{config/xdg-desktop-portal,cache,data,documents} && mkdir -m 700 "$home/runtime"
printf '[preferred]\ndefault=gtk\n' >"$home/config/xdg-desktop-portal/portals.conf"
# Main windows fill the screen, so that pictures are alike; Alt+F4 closes as everywhere.
cat >"$home/openbox.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse><context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/></mousebind></context></mouse>
  <applications><application type="normal" class="waqai*"><decor>no</decor><maximized>yes</maximized></application></applications>
</openbox_config>
XML

Xvfb -displayfd 5 -screen 0 "${size}x24" -nolisten tcp 5>"$home/display" >"$home/Xvfb.log" 2>&1 &
pids+=($!)
until_written "$home/display" $! Xvfb

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
export DISPLAY=":$(cat "$home/display")"
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" XDG_DATA_HOME="$home/data"
export XDG_RUNTIME_DIR="$home/runtime" XDG_CURRENT_DESKTOP=GNOME GSETTINGS_BACKEND=memory
export LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1 WINIT_X11_SCALE_FACTOR="${WINIT_X11_SCALE_FACTOR:-1}"

openbox --config-file "$home/openbox.xml" --startup "sh -c 'echo up >$home/openbox'" >"$home/openbox.log" 2>&1 &
pids+=($!)
until_written "$home/openbox" $! openbox

status=0
dbus-run-session -- "$@" || status=$?
exit $status
