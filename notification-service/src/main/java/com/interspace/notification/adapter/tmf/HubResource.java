package com.interspace.notification.adapter.tmf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Malformed;
import com.interspace.notification.subscription.EventNames;
import com.interspace.notification.subscription.Subscription;
import com.interspace.notification.usecase.FindSubscriptions;
import com.interspace.notification.usecase.Subscribe;
import com.interspace.notification.usecase.Unsubscribe;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The TMF621 v4 hub: the same subscriptions in the words of the standard. */
@Path("/tmf-api/troubleTicket/v4/hub")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "TMF621 hub")
public class HubResource {

    private static final String QUERY = "eventType=";

    private final CurrentCaller caller;
    private final Subscribe subscribe;
    private final FindSubscriptions find;
    private final Unsubscribe unsubscribe;
    private final ObjectMapper json;

    @Inject
    HubResource(
            CurrentCaller caller,
            Subscribe subscribe,
            FindSubscriptions find,
            Unsubscribe unsubscribe,
            ObjectMapper json) {
        this.caller = caller;
        this.subscribe = subscribe;
        this.find = find;
        this.unsubscribe = unsubscribe;
        this.json = json;
    }

    /** @param query {@code eventType=} and names separated by commas; absent: every event */
    public record HubInput(
            @Schema(required = true, examples = "https://partner.example/listener") String callback,
            @Schema(examples = "eventType=troubleTicketCreateEvent,troubleTicketStatusChangeEvent") String query) {}

    /** A subscription as the standard shows it. */
    public record Hub(String id, String callback, String query) {

        static Hub of(Subscription subscription) {
            boolean everything = subscription.eventTypes().size()
                    == EventNames.of(Subscription.Kind.TMF_HUB).size();
            return new Hub(
                    subscription.id().toString(),
                    subscription.url(),
                    everything ? null : QUERY + String.join(",", subscription.eventTypes()));
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.PARTNER)
    @Operation(operationId = "registerListener", summary = "Register a listener for events of your tickets")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = HubInput.class)))
    @APIResponse(
            responseCode = "201",
            description = "The listener",
            content = @Content(schema = @Schema(implementation = Hub.class)))
    public Response register(String body) {
        JsonNode input = read(body);
        String callback = text(input, "callback");
        if (callback == null || callback.isBlank()) {
            throw new Invalid("callback", "is required");
        }
        Subscription subscription = subscribe.to(
                Subscription.Kind.TMF_HUB, "callback", callback, namesIn(text(input, "query")), caller.get());
        return Response.created(URI.create("/tmf-api/troubleTicket/v4/hub/" + subscription.id()))
                .entity(Hub.of(subscription))
                .build();
    }

    @GET
    @RolesAllowed({Role.PARTNER, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listListeners", summary = "Your listeners")
    public List<Hub> list() {
        return find.all(Subscription.Kind.TMF_HUB, caller.get()).stream()
                .map(Hub::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PARTNER, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listener", summary = "One listener")
    public Hub one(@PathParam("id") String id) {
        return Hub.of(find.one(id, Subscription.Kind.TMF_HUB, caller.get()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.PARTNER, Role.OPS})
    @Operation(operationId = "unregisterListener", summary = "Take a listener away")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void unregister(@PathParam("id") String id) {
        unsubscribe.from(id, Subscription.Kind.TMF_HUB, caller.get());
    }

    private JsonNode read(String body) {
        try {
            JsonNode input = json.readTree(body == null ? "" : body);
            if (input.isObject()) {
                return input;
            }
        } catch (JsonProcessingException broken) {
            // answered below like any other body of the wrong shape
        }
        throw new Malformed("The body is not the JSON object that this operation expects.");
    }

    private static String text(JsonNode input, String field) {
        JsonNode value = input.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new Invalid(field, "must be a text");
        }
        return value.asText();
    }

    private static Set<String> namesIn(String query) {
        Set<String> known = EventNames.of(Subscription.Kind.TMF_HUB);
        if (query == null || query.isBlank()) {
            return known;
        }
        Set<String> asked = query.startsWith(QUERY)
                ? new LinkedHashSet<>(
                        Arrays.asList(query.substring(QUERY.length()).split(",", -1)))
                : Set.of();
        if (asked.isEmpty() || !known.containsAll(asked)) {
            throw new Invalid(
                    "query",
                    "must be " + QUERY + " and names of " + String.join(", ", known) + ", separated by commas");
        }
        return asked;
    }
}
