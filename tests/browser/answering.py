"""The live server, which says when nobody is being answered any more: a closed page leaves its last requests behind."""

from collections.abc import Callable, Iterable, Iterator
from threading import Condition

PATIENCE = 30  # seconds


class Answering:
    """A WSGI application around `application`, counting the requests that are between their start and their end."""

    def __init__(self, application: Callable):
        self.application = application
        self.running = 0
        self.changed = Condition()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        self._count(1)
        try:
            return _Answer(self.application(environ, start_response), ended=lambda: self._count(-1))
        except BaseException:
            self._count(-1)
            raise

    def wait(self, seconds: float = PATIENCE) -> bool:
        """Until all have their answers; False if some have not by then."""
        with self.changed:
            return self.changed.wait_for(lambda: not self.running, seconds)

    def _count(self, more: int) -> None:
        with self.changed:
            self.running += more
            self.changed.notify_all()


class _Answer:
    """What the server sends and then closes, whether the browser still listens or not."""

    def __init__(self, answer: Iterable[bytes], ended: Callable[[], None]):
        self.answer, self.ended = answer, ended

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.answer)

    def close(self) -> None:
        try:
            getattr(self.answer, "close", lambda: None)()
        finally:
            self.ended()
