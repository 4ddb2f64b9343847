"""Hard names: what an account export names by artist and title alone, and what in a catalogue is right for it.

Every name is made up. Each JSON file beside this is one category: scenes of a few tracks that are easily taken for
each other, and what is asked about them. For what one scene asks, no track of another scene is right.

What counts as right is what a careful person would say who has a cover to show and a sample to play. A wrong version
is worse than none, so what stays doubtful is not right.

- The same recording is right, on whichever album and however often it was issued: a remaster, a mono or stereo issue,
  a radio edit, a single or album version, an original mix, a bonus track. It sounds like what was heard, and its
  covers are of the same song. So `right` can name several tracks.
- Another recording is not right: live, unplugged, remix, dub, acoustic, demo, instrumental, a cappella, karaoke, sped
  up, slowed, sung anew. Whoever asked for one of them wants it and not the plain song, and one place, year or remixer
  is not another.
- Guests: how they are written, or whether at all, does not matter, since exports and catalogues differ in just that.
  But where there is one recording with and one without them, or with others, only the one that was asked for is
  right.
- The artist must be one of the track's own, the whole name: "&" is "and", and a joined list names each of them; but a
  duo is not one of its two, "The Foo" is not "Foo", and whoever plays in the manner of somebody is not that somebody.
  "Various Artists" is nobody.
- Writing does not matter: letter case, blanks, the form of apostrophes, quotes, dashes and brackets, the width of
  letters, how accents are encoded, accents and vowel points left out, ae for ä, е for ё. But where two names differ
  in just that, each is only itself; and a mark that makes another letter (ガ and カ, й and и, a vowel sign) is none to
  leave out.
- Numbers, parts and movements are the same in any numerals and must be equal. So must words in brackets that belong
  to the title, emoji, and titles of punctuation alone.
"""
