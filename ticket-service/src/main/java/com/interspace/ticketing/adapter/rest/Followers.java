package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.config.Worker;
import com.interspace.ticketing.config.TicketConfig;
import com.interspace.ticketing.ticket.TicketBell;
import com.interspace.ticketing.usecase.FollowTicket;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Everybody who follows a ticket on this instance. */
@ApplicationScoped
public class Followers {

    private static final Logger LOG = Logger.getLogger(Followers.class);

    private final Set<Follower> all = ConcurrentHashMap.newKeySet();
    private final TicketBell bell;
    private final FollowTicket follow;
    private final ManagedExecutor threads;
    private final TicketConfig.EventSettings settings;
    private final InstantSource time;
    private final Worker heart;
    private volatile boolean leaving;

    @Inject
    Followers(TicketBell bell, FollowTicket follow, ManagedExecutor threads, TicketConfig config, InstantSource time) {
        this.bell = bell;
        this.follow = follow;
        this.threads = threads;
        this.settings = config.events();
        this.time = time;
        this.heart = new Worker("event-stream-heart", settings.heartbeat(), this::beat);
    }

    void start(@Observes StartupEvent started) {
        heart.start();
    }

    /**
     * Ends every stream as soon as this instance is told to end, so that clients go to another one and the end waits for
     * none of them.
     */
    void leave(@Observes ShutdownDelayInitiatedEvent told) {
        leaving = true;
        all.forEach(Follower::end);
    }

    void stop(@Observes ShutdownEvent stopping) {
        heart.stop();
        all.forEach(Follower::end);
    }

    /** What happens to the ticket after that row of its history, until the client goes or an hour is over. */
    Multi<OutboundSseEvent> follow(String ticketId, long after, boolean centre, Sse sse) {
        return Multi.createFrom().emitter(emitter -> {
            Follower follower = new Follower(
                    ticketId, after, centre, time.instant().plus(settings.longest()), follow, sse, emitter);
            TicketBell.Listening listening = bell.listen(ticketId, () -> threads.execute(() -> catchUp(follower)));
            all.add(follower);
            emitter.onTermination(() -> {
                listening.close();
                all.remove(follower);
            });
            emitter.emit(sse.newEventBuilder().comment("following").build());
            if (leaving) {
                follower.end();
                return;
            }
            threads.execute(() -> catchUp(follower));
        });
    }

    private void beat() {
        all.forEach(follower -> threads.execute(() -> follower.beat(time.instant())));
    }

    /** What fails now is made good by the next ring or beat. */
    private static void catchUp(Follower follower) {
        try {
            follower.catchUp();
        } catch (RuntimeException failed) {
            LOG.warnf("A stream could not catch up: %s", failed.getMessage());
        }
    }
}
