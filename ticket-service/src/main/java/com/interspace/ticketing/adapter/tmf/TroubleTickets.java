package com.interspace.ticketing.adapter.tmf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interspace.chassis.config.ChassisConfig;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Malformed;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.ticket.Note;
import com.interspace.ticketing.ticket.PartnerTickets;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.usecase.AmendByPartner.Amendment;
import com.interspace.ticketing.usecase.TicketDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and writes the papers that partners' systems exchange with us. */
@ApplicationScoped
public class TroubleTickets {

    static final String PATH = "/tmf-api/troubleTicket/v4/troubleTicket";

    private static final Set<String> ANSWERS = Set.of(
            "name",
            "severity",
            "priority",
            "relatedEntity",
            "problemStart",
            "impact",
            "urgency",
            "faultNature",
            "circuitId",
            "ipAddress");
    private static final Set<String> CHANGEABLE =
            Set.of("status", "statusChangeReason", "note", "@type", "@baseType", "@schemaLocation");

    private final ObjectMapper json;
    private final PartnerTickets tickets;
    private final TicketDesk desk;
    private final InstantSource time;
    private final String publicUrl;

    @Inject
    TroubleTickets(
            ObjectMapper json, PartnerTickets tickets, TicketDesk desk, InstantSource time, ChassisConfig config) {
        this.json = json;
        this.tickets = tickets;
        this.desk = desk;
        this.time = time;
        this.publicUrl = config.publicUrl();
    }

    /** @throws Invalid when a mandatory attribute is missing or one has a wrong shape */
    TroubleTicketRequest readNew(String body) {
        TroubleTicketRequest request = request(object(body));
        Violations violations = new Violations();
        request.checkMandatory(violations);
        request.checkShape(violations);
        violations.throwIfAny();
        return request;
    }

    /** @throws Invalid when an attribute cannot be changed or has a wrong shape */
    Amendment readPatch(String body) {
        ObjectNode patch = object(body);
        Violations violations = new Violations();
        patch.fieldNames().forEachRemaining(name -> {
            if (!ANSWERS.contains(name) && !CHANGEABLE.contains(name)) {
                violations.add(name, "cannot be changed");
            }
        });
        TroubleTicketRequest request = request(patch);
        request.checkShape(violations);
        Status status = violations.oneOf("status", request.status(), Status.class);
        violations.throwIfAny();
        boolean answers = ANSWERS.stream().anyMatch(patch::hasNonNull);
        ReportForm form = answers ? request.form() : null;
        return new Amendment(form, request.newNotes(), status, request.statusChangeReason());
    }

    ObjectNode write(Ticket ticket, String fields) {
        return write(List.of(ticket), fields).get(0);
    }

    /** @param fields the keys to keep, separated by commas; empty or null for all */
    List<ObjectNode> write(List<Ticket> some, String fields) {
        Set<String> keys = TroubleTicketFilter.fields(fields);
        boolean withNotes = keys.isEmpty() || keys.contains("note") || keys.contains("lastUpdate");
        Map<String, List<Note>> notes = withNotes && !some.isEmpty()
                ? tickets.publicNotes(some.stream().map(Ticket::id).toList())
                : Map.of();
        return some.stream()
                .map(ticket -> kept(view(ticket, notes.getOrDefault(ticket.id(), List.of())), keys))
                .collect(Collectors.toList());
    }

    private ObjectNode view(Ticket ticket, List<Note> notes) {
        String href = publicUrl + PATH + "/" + ticket.id();
        return json.valueToTree(TroubleTicketView.of(ticket, notes, desk.policyOf(ticket), href, time.instant()));
    }

    private static ObjectNode kept(ObjectNode view, Set<String> keys) {
        return keys.isEmpty() ? view : view.retain(keys);
    }

    private ObjectNode object(String body) {
        try {
            JsonNode tree = json.readTree(body == null ? "" : body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException broken) {
            // answered below like any other body that is no object
        }
        throw new Malformed("The body is not the JSON object that this operation expects.");
    }

    private TroubleTicketRequest request(ObjectNode body) {
        try {
            return json.treeToValue(body, TroubleTicketRequest.class);
        } catch (JsonMappingException misfit) {
            String field = misfit.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            throw new Invalid(field.isEmpty() ? "body" : field, "has a value of the wrong type");
        } catch (JsonProcessingException broken) {
            throw new Malformed("The body is not the JSON object that this operation expects.");
        }
    }
}
