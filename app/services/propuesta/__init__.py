"""The pairing of the whole plantel: read, propose, explain, accept."""
