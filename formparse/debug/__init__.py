"""The grammar debugger: why a text was read as it was, and what is wrong with a grammar."""
