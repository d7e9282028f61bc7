"""The other side of a way out: a local server that answers what was recorded and keeps what it was asked."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


class Vendor(ThreadingHTTPServer):
    """`answer(asked)` gives (status, body, headers, seconds to wait); `asked` is what came in."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, answer):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = answer
        self.asked: list[dict] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self._answer("")

    def do_POST(self):
        self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _answer(self, text: str):
        parts = urlsplit(self.path)
        is_form = self.headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded")
        asked = {
            "method": self.command,
            "path": parts.path,
            "query": dict(parse_qsl(parts.query)),
            "body": dict(parse_qsl(text)) if is_form else json.loads(text) if text else None,
            "key": self.headers.get("Idempotency-Key", ""),
        }
        self.server.asked.append(asked)
        status, body, headers, seconds = self.server.answer(asked)
        time.sleep(seconds)
        content = body.encode() if isinstance(body, str) else json.dumps(body, ensure_ascii=False).encode()
        try:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)
        except OSError:  # whoever asked has gone
            self.close_connection = True

    def log_message(self, *args):
        """Silent."""


@contextmanager
def vendor(answer):
    server = Vendor(answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def replay(exchanges: list[dict]):
    """Answers in the order they were recorded."""
    left = list(exchanges)

    def answer(asked):
        found = left.pop(0)
        return (
            found.get("status", 200), found.get("answer", ""), found.get("headers", {}), found.get("seconds", 0)
        )  # fmt: skip

    return answer
