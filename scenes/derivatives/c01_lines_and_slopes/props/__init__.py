"""Rigs that only clip 01 uses: stairs, fractions, chains and ledgers of slopes, and a zoom."""
