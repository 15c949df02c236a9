package com.interspace.rfo.finding;

import java.time.Instant;
import java.util.Map;

/**
 * What the monitoring has measured.
 *
 * @param kind packet-loss, latency, traffic or down
 * @param node where it was measured; may be null
 */
public record Reading(Subject subject, String node, String kind, double value, double threshold, Instant observedAt) {

    private static final Map<String, String> UNITS = Map.of("packet-loss", " %", "latency", " ms");

    /** Less traffic than a normal day is a degradation, more packet loss or latency too; down is down from 1 on. */
    public boolean isBad() {
        return switch (kind) {
            case "traffic" -> value < threshold;
            case "down" -> value > 0 && value >= threshold;
            default -> value > threshold;
        };
    }

    /** Whether this one is further beyond its threshold. */
    public double worse(double other) {
        return kind.equals("traffic") ? Math.min(value, other) : Math.max(value, other);
    }

    public String told() {
        String unit = UNITS.getOrDefault(kind, "");
        return "%s %s%s, threshold %s%s%s"
                .formatted(kind, plain(value), unit, plain(threshold), unit, node == null ? "" : " at " + node);
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
