package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.level;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static com.interspace.notification.fixture.Happening.teamAddress;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.part.ReceivedMail;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EscalationMailTest extends NotificationTest {

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();

    @Test
    void each_person_of_a_level_is_mailed_once_and_the_reporter_is_told_who_has_it() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        opened("ACME", service, ticket).publish();
        everythingHeardUnder(service);

        level("reached", 2, "ACME", service, ticket, 2, "Maria", "Ivan", "Maria")
                .publish();

        ReceivedMail maria = onlyMailTo(teamAddress("Maria", ticket));
        assertThat(maria.subject()).isEqualTo("[" + ticket + "] Level 2, critical: No traffic since 08:10");
        assertThat(maria.text())
                .startsWith("Maria,")
                .contains("level 2, Duty manager", "because of its age", "Customer account: ACME")
                .contains("Unless it is solved by Mon 2 Mar 2026 10:15 UTC (12:15 Europe/Sofia), it goes to level 3");
        assertThat(onlyMailTo(teamAddress("Ivan", ticket)).text()).startsWith("Ivan,");
        ReceivedMail anna = mailsTo(address("anna", service), 2).get(1);
        assertThat(anna.subject()).isEqualTo("[" + ticket + "] Escalated to level 2: No traffic since 08:10");
        assertThat(anna.text()).contains("Duty manager", "It is now with Maria, Ivan, Maria");
        everythingHeardUnder(ticket);
        assertThat(mailsSoFarTo(teamAddress("Maria", ticket))).hasSize(1);
        assertThat(statesOf(ticket)).as("anna twice, Maria, Ivan and the chat").hasSize(5);
    }

    @Test
    void a_level_that_is_reached_before_its_ticket_is_known_is_told_when_the_ticket_arrives() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();

        level("reached", 2, "ACME", service, ticket, 1, "Maria").publish();
        everythingHeardUnder(ticket);
        assertThat(statesOf(ticket)).isEmpty();
        opened("ACME", service, ticket).publish();

        assertThat(onlyMailTo(teamAddress("Maria", ticket)).text()).contains("No traffic since 08:10");
        assertThat(mailsTo(address("anna", service), 2)).hasSize(2);
    }

    @Test
    void the_people_of_a_level_do_not_wait_for_the_service() {
        level("reached", 2, "ACME", service, ticket, 1, "Maria").publish();
        opened("ACME", service, ticket).publish();

        assertThat(onlyMailTo(teamAddress("Maria", ticket)).text()).contains("Mon 2 Mar 2026 08:15 UTC");
    }

    @Test
    void the_people_of_a_level_that_is_passed_over_get_a_copy_and_the_reporter_does_not() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        opened("ACME", service, ticket).publish();

        level("skipped", 2, "ACME", service, ticket, 2, "Shift").publish();

        assertThat(onlyMailTo(teamAddress("Shift", ticket)).subject()).contains("Copy, level passed over");
        everythingHeardUnder(ticket);
        assertThat(mailsSoFarTo(address("anna", service))).hasSize(1);
    }
}
