"""A war that is over, opened: what each side did and why, by the hidden rule; how it is told."""
