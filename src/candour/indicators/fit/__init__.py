"""What a process says that outcomes need, which metrics it could report, and the release that would report them."""
