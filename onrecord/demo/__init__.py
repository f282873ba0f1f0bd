"""The demo story: eight short reports about a bombing that never happened.

People, outlets, groups, quotes and addresses are invented; the cities are real, what happens in
them here is not. The texts are in the public domain (CC0 1.0).
"""
