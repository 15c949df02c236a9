package com.interspace.ticketing.adapter.openapi;

import com.interspace.ticketing.attachment.AttachmentState;
import com.interspace.ticketing.correspondence.MailState;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.service.ServiceStatus;
import com.interspace.ticketing.sla.ClockName;
import com.interspace.ticketing.sla.ClockState;
import com.interspace.ticketing.sla.TicketReports;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Deferral;
import com.interspace.ticketing.ticket.FaultNature;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Task;
import com.interspace.ticketing.ticket.Visibility;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The words that stand for constants on the wire, which the generator takes from their names in the code. */
final class WireWords {

    private static final List<Class<? extends Enum<?>>> ENUMS = List.of(
            AttachmentState.class,
            Impact.class,
            Priority.class,
            Urgency.class,
            Deferral.State.class,
            ServiceStatus.class,
            ClockName.class,
            ClockState.class,
            TicketReports.Grouping.class,
            Channel.class,
            FaultNature.class,
            MailState.class,
            Status.class,
            Task.class,
            Visibility.class);

    private WireWords() {}

    static void writeInto(Map<String, Schema> schemas) {
        for (Class<? extends Enum<?>> type : ENUMS) {
            Schema schema = schemas.get(type.getSimpleName());
            if (schema != null) {
                schema.setEnumeration(Arrays.stream(type.getEnumConstants())
                        .<Object>map(Object::toString)
                        .toList());
            }
        }
    }
}
