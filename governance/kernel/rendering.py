"""Forms as the product's own components, and parts of pages that come out the same for the same inputs."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache

from django.forms.renderers import TemplatesSetting
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

_KEPT = 2048
_CHARTS_KEPT = 256  # they are long
_LONGEST = 20_000  # characters of inputs
_NAMELESS = " object at 0x"  # what does not say what it is cannot be told from another


class PageRenderer(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` come out as the product's own components.

    A control depends on nothing but its inputs, and a list shows the same dozen on every page: they are kept.
    """

    form_template_name = "components/form.html"
    field_template_name = "components/form_field.html"

    @cached_property
    def _controls(self) -> dict[tuple[str, str], SafeString]:
        return {}

    def render(self, template_name, context, request=None):
        inputs = repr(context["widget"]) if context.keys() == {"widget"} else ""
        if not inputs or len(inputs) > _LONGEST or _NAMELESS in inputs:
            return super().render(template_name, context, request)
        known = self._controls
        if (template_name, inputs) not in known:
            if len(known) >= _KEPT:
                known.clear()
            known[template_name, inputs] = super().render(template_name, context, request)
        return known[template_name, inputs]


@lru_cache(maxsize=_KEPT)
def part(template: str, language: str, day, inputs: tuple[tuple[str, object], ...]) -> SafeString:
    """A component that says the same of the same inputs in a language on a day."""
    return render_to_string(template, dict(inputs))


def drawn_once(template: str, inputs: dict, *, key: Hashable) -> SafeString:
    """A component whose inputs cannot be compared: `key` is all it depends on; without one it is drawn each time."""
    return _drawn(template, _Once(key, inputs)) if key else render_to_string(template, inputs)


def drawn_chart(template: str, language: str, day, inputs: dict) -> SafeString:
    """A chart or a map, which is all figures and links: drawn once for the same ones in a language on a day."""
    said = repr(inputs)
    if len(said) > _LONGEST or _NAMELESS in said:
        return render_to_string(template, inputs)
    return _chart(template, _Once((language, day, said), inputs))


@dataclass(eq=False)
class _Once:
    """Inputs known by their key, let go of once they are drawn."""

    key: Hashable
    inputs: dict

    def __eq__(self, other):
        return self.key == other.key

    def __hash__(self):
        return hash(self.key)


def _draw(template: str, once: _Once) -> SafeString:
    inputs, once.inputs = once.inputs, {}
    return render_to_string(template, inputs)


_drawn = lru_cache(maxsize=_KEPT)(_draw)
_chart = lru_cache(maxsize=_CHARTS_KEPT)(_draw)
