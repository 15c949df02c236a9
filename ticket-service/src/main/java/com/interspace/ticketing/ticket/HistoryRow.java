package com.interspace.ticketing.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One row of a ticket's history, chained to the row before it: hash = H(previous, sequence, type, at, actor,
 * H(salt, detail)). Whoever changes a row breaks every hash after it; the newest hash travels with each event, so
 * Kafka is the witness outside. Erasing personal data deletes salt and detail and leaves the chain provable.
 */
@Entity
@Table(name = "ticket_history")
@IdClass(HistoryRow.Key.class)
public class HistoryRow {

    /** A ticket and the row's number in its history, from 1. */
    public record Key(String ticketId, long sequence) implements Serializable {}

    @Id
    private String ticketId;

    @Id
    private long sequence;

    private String type;
    private Instant at;
    private String actorId;
    private String actorName;
    private String party;
    private String channel;
    private int policyVersion;
    private String salt;
    private String detail;
    private String detailHash;
    private String hash;

    protected HistoryRow() {}

    /**
     * @param previous the hash of the row before, empty for the first
     * @param salt random, so that an erased detail cannot be guessed from its hash
     * @param detail what changed, as JSON
     */
    public static HistoryRow next(Ticket ticket, Recorded recorded, String previous, String salt, String detail) {
        HistoryRow row = new HistoryRow();
        row.ticketId = ticket.id();
        row.sequence = recorded.sequence();
        row.type = recorded.event().word();
        row.at = recorded.at();
        row.actorId = recorded.by().id();
        row.actorName = recorded.by().name();
        row.party = recorded.by().party();
        row.channel = recorded.channel() == null ? null : recorded.channel().toString();
        row.policyVersion = ticket.slaPolicyVersion();
        row.salt = salt;
        row.detail = detail;
        row.detailHash = hash(salt, detail);
        row.hash = row.chainedTo(previous);
        return row;
    }

    /** Whether this row is what it was when it followed the row with that hash. */
    public boolean follows(String previous) {
        boolean detailIntact =
                salt == null ? detail == null : hash(salt, detail).equals(detailHash);
        return detailIntact && chainedTo(previous).equals(hash);
    }

    private String chainedTo(String previous) {
        return hash(
                previous,
                Long.toString(sequence),
                type,
                Long.toString(at.toEpochMilli()),
                String.valueOf(actorId),
                detailHash);
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    public long sequence() {
        return sequence;
    }

    public String type() {
        return type;
    }

    public Instant at() {
        return at;
    }

    public String actorName() {
        return actorName;
    }

    public String party() {
        return party;
    }

    public String channel() {
        return channel;
    }

    public int policyVersion() {
        return policyVersion;
    }

    /** JSON, or null once it has been erased. */
    public String detail() {
        return detail;
    }

    public String hash() {
        return hash;
    }
}
