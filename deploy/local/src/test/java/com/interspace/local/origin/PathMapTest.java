package com.interspace.local.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathMapTest {

    private final PathMap paths = new PathMap();

    @ParameterizedTest
    @CsvSource({
        "/v1/tickets, ticket",
        "/v1/tickets/IS-1000042-2/notes, ticket",
        "/v1/services/IS-DIA-0001, ticket",
        "/v1/intake-form, ticket",
        "/v1/priority-matrix, ticket",
        "/v1/sla-policies/2/apply-to-open, ticket",
        "/v1/calendars, ticket",
        "/v1/ticket-reports/ageing, ticket",
        "/v1/quarantine, ticket",
        "/v1/contacts/anna/erasure, ticket",
        "/tmf-api/troubleTicket/v4/troubleTicket, ticket",
        "/tmf-api/troubleTicket/v4/troubleTicket/, ticket",
        "/tmf-api/troubleTicket/v4/hub, notification",
        "/tmf-api/troubleTicket/v4/hub/7, notification",
        "/v1/escalation-matrices/IS-DIA-0001/document, escalation",
        "/v1/escalation-documents/ab12, escalation",
        "/v1/escalations/IS-1000042-2, escalation",
        "/v1/escalation-reports/levels, escalation",
        "/v1/escalation-templates/gold, escalation",
        "/v1/notifications, notification",
        "/v1/webhooks/7/deliveries, notification",
        "/v1/webhook-secret, notification",
        "/v1/contact-preferences/anna, notification",
        "/v1/rfos/7/transitions, rfo",
        "/v1/rfo-documents/ab12, rfo",
        "/v1/rfo-reports/due, rfo",
        "/v1/problems, rfo",
        "/v1/findings/7/confirm, rfo",
        "/v1/preventive-actions, rfo",
        "/tmf-api/serviceProblemManagement/v4/serviceProblem, rfo"
    })
    void a_path_belongs_to_one_service(String path, String service) {
        assertThat(paths.serviceOf(path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/ticketsandmore",
                "/v1/dead-letters",
                "/q/health",
                "/tmf-api/troubleTicket/v4",
                "/V1/tickets",
                "/v2/tickets"
            })
    void other_paths_belong_to_nobody(String path) {
        assertThat(paths.serviceOf(path)).isEmpty();
    }
}
