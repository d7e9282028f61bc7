from governance.statistics.models import IndicatorVersion


def make_version(indicator: str, number: int, since, **said) -> IndicatorVersion:
    """A version of a definition."""
    words = {
        "name": indicator,
        "unit": "件",
        "formula": f"{indicator} formula",
        "numerator": "n",
        "denominator": "",
    }
    return IndicatorVersion.objects.create(
        **{"indicator": indicator, "number": number, "since": since, "wording": "0" * 64, **words, **said}
    )
