"""The Spotify double: a stand-in that speaks Spotify's OAuth and Web API to the letter.

Switches make go wrong what can go wrong. Every person, artist and picture in it is made up.
`python -m stack.double` serves it; settings.py names its environment.
"""
