"""The servers of the local stack, one file each: how it is configured, started, and known to be ready."""
