package com.interspace.ticketing.sla;

import static com.interspace.ticketing.sla.Desk.AGENT;
import static com.interspace.ticketing.sla.Desk.MATRIX;
import static com.interspace.ticketing.sla.Desk.OPENED;
import static com.interspace.ticketing.sla.Desk.POLICY;
import static com.interspace.ticketing.sla.Desk.move;
import static com.interspace.ticketing.sla.Desk.ticketOpenedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.chassis.time.OpenInterval;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Life;
import com.interspace.ticketing.ticket.Recorded;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Visibility;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What went wrong with the clocks of others, each as a test of ours. */
class ClockLessonsTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final BusinessCalendar OFFICE = BusinessCalendar.standard(SOFIA, "BG");

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static ClockReading repair(Ticket ticket, SlaPolicy policy, Instant at) {
        return new TicketClocks(ticket.life(), policy).read(ClockName.REPAIR, at);
    }

    @Test
    void a_pause_survives_a_new_priority() {
        Ticket ticket = ticketOpenedAt(OPENED);
        move(ticket, Status.PENDING, OPENED.plus(minutes(60)));
        move(ticket, Status.IN_PROGRESS, OPENED.plus(minutes(180)));
        ticket.judge(Impact.DEGRADATION, Urgency.HIGH, MATRIX, "better", AGENT, OPENED.plus(minutes(200)));
        assertThat(repair(ticket, POLICY, OPENED.plus(minutes(200))).due()).isEqualTo(OPENED.plus(minutes(480 + 120)));
    }

    @Test
    void nothing_is_breached_while_paused_and_paused_never_ticks() {
        Ticket ticket = ticketOpenedAt(OPENED);
        move(ticket, Status.PENDING, OPENED.plus(minutes(10)));
        Instant aWeekLater = OPENED.plus(Duration.ofDays(7));
        ClockReading reading = repair(ticket, POLICY, aWeekLater);
        assertThat(reading.state()).isEqualTo(ClockState.PAUSED);
        assertThat(reading.elapsed()).isEqualTo(minutes(10));
        assertThat(reading.due()).isNull();
        ticket.noteCrossings(POLICY, aWeekLater);
        assertThat(ticket.drain())
                .extracting(happened -> happened.event().toString())
                .noneMatch(text -> text.contains("clock=repair"));
    }

    @Test
    void the_promised_date_does_not_move_when_a_pause_ends() {
        Ticket ticket = ticketOpenedAt(OPENED);
        Instant promised = repair(ticket, POLICY, OPENED).promised();
        move(ticket, Status.PENDING, OPENED.plus(minutes(10)));
        move(ticket, Status.IN_PROGRESS, OPENED.plus(minutes(100)));
        ClockReading after = repair(ticket, POLICY, OPENED.plus(minutes(100)));
        assertThat(after.promised()).isEqualTo(promised).isEqualTo(OPENED.plus(minutes(240)));
        assertThat(after.due()).isEqualTo(promised.plus(minutes(90)));
    }

    @Test
    void a_pause_moves_the_due_date_within_working_hours_only() {
        // given: opened on Friday 16:00, an office that closes at 18:00; paused over the weekend
        Instant friday = Instant.parse("2026-03-13T14:00:00Z");
        Ticket ticket = ticketOpenedAt(friday);
        move(ticket, Status.PENDING, friday.plus(minutes(60)));
        move(ticket, Status.IN_PROGRESS, Instant.parse("2026-03-16T08:00:00Z"));
        // then: one hour on Friday, three left from Monday 10:00
        assertThat(repair(ticket, Desk.repairIn(OFFICE), Instant.parse("2026-03-16T08:00:00Z"))
                        .due())
                .isEqualTo("2026-03-16T11:00:00Z");
    }

    @Test
    void lunch_breaks_and_several_intervals_a_day_are_no_working_time() {
        BusinessCalendar lunch = OFFICE.withHours(
                DayOfWeek.FRIDAY,
                OpenInterval.of("09:00", "12:00"),
                OpenInterval.of("13:00", "16:00"),
                OpenInterval.of("16:00", "17:00"));
        Instant friday = Instant.parse("2026-03-13T08:00:00Z");
        ClockReading reading = repair(ticketOpenedAt(friday), Desk.repairIn(lunch), friday.plus(Duration.ofHours(12)));
        assertThat(reading.due()).isEqualTo("2026-03-13T13:00:00Z");
        assertThat(reading.intervals()).extracting(Interval::running).containsExactly(true, false, true, false);
        assertThat(reading.elapsed()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void time_spent_resolved_is_not_counted_after_a_reopen_and_the_overrun_is_whole() {
        Ticket ticket = ticketOpenedAt(OPENED);
        move(ticket, Status.RESOLVED, OPENED.plus(minutes(200)));
        move(ticket, Status.IN_PROGRESS, OPENED.plus(minutes(1200)));
        Instant later = OPENED.plus(minutes(1300));
        ClockReading reading = repair(ticket, POLICY, later);
        assertThat(reading.elapsed()).isEqualTo(minutes(300));
        assertThat(reading.remaining()).isEqualTo(minutes(-60));
        assertThat(reading.due()).isEqualTo(OPENED.plus(minutes(1240)));
        assertThat(new TicketClocks(ticket.life(), POLICY).age(later).cycle()).isEqualTo(2);
    }

    @Test
    void every_public_word_of_the_centre_restarts_the_update_clock_and_no_other_word_does() {
        Ticket ticket = ticketOpenedAt(OPENED);
        say(ticket, Visibility.PUBLIC, AGENT, 40);
        say(ticket, Visibility.INTERNAL, AGENT, 45);
        say(ticket, Visibility.PUBLIC, Desk.ANNA, 50);
        TicketClocks clocks = new TicketClocks(ticket.life(), POLICY);
        Instant now = OPENED.plus(minutes(60));
        assertThat(clocks.read(ClockName.UPDATE, now).due()).isEqualTo(OPENED.plus(minutes(100)));
        assertThat(clocks.read(ClockName.RESPONSE, now).state()).isEqualTo(ClockState.BREACHED);
        ticket.updatedByParent(UUID.randomUUID(), "A fibre is cut", AGENT, OPENED.plus(minutes(70)));
        clocks = new TicketClocks(ticket.life(), POLICY);
        assertThat(clocks.read(ClockName.UPDATE, now.plus(minutes(20))).due()).isEqualTo(OPENED.plus(minutes(130)));
    }

    @Test
    void opening_hours_keep_their_local_time_when_the_clocks_change() {
        // given: Sofia puts its clocks forward on Sunday 29 March; opened on Friday 17:00
        Instant friday = Instant.parse("2026-03-27T15:00:00Z");
        assertThat(repair(ticketOpenedAt(friday), Desk.repairIn(OFFICE), friday).due())
                .isEqualTo("2026-03-30T09:00:00Z");
        // and: an interval over the change is as long as it really is
        BusinessCalendar nights = OFFICE.withHours(DayOfWeek.SUNDAY, OpenInterval.of("00:00", "06:00"));
        Instant midnight = Instant.parse("2026-03-28T22:00:00Z");
        assertThat(repair(ticketOpenedAt(midnight), Desk.repairIn(nights), midnight.plus(Duration.ofHours(8)))
                        .elapsed())
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void a_day_that_ends_and_begins_at_midnight_is_one_opening() {
        BusinessCalendar late = OFFICE.withHours(DayOfWeek.MONDAY, OpenInterval.of("20:00", "00:00"))
                .withHours(DayOfWeek.TUESDAY, OpenInterval.of("00:00", "04:00"));
        Instant monday = Instant.parse("2026-03-16T19:00:00Z");
        ClockReading reading = repair(ticketOpenedAt(monday), Desk.repairIn(late), monday.plus(Duration.ofHours(8)));
        assertThat(reading.due()).isEqualTo("2026-03-16T23:00:00Z");
        assertThat(reading.intervals()).extracting(Interval::running).containsExactly(true, false);
    }

    @Test
    void a_clock_that_is_closed_for_the_night_runs_on_in_the_morning() {
        Instant evening = Instant.parse("2026-03-16T15:30:00Z");
        ClockReading atNight =
                repair(ticketOpenedAt(evening), Desk.repairIn(OFFICE), evening.plus(Duration.ofHours(4)));
        assertThat(atNight.state()).isEqualTo(ClockState.RUNNING);
        assertThat(atNight.due()).isEqualTo("2026-03-17T10:30:00Z");
    }

    @Test
    void age_is_wall_time_whatever_the_calendar_says() {
        Instant evening = Instant.parse("2026-03-16T18:00:00Z");
        Ticket ticket = ticketOpenedAt(evening);
        Age age = new TicketClocks(ticket.life(), Desk.repairIn(OFFICE)).age(evening.plus(Duration.ofHours(9)));
        assertThat(age.runningSince()).isEqualTo(evening);
        assertThat(age.accrued()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_new_policy_re_derives_every_deadline_from_the_whole_life() {
        Ticket ticket = ticketOpenedAt(OPENED);
        move(ticket, Status.PENDING, OPENED.plus(minutes(10)));
        move(ticket, Status.IN_PROGRESS, OPENED.plus(minutes(40)));
        ticket.drain();
        ticket.apply(Desk.policy(7, Map.of()), "New year", AGENT, OPENED.plus(minutes(50)));
        ticket.apply(Desk.policy(7, Map.of()), "New year", AGENT, OPENED.plus(minutes(51)));
        assertThat(ticket.drain()).extracting(Recorded::sequence).hasSize(1);
        assertThat(ticket.slaPolicyVersion()).isEqualTo(7);
    }

    @Test
    void the_intervals_of_any_life_sum_to_the_whole_and_warnings_and_breaches_come_once() {
        Random random = new Random(42);
        List<SlaPolicy> policies = List.of(POLICY, Desk.repairIn(OFFICE));
        for (int walk = 0; walk < 300; walk++) {
            SlaPolicy policy = policies.get(walk % 2);
            Ticket ticket = ticketOpenedAt(OPENED);
            Instant now = OPENED;
            for (int step = 0; step < 12; step++) {
                now = now.plus(minutes(1 + random.nextInt(400)));
                ticket.noteCrossings(policy, now);
                Status[] next = ticket.status().next().toArray(Status[]::new);
                if (next.length > 0 && random.nextInt(3) > 0) {
                    move(ticket, next[random.nextInt(next.length)], now);
                } else if (next.length > 0) {
                    ticket.noted(UUID.randomUUID(), Visibility.PUBLIC, "x", AGENT, Channel.PHONE, now);
                }
            }
            for (ClockName clock : ClockName.values()) {
                assertWhole(new TicketClocks(ticket.life(), policy).read(clock, now), now);
            }
            assertThat(ticket.life().of(Life.Kind.BREACHED).stream()
                            .filter(moment -> moment.value().equals("repair")))
                    .hasSizeLessThanOrEqualTo(ticket.life().cycles().size());
        }
    }

    /** Two processes work on one ticket, and the clock of one is behind; or somebody waits long for his turn. */
    @Test
    void nothing_is_told_as_earlier_than_what_happened_before_it_and_no_clock_runs_backwards() {
        Ticket ticket = ticketOpenedAt(OPENED.plus(minutes(5)));
        move(ticket, Status.IN_PROGRESS, OPENED.plus(minutes(10)));
        say(ticket, Visibility.PUBLIC, AGENT, 4);
        move(ticket, Status.PENDING, OPENED.plus(minutes(3)));
        move(ticket, Status.IN_PROGRESS, OPENED.plus(minutes(15)));

        assertThat(ticket.drain()).extracting(Recorded::at).isSorted();
        ClockReading reading = repair(ticket, POLICY, OPENED.plus(minutes(20)));
        assertThat(reading.intervals()).noneMatch(each -> each.to().isBefore(each.from()));
        assertThat(reading.elapsed()).isEqualTo(minutes(5 + 5));
    }

    private static void assertWhole(ClockReading reading, Instant now) {
        Instant at = OPENED;
        Duration running = Duration.ZERO;
        for (Interval interval : reading.intervals()) {
            assertThat(interval.from()).isEqualTo(at);
            assertThat(interval.why()).isNotBlank();
            at = interval.to();
            running = interval.running() ? running.plus(Duration.between(interval.from(), at)) : running;
        }
        assertThat(at).isEqualTo(now);
        assertThat(reading.elapsed()).isEqualTo(running);
    }

    private static void say(Ticket ticket, Visibility visibility, Actor by, long after) {
        ticket.noted(UUID.randomUUID(), visibility, "x", by, Channel.PANEL, OPENED.plus(minutes(after)));
    }
}
