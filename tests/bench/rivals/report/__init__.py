"""The same report as a wrapped, by DuckDB over its loaded table: one file a part, as in the contract.

Every part answers in the shape of the public interface, so that both can be compared number by number.
"""
