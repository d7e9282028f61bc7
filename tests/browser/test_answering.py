"""Tables are emptied after a test: no request of its page may be in the middle of a query then."""

from threading import Event, Thread

import pytest

from tests.browser.answering import Answering


class Body(list):
    closed = False

    def close(self):
        self.closed = True


def test_waiting_ends_when_the_answer_is_closed():
    asked, go_on, body = Event(), Event(), Body([b"a"])

    def application(_environ, _start_response):
        asked.set()
        go_on.wait(10)
        return body

    def serve():
        answer = answering({}, None)
        assert b"".join(answer) == b"a"
        answer.close()

    answering = Answering(application)
    assert answering.wait(0)
    server = Thread(target=serve)
    server.start()
    assert asked.wait(10)
    assert not answering.wait(0.01)
    go_on.set()
    assert answering.wait(10)
    assert body.closed
    server.join()


def test_a_request_that_fails_has_ended():
    def application(_environ, _start_response):
        raise LookupError

    answering = Answering(application)
    with pytest.raises(LookupError):
        answering({}, None)
    assert answering.wait(0)
