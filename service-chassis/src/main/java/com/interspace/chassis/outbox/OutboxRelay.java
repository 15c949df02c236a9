package com.interspace.chassis.outbox;

import com.interspace.chassis.config.ChassisConfig;
import com.interspace.chassis.config.Worker;
import com.interspace.chassis.kafka.AwaitedProducer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox in order. One process does it at a time: it holds an advisory lock on a connection of its
 * own and reads and marks over that same connection, so that whoever loses the lock can no longer mark. A row is
 * marked only after the broker has acknowledged it; whatever breaks in between is sent again under the same id.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final DataSource database;
    private final ChassisConfig.OutboxSettings settings;
    private final InstantSource time;
    private final AwaitedProducer producer;
    private final Worker worker;
    private final String source;
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicLong oldestUnsentSeconds = new AtomicLong();
    private Connection lock;
    private Instant measuredAt = Instant.MIN;

    @Inject
    OutboxRelay(
            DataSource database,
            ChassisConfig config,
            InstantSource time,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            MeterRegistry metrics) {
        this.database = database;
        this.settings = config.outbox();
        this.time = time;
        this.source = "/" + service;
        this.producer = new AwaitedProducer(broker, service + "-outbox");
        this.worker = new Worker("outbox-relay", settings.poll(), settings.linger(), this::publishAll);
        metrics.gauge("interspace.outbox.unsent", unsent);
        metrics.gauge("interspace.outbox.oldest.unsent.seconds", oldestUnsentSeconds);
    }

    void start(@Observes StartupEvent started) {
        if (settings.running()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
        producer.close();
        letGo();
    }

    /** Says that there is something to send; called after a commit. */
    void wake() {
        worker.wake();
    }

    /** Sends everything that waits. Does nothing while another process is the publisher. */
    public synchronized void publishAll() {
        try {
            if (!holdsLock()) {
                return;
            }
            int sent;
            do {
                sent = publishBatch();
            } while (sent == settings.batch());
            measure();
        } catch (SQLException lost) {
            LOG.warnf("The outbox cannot be read now: %s", lost.getMessage());
            letGo();
        }
    }

    private int publishBatch() throws SQLException {
        List<OutboxRow> rows = OutboxRow.unsent(lock, settings.batch());
        if (rows.isEmpty()) {
            return 0;
        }
        List<ProducerRecord<String, byte[]>> records =
                rows.stream().map(row -> row.record(source)).toList();
        int acknowledged = producer.send(records);
        OutboxRow.markSent(lock, rows.subList(0, acknowledged), time.instant());
        return acknowledged;
    }

    private boolean holdsLock() throws SQLException {
        if (lock != null) {
            return true;
        }
        Connection candidate = database.getConnection();
        if (OutboxRow.lock(candidate)) {
            lock = candidate;
            return true;
        }
        candidate.close();
        return false;
    }

    private void letGo() {
        if (lock == null) {
            return;
        }
        try (Connection held = lock) {
            OutboxRow.unlock(held);
        } catch (SQLException alreadyGone) {
            LOG.debug("The publisher's connection had gone before its lock was given back", alreadyGone);
        } finally {
            lock = null;
        }
    }

    private void measure() throws SQLException {
        Instant now = time.instant();
        if (measuredAt != Instant.MIN && now.isBefore(measuredAt.plus(MEASURED_EVERY))) {
            return;
        }
        measuredAt = now;
        OutboxRow.Backlog backlog = OutboxRow.backlog(lock);
        unsent.set(backlog.rows());
        oldestUnsentSeconds.set(
                backlog.oldest() == null
                        ? 0
                        : Duration.between(backlog.oldest(), now).toSeconds());
    }

    private static final Duration MEASURED_EVERY = Duration.ofSeconds(5);
}
