"""Tools of the house: what developers run, and tests call."""
