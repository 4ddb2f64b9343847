"""The local stack: the parts that run on one machine, and the supervisor that starts them in order."""
