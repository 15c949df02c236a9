package com.interspace.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** What a service says of itself at {@code /q/metrics}, in the text format of Prometheus. */
record Metrics(List<String> lines) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Empty while the service does not answer. */
    static Metrics of(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/q/metrics"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return new Metrics(HTTP.send(request, BodyHandlers.ofLines()).body().toList());
        } catch (IOException away) {
            return new Metrics(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The sum of a metric over all its series that carry the label, written as {@code name="value"}; "" = all. */
    double sum(String metric, String label) {
        return lines.stream()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> line.contains(label))
                .mapToDouble(Metrics::value)
                .sum();
    }

    /** Stands behind name and labels; an example may follow it. */
    private static double value(String line) {
        String behind = line.substring(line.contains("{") ? line.indexOf("} ") + 2 : line.indexOf(' ') + 1);
        return Double.parseDouble(behind.split(" ", 2)[0]);
    }
}
