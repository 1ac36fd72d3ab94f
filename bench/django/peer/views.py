"""One function a page."""

from urllib.parse import parse_qsl

from django.http import HttpResponseRedirect
from django.shortcuts import render

from peer.models import Activity, Group, Intention
from peer.outcome import Outcome
from peer.words import WORDS

COOKIE = "stafet_test"


def show(request, template, **values):
    response = render(request, template, {"words": WORDS, "path": request.path, **values})
    # Without its length the page would go out in chunks.
    response["Content-Length"] = len(response.content)
    return response


def front(request):
    return show(request, "front.html", intentions=Intention.objects.all(), activities=Activity.objects.all())


def start(request):
    return show(request, "start.html", title=WORDS["test_title"], groups=Group.objects.all())


def result(request):
    draft = parse_qsl(request.COOKIES.get(COOKIE, ""))
    if not draft:
        return HttpResponseRedirect("/test")
    trail = [("/test", WORDS["test_title"])]
    outcome = Outcome(draft)
    return show(request, "result.html", title=WORDS["result_title"], trail=trail, outcome=outcome, draft=draft)
