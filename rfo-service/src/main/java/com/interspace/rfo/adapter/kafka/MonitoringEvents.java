package com.interspace.rfo.adapter.kafka;

import com.interspace.chassis.inbox.Envelope;
import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.rfo.usecase.finding.KnowMaintenance;
import com.interspace.rfo.usecase.finding.WatchReading;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the network's monitoring tells. */
@Singleton
public class MonitoringEvents extends EventConsumer {

    private final WatchReading watch;
    private final KnowMaintenance know;

    @Inject
    MonitoringEvents(EventReception reception, WatchReading watch, KnowMaintenance know) {
        super(reception, "rfo", "interspace.monitoring.v1");
        this.watch = watch;
        this.know = know;
        on("com.interspace.monitoring.reading.v1", ReadingEvent.class, this::read);
        on("com.interspace.monitoring.maintenance.v1", MaintenanceEvent.class, this::announced);
    }

    @Incoming("monitoring")
    @Blocking
    @Override
    public void receive(ConsumerRecords<String, byte[]> records) {
        super.receive(records);
    }

    private void read(Envelope envelope, ReadingEvent event) {
        watch.watch(envelope.id(), event.told());
    }

    private void announced(Envelope envelope, MaintenanceEvent event) {
        MaintenanceEvent.Window window = event.told();
        know.know(window.id(), window.subject(), window.from(), window.to(), window.isCancelled(), envelope.sequence());
    }
}
