package com.interspace.notification.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.Body;
import com.interspace.notification.message.MessageQuery;
import com.interspace.notification.subscription.Subscription;
import com.interspace.notification.usecase.FindMessages;
import com.interspace.notification.usecase.FindSubscriptions;
import com.interspace.notification.usecase.RepeatDeliveries;
import com.interspace.notification.usecase.Subscribe;
import com.interspace.notification.usecase.TestSubscription;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where partners want to hear of their tickets. */
@Path("/v1/webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookResource {

    private final CurrentCaller caller;
    private final Subscribe subscribe;
    private final FindSubscriptions find;
    private final Unsubscribe unsubscribe;
    private final FindMessages findMessages;
    private final RepeatDeliveries repeat;
    private final TestSubscription test;

    @Inject
    WebhookResource(
            CurrentCaller caller,
            Subscribe subscribe,
            FindSubscriptions find,
            Unsubscribe unsubscribe,
            FindMessages findMessages,
            RepeatDeliveries repeat,
            TestSubscription test) {
        this.caller = caller;
        this.subscribe = subscribe;
        this.find = find;
        this.unsubscribe = unsubscribe;
        this.findMessages = findMessages;
        this.repeat = repeat;
        this.test = test;
    }

    /** @param cursor of a delivery; null or absent means from the start */
    public record Replay(
            @Schema(examples = "MTIz", description = "the cursor of a delivery; absent: from the start")
                    String cursor) {}

    /** @param repeated how many deliveries are queued again */
    public record Replayed(int repeated, WebhookView webhook) {}

    @POST
    @Idempotent
    @RolesAllowed(Role.PARTNER)
    @Operation(
            operationId = "subscribe",
            summary = "Subscribe to events of your accounts' tickets",
            description = "Deliveries are signed as Standard Webhooks says; get a secret at /v1/webhook-secret.")
    @APIResponse(
            responseCode = "201",
            description = "The subscription",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response subscribe(WebhookWish wish) {
        Body.required(wish).check();
        Subscription subscription = subscribe.to(
                Subscription.Kind.WEBHOOK, "url", wish.url(), new LinkedHashSet<>(wish.eventTypes()), caller.get());
        return Response.created(URI.create("/v1/webhooks/" + subscription.id()))
                .entity(WebhookView.of(subscription))
                .build();
    }

    @GET
    @RolesAllowed({Role.PARTNER, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listWebhooks", summary = "Your subscriptions, those of the TMF621 hub among them")
    public Page<WebhookView> list() {
        return new Page<>(
                find.all(null, caller.get()).stream().map(WebhookView::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PARTNER, Role.MANAGER, Role.OPS})
    @Operation(operationId = "webhook", summary = "One subscription")
    public WebhookView one(@PathParam("id") String id) {
        return WebhookView.of(find.one(id, null, caller.get()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.PARTNER, Role.OPS})
    @Operation(operationId = "unsubscribe", summary = "End a subscription; what still waits for it is withheld")
    @APIResponse(responseCode = "204", description = "It is ended")
    public void unsubscribe(@PathParam("id") String id) {
        unsubscribe.from(id, null, caller.get());
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed({Role.PARTNER, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listDeliveries", summary = "What was delivered there, the newest first")
    public Page<DeliveryView> deliveries(
            @PathParam("id") String id,
            @QueryParam("state") String state,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Subscription subscription = find.one(id, null, caller.get());
        MessageQuery query = MessageQuery.toSubscription(subscription.id(), NotificationResource.stateOf(state));
        return findMessages.find(query, Position.of(cursor), Limit.parse(limit)).map(DeliveryView::of);
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed({Role.PARTNER, Role.OPS})
    @Operation(
            operationId = "replayDeliveries",
            summary = "Repeat what was delivered, or missed, behind a delivery",
            description = "In the same order and under the same ids. A suspended subscription is active again.")
    public Replayed replay(@PathParam("id") String id, Replay replay) {
        int repeated = repeat.behind(Position.of(Body.required(replay).cursor()), id, caller.get());
        return new Replayed(repeated, one(id));
    }

    @POST
    @Path("/{id}/test")
    @RolesAllowed({Role.PARTNER, Role.OPS})
    @Operation(
            operationId = "testWebhook",
            summary = "Send one signed test event now and say how it ended",
            description = "The event is called webhook.test. It is not repeated and stands in no log.")
    public TestSubscription.Outcome test(@PathParam("id") String id) {
        return test.of(id, caller.get());
    }
}
