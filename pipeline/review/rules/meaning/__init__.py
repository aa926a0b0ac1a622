"""Rules on what is told: true numbers, spoken numbers, and questions."""
