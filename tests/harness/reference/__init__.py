"""The truth, computed once more: product.md in the plainest Python that says it.

It shares no code with the services and uses the standard library only, so that both can be wrong, but not in the same
way. `uploads.read_upload` reads what somebody uploads, `History.add` imports it and accounts for every row,
`History.plays` lists the plays, `wrapped` computes the report over a window.
"""
