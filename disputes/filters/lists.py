import django_filters as filters


def since(column: str, label: str) -> filters.DateFilter:
    return filters.DateFilter(column, lookup_expr="gte", label=label)


def until(column: str, label: str) -> filters.DateFilter:
    return filters.DateFilter(column, lookup_expr="lte", label=label)
