package com.interspace.chassis.timer;

import com.interspace.chassis.config.ChassisConfig;
import com.interspace.chassis.config.Worker;
import com.interspace.chassis.inbox.CatchingUp;
import com.interspace.chassis.outage.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Fires what is due. Claiming a timer deletes its row in the same transaction in which its handler works, so a
 * crash at any moment leaves either the timer or its effect. Several processes share the work: rows that one is
 * busy with are skipped by the others. A batch with a failing timer is undone and played again one by one, so that
 * the failing one holds up nobody.
 */
@ApplicationScoped
public class TimerEngine {

    private static final Logger LOG = Logger.getLogger(TimerEngine.class);

    private final DataSource database;
    private final InstantSource time;
    private final ChassisConfig.TimerSettings settings;
    private final Map<String, TimerHandler> handlers;
    private final CatchingUp catchingUp;
    private final MeterRegistry metrics;
    private final Worker worker;
    private final Timer tick;
    private final AtomicLong skewMillis = new AtomicLong();
    private volatile boolean refusing;

    @Inject
    TimerEngine(
            DataSource database,
            InstantSource time,
            ChassisConfig config,
            @All List<TimerHandler> handlers,
            CatchingUp catchingUp,
            MeterRegistry metrics) {
        this.database = database;
        this.time = time;
        this.settings = config.timer();
        this.handlers = handlers.stream().collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
        this.metrics = metrics;
        this.catchingUp = catchingUp;
        this.worker = new Worker("timer-engine", settings.poll(), this::fireDueOnceCaughtUp);
        this.tick = metrics.timer("interspace.timers.tick");
        metrics.gauge("interspace.timer.skew.millis", skewMillis);
    }

    void start(@Observes StartupEvent started) {
        if (settings.running()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** Whether this process has stopped claiming because its clock and the database's differ too much. */
    public boolean isRefusing() {
        return refusing;
    }

    /** Fires everything that is due by the injected clock, and returns how many timers did fire. */
    public int fireDue() {
        if (!clockIsRight()) {
            return 0;
        }
        int fired = 0;
        List<DueTimer> batch;
        do {
            batch = new ArrayList<>();
            fired += fireBatch(batch);
        } while (batch.size() == settings.batch());
        return fired;
    }

    private void fireDueOnceCaughtUp() {
        if (catchingUp.isDone()) {
            tick.record((Runnable) this::fireDue);
        }
    }

    private int fireBatch(List<DueTimer> claimed) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                claimed.clear();
                claimed.addAll(claimDue());
                fireAll(claimed);
            });
            count("fired", claimed.size());
            return claimed.size();
        } catch (RuntimeException failed) {
            if (claimed.isEmpty()) {
                LOG.warnf("Due timers cannot be read now: %s", failed);
                return 0;
            }
            return claimed.stream().mapToInt(this::fireAlone).sum();
        }
    }

    private int fireAlone(DueTimer timer) {
        try {
            boolean mine = QuarkusTransaction.requiringNew().call(() -> {
                boolean claimed = withConnection(timer::claim);
                if (claimed) {
                    fireAll(List.of(timer));
                }
                return claimed;
            });
            count("fired", mine ? 1 : 0);
            return mine ? 1 : 0;
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The timer %s %s failed", timer.kind(), timer.key());
            count("failed", 1);
            noteFailure(timer, failed);
            return 0;
        }
    }

    private void fireAll(List<DueTimer> timers) {
        timers.stream()
                .collect(Collectors.groupingBy(DueTimer::kind, LinkedHashMap::new, Collectors.toList()))
                .forEach((kind, due) -> handlerOf(kind).fireAll(due));
    }

    private TimerHandler handlerOf(String kind) {
        TimerHandler handler = handlers.get(kind);
        if (handler == null) {
            throw new IllegalStateException("Nobody here knows timers of the kind " + kind);
        }
        return handler;
    }

    private void noteFailure(DueTimer timer, RuntimeException failure) {
        QuarkusTransaction.requiringNew()
                .run(() -> withConnection(connection -> {
                    timer.failed(connection, time.instant(), Failure.told(failure), settings.attempts());
                    return null;
                }));
    }

    private List<DueTimer> claimDue() {
        return withConnection(connection -> DueTimer.claim(connection, time.instant(), settings.batch()));
    }

    private boolean clockIsRight() {
        Instant databaseTime = withConnection(DueTimer::databaseTime);
        Duration skew = Duration.between(databaseTime, time.instant());
        skewMillis.set(skew.toMillis());
        boolean wrong = skew.abs().compareTo(settings.maxSkew()) > 0;
        if (wrong != refusing) {
            refusing = wrong;
            if (wrong) {
                LOG.errorf("This process's clock is %s away from the database's: it fires no timers", skew);
            } else {
                LOG.info("This process's clock is right again: it fires timers");
            }
        }
        return !wrong;
    }

    private void count(String outcome, int timers) {
        metrics.counter("interspace.timers", "outcome", outcome).increment(timers);
    }

    private <T> T withConnection(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.over(connection);
        } catch (SQLException broken) {
            throw new IllegalStateException("The timers cannot be read or written now", broken);
        }
    }

    private interface Work<T> {
        T over(Connection connection) throws SQLException;
    }
}
