package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Task;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketQuery;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of the list of tickets. */
public class TicketFilter {

    private static final int LONGEST_SEARCH = 500;

    @QueryParam("status")
    String status;

    @QueryParam("priority")
    String priority;

    @QueryParam("impact")
    String impact;

    @QueryParam("serviceId")
    String serviceId;

    @QueryParam("account")
    String account;

    @QueryParam("channel")
    String channel;

    @QueryParam("task")
    @Parameter(description = "missing-information: asked for twice, not answered")
    String task;

    @QueryParam("externalId")
    String externalId;

    @QueryParam("parentId")
    @Parameter(description = "Children of this ticket")
    String parentId;

    @QueryParam("q")
    @Parameter(
            description =
                    "Words in id, summary, description, service, circuit or externalId: \"exact words\", -not, or")
    String q;

    @QueryParam("sort")
    @Parameter(description = "newest (default), oldest, priority (highest first)")
    String sort;

    @QueryParam("createdFrom")
    String createdFrom;

    @QueryParam("createdTo")
    String createdTo;

    @QueryParam("limit")
    String limit;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("count")
    boolean count;

    boolean wantsCount() {
        return count;
    }

    TicketQuery query(Optional<Set<String>> scope) {
        Violations violations = new Violations();
        TicketQuery.Sort order = violations.oneOf("sort", sort, TicketQuery.Sort.class);
        TicketQuery query = new TicketQuery(
                scope,
                violations.oneOf("status", status, Status.class),
                violations.oneOf("priority", priority, Priority.class),
                violations.oneOf("impact", impact, Impact.class),
                serviceId,
                account,
                violations.oneOf("channel", channel, Channel.class),
                violations.oneOf("task", task, Task.class),
                externalId,
                parentId,
                violations.instant("createdFrom", createdFrom),
                violations.instant("createdTo", createdTo),
                violations.atMost("q", q == null || q.isBlank() ? null : q, LONGEST_SEARCH),
                order == null ? TicketQuery.Sort.NEWEST : order,
                position(Cursor.parse(cursor, 3)),
                Limit.parse(limit));
        violations.throwIfAny();
        return query;
    }

    static Cursor cursorAfter(Ticket ticket) {
        return Cursor.of(ticket.priority().toString(), ticket.createdAt().toString(), ticket.id());
    }

    private static TicketQuery.Position position(Cursor after) {
        try {
            return after == null
                    ? null
                    : new TicketQuery.Position(Priority.of(after.part(0)), after.instant(1), after.part(2));
        } catch (IllegalArgumentException foreign) {
            throw Cursor.foreign();
        }
    }
}
