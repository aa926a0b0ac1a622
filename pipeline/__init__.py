"""How it is made: from a lesson to verified videos."""
