"""The test machine: a stock Debian kernel in QEMU, over this machine's own root file system."""
