package com.interspace.escalation.climb;

import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Level;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.Priority;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How far a ticket has been escalated. It begins on level 0 with the first event of the ticket, and is pinned to the
 * matrix that was in force when the ticket was opened, as soon as its service is known. From then on it climbs by
 * itself, with age and with each missed target ({@link ClimbingRule}), and by hand, when the customer or the centre
 * asks. While the ticket is paused it stands still; once the ticket is resolved or otherwise ended nothing moves it. A
 * reopened ticket begins again from level 0 in a new cycle. Within a cycle it never comes down, and no level is
 * reached twice.
 */
@Entity
public class Climb {

    private static final Set<String> ENDED = Set.of("resolved", "closed", "cancelled", "rejected");

    @Id
    private String ticketId;

    private String account;
    private String serviceId;
    private String status;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private Instant createdAt;
    private int cycle;
    private long accruedMillis;
    private Instant runningSince;
    private long ticketSequence;
    private Instant asOf;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "matrix_id")
    private Matrix matrix;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "climb_breach", joinColumns = @JoinColumn(name = "ticket_id"))
    private Set<Breach> breaches = new HashSet<>();

    private int level;
    private int asked;
    private Instant customerAskedAt;
    private long version;

    protected Climb() {}

    public static Climb of(TicketState ticket) {
        Climb climb = new Climb();
        climb.ticketId = ticket.ticketId();
        climb.createdAt = ticket.createdAt();
        climb.follow(ticket);
        return climb;
    }

    /** Takes over a newer state of the ticket; an older one is passed by. */
    public void follow(TicketState ticket) {
        if (ticket.sequence() <= ticketSequence) {
            return;
        }
        if (!Objects.equals(serviceId, ticket.serviceId())) {
            matrix = null;
        }
        if (ticket.age().cycle() > cycle) {
            level = 0;
            asked = 0;
        }
        account = ticket.account();
        serviceId = ticket.serviceId();
        status = ticket.status();
        priority = ticket.priority();
        cycle = ticket.age().cycle();
        accruedMillis = ticket.age().accrued().toMillis();
        runningSince = ticket.age().runningSince();
        asOf = ticket.at();
        ticketSequence = ticket.sequence();
    }

    /** Notes a missed target; the same clock counts once in a cycle, whenever it becomes known. */
    public void breached(int inCycle, SlaClock clock, Duration ageAtBreach) {
        if (!isBreached(inCycle, clock)) {
            breaches.add(new Breach(inCycle, clock, ageAtBreach.toMillis()));
        }
    }

    /** Whether the clock was breached in the present cycle. */
    public boolean isBreached(SlaClock clock) {
        return isBreached(cycle, clock);
    }

    private boolean isBreached(int inCycle, SlaClock clock) {
        return breaches.stream().anyMatch(breach -> breach.cycle() == inCycle && breach.clock() == clock);
    }

    public boolean awaitsMatrix() {
        return matrix == null;
    }

    public void pinTo(Matrix inForceAtOpening) {
        matrix = inForceAtOpening;
    }

    /** Whether it may climb now: open, not paused, and its matrix is known. */
    public boolean isMoving() {
        return !isEnded() && age().isRunning() && matrix != null;
    }

    public boolean isEnded() {
        return ENDED.contains(status);
    }

    /** Whether it stands lower than the rule says. */
    public boolean isDue(Instant now) {
        return isMoving() && levelByRule(now) > level;
    }

    /**
     * Climbs to the level that the rule gives. Whoever calls has seen that it is due.
     *
     * @return what happened, the levels passed over first
     */
    public List<Step> climb(Instant now) {
        int target = levelByRule(now);
        boolean oldEnough = levelByRule(now, List.of()) >= target;
        return rise(target, Ground.of(oldEnough ? Cause.AGE : Cause.BREACH), now);
    }

    /** The level that comes after the present one when somebody asks; empty at the top. */
    public Optional<Integer> levelAbove() {
        return levelFrom(level + 1, ladder().topFor(priority));
    }

    /** The level that answers when the centre asks for {@code wanted}; empty when nobody is there or above. */
    public Optional<Integer> levelFor(int wanted) {
        return levelFrom(wanted, ladder().height());
    }

    private Optional<Integer> levelFrom(int wanted, int top) {
        return Optional.of(ladder().manned(wanted, top)).filter(found -> found > level);
    }

    /**
     * Climbs because somebody asked.
     *
     * @param target from {@link #levelAbove} or {@link #levelFor}
     * @return what happened, the levels passed over first
     */
    public List<Step> climbByHand(int target, Ground ground, Instant now) {
        asked = target;
        if (ground.cause() == Cause.CUSTOMER) {
            customerAskedAt = now;
        }
        return rise(target, ground, now);
    }

    private List<Step> rise(int target, Ground ground, Instant now) {
        int from = level;
        List<Step> steps = new ArrayList<>();
        for (int passed = from + 1; passed < target; passed++) {
            version++;
            steps.add(Step.skipped(ticketId, cycle, from, ladder().level(passed), ground.cause(), now, version));
        }
        version++;
        level = target;
        steps.add(Step.reached(ticketId, cycle, from, ladder().level(target), ground, now, version));
        return steps;
    }

    /** Where it goes next by itself; empty when nothing is to come, or while the ticket stands still. */
    public Optional<NextLevel> next(Instant now) {
        if (!isMoving()) {
            return Optional.empty();
        }
        return isDue(now) ? Optional.of(new NextLevel(levelByRule(now), now)) : nextByAge(now);
    }

    private Optional<NextLevel> nextByAge(Instant now) {
        Duration age = age().at(now);
        int top = ladder().topFor(priority);
        for (Level candidate : ladder().levels().subList(Math.min(level, top), top)) {
            Optional<Duration> after = candidate.ageFor(priority).filter(due -> due.compareTo(age) > 0);
            int target = ladder().manned(candidate.level(), top);
            if (after.isPresent() && target > level) {
                return Optional.of(new NextLevel(target, age().reaches(after.get())));
            }
        }
        return Optional.empty();
    }

    private int levelByRule(Instant now) {
        List<Duration> agesAtBreach = breaches.stream()
                .filter(breach -> breach.cycle() == cycle && breach.clock().lifts())
                .map(Breach::age)
                .toList();
        return levelByRule(now, agesAtBreach);
    }

    private int levelByRule(Instant now, List<Duration> agesAtBreach) {
        return ClimbingRule.level(ladder(), priority, age().at(now), agesAtBreach, asked);
    }

    private Age age() {
        return new Age(cycle, Duration.ofMillis(accruedMillis), runningSince);
    }

    private Ladder ladder() {
        return matrix.ladder();
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

    public String status() {
        return status;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int cycle() {
        return cycle;
    }

    /** The level it stands on; 0 = not escalated. */
    public int level() {
        return level;
    }

    /** How high the ladder is. */
    public int height() {
        return ladder().height();
    }

    /** The title of the level it stands on; null on the ground. */
    public String title() {
        return level == 0 ? null : ladder().level(level).title();
    }

    /** The pinned version of the customer's matrix; null while it is unknown, or for the centre's internal default. */
    public Integer matrixVersion() {
        return hasContractualMatrix() ? matrix.version() : null;
    }

    public boolean hasContractualMatrix() {
        return matrix != null && matrix.isContractual();
    }

    /** When a customer last asked for the next level; null = never. */
    public Instant customerAskedAt() {
        return customerAskedAt;
    }

    /** The time of the newest event of the ticket that is known here. */
    public Instant asOf() {
        return asOf;
    }

    /** One more with each step; the sequence of its events. */
    public long version() {
        return version;
    }
}
