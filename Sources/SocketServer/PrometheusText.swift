/// The text format of Prometheus, version 0.0.4.
struct PrometheusText {
    /// What the names of metrics begin with.
    let prefix: String

    private enum Kind: String {
        case counter, gauge
    }

    /// Writes a server's numbers and its routes' statistics.
    func text(of metrics: ServerMetrics, routes: [(name: String, RouteStatistics)]) -> String {
        let plain: [(String, Kind, String, Int)] = [
            ("connections_accepted_total", .counter, "Connections accepted.", metrics.connectionsAccepted),
            ("connections_open", .gauge, "Connections open.", metrics.connectionsOpen),
            ("requests_total", .counter, "Requests begun to be answered.", metrics.requests),
            ("cache_hits_total", .counter, "Requests answered from the cache.", metrics.cacheHits),
            ("queue_depth", .gauge, "Requests that wait for a worker.", metrics.requestsWaiting),
            ("turned_away_total", .counter, "Requests answered 503 for too many waiting.", metrics.requestsTurnedAway),
            ("abandoned_total", .counter, "Requests whose client left before the answer.", metrics.requestsAbandoned),
            ("received_bytes_total", .counter, "Bytes received.", metrics.bytesReceived),
            ("sent_bytes_total", .counter, "Bytes sent.", metrics.bytesSent),
            ("accept_pauses_total", .counter, "Pauses in accepting for want of resources.", metrics.acceptPauses),
            (
                "idle_closed_total", .counter, "Idle connections closed so that others fit.",
                metrics.idleConnectionsClosed
            ),
            ("log_dropped_total", .counter, "Access records dropped.", metrics.accessRecordsDropped),
        ]
        var lines: [String] = []
        for (name, kind, help, value) in plain {
            lines += heading(name, kind.rawValue, help)
            lines.append("\(prefix)_\(name) \(value)")
        }
        lines += heading("responses_total", "counter", "Answers by route and status.")
        for (name, statistics) in routes {
            for (code, count) in statistics.statuses {
                lines.append("\(prefix)_responses_total{route=\"\(escaped(name))\",status=\"\(code)\"} \(count)")
            }
        }
        lines += heading("response_seconds", "histogram", "Time to answer, by route.")
        for (name, statistics) in routes { lines += histogram(escaped(name), statistics) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ name: String, _ kind: String, _ help: String) -> [String] {
        ["# HELP \(prefix)_\(name) \(help)", "# TYPE \(prefix)_\(name) \(kind)"]
    }

    private func histogram(_ route: String, _ statistics: RouteStatistics) -> [String] {
        var lines: [String] = []
        var sum = 0
        let bounds = RouteStatistics.bounds.map { seconds($0) } + ["+Inf"]
        for (bound, count) in zip(bounds, statistics.buckets) {
            sum += count
            lines.append("\(prefix)_response_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(sum)")
        }
        lines.append("\(prefix)_response_seconds_sum{route=\"\(route)\"} \(seconds(statistics.microseconds))")
        lines.append("\(prefix)_response_seconds_count{route=\"\(route)\"} \(sum)")
        return lines
    }

    private func seconds(_ microseconds: Int64) -> String {
        "\(Double(microseconds) / 1_000_000)"
    }

    /// A label's value, in which `\`, `"` and line feeds are escaped.
    private func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
