"""One keep-alive connection that asks one thing after the other: HTTP/1.1 over a bare socket, as cheap as can be."""

import asyncio
import re

CONTENT_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
STATUS = slice(9, 12)


class Connection:
    """Sends GETs with the same headers. Bodies are read by their length and not looked at."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, headers: str) -> None:
        self._reader = reader
        self._writer = writer
        self._headers = headers

    @classmethod
    async def open(cls, host: str, port: int, cookie: str) -> "Connection":
        """Connect."""
        reader, writer = await asyncio.open_connection(host, port, limit=1 << 20)
        return cls(reader, writer, f" HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {cookie}\r\n\r\n")

    async def get(self, path: str) -> tuple[str, bytes]:
        """Status and body of a GET."""
        self._writer.write(f"GET {path}{self._headers}".encode())
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = CONTENT_LENGTH.search(head)
        body = await self._reader.readexactly(int(length[1])) if length else b""
        return head[STATUS].decode(), body

    async def close(self) -> None:
        """Close the connection."""
        self._writer.close()
        await self._writer.wait_closed()
