"""Why an upload as a whole fails: the text is for the person, and says what to do."""


class UnreadableUpload(Exception):
    """Nothing of the upload can be imported; the text says why."""


NEITHER = "This is neither a zip nor a JSON file. Upload the zip from Spotify as it is."
DAMAGED = "The zip ends early or is damaged. Download it from Spotify once more and upload it as it is."
ENCRYPTED = "The zip is protected with a password. Upload it as Spotify made it, without one."
UNKNOWN_COMPRESSION = "The zip is packed in a way that cannot be read here. Upload it as Spotify made it."
TOO_MANY_FILES = "The zip holds more than {limit} files. Upload only the one from Spotify."
TOO_LARGE = "Unpacked, the upload is larger than {limit} MiB. Upload only the zip from Spotify."
FILE_TOO_LARGE = "A file in the upload is larger than {limit} MiB. Upload only the zip from Spotify."
PACKED_TOO_TIGHTLY = "A file in the zip unpacks to more than {limit} times its size, as no history does."
NO_HISTORY = (
    "There is no listening history in this upload. Upload Spotify's account data or extended streaming history."
)
ZIP_IN_ZIP = "There is no listening history in this upload, but another zip. Unpack it once and upload what is inside."
TOO_MANY_ROWS = "Row {row}: the upload holds more than {limit} rows. The rows before it count; the rest was not read."
TOO_MANY_REJECTED = "After row {row}: more than {limit} rows of the upload are no plays. The rest was not read."
BYTES_GONE = "The bytes of this upload are no longer there. Upload it once more."
LOST = (
    "A part of this upload got lost on its way. Upload the same file once more: what has arrived stays, and nothing is "
    "counted twice."
)
CLOSED_FILE = "This file in the zip cannot be opened, so it was not read."
