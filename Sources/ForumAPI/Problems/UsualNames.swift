/// What other interfaces call the things of this one: the names that a newcomer tries first.
///
/// A name that is spelled wrong is found by ``NearestSpelling``; these are spelled right and belong elsewhere.
enum UsualNames {
    /// Parameters of other interfaces (PostgREST, json-server, Django REST framework, JSON:API) and what does the same here.
    static let parameters = [
        "select": "fields", "_fields": "fields", "columns": "fields", "expand": "include", "_expand": "include",
        "embed": "include", "_embed": "include", "order": "sort", "order_by": "sort", "orderby": "sort",
        "ordering": "sort", "_sort": "sort", "sort_by": "sort", "per_page": "limit", "page_size": "limit",
        "pagesize": "limit", "_limit": "limit", "count": "limit", "size": "limit", "rows": "limit", "top": "limit",
        "first": "limit", "skip": "offset", "_start": "offset", "start": "offset", "after": "cursor",
        "query": "q", "search": "q", "text": "q", "speaker": "panelist", "speakers": "panelist",
        "person": "panelist", "author": "panelist", "tag": "topic", "tags": "topic", "keyword": "topic",
        "session": "talk", "locale": "lang", "language": "lang", "facets": "facet", "aggs": "facet",
    ]

    /// Words of paths, and what they are called here.
    static let segments = [
        "speakers": "panelists", "people": "panelists", "persons": "panelists", "authors": "panelists",
        "sessions": "talks", "presentations": "talks", "speeches": "passages", "paragraphs": "passages",
        "tags": "topics", "keywords": "topics", "conferences": "events", "forums": "events",
        "documents": "sources", "find": "search", "autocomplete": "suggest",
    ]

    /// Whole paths that many servers have, and where the same is here.
    static let paths = [
        "/health": "/livez", "/healthz": "/livez", "/ping": "/livez", "/status": "/readyz", "/ready": "/readyz",
        "/swagger.json": "/openapi.json", "/api-docs": "/openapi.json", "/swagger": "/docs", "/api": "/v1",
    ]
}
