"""Run: hands jobs to workers, watches them, and estimates how long they take."""
