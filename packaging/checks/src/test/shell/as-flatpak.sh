#!/usr/bin/env bash
# Runs a program as Flatpak 1.14 runs an app: in a sandbox whose session bus is a filtering proxy, itself in a sandbox
# with the same .flatpak-info. The app's manifest asks for nothing.
# Usage: as-flatpak.sh APP [ARGUMENT OF BWRAP]... -- COMMAND [ARGUMENT]...
set -euo pipefail
app=$1
shift
bus=${DBUS_SESSION_BUS_ADDRESS#unix:path=}
bus=${bus%%,*}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
socket=/run/user/$(id -u)/bus
cat >"$folder/info" <<INFO
[Application]
name=$app
runtime=runtime/org.example.Platform/x86_64/1

[Instance]
instance-id=1
INFO

system=(--ro-bind /usr /usr --symlink usr/bin /bin --symlink usr/lib /lib --symlink usr/lib64 /lib64 --dev /dev
  --proc /proc --die-with-parent --file 9 /.flatpak-info)

# What flatpak-context.c gives to every app, and no more. The proxy tells on its standard output that it is ready, and
# ends when that is closed.
coproc proxy {
  exec bwrap "${system[@]}" --bind "$(dirname "$bus")" "$(dirname "$bus")" --bind "$folder" "$folder" -- \
    xdg-dbus-proxy --fd=1 "unix:path=$bus" "$folder/bus" --filter --own="$app" --own="$app.*" \
    --call='org.freedesktop.portal.*=*' --broadcast='org.freedesktop.portal.*=@/org/freedesktop/portal/*' 9<"$folder/info"
}
read -r -N 1 -u "${proxy[0]}" _ || { echo "The proxy did not start." >&2; exit 1; }

bwrap "${system[@]}" --unshare-all --bind "$folder/bus" "$socket" --clearenv --setenv PATH /usr/bin \
  --setenv DBUS_SESSION_BUS_ADDRESS "unix:path=$socket" "$@" 9<"$folder/info"
