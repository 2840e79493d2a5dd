"""Which requests Scripts/crawl sends: made from the server's own description, its data and the links in its responses."""

import dataclasses
import json
import random
import re
import unicodedata
import urllib.parse

QUERIES = [
    "규제", "데이터", "개인정보를", '"규제가 막는"', '"EU AI Act"', "규제 -데이터", "데이터 OR 돌봄", "인공지능*", "딥시크 규제",
    "ㄱㅈ", "rbwp", "privacy", "privcay", "machine learning", '"machine learning"', "open data regulation", "LLM", "AI",
    "서민재", "이상근 교수", "없는말이다", "(", "a", '"', " ", "-규제", "규", "규제에서도 데이터로", "공공 데이터", "공공데이터",
    unicodedata.normalize("NFD", "규제"), "ＬＬＭ", "말" * 300, "가 나 다 라 마 바 사 아 자 차 카 타 파 하", "2030", "the of and",
]
LANGUAGES = ["ko", "en", "fr", "en-GB", "x!"]
ENDINGS = ["json", "ndjson", "csv", "md", "txt", "html", "bib", "ris", "csl.json", "jsonld", "xyz"]
SPAN = 40
COMBINATIONS = 30
FOLLOWED_PAGES = 3

MALFORMED = [
    "GET /v1/talks HTTP/1.1\r\n\r\n",
    "GET /v1/talks HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
    "GET /v1/talks HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
    "GET /v1/talks HTTP/1.0\r\n\r\n",
    "GET /v1/talks HTTP/2.0\r\nHost: localhost\r\n\r\n",
    "GET  /v1/talks HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "BREW /v1/talks HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "GET v1/talks HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "GET http://localhost/v1/talks?limit=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    "GET /v1/talks HTTP/1.1\r\nHost: localhost\r\n folded: 1\r\n\r\n",
    "GET /v1/talks HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, gzip\r\n\r\n",
    "GET /v1/talks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1, 2\r\n\r\n",
    "GET /" + "a" * 20000 + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a" * 70000 + "\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    "nonsense\r\n\r\n",
]


@dataclasses.dataclass
class Request:
    """A request, and what comes before it."""

    target: str
    method: str = "GET"
    fields: list = dataclasses.field(default_factory=list)
    # How many links to a next page are followed first.
    pages: int = 0
    # The bytes to send instead, as Latin-1.
    raw: str = ""

    def key(self):
        return json.dumps(dataclasses.asdict(self), ensure_ascii=False)

    @staticmethod
    def parse(line):
        return Request(**json.loads(line))

    def __str__(self):
        if self.raw:
            return repr(self.raw[:100])
        fields = "".join(f" [{name}: {value}]" for name, value in self.fields)
        return f"{self.method} {self.target}{fields}" + (f" and {self.pages} pages on" if self.pages else "")


def escaped(text):
    return urllib.parse.quote(text, safe="")


def unique(values):
    return list(dict.fromkeys(value for value in values if value is not None))


class Plan:
    """The requests to one server; `get` fetches a target from it."""

    def __init__(self, get):
        self.get = get
        self.description = get("/openapi.json").json()
        self.identifiers = {kind: self.listed(f"/v1/{kind}s", "id") for kind in ("event", "talk", "panelist", "topic", "passage", "source")}
        self.identifiers["section"] = self.listed("/v1/passages", "section.id")
        self.identifiers["broader"] = self.identifiers["topic"]
        self.identifiers["affiliation"] = self.listed("/v1/panelists", "affiliation.organization")
        self.identifiers["voice"] = self.listed("/v1/passages", "voice.label")
        self.texts = self.listed("/v1/passages", "text")

    def listed(self, target, member):
        """The different values of a member in the items of a list."""
        response = self.get(f"{target}?limit=500&shape=array")
        values = []
        for item in response.json() or []:
            for part in member.split("."):
                item = item.get(part) if isinstance(item, dict) else None
            values.append(item)
        return unique(values)

    def requests(self):
        """Every request, each once."""
        seen = set()
        for request in self.all_requests():
            key = request.key()
            if key not in seen:
                seen.add(key)
                yield request

    def all_requests(self):
        for template, operations in self.description["paths"].items():
            parameters = [p for p in operations["get"]["parameters"] if p["in"] == "query"]
            forms = list(operations["get"]["responses"]["200"]["content"])
            paths = self.paths(template, operations["get"]["parameters"])
            for path in paths:
                yield Request(path)
            for path in unique([paths[0], paths[len(paths) // 2], paths[-1]]):
                # A route that requires a parameter is asked in its forms with it.
                required = [(p["name"], self.values(p)[0]) for p in parameters if p.get("required")]
                yield from self.forms(self.target(path, required), path, forms)
                yield from self.parameters(path, parameters, required, is_whole=path == paths[0])
        yield from self.missing()
        yield from self.quotations()
        yield from self.links()
        for raw in MALFORMED:
            yield Request("/malformed", raw=raw)

    @staticmethod
    def target(path, items):
        return path + ("?" + "&".join(f"{name}={escaped(str(value))}" for name, value in items) if items else "")

    def paths(self, template, parameters):
        """A template's paths for everything that there is."""
        capture = re.search(r"\{(\w+)\}", template)
        if not capture:
            return [template]
        schema = next(p["schema"] for p in parameters if p["name"] == capture.group(1))
        values = schema.get("enum") or self.identifiers.get(capture.group(1)) or ["nowhere"]
        return [template.replace(capture.group(0), escaped(value)) for value in values]

    def forms(self, target, path, forms):
        """A target in every form, method and condition."""
        for form in forms:
            yield Request(target, fields=[("Accept", form)])
            yield Request(target, method="HEAD", fields=[("Accept", form)])
            yield Request(target, fields=[("Accept", form), ("Accept-Encoding", "gzip")])
            yield Request(target, fields=[("Accept", form), ("If-None-Match", "{tag}")])
        for accept in ("image/png", "*/*;q=0", "text/*", "application/json;q=0.1, text/csv", "nonsense"):
            yield Request(target, fields=[("Accept", accept)])
        for method in ("HEAD", "OPTIONS", "POST", "DELETE"):
            yield Request(target, method=method)
        for coding in ("gzip", "gzip;q=0, identity;q=0", "br, identity;q=0", "gzip;q=0.2, identity;q=0.1", "*"):
            yield Request(target, fields=[("Accept-Encoding", coding)])
        conditions = [
            [("If-None-Match", "{tag}")], [("If-None-Match", "W/{tag}")], [("If-None-Match", '"other", {tag}')], [("If-None-Match", "*")],
            [("If-None-Match", '"other"')], [("If-Match", '"other"')], [("If-Match", "{tag}")],
            [("Accept-Encoding", "gzip"), ("If-None-Match", "{tag}")], [("Range", "bytes=0-9")], [("Range", "bytes=-5")],
            [("Range", "bytes=99999999-")], [("Range", "bytes=0-9"), ("If-Range", "{tag}")], [("Range", "bytes=0-9"), ("If-Range", '"other"')],
            [("Origin", "http://localhost:3000")], [("Origin", "https://elsewhere.example")],
        ]
        for fields in conditions:
            yield Request(target, fields=fields)
        yield Request(target, method="HEAD", fields=[("If-None-Match", "{tag}")])
        preflight = [("Origin", "http://localhost:3000"), ("Access-Control-Request-Method", "GET")]
        yield Request(target, method="OPTIONS", fields=preflight)
        query = target[len(path):]
        for ending in ENDINGS:
            yield Request(f"{path}.{ending}{query}")
        for other in (path + "/", path + "/nowhere", path.upper(), "/" + path, path + "%00", path + "%"):
            yield Request(other + query)

    def parameters(self, path, parameters, required, is_whole):
        """Every parameter with each kind of value, alone and with others; each member alone only where `is_whole`."""
        names = {p["name"] for p in parameters}
        short = [("limit", "3")] if "limit" in names else []
        for parameter in parameters:
            name = parameter["name"]
            others = [item for item in required + short if item[0] != name]
            values = self.values(parameter)
            for value in values if is_whole or name != "fields" else values[-3:]:
                yield Request(self.target(path, others + [(name, value)]))
            pair = self.values(parameter)[:2]
            yield Request(self.target(path, others + [(name, value) for value in pair]))
            if name == "fields":
                yield Request(self.target(path, others + [(name, self.values(parameter)[0]), ("pretty", "1")]))
            if name in ("sort", "q", "limit") and short:
                for value in self.values(parameter)[:20]:
                    for pages in range(1, FOLLOWED_PAGES + 1):
                        items = [item for item in required if item[0] != name] + [(name, value)]
                        yield Request(self.target(path, items + (short if name != "limit" else [])), pages=pages)
        for items in ([("nonsense", "1")], [("limt", "1")], [("limit", "")], [("offset", "1"), ("cursor", "x")]):
            yield Request(self.target(path, required + items))
        if "format" in names and short:
            for form in ("json", "ndjson", "csv"):
                for items in ([], [("bom", "1")], [("csv_safe", "1")], [("shape", "array")], [("pretty", "1")], [("limit", "2"), ("offset", "1")]):
                    yield Request(self.target(path, required + [("format", form)] + items))
        # What is chosen holds for a route and its parameters; another crawl of the same description chooses the same.
        chance = random.Random(path)
        for _ in range(COMBINATIONS if len(parameters) > 8 else 0):
            chosen = [p for p in chance.sample(parameters, 3) if not p.get("required") and p["name"] != "cursor"]
            items = [(p["name"], chance.choice(self.values(p)[:4])) for p in chosen]
            yield Request(self.target(path, required + items))

    def values(self, parameter):
        """Values that a parameter may have, and some that it may not; the first is right where that is known."""
        name, _, operator = parameter["name"].partition("__")
        schema = parameter["schema"]
        kind = schema.get("items", schema)
        if "enum" in kind:
            values = list(kind["enum"])
            joined = [",".join(values[:2]), ",".join(values[-3:])] if parameter.get("style") == "form" or schema["type"] == "array" else []
            return values + joined + ["nonsense"]
        if kind["type"] == "integer":
            low, high = kind["minimum"], kind["maximum"]
            return [max(low, 2), low, 7, high, high + 1, low - 1, "x", "1.5", ""]
        if name in self.identifiers:
            return self.references(self.identifiers[name], operator)
        if name == "q":
            return QUERIES
        if name == "text":
            return [text[:SPAN] for text in self.texts[1:4]] + ["없는 말이다", "a", ""]
        if name == "lang":
            return LANGUAGES
        if name == "cursor":
            return ["nonsense", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ""]
        return [parameter.get("example") or "1", "nonsense", ""]

    @staticmethod
    def references(all_of_kind, operator):
        if not all_of_kind:
            return ["nowhere"]
        first, middle, last = all_of_kind[0], all_of_kind[len(all_of_kind) // 2], all_of_kind[-1]
        if operator in ("gte", "lte", "gt", "lt"):
            return [middle, first, ""]
        if operator in ("contains", "startswith", "endswith", "icontains"):
            return [middle[:2], middle[1:3], last[-2:], middle.upper(), "%", "_", ""]
        if operator == "in":
            return [f"{first},{last}", first, ""]
        return unique([first, middle, last, unicodedata.normalize("NFD", first), first[:-1], first + "x", "nowhere", "", f"{first},{last}"])

    def missing(self):
        """What there is not, near to what there is."""
        for target in ("/v2", "/v1/", "/v1/talk", "/v1/speakers", "/nowhere", "/favicon.ico", "/robots.txt", "/v1//talks", "/%E0%80", "/v1/%2e%2e/v1"):
            yield Request(target)
        for kind in ("event", "talk", "panelist", "topic", "passage", "source"):
            some = (self.identifiers[kind] or ["x"])[0]
            for identifier in (some[:-1], some + "9", some.upper(), unicodedata.normalize("NFD", some), some.replace("-", "_"), "%FF"):
                encoded = identifier if identifier.startswith("%") else escaped(identifier)
                yield Request(f"/v1/{kind}s/{encoded}")

    def quotations(self):
        """Texts of every passage as people quote them."""
        for index, text in enumerate(self.texts):
            piece = text[len(text) // 4:][:SPAN]
            yield Request(self.target("/v1/quotes", [("text", text)]))
            quotations = [piece, piece.replace(" ", "  "), piece.replace(" ", ""), f"“{piece}”"]
            if index % 4 == 0:
                quotations += [
                    piece[:15] + " … " + text[-15:], piece[:15] + " [...] " + text[-15:], piece[:15] + " 아닌 말 " + piece[15:],
                    re.sub(r"[.,?!]", "", piece), piece.upper(), unicodedata.normalize("NFD", piece), text[-25:] + " " + "".join(self.texts[index + 1:index + 2])[:25],
                ]
            for quotation in quotations:
                yield Request(self.target("/v1/quotes", [("text", quotation)]))
            if index % 8 == 0:
                for voice in self.identifiers["panelist"][:4]:
                    yield Request(self.target("/v1/quotes", [("text", piece), ("voice", voice)]))
            yield Request(self.target("/v1/suggest", [("q", text[:2])]))
            yield Request(self.target("/v1/suggest", [("q", text[:1])]))

    def links(self):
        """Every address in the responses to the plain addresses, and in those to them."""
        waiting = ["/", "/docs", "/v1", "/v1/matrix", "/v1/exports", "/v1/topics/cooccurrence", "/.well-known/api-catalog"]
        waiting += [f"/v1/{kind}s?limit=500" for kind in ("event", "talk", "panelist", "topic", "passage", "source", "correction")]
        seen = set(waiting)
        while waiting:
            target = waiting.pop(0)
            yield Request(target)
            if target.count("/") > 1 and re.search(r"\.(sqlite|csv|ndjson)$|cursor=", target):
                continue
            body = self.get(target).body.decode("utf-8", "replace")
            for link in re.findall(r'"(?:url|\w+_url)": ?"(/[^"]*)"', body) + re.findall(r'href="(/[^"#]*)', body):
                link = link.replace("&amp;", "&").replace("\\/", "/")
                if link not in seen and "cursor=" not in link and "{" not in link:
                    seen.add(link)
                    waiting.append(link)
