"""The test machine: a stock Debian kernel in QEMU, over the host's root file system."""
