package com.interspace.notification.preference;

import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Party;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What a contact does not want to be told of. */
@Entity
@Table(name = "contact_preference")
@IdClass(ContactPreference.Key.class)
public class ContactPreference {

    /** Contacts are named within their account. */
    public record Key(String account, String contactId) implements Serializable {}

    @Id
    private String account;

    @Id
    @Column(name = "contact_id")
    private String contactId;

    private List<String> muted;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected ContactPreference() {}

    public ContactPreference(String account, String contactId) {
        this.account = account;
        this.contactId = contactId;
        this.muted = List.of();
    }

    /** What a contact can be told of, in the order of the audience table; each event once. */
    public static List<Occasion> choices() {
        return Arrays.stream(Occasion.values())
                .filter(occasion -> occasion.isToldTo(Party.CUSTOMER))
                .toList();
    }

    /** Replaces the whole choice. */
    public void mute(Collection<String> events, Instant now) {
        muted = events.stream().sorted().toList();
        changedAt = now;
    }

    public boolean wants(Occasion occasion) {
        return occasion.isMandatory() || !muted.contains(occasion.event());
    }

    public String account() {
        return account;
    }

    public String contactId() {
        return contactId;
    }

    /** The events that he does not want, in order. */
    public List<String> muted() {
        return muted;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
