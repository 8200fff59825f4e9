"""Pieces of any window; they know nothing of the program, only of its look."""
