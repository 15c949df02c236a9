package com.interspace.local.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The four services, by their short names. They start, and stop, side by side. */
final class PackagedServices implements AutoCloseable {

    private static final Map<String, Port> PORTS = new LinkedHashMap<>();

    static {
        PORTS.put("ticket", Port.TICKET);
        PORTS.put("escalation", Port.ESCALATION);
        PORTS.put("notification", Port.NOTIFICATION);
        PORTS.put("rfo", Port.RFO);
    }

    private final Map<String, PackagedService> services = new LinkedHashMap<>();

    PackagedServices(Function<String, PackagedService> service) {
        PORTS.keySet().forEach(name -> services.put(name, service.apply(name)));
    }

    static Set<String> names() {
        return PORTS.keySet();
    }

    static Port portOf(String service) {
        Port port = PORTS.get(service);
        if (port == null) {
            throw new IllegalArgumentException("There is no service " + service + ", only " + PORTS.keySet());
        }
        return port;
    }

    PackagedService get(String service) {
        portOf(service);
        return services.get(service);
    }

    void start() {
        services.values().forEach(PackagedService::start);
    }

    /** Does something with each service at the same time and returns when all of it is done. */
    void eachAtOnce(BiConsumer<String, PackagedService> something) {
        CompletableFuture<?>[] tasks = services.entrySet().stream()
                .map(each -> CompletableFuture.runAsync(
                        () -> something.accept(each.getKey(), each.getValue()), task -> new Thread(task).start()))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(tasks).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        eachAtOnce((name, service) -> service.close());
    }
}
