"""Published results without a log-in."""

from django.http import Http404
from django.shortcuts import render

from grids.views.open_doors import open_to_all
from property.presenting.results import published_round, published_rounds, result_page

READ = ("GET", "HEAD")


@open_to_all(*READ)
def result_list(request):
    return render(request, "property/result_list.html", {"rounds": published_rounds()})


@open_to_all(*READ)
def result_round(request, pk: int):
    """Each company's mean and each compound's result of one published round."""
    round_ = published_round(pk)
    if round_ is None:
        raise Http404
    return render(request, "property/result_round.html", result_page(round_))
