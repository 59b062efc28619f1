"""The grammar debugger: why a text was read as it was, and what is wrong with a grammar.

It serves formparse's grammars and any Lark LALR grammar; ``formparse.debug.subject`` says which one is debugged.
"""
