"""Templates come from people: what they may say is little, and read before anything of them is run.

A template may print a known field, walk a known list, and ask whether a field is there. It calls nothing, reaches
for nothing, and its paper cannot grow past a limit. The environment knows no functions and no filters besides.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from governance.kernel.templating.fields import LINE, Known
from governance.kernel.templating.limits import LONGEST_PAPER

# Inside a loop: the number of the line, and whether it is the first or the last.
LOOP = {"index", "first", "last"}
_PLAIN = (
    nodes.TemplateData,
    nodes.If,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Compare,
    nodes.Operand,
    nodes.Const,
)


class BadTemplate(Exception):
    """What is wrong with a template, as a sentence; `word` is what to look for in it."""

    def __init__(self, message: str, word: str = ""):
        super().__init__(message)
        self.message = message
        self.word = word


class _Bounded(Template):
    """A template whose text stops growing at a limit."""

    def render(self, *args, **values) -> str:
        found, size = [], 0
        for piece in self.generate(*args, **values):
            size += len(piece)
            if size > LONGEST_PAPER:
                raise BadTemplate(_("按这个模板生成的文书太长，请减少循环里重复的内容。"))
            found.append(piece)
        return "".join(found)


class Sandbox(ImmutableSandboxedEnvironment):
    """Where templates of papers are read and filled; whatever is not known to be harmless is `BadTemplate`."""

    template_class = _Bounded

    def __init__(self, known: Known):
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.known = known
        for names in (self.globals, self.filters, self.tests):
            names.clear()

    def from_string(self, source, globals=None, template_class=None):
        try:
            tree = self.parse(source)
        except TemplateError as error:
            raise BadTemplate(
                _("标记没有写完整：每个“{{”要有“}}”，for 要有 endfor，if 要有 endif。"), _near(error)
            ) from error
        _Reader(self.known).read(tree.body)
        return super().from_string(source, globals, template_class)


@dataclass(frozen=True)
class _Reader:
    """Raises `BadTemplate` for the first thing in a parsed template that is not allowed.

    `walked` are the names of the loops around a node, with the columns of their lists.
    """

    known: Known
    walked: dict[str, set[str]] = field(default_factory=dict)

    def read(self, found: list[nodes.Node]) -> None:
        for node in found:
            self._read_node(node)

    def _read_node(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.For):
            _Reader(self.known, self.walked | self._loop(node)).read([*node.body, *node.else_])
        elif isinstance(node, nodes.Name):
            self._read_name(node.name)
        elif isinstance(node, nodes.Getattr):
            self._read_column(node)
        elif isinstance(node, nodes.Output):
            self._refuse_lists(node)
            self.read(node.nodes)
        elif isinstance(node, _PLAIN):
            self.read(list(node.iter_child_nodes()))
        else:
            raise BadTemplate(
                _("{word} 不是模板里可以用的写法，只能写字段、循环和判断。").format(word=_words_of(node)),
                next(_names_in(node), ""),
            )

    def _loop(self, node: nodes.For) -> dict[str, set[str]]:
        if not isinstance(node.iter, nodes.Name) or not isinstance(node.target, nodes.Name):
            raise BadTemplate(
                _("循环只能写成“{example}”这样，in 后面是一个清单。").format(
                    example=f"for {LINE} in {next(iter(self.known.rows), '…')}"
                ),
                next(_names_in(node), ""),
            )
        name, line = node.iter.name, node.target.name
        if self.walked or node.recursive or node.test:
            raise BadTemplate(_("循环“{name}”里外只能有一层，也不能带条件。").format(name=name), name)
        if name not in self.known.rows:
            raise BadTemplate(_("没有叫“{name}”的清单，请对照可用字段修改。").format(name=name), name)
        if line in self.known.texts or line in self.known.rows:
            raise BadTemplate(_("循环里的名字“{name}”和字段同名，请换一个字。").format(name=line), line)
        return {line: self.known.rows[name], "loop": LOOP}

    def _read_name(self, name: str) -> None:
        if name in self.known.texts or name in self.known.rows:
            return
        if name in self.walked:
            words = _("“{name}”是一行，要写出它的哪一项，如 {example}。")
            raise BadTemplate(words.format(name=name, example=f"{name}.序号"), name)
        raise BadTemplate(_("没有叫“{name}”的字段，请对照可用字段修改。").format(name=name), name)

    def _refuse_lists(self, node: nodes.Output) -> None:
        for child in node.nodes:
            if isinstance(child, nodes.Name) and child.name in self.known.rows:
                words = _("“{name}”是清单，要用循环逐行写出，不能直接写。")
                raise BadTemplate(words.format(name=child.name), child.name)

    def _read_column(self, node: nodes.Getattr) -> None:
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name not in self.walked or node.attr not in self.walked[name]:
            shown = f"{name or '…'}.{node.attr}"
            raise BadTemplate(_("没有叫“{name}”的字段，请对照可用字段修改。").format(name=shown), node.attr)


def _near(error: TemplateError) -> str:
    """What to look for when a mark is not closed: the tag that the reader stumbled over, if it says so."""
    return next((word for word in ("for", "if", "{{", "{%") if f"'{word}'" in str(error.message)), "{{")


def _names_in(node: nodes.Node) -> Iterator[str]:
    """Words of a node that can be looked for in the document."""
    for child in (node, *node.find_all((nodes.Name, nodes.Getattr, nodes.Const))):
        word = getattr(child, "attr", None) or getattr(child, "name", None) or getattr(child, "value", None)
        if isinstance(word, str) and word:
            yield word


def _words_of(node: nodes.Node) -> str:
    return "“{}”".format("、".join(dict.fromkeys(_names_in(node))) or type(node).__name__)
