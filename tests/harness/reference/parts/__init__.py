"""The parts of a wrapped: one part, one file, each a plain function of a `View`, in the contract's shape."""
