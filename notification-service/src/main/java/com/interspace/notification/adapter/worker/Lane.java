package com.interspace.notification.adapter.worker;

import com.interspace.chassis.config.Worker;
import com.interspace.chassis.trace.LogSubject;
import com.interspace.chassis.trace.TraceParent;
import com.interspace.notification.channel.Channel;
import com.interspace.notification.message.Message;
import com.interspace.notification.usecase.DeliverMessage;
import com.interspace.notification.usecase.TakeDueMessages;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One way out: takes what is due there and delivers some of it at a time, each on a thread of its own. What hangs in
 * one lane holds up none of the others. It asks for more as soon as there is room if some may have been left; what
 * becomes due meanwhile, a message behind another one in its thread among it, is found with the next round.
 */
final class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final Channel channel;
    private final TakeDueMessages due;
    private final DeliverMessage delivery;
    private final MeterRegistry metrics;
    private final InstantSource time;
    private final Semaphore free;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final Worker dispatcher;
    private volatile boolean someMayBeLeft;

    Lane(
            Channel channel,
            int parallel,
            Duration poll,
            TakeDueMessages due,
            DeliverMessage delivery,
            MeterRegistry metrics,
            InstantSource time) {
        this.channel = channel;
        this.due = due;
        this.delivery = delivery;
        this.metrics = metrics;
        this.time = time;
        this.free = new Semaphore(parallel);
        this.threads = Executors.newFixedThreadPool(parallel);
        this.dispatcher = new Worker("delivery-" + channel.medium(), poll, this::dispatch);
    }

    void start() {
        dispatcher.start();
    }

    /** Lets the attempts under way end; what cannot end in time is taken up again under the same id. */
    void stop(Duration patience) throws InterruptedException {
        dispatcher.stop();
        threads.shutdown();
        if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private void dispatch() {
        int slots = free.availablePermits();
        if (slots > 0) {
            List<Message> taken = due.upTo(slots, channel.medium(), Set.copyOf(underWay.keySet()));
            someMayBeLeft = taken.size() == slots || due.isRationed(channel.medium());
            taken.forEach(this::hand);
        }
    }

    private void hand(Message message) {
        free.acquireUninterruptibly();
        underWay.merge(message.recipient(), 1, Integer::sum);
        threads.execute(() -> {
            try (LogSubject subject = LogSubject.of(about(message))) {
                TraceParent.goOn(
                        message.traceParent(), "deliver " + channel.medium(), SpanKind.CLIENT, () -> deliver(message));
            } finally {
                underWay.computeIfPresent(message.recipient(), (to, many) -> many == 1 ? null : many - 1);
                free.release();
                askForMore();
            }
        });
    }

    private void askForMore() {
        if (someMayBeLeft) {
            dispatcher.wake();
        }
    }

    private void deliver(Message message) {
        try {
            note(message, delivery.deliver(message, channel));
        } catch (RuntimeException failed) {
            Span.current().setStatus(StatusCode.ERROR);
            LOG.errorf(failed, "The outcome of message %s is not written down; it is tried again", message.id());
        }
    }

    private static String about(Message message) {
        return message.ticketId() == null ? message.serviceId() : message.ticketId();
    }

    private void note(Message message, String outcome) {
        String medium = channel.medium().toString();
        Span.current().setAttribute("interspace.outcome", outcome);
        metrics.counter("interspace.notification.attempts", "channel", medium, "outcome", outcome)
                .increment();
        if (outcome.equals("sent")) {
            Duration lag = Duration.between(message.leavesAt(), time.instant());
            metrics.timer("interspace.notification.lag", "channel", medium)
                    .record(lag.isNegative() ? Duration.ZERO : lag);
        }
    }
}
