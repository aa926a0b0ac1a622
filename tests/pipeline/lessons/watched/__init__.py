"""A lesson of two clips: one breaks each rule of the eye once, the other keeps them all."""
