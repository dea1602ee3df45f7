"""What is read out of Lighthouse's reports; Lighthouse itself runs in `make bench-lighthouse` only."""

import sys
from pathlib import Path


def audit(score, **more):
    return {"score": score, "scoreDisplayMode": "binary", "numericValue": 0.0, **more}


def test_a_report_says_what_a_page_is_marked_down_for(monkeypatch):
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parent), *sys.path])
    from lighthouse import found_in

    audits = {
        "largest-contentful-paint": audit(0.9, numericValue=1234.0),
        "total-blocking-time": audit(1),
        "cumulative-layout-shift": audit(1),
        "total-byte-weight": audit(1, numericValue=41_000.2),
        "hreflang": audit(0),
        "canonical": audit(None, scoreDisplayMode="notApplicable"),
        "server-response-time": audit(0),
    }
    weighed = {"largest-contentful-paint": 25, "hreflang": 1, "canonical": 1, "server-response-time": 0}
    references = [{"id": id, "weight": weight} for id, weight in weighed.items()]
    scores = {"performance": 0.99, "accessibility": 1, "best-practices": 1, "seo": 0.83}
    categories = {name: {"score": score, "auditRefs": references} for name, score in scores.items()}

    found = found_in({"audits": audits, "categories": categories}, "home", "telephone")

    assert found.scores == {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 83}
    assert found.lowest == 83
    assert found.short_of == ("hreflang", "largest-contentful-paint")
    assert (found.largest_drawn, found.sent) == (1.234, 41_000)
