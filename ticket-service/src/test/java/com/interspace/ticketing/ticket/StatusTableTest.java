package com.interspace.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.interspace.chassis.refusal.Forbidden;
import com.interspace.ticketing.sla.Desk;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table: every pair of statuses for every role, from one text. */
class StatusTableTest {

    private static final Instant NOW = Desk.OPENED.plusSeconds(600);

    /**
     * Rows: from. Columns: to, in the order of {@link Status}: acknowledged, inProgress, pending, held, resolved,
     * rejected, closed, cancelled. {@code *} everybody, {@code c} the centre only, {@code -} nobody (409).
     */
    private static final Map<Status, String> TABLE = Map.of(
            Status.ACKNOWLEDGED, "- c c c c c - *",
            Status.IN_PROGRESS, "- - c c c - - *",
            Status.PENDING, "- c - c c c - *",
            Status.HELD, "- c c - c - - *",
            Status.RESOLVED, "- * - - - - * -",
            Status.REJECTED, "- - - - - - - -",
            Status.CLOSED, "- - - - - - - -",
            Status.CANCELLED, "- - - - - - - -");

    @ParameterizedTest(name = "{0} -> {1} by {2}: {3}")
    @MethodSource("pairs")
    void each_role_goes_where_the_table_leads_and_nowhere_else(Status from, Status to, String party, String allowed) {
        Ticket ticket = Desk.ticketIn(from);
        Throwable refusal = catchThrowable(() ->
                ticket.transition(to, new Actor("x", "X", party), Channel.PANEL, "because", "It is whole again.", NOW));
        if ("-".equals(allowed)) {
            assertThat(refusal).isInstanceOf(TransitionNotAllowed.class);
        } else if ("c".equals(allowed) && !"centre".equals(party)) {
            assertThat(refusal).isInstanceOf(Forbidden.class);
        } else {
            assertThat(refusal).isNull();
        }
        assertThat(ticket.status()).isEqualTo(refusal == null ? to : from);
        assertThat(ticket.drain()).hasSize(refusal == null ? 1 : 0);
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(Status.values())
                .flatMap(from -> Arrays.stream(Status.values()).flatMap(to -> Stream.of("customer", "partner", "centre")
                        .map(party ->
                                Arguments.of(from, to, party, TABLE.get(from).split(" ")[to.ordinal()]))));
    }
}
