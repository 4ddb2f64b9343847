"""The node's own authority, the API server's certificate, and the key that signs the tokens of service accounts."""

import datetime
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from tests.cluster.node.layout import DOMAIN, FIRST_SERVICE, NODE_IP, STATE

FOLDER = STATE / "certificates"
AUTHORITY = FOLDER / "ca.crt"
SERVER, SERVER_KEY = FOLDER / "api.crt", FOLDER / "api.key"
TOKEN_KEY = FOLDER / "tokens.key"

DAYS = 2
NAMES = ("kubernetes", "kubernetes.default", "kubernetes.default.svc", f"kubernetes.default.svc.{DOMAIN}")
ADDRESSES = (FIRST_SERVICE, "127.0.0.1", NODE_IP)


def write(now: datetime.datetime) -> None:
    """Make them anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    authority_key, server_key, token_key = _key(), _key(), _key()
    authority = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "nachklang node")])
    server = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "kube-apiserver")])
    alternatives = x509.SubjectAlternativeName(
        [*map(x509.DNSName, NAMES), *(x509.IPAddress(ipaddress.ip_address(address)) for address in ADDRESSES)]
    )
    signed = _certificate(server, server_key, authority, now).add_extension(alternatives, critical=False)
    own = _certificate(authority, authority_key, authority, now).add_extension(
        x509.BasicConstraints(ca=True, path_length=None), critical=True
    )
    _write(AUTHORITY, own.sign(authority_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    _write(SERVER, signed.sign(authority_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    _write(SERVER_KEY, _pem(server_key))
    _write(TOKEN_KEY, _pem(token_key))


def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _certificate(
    subject: x509.Name, key: rsa.RSAPrivateKey, issuer: x509.Name, now: datetime.datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(minutes=5))
        .not_valid_after(now + datetime.timedelta(days=DAYS))
    )


def _pem(key: rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )


def _write(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)
