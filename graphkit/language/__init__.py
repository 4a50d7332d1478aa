"""What words mean wherever they stand: names, clauses, roles, deadlines, concepts."""
