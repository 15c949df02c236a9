package com.interspace.systemtest;

import com.interspace.local.launch.PackagedService;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Instances of a service behind one door, as an ingress keeps them: it asks each one now and then whether it is ready,
 * and sends what comes to one that was when it asked last. It repeats nothing: what an instance breaks off is lost.
 */
final class Balancer implements AutoCloseable {

    private static final int ASKS_EVERY_MILLIS = 500;

    private final List<PackagedService> instances;
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<PackagedService> ready;

    Balancer(PackagedService... instances) {
        this.instances = List.of(instances);
        ready = this.instances;
        asking.scheduleWithFixedDelay(this::ask, 0, ASKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        ready = instances.stream().filter(PackagedService::isReady).toList();
    }

    /** The address of the instance whose turn it is. */
    String next() {
        List<PackagedService> now = ready;
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size())).address();
    }

    /** Whether everything that comes is shared by all. */
    boolean isComplete() {
        return ready.size() == instances.size();
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
