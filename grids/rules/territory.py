from django.utils.translation import gettext as _

from grids.models import GridSizeRule


def size_words(households: int, rule: GridSizeRule | None) -> str:
    """How a grid's size stands against its rule, in a sentence."""
    if rule is None:
        return _("共 {n} 户，这类网格没有规模标准。").format(n=households)
    words = {"n": households, "least": rule.least, "most": rule.most}
    if households < rule.least:
        return _("共 {n} 户，少于标准的 {least}–{most} 户。").format(**words)
    if households > rule.most:
        return _("共 {n} 户，多于标准的 {least}–{most} 户。").format(**words)
    return _("共 {n} 户，在标准的 {least}–{most} 户以内。").format(**words)
