"""The languages as a gateway reads them."""

from pathlib import Path

import gateway
from gateway.adapters.languages import read_languages

FOLDER = Path(gateway.__file__).parent / "languages"
LANGUAGES = read_languages(FOLDER)
EN, DE = LANGUAGES["en"], LANGUAGES["de"]
