package com.interspace.ticketing.adapter.tmf;

import com.interspace.ticketing.config.TicketConfig;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often a client may ask: a bucket of one minute's requests for each, refilled evenly. */
@ApplicationScoped
public class ClientShare {

    /** Buckets that are kept; whoever has asked longest ago starts with a full one again. */
    private static final int MOST_CLIENTS = 10_000;

    private final int perMinute;
    private final TimeMeter meter;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    @Inject
    ClientShare(TicketConfig config, InstantSource time) {
        this(config.partner().requestsPerMinute(), time);
    }

    ClientShare(int perMinute, InstantSource time) {
        this.perMinute = perMinute;
        this.meter = new InjectedTime(time);
    }

    /** @throws TooManyRequests when the client has used up its share */
    public void take(String client) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(client, unknown -> fullBucket());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(meter)
                .build();
    }

    private record InjectedTime(InstantSource time) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.between(Instant.EPOCH, time.instant()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
