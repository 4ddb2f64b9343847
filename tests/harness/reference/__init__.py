"""The truth, computed once more: product.md in the plainest Python that says it.

It shares no code with the services and uses the standard library only, so that both can be wrong, but not in the same
way. What to call:

- `uploads.read_upload(*paths)` reads what somebody uploads, file by file;
- `history.History(now_ms).add(files)` imports it and accounts for every row, `.add_live(plays)` takes the live feed's
  plays, `.plays()` lists the distinct plays in their order;
- `plays.Play` is one of them; made by hand, in the order of the history, they do as well;
- `wrapped.wrapped(plays, zone, window, by, limit, private=…)` is the report over a window, in the contract's shape:
  dicts and lists, a `most_played.OneOf` where several values are right;
- `compare.differences(expected, found)` names every figure that differs; `found` is `msgspec.to_builtins(answer)` of
  an engine's `Wrapped`, or `compare.of_public(json)` of `/api/v1/wrapped`, there without `compare.INTERNAL`;
- `drilldown.plays_of(plays, zone, drilldown.Filters(…), private=…)` is the plays behind a number, newest first.

One part of the report is one file in `parts`: a function of a `view.View` (the counted plays, the zone, the window).
`view.view_of(counted.counted_plays(plays), zone, first, last)` makes one, to ask for one part alone.
"""
