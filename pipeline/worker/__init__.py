"""The worker process: it plays one clip or scene into one encoder and reports to its parent."""
