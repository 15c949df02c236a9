package com.interspace.notification.subscription;

import com.interspace.notification.audience.Occasion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A partner wants to hear of what happens to the tickets of his accounts, at an address of his.
 *
 * <pre>active <-> suspended</pre>
 *
 * It is suspended when nothing has arrived there for as long as one message is tried, or when the address says that it
 * is gone. What happens meanwhile is kept and can be repeated.
 */
@Entity
@Table(name = "subscription")
public class Subscription {

    public enum Kind {
        /** Made at {@code /v1/webhooks}: our own words and body. */
        WEBHOOK,
        /** Made at the TMF621 hub: the words and the body of the standard. */
        TMF_HUB
    }

    public enum State {
        ACTIVE("active"),
        SUSPENDED("suspended");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Id
    private UUID id;

    private String client;
    private List<String> accounts;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String url;

    @Column(name = "event_types")
    private List<String> eventTypes;

    @Enumerated(EnumType.STRING)
    private State state;

    private String why;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "suspended_at")
    private Instant suspendedAt;

    protected Subscription() {}

    /**
     * @param client whose it is
     * @param accounts the accounts that the client may see
     * @param eventTypes the names that are asked for
     */
    public Subscription(
            String client,
            Collection<String> accounts,
            Kind kind,
            String url,
            Collection<String> eventTypes,
            Instant now) {
        this.id = UUID.randomUUID();
        this.client = client;
        this.accounts = accounts.stream().sorted().toList();
        this.kind = kind;
        this.url = url;
        this.eventTypes = List.copyOf(eventTypes);
        this.state = State.ACTIVE;
        this.createdAt = now;
    }

    /** What the event is called here; empty when it was not asked for. */
    public Optional<String> nameOf(Occasion occasion) {
        return EventNames.nameOf(occasion, kind, eventTypes);
    }

    public void suspend(String reason, Instant now) {
        if (state == State.ACTIVE) {
            state = State.SUSPENDED;
            why = reason;
            suspendedAt = now;
        }
    }

    public void resume() {
        state = State.ACTIVE;
        why = null;
        suspendedAt = null;
    }

    public boolean isSuspended() {
        return state == State.SUSPENDED;
    }

    /** Whether it asks for the very same. */
    public boolean equalsWish(Kind otherKind, String otherUrl, Collection<String> otherTypes) {
        return kind == otherKind && url.equals(otherUrl) && eventTypes.equals(List.copyOf(otherTypes));
    }

    public UUID id() {
        return id;
    }

    public String client() {
        return client;
    }

    public List<String> accounts() {
        return List.copyOf(accounts);
    }

    public Kind kind() {
        return kind;
    }

    public String url() {
        return url;
    }

    public List<String> eventTypes() {
        return List.copyOf(eventTypes);
    }

    public State state() {
        return state;
    }

    /** Why it is suspended; null while it is not. */
    public String why() {
        return why;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant suspendedAt() {
        return suspendedAt;
    }
}
