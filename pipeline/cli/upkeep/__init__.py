"""The commands that look after the machine and the store."""
