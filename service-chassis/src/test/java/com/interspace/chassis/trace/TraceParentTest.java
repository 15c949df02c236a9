package com.interspace.chassis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

class TraceParentTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void what_is_logged_on_a_thread_of_our_own_names_the_trace_while_it_works_for_it() {
        Object meanwhile = TraceParent.goOn(
                "00-" + TRACE + "-b7ad6b7169203331-01", "work", SpanKind.INTERNAL, () -> MDC.get("traceId"));

        assertThat(meanwhile).isEqualTo(TRACE);
        assertThat(MDC.get("traceId")).isNull();
    }
}
