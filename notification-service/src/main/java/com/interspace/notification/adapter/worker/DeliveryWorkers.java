package com.interspace.notification.adapter.worker;

import com.interspace.chassis.config.Worker;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.message.Message;
import com.interspace.notification.usecase.DeliverMessage;
import com.interspace.notification.usecase.TakeDueMessages;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Takes what is due and delivers some of it at a time, each on a thread of its own. */
@ApplicationScoped
class DeliveryWorkers {

    private static final Logger LOG = Logger.getLogger(DeliveryWorkers.class);

    private final TakeDueMessages due;
    private final DeliverMessage delivery;
    private final NotificationConfig.DeliverySettings settings;
    private final Semaphore free;
    private final ExecutorService threads;
    private final Worker dispatcher;

    @Inject
    DeliveryWorkers(TakeDueMessages due, DeliverMessage delivery, NotificationConfig config) {
        this.due = due;
        this.delivery = delivery;
        this.settings = config.delivery();
        this.free = new Semaphore(settings.parallel());
        this.threads = Executors.newFixedThreadPool(settings.parallel());
        this.dispatcher = new Worker("delivery", settings.poll(), this::dispatch);
    }

    void start(@Observes StartupEvent started) {
        if (settings.running()) {
            dispatcher.start();
        }
    }

    /** Lets the attempts under way end; what cannot end in time is taken up again under the same id. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        dispatcher.stop();
        threads.shutdown();
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private void dispatch() {
        int slots = free.availablePermits();
        if (slots > 0) {
            due.upTo(slots).forEach(this::hand);
        }
    }

    private void hand(Message message) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                delivery.deliver(message);
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "The outcome of message %s is not written down; it is tried again", message.id());
            } finally {
                free.release();
                dispatcher.wake();
            }
        });
    }
}
