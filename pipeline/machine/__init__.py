"""The machine: what it has and lacks, and how to mend it; its processes and its video files."""
