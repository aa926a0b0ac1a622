"""The workspace: a run's options, its locks, and how one job is done."""
