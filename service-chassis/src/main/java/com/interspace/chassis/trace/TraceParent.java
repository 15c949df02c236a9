package com.interspace.chassis.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.MDC;

/**
 * The trace that work belongs to, as one line of text (W3C Trace Context), so that it can wait in a row of the database
 * and be gone on with later, in another thread or another process.
 */
public final class TraceParent {

    /** The header that carries the line, on Kafka and over HTTP. */
    public static final String HEADER = "traceparent";

    private static final String LOGGED_AS = "traceId";

    private static final W3CTraceContextPropagator PROPAGATOR = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<String> LINE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String line) {
            return List.of(HEADER);
        }

        @Override
        public String get(String line, String key) {
            return HEADER.equals(key) ? line : null;
        }
    };

    private TraceParent() {}

    /** The line of the work under way; null when it belongs to no trace. */
    public static String current() {
        Map<String, String> carrier = new HashMap<>();
        PROPAGATOR.inject(Context.current(), carrier, Map::put);
        return carrier.get(HEADER);
    }

    /** The line that a message carries; null when it has none. */
    public static String of(Headers headers) {
        Header line = headers.lastHeader(HEADER);
        return line == null || line.value() == null ? null : new String(line.value(), StandardCharsets.US_ASCII);
    }

    /** Gives the line to a message; nothing happens when there is none. */
    public static void write(String line, Headers headers) {
        if (line != null) {
            headers.add(HEADER, line.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * Does the work as a span of its own under the line's trace, which is named in every line that is logged meanwhile.
     *
     * @param line as {@link #current()} gave it; null or unreadable begins a new trace
     */
    public static <T> T goOn(String line, String name, SpanKind kind, Supplier<T> work) {
        Context parent = PROPAGATOR.extract(Context.root(), line, LINE);
        Span span = GlobalOpenTelemetry.getTracer("com.interspace")
                .spanBuilder(name)
                .setParent(parent)
                .setSpanKind(kind)
                .startSpan();
        Object before = MDC.get(LOGGED_AS);
        try (Scope scope = span.makeCurrent()) {
            // The platform does so only on the threads of a request or a consumer.
            MDC.put(LOGGED_AS, span.getSpanContext().getTraceId());
            return work.get();
        } catch (RuntimeException failed) {
            span.setStatus(StatusCode.ERROR, failed.getClass().getName());
            throw failed;
        } finally {
            if (before == null) {
                MDC.remove(LOGGED_AS);
            } else {
                MDC.put(LOGGED_AS, before);
            }
            span.end();
        }
    }

    /** The same for work without an answer. */
    public static void goOn(String line, String name, SpanKind kind, Runnable work) {
        goOn(line, name, kind, () -> {
            work.run();
            return null;
        });
    }

    /** Does work that nobody asked for, a timer's for example, as the first span of a trace. */
    public static void begin(String name, Runnable work) {
        goOn(null, name, SpanKind.INTERNAL, work);
    }
}
