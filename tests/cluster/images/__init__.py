"""Images without a container engine: bases and stand-ins for images that a registry of the internet has.

A stand-in does what our charts ask of the image whose name it has, and nothing else; none is ever given to anybody.
"""
