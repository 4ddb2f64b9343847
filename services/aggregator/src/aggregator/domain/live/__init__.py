"""What a running upload has brought so far."""
