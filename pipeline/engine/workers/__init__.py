"""Workers: starts worker processes, keeps them within limits, and estimates their order."""
