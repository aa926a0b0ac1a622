"""The engine: plans, looks up, draws, keeps and delivers."""
