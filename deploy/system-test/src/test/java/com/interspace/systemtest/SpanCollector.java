package com.interspace.systemtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Where the services send their spans (OTLP over HTTP); they are kept by trace. */
final class SpanCollector implements AutoCloseable {

    /**
     * A span, as far as the tests look at it.
     *
     * @param parent the id of the span that caused it; empty for the first of a trace
     * @param said everything that it carries besides
     */
    record Hop(String id, String parent, String service, String what, String said) {

        @Override
        public String toString() {
            return service + ": " + what;
        }
    }

    private final Map<String, Queue<Hop>> traces = new ConcurrentHashMap<>();
    private final HttpServer http;

    SpanCollector() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/v1/traces", this::take);
        http.setExecutor(Executors.newSingleThreadExecutor());
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Everything that has been collected so far. */
    Stream<Hop> all() {
        return traces.values().stream().flatMap(Queue::stream);
    }

    /** The way to each span of a trace: what caused it, from the first on, and itself. */
    List<List<Hop>> waysThrough(String trace) {
        Queue<Hop> hops = traces.getOrDefault(trace, new LinkedList<>());
        return hops.stream().map(hop -> wayTo(hop, hops)).toList();
    }

    private static List<Hop> wayTo(Hop end, Queue<Hop> hops) {
        LinkedList<Hop> way = new LinkedList<>(List.of(end));
        for (Hop cause = end; cause != null; ) {
            String parent = cause.parent();
            cause = hops.stream()
                    .filter(hop -> hop.id().equals(parent))
                    .findFirst()
                    .orElse(null);
            if (cause != null) {
                way.addFirst(cause);
            }
        }
        return way;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            request.getResourceSpansList().forEach(this::keep);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void keep(ResourceSpans ofOneService) {
        String service = ofOneService.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("somebody");
        for (ScopeSpans scope : ofOneService.getScopeSpansList()) {
            for (Span span : scope.getSpansList()) {
                traces.computeIfAbsent(hex(span.getTraceId().toByteArray()), any -> new ConcurrentLinkedQueue<>())
                        .add(hop(service, span));
            }
        }
    }

    private static Hop hop(String service, Span span) {
        StringBuilder said = new StringBuilder();
        span.getAttributesList().forEach(attribute -> append(said, attribute));
        span.getEventsList().forEach(event -> event.getAttributesList().forEach(each -> append(said, each)));
        return new Hop(
                hex(span.getSpanId().toByteArray()),
                hex(span.getParentSpanId().toByteArray()),
                service,
                span.getName(),
                said.append(span.getStatus().getMessage()).toString());
    }

    private static void append(StringBuilder said, KeyValue attribute) {
        said.append(attribute.getKey())
                .append('=')
                .append(attribute.getValue().getStringValue())
                .append(' ');
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
