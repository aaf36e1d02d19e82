"""Wars between named players, and what many of them tell: strength, balance, the rule's share."""
