"""`make bench`: the product's figures, measured on a running stack beside the rival, in the same run."""
