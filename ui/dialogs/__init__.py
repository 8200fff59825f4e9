"""Dialogs: for making, importing, assigning and confirming; opened with open(), never exec()."""
