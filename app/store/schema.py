"""What identifies a file of Entre Pares and its schema, readable without loading the migrations."""

APPLICATION_ID = 0x45505253
"""«EPRS» in the header of the file."""

LATEST = 2
"""How many steps `app.store.migrations` has; a test keeps them equal."""
