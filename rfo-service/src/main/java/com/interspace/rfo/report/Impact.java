package com.interspace.rfo.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which services suffered, how long and how badly. */
public record Impact(List<AffectedService> services, String text) implements Section {

    /**
     * @param state {@code down}, {@code degraded} or {@code unaffected}
     * @param to null while the outage is not over
     * @param duration from {@code from} to {@code to}; null while it is not over
     */
    public record AffectedService(String serviceId, String state, Instant from, Instant to, Duration duration) {

        public static AffectedService of(String serviceId, String state, Instant from, Instant to) {
            return new AffectedService(serviceId, state, from, to, to == null ? null : Duration.between(from, to));
        }
    }

    public Impact {
        services = services == null ? List.of() : List.copyOf(services);
    }

    @Override
    public boolean incomplete() {
        return services.isEmpty() && (text == null || text.isBlank());
    }

    @Override
    public Impact withTexts(UnaryOperator<String> words) {
        return new Impact(services, Section.replaced(text, words));
    }
}
