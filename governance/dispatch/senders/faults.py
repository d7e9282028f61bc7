"""Why a message did not go out. Words are ours and the code is the vendor's: what they write may hold an address."""


class Unsent(Exception):
    """`words` is one sentence in the language of the office; `code` what the other side calls it."""

    def __init__(self, words: str, code: str = ""):
        super().__init__(words)
        self.words, self.code = words, code

    @property
    def sentence(self) -> str:
        return f"{self.words}（{self.code}）" if self.code else self.words


class Undeliverable(Unsent):
    """For good: trying again changes nothing."""


class Delayed(Unsent):
    """Not now, for this message alone."""


class Limited(Unsent):
    """The other side takes no more for so many seconds."""

    def __init__(self, words: str, code: str = "", *, seconds: int = 60):
        super().__init__(words, code)
        self.seconds = seconds


class Unreachable(Unsent):
    """The way itself is shut (network, credentials, fees): no message's fault. It may have been sent all the same."""
