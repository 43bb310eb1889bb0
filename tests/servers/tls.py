"""The site as the public has it: production settings over TLS with a throwaway certificate."""

import contextlib
import http.server
import shutil
import ssl
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.servers.parts import PartMissing, free_port
from tests.servers.site import Site

HOST = "localhost"
SECRET = "only-for-a-site-of-the-tests-" * 3


@dataclass(frozen=True)
class Certificate:
    """Files of a certificate for `localhost` and of the authority that signed it."""

    authority: Path
    chain: Path
    key: Path


def make_certificate(folder: Path) -> Certificate:
    """Make an authority and a certificate that last a day; PartMissing without OpenSSL 3."""
    if shutil.which("openssl") is None:
        raise PartMissing("OpenSSL", "apt-get install openssl")
    made = Certificate(folder / "ca.pem", folder / "site.pem", folder / "site.key")
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"]
    authority = ["openssl", "req", "-x509", *curve, "-subj", "/CN=test authority", "-keyout", folder / "ca.key"]
    site = ["openssl", "req", "-x509", *curve, "-subj", f"/CN={HOST}", "-keyout", made.key]
    site += ["-CA", made.authority, "-CAkey", folder / "ca.key", "-addext", f"subjectAltName=DNS:{HOST},IP:127.0.0.1"]
    site += ["-addext", "basicConstraints=critical,CA:FALSE"]
    for command, out in ((authority, made.authority), (site, made.chain)):
        subprocess.run([*map(str, command), "-out", str(out)], check=True, capture_output=True)
    return made


class SecureSite(Site):
    """An installation with production settings whose own server speaks TLS; `plain_port` redirects to it."""

    def __init__(self, folder: Path, certificate: Certificate) -> None:
        port = free_port()
        address = f"https://{HOST}:{port}"
        own = {
            "DJANGO_SETTINGS_MODULE": "mission_site.settings.production",
            "SECRET_KEY": SECRET,
            "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
            "BASE_URL": address,
            "GRANIAN_SSL_CERTIFICATE": str(certificate.chain),
            "GRANIAN_SSL_KEYFILE": str(certificate.key),
        }
        super().__init__(folder, port=port, environment=own)
        self.url, self.certificate, self.plain_port = address, certificate, free_port()

    def responds(self) -> bool:
        """Whether the site answers a request over TLS."""
        trust = ssl.create_default_context(cafile=str(self.certificate.authority))
        try:
            with urllib.request.urlopen(f"{self.url}/robots.txt", timeout=20, context=trust):
                return True
        except OSError:
            return False


def _plain_door(site: SecureSite) -> http.server.ThreadingHTTPServer:
    """A server that sends every request to the same address over TLS, as the one in front of the site does."""

    class Redirect(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(301)
            self.send_header("Location", site.url + self.path)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_OPTIONS = do_GET

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    return http.server.ThreadingHTTPServer(("127.0.0.1", site.plain_port), Redirect)


@contextlib.contextmanager
def secure_site_running(site: SecureSite) -> Iterator[SecureSite]:
    """Serve a prepared site over TLS, with its plain door, for the length of the block."""
    door = _plain_door(site)
    threading.Thread(target=door.serve_forever, daemon=True).start()
    try:
        site.start()
        yield site
    finally:
        site.stop()
        door.shutdown()
        door.server_close()
