"""What runs inside the child process: one scene, one encoder, one report."""
