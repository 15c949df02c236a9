package com.interspace.rfo.report;

import com.interspace.chassis.refusal.Forbidden;
import com.interspace.chassis.refusal.Stale;
import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.rfo.outage.Outage;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A Reason For Outage: the report that a customer has asked for after a severe outage.
 *
 * <p>It begins as a draft with the request and is due at closing time of the fifth business day after it; that date never
 * moves. While it is a draft, it says what the events of the ticket say, and persons write what no event can know.
 * Sent to review it stands still as it is; the reviewer sends it back with a comment or, if he wrote none of it,
 * approves it. Published, it is a document for ever; what has to be corrected then is a new edition of the same number,
 * which supersedes it when it is published in turn. A draft may also be withdrawn.
 */
@Entity
public class Rfo {

    /** Centre's rule: RFO within five business days of the request, a warning after three. */
    private static final int DAYS_TO_PUBLISH = 5;

    private static final int DAYS_TO_WARN = 3;

    @Id
    private UUID id;

    private String number;
    private int edition;
    private UUID supersedes;
    private UUID supersededBy;
    private long version;
    private String ticketId;
    private String account;
    private String serviceId;
    private RfoStatus status;
    private Instant requestedAt;
    private String requestedContact;
    private Instant warnAt;
    private Instant due;
    private ZoneId zone;
    private Edits edits = Edits.NONE;
    private Content reviewed;
    private Integer reviewedCycle;
    private String approvedBy;
    private Instant approvedAt;
    private Instant publishedAt;

    @OneToMany(mappedBy = "rfo", cascade = CascadeType.PERSIST)
    @OrderBy("version")
    private List<RfoChange> changes = new ArrayList<>();

    protected Rfo() {}

    /**
     * A new request.
     *
     * @param calendar the service's business hours; its zone becomes the zone of the report
     * @param contact the contact of the service who asked or is asked for; null = unknown
     */
    public static Rfo requested(
            String number, Outage outage, BusinessCalendar calendar, Person by, String contact, Instant at) {
        Rfo rfo = new Rfo();
        rfo.number = number;
        rfo.edition = 1;
        rfo.requestedContact = contact;
        rfo.begin(outage, calendar, null, by, at);
        return rfo;
    }

    /**
     * The next edition: a draft with the words that persons wrote for this one; where nobody wrote, the record speaks as
     * it stands now. It has its own five business days.
     *
     * @param newest the newest edition of this number, even if it was withdrawn
     * @param comment why it is needed
     * @throws NotToBeRevised unless this one is published and nothing superseded it yet
     */
    public Rfo revision(int newest, Outage outage, BusinessCalendar calendar, String comment, Person by, Instant at) {
        if (status != RfoStatus.PUBLISHED) {
            throw new NotToBeRevised(this);
        }
        Rfo rfo = new Rfo();
        rfo.number = number;
        rfo.edition = newest + 1;
        rfo.supersedes = id;
        rfo.requestedContact = requestedContact;
        rfo.edits = edits;
        rfo.begin(outage, calendar, comment, by, at);
        return rfo;
    }

    private void begin(Outage outage, BusinessCalendar calendar, String comment, Person by, Instant at) {
        id = UUID.randomUUID();
        ticketId = outage.ticketId();
        account = outage.state().account();
        serviceId = outage.state().serviceId();
        requestedAt = at;
        zone = calendar.zone();
        warnAt = calendar.plusBusinessDays(at, DAYS_TO_WARN);
        due = calendar.closingAfterBusinessDays(at, DAYS_TO_PUBLISH);
        moveTo(RfoStatus.DRAFT, comment, by, at);
    }

    /** @throws Stale if the caller has read another version; null = he does not mind */
    public void expectVersion(Long expected) {
        if (expected != null && expected != version) {
            throw new Stale(version);
        }
    }

    /** @throws NotADraft if it is past that */
    public void write(SectionName name, Section text, Person by, Instant at) {
        if (status != RfoStatus.DRAFT) {
            throw new NotADraft(status);
        }
        edits = edits.with(name, text);
        version++;
        changes.add(RfoChange.written(this, name, text, by, at));
    }

    /**
     * Sends it to review as it reads now; what arrives later waits for the next draft.
     *
     * @param content what it says now
     * @param cycle the cycle of the ticket that it tells of
     */
    public void submit(Content content, int cycle, String comment, Person by, Instant at) {
        requireNext(RfoStatus.IN_REVIEW);
        reviewed = content;
        reviewedCycle = cycle;
        moveTo(RfoStatus.IN_REVIEW, comment, by, at);
    }

    /** Gives it back to be written on; the record speaks again where nobody wrote. */
    public void sendBack(String comment, Person by, Instant at) {
        requireNext(RfoStatus.DRAFT);
        reviewed = null;
        reviewedCycle = null;
        moveTo(RfoStatus.DRAFT, comment, by, at);
    }

    /**
     * @throws Forbidden if the person wrote some of it since the last review
     * @throws SectionsMissing if something has not been written yet
     */
    public void approve(Outage outage, String comment, Person by, Instant at) {
        requireNext(RfoStatus.APPROVED);
        requireOtherEyes(by);
        ApprovalPolicy.requireOver(outage, reviewedCycle);
        if (!reviewed.missing().isEmpty()) {
            throw new SectionsMissing(reviewed.missing());
        }
        approvedBy = by.name();
        approvedAt = at;
        moveTo(RfoStatus.APPROVED, comment, by, at);
    }

    /** Checks that it may be published by this person now; {@link #published} follows once the document is printed. */
    public void requirePublishable(Outage outage, Person by) {
        requireNext(RfoStatus.PUBLISHED);
        requireOtherEyes(by);
        ApprovalPolicy.requireOver(outage, outage.state().cycle());
    }

    public void published(String comment, Person by, Instant at) {
        publishedAt = at;
        moveTo(RfoStatus.PUBLISHED, comment, by, at);
    }

    /** A later edition was published in place of this one, which remains as it is for those who have it. */
    public void superseded(Rfo later, Person by, Instant at) {
        supersededBy = later.id;
        moveTo(RfoStatus.SUPERSEDED, null, by, at);
    }

    public void withdraw(String comment, Person by, Instant at) {
        requireNext(RfoStatus.WITHDRAWN);
        moveTo(RfoStatus.WITHDRAWN, comment, by, at);
    }

    /** @throws MoveRefused unless it may go there from where it stands */
    public void requireNext(RfoStatus to) {
        if (!status.next().contains(to)) {
            throw new MoveRefused(status, to);
        }
    }

    /**
     * Everybody who has written in it since somebody else reviewed it. Sending one's own words back is no review.
     */
    public Set<String> authors() {
        Set<String> authors = new HashSet<>();
        for (RfoChange change : changes) {
            boolean sentBack = change.from() == RfoStatus.IN_REVIEW && change.to() == RfoStatus.DRAFT;
            if (change.section() != null) {
                authors.add(change.personId());
            } else if (sentBack && !authors.contains(change.personId())) {
                authors.clear();
            }
        }
        return authors;
    }

    /** By section, the last change that wrote it in this edition; in the order in which they were written. */
    public List<RfoChange> lastEdits() {
        Map<SectionName, RfoChange> last = new LinkedHashMap<>();
        changes.stream().filter(change -> change.section() != null).forEach(change -> {
            last.remove(change.section());
            last.put(change.section(), change);
        });
        return List.copyOf(last.values());
    }

    private void requireOtherEyes(Person by) {
        if (authors().contains(by.id())) {
            throw new Forbidden("You wrote in this RFO since its last review, so another person has to decide on it.");
        }
    }

    private void moveTo(RfoStatus to, String comment, Person by, Instant at) {
        RfoStatus from = status;
        status = to;
        version++;
        changes.add(RfoChange.moved(this, from, to, comment, by, at));
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    /** 1 for what was requested, one more with each revision; the version of its document. */
    public int edition() {
        return edition;
    }

    /** The edition before this one; null for the first. */
    public UUID supersedes() {
        return supersedes;
    }

    /** The edition that was published in its place; null if none was. */
    public UUID supersededBy() {
        return supersededBy;
    }

    /** One more with each change. */
    public long version() {
        return version;
    }

    public String ticketId() {
        return ticketId;
    }

    public String account() {
        return account;
    }

    public String serviceId() {
        return serviceId;
    }

    public RfoStatus status() {
        return status;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** A contact of the service, by id; null = unknown. */
    public String requestedContact() {
        return requestedContact;
    }

    public Instant warnAt() {
        return warnAt;
    }

    public Instant due() {
        return due;
    }

    public ZoneId zone() {
        return zone;
    }

    public Edits edits() {
        return edits;
    }

    /** What was sent to review, and is approved and published as it stands; null in a draft. */
    public Content reviewed() {
        return reviewed;
    }

    /** The name; null before approval, as the time. */
    public String approvedBy() {
        return approvedBy;
    }

    public Instant approvedAt() {
        return approvedAt;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public List<RfoChange> changes() {
        return List.copyOf(changes);
    }
}
