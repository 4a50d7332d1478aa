"""The graph: findings as quads, the store that holds them, what is inferred, and the check against the shapes."""
