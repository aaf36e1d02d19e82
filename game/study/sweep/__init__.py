"""Many wars over constants, players and lucks: a plan, its parts, its table."""
