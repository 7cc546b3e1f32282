#!/bin/sh
# Copy an image's pixels to a file with busctl and coreutils alone. Works for memfds, not for dma-bufs.
#
# busctl closes the descriptor that it received when it has written its reply. So it is made to write into a pipe
# that is full, and waits there while its descriptor is read through /proc. Draining the pipe lets it end.
#
# Usage: pixels.sh IMAGE OUT.raw
# Prints the reply: generation, index, width, height, FourCC, modifier, then per plane: descriptor, offset, stride.
set -eu
NAME=org.freedesktop.portal.Vitrine
ROOT=/org/freedesktop/portal/vitrine

folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
mkfifo "$folder/pipe"
exec 3<>"$folder/pipe" 4<"$folder/pipe" 5>"$folder/pipe" 3>&-
dd if=/dev/zero of="$folder/pipe" bs=4096 oflag=nonblock 2>/dev/null || true # until it is full

stdbuf -o0 busctl --user call $NAME $ROOT org.vitrine.Consumer1 OpenImage 'oa{sv}' "$1" 0 >&5 4>&- &
busctl=$!
exec 5>&-
descriptor=
while [ -z "$descriptor" ] && kill -0 $busctl 2>/dev/null; do
    descriptor=$(find /proc/$busctl/fd -lname '/memfd:*' 2>/dev/null | head -n 1)
done
[ -z "$descriptor" ] || cat "$descriptor" >"$2"
tr -d '\0' <&4
wait $busctl
