"""Flow: what each command does, stage by stage. Only these files know the order."""
