#!/bin/sh
# First process of the guest: mounts the host's root read-only, and memory over it for what is written.
export PATH=/bin
mount -t devtmpfs devtmpfs /dev
mount -t proc proc /proc
mount -t sysfs sysfs /sys

setting() {
  for word in $(cat /proc/cmdline); do
    case $word in "$1"=*) echo "${word#*=}" ;; esac
  done
}

for module in $(cat /modules/order); do
  insmod "/modules/$module.ko" || echo "testvm: module $module can't be loaded"
done

share() { mount -t 9p -o ro,trans=virtio,version=9p2000.L,msize=524288,cache=loose "$1" "$2"; }

mount -t tmpfs -o size=75% tmpfs /memory
mkdir -p /memory/upper /memory/work
share root /host || exit 1
lower=/host
if [ -n "$(setting vitrine.overlay)" ]; then
  share overlay /overlay || exit 1
  lower=/overlay:/host
fi
mount -t overlay -o "lowerdir=$lower,upperdir=/memory/upper,workdir=/memory/work" overlay /root || exit 1
guest=$(setting vitrine.guest)
for tree in dev proc sys; do mount -o move "/$tree" "/root/$tree"; done
exec switch_root /root /bin/bash "$guest/start.sh"
