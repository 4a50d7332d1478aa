"""Measuring: what was read from papers, held against what people wrote down of them (gold)."""
