"""The window of Entre Pares."""
