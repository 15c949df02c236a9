package com.interspace.escalation.climb;

import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.Person;
import com.interspace.escalation.matrix.Priority;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
 * reopened ticket begins again from level 0 in a new cycle, and one that the centre takes down begins a new cycle on the
 * level chosen. Within a cycle it never comes down, and no level is reached twice; one where nobody can be reached when
 * its time has come is passed over for good. The centre may suspend the climbing by itself for a while; what was
 * missed is made up for when it goes on.
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

    @Column(name = "cycle")
    private int ticketCycle;

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

    @Embedded
    private Standing standing = new Standing();

    private String zone;
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
        if (ticket.age().cycle() > ticketCycle) {
            standing.beginOnTheGround();
        }
        account = ticket.account();
        serviceId = ticket.serviceId();
        status = ticket.status();
        priority = ticket.priority();
        ticketCycle = ticket.age().cycle();
        accruedMillis = ticket.age().accrued().toMillis();
        runningSince = ticket.age().runningSince();
        asOf = ticket.at();
        ticketSequence = ticket.sequence();
    }

    /** Whether this state follows on the one that is known and says nothing else about its climbing. */
    public boolean isKnown(TicketState ticket) {
        return ticket.sequence() == ticketSequence + 1
                && ticket.status().equals(status)
                && ticket.priority() == priority
                && ticket.age().equals(age());
    }

    /** Notes a missed target; the same clock counts once in a cycle, from when it was first missed, in any order. */
    public void breached(int inCycle, SlaClock clock, Duration ageAtBreach) {
        Breach missed = new Breach(inCycle, clock, ageAtBreach.toMillis());
        if (breaches.stream().noneMatch(missed::isNoEarlierThan)) {
            breaches.removeIf(missed::isOfTheSameTarget);
            breaches.add(missed);
        }
    }

    /** Whether the clock was breached since the ticket was opened or last reopened. */
    public boolean isBreached(SlaClock clock) {
        return isBreached(ticketCycle, clock);
    }

    private boolean isBreached(int inCycle, SlaClock clock) {
        return breaches.stream().anyMatch(breach -> breach.cycle() == inCycle && breach.clock() == clock);
    }

    public boolean awaitsMatrix() {
        return matrix == null;
    }

    /** @param zoneOfService in which the hours of the persons are meant */
    public void pinTo(Matrix inForceAtOpening, ZoneId zoneOfService) {
        matrix = inForceAtOpening;
        zone = zoneOfService.getId();
    }

    /** Whether it can be moved at all: open, not paused, and its matrix is known. */
    public boolean isMoving() {
        return !isEnded() && age().isRunning() && matrix != null;
    }

    public boolean isEnded() {
        return ENDED.contains(status);
    }

    /** Whether the centre has stopped the climbing by itself. */
    public boolean isSuspended() {
        return standing.isSuspended();
    }

    /** Whether it stands lower than the rule says and may climb by itself. */
    public boolean isDue(Instant now) {
        return climbsByItself() && ascent().isDue(now);
    }

    /** Where it goes next by itself; empty when nothing is to come, or while it stands still. */
    public Optional<NextLevel> next(Instant now) {
        return climbsByItself() ? ascent().next(now) : Optional.empty();
    }

    private boolean climbsByItself() {
        return isMoving() && !standing.isSuspended();
    }

    /**
     * Climbs to the level that the rule gives. Whoever calls has seen that it is due.
     *
     * @return what happened, from the lowest level to the highest
     */
    public List<Step> climb(Instant now) {
        Ascent ascent = ascent();
        Ground ground = Ground.of(ascent.isOldEnough(now) ? Cause.AGE : Cause.BREACH);
        return rise(ascent.landing(ascent.levelAt(now), now), ground, now);
    }

    /** The level that comes after the present one when somebody asks; empty at the top. */
    public Optional<Integer> levelAbove() {
        return levelFrom(level() + 1, ladder().topFor(priority));
    }

    /** The level that answers when the centre asks for {@code wanted}; empty when nobody is there or above. */
    public Optional<Integer> levelFor(int wanted) {
        return levelFrom(wanted, ladder().height());
    }

    private Optional<Integer> levelFrom(int wanted, int top) {
        return Optional.of(ladder().manned(wanted, top)).filter(found -> found > level());
    }

    /**
     * Climbs because somebody asked. Where nobody can be reached at that hour, neither there nor above, the persons of
     * the level asked for are told all the same.
     *
     * @param target from {@link #levelAbove} or {@link #levelFor}
     * @return what happened, from the lowest level to the highest
     */
    public List<Step> climbByHand(int target, Ground ground, Instant now) {
        int top = ground.cause() == Cause.CUSTOMER ? ladder().topFor(priority) : ladder().height();
        int found = ladder().reachable(target, top, now, zone());
        int reached = found == 0 ? target : found;
        standing.askFor(reached);
        if (ground.cause() == Cause.CUSTOMER) {
            customerAskedAt = now;
        }
        return rise(new Ascent.Landing(reached, Math.max(reached, standing.dealtWith())), ground, now);
    }

    private List<Step> rise(Ascent.Landing landing, Ground ground, Instant now) {
        int from = level();
        List<Step> steps = new ArrayList<>();
        for (int to = from + 1; to <= landing.dealtWith(); to++) {
            if (to == landing.reached()) {
                steps.add(Step.reached(moment(now), from, ladder().level(to), ground, zone()));
            } else if (to > standing.dealtWith()) {
                steps.add(Step.skipped(moment(now), from, ladder().level(to), ground.cause(), zone()));
            }
        }
        standing.land(landing);
        return steps;
    }

    /** From now on nothing lifts it but a request by hand. */
    public Step suspend(Ground ground, Instant now) {
        standing.suspend(true);
        return ordered(Outcome.SUSPENDED, ground, now);
    }

    /** It climbs by itself again, and at once to where it would stand now. */
    public Step resume(Ground ground, Instant now) {
        standing.suspend(false);
        return ordered(Outcome.RESUMED, ground, now);
    }

    private Step ordered(Outcome outcome, Ground ground, Instant now) {
        List<Person> told = matrix == null ? List.of() : ladder().personsOn(level(), level());
        return Step.of(outcome, moment(now), level(), level(), title(), ground, told);
    }

    /**
     * Takes it down and begins a new cycle there. Its age goes on: levels whose age has come by now are not reached by
     * age again, and targets missed by now no longer lift it.
     *
     * @param target below the present level; 0 = the ground
     */
    public Step deEscalate(int target, Ground ground, Instant now) {
        int from = level();
        standing.takeDown(new Footing(target, age().at(now)));
        return Step.of(
                Outcome.DE_ESCALATED, moment(now), from, target, title(), ground, ladder().personsOn(target, from));
    }

    /** Whether it can be taken to a level: the ground, or one that the matrix does not leave out. */
    public boolean mayStandOn(int number) {
        return number == 0 || number <= height() && ladder().level(number).hasSomebody();
    }

    private Step.Moment moment(Instant now) {
        version++;
        return new Step.Moment(ticketId, cycle(), now, version);
    }

    /** Notes that somebody has taken a level over; moves nothing. */
    public void acknowledged() {
        version++;
    }

    private Ascent ascent() {
        List<Duration> agesAtBreach = breaches.stream()
                .filter(breach ->
                        breach.cycle() == ticketCycle && breach.clock().lifts())
                .map(Breach::age)
                .toList();
        return new Ascent(
                ladder(),
                priority,
                standing.footing(),
                age(),
                agesAtBreach,
                standing.asked(),
                standing.dealtWith(),
                zone());
    }

    private Age age() {
        return new Age(ticketCycle, Duration.ofMillis(accruedMillis), runningSince);
    }

    private Ladder ladder() {
        return matrix.ladder();
    }

    private ZoneId zone() {
        return zone == null ? KnownService.USUAL_ZONE : ZoneId.of(zone);
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

    public Priority priority() {
        return priority;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** 1, and one more each time that it is reopened or taken down. */
    public int cycle() {
        return ticketCycle + standing.lowered();
    }

    /** The level it stands on; 0 = not escalated. */
    public int level() {
        return standing.level();
    }

    /** How high the ladder is. */
    public int height() {
        return ladder().height();
    }

    /** The title of the level it stands on; null on the ground, and where its present matrix has no such level. */
    public String title() {
        return level() == 0 || matrix == null || level() > height()
                ? null
                : ladder().level(level()).title();
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
