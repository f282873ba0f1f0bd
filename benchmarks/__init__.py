"""Measurements of accuracy and speed. Each writes JSON."""
