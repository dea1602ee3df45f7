"""Every kind of page is shown, taken away, and refused in the same way."""

import urllib.request

SINGLE_BIDS = "/indicator/single-bid-share"


def test_a_page_is_shown_with_its_title_and_says_that_the_sample_is_fictional(client):
    page = client.get(SINGLE_BIDS)

    assert page.status_code == 200
    assert "<h1" in page.content.decode()
    assert "Share with a single bid" in page.content.decode()
    assert "fictional" in page.content.decode()


def test_its_data_carry_the_data_version_and_the_caveats(client):
    data = client.get(f"{SINGLE_BIDS}/data.json").json()

    assert data["answer"]["id"] == "single-bid-share"
    assert data["data_version"]
    assert data["caveats"]


def test_a_page_that_was_read_already_is_not_sent_again(client):
    tag = client.get(SINGLE_BIDS).headers["ETag"]

    assert client.get(SINGLE_BIDS, headers={"if-none-match": tag}).status_code == 304


def test_what_is_not_there_is_refused_in_a_sentence(client):
    page = client.get("/indicator/nothing-of-the-kind")

    assert page.status_code == 404
    assert "nothing-of-the-kind" in page.content.decode()


def test_no_script_runs_and_nothing_comes_from_elsewhere(client):
    headers = client.get(SINGLE_BIDS).headers

    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "script-src" not in headers["Content-Security-Policy"]
    assert "Set-Cookie" not in headers


def test_a_server_answers_at_its_address(address):
    with urllib.request.urlopen(f"{address}{SINGLE_BIDS}") as page:
        assert b"single bid" in page.read()


def test_an_answer_that_was_made_already_is_the_same_again(client):
    first, second = client.get(SINGLE_BIDS), client.get(SINGLE_BIDS)

    assert second.content == first.content
    assert {name: value for name, value in second.headers.items() if name != "Server-Timing"} == {
        name: value for name, value in first.headers.items() if name != "Server-Timing"
    }


def test_a_kept_answer_stays_free_of_what_one_reader_was_told(client):
    client.get(SINGLE_BIDS, headers={"accept-encoding": "gzip"})

    plain = client.get(SINGLE_BIDS)

    assert "Content-Encoding" not in plain.headers
    assert b"<h1" in plain.content


def test_robots_are_told_what_to_leave_and_which_page_is_which(client):
    assert b"Disallow: /data/file/" in client.get("/robots.txt").content

    page = client.get(f"/cy{SINGLE_BIDS}").content.decode()

    assert f'hreflang="en-gb" href="http://127.0.0.1:8000{SINGLE_BIDS}"' in page
    assert f'<link rel="canonical" href="http://127.0.0.1:8000/cy{SINGLE_BIDS}">' in page
