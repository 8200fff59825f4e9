"""What the user can do: verbs over the store. Rules that need more than one record live here."""
