package com.interspace.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void series_of_a_metric_are_summed_whatever_follows_their_value() {
        Metrics metrics = new Metrics(List.of(
                "# TYPE events_total counter",
                "events_total{topic=\"tickets\",type=\"opened\"} 180.0 # {trace_id=\"0af7\"} 1.0 1795824897.452",
                "events_total{topic=\"tickets\",type=\"closed\"} 2.0",
                "events_total{topic=\"services\",type=\"activated\"} 40.0",
                "events_total_of_another 7.0"));

        assertThat(metrics.sum("events_total", "topic=\"tickets\"")).isEqualTo(182);
        assertThat(metrics.sum("events_total", "")).isEqualTo(222);
    }
}
