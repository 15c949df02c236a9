package com.interspace.escalation.adapter.rest;

/** Bodies shown in the OpenAPI document. */
final class Examples {

    static final String PROPOSED =
            """
            {"levels": [
              {"level": 1, "title": "Shift lead",
               "persons": [{"name": "Shift lead on duty", "email": "shift-lead@interspace.example",
                            "phone": "+359 2 555 0111", "hours": "24x7"}],
               "after": {"critical": "PT30M", "major": "PT1H", "minor": "PT4H", "low": "PT24H"}},
              {"level": 2, "title": "Duty manager",
               "persons": [{"name": "Duty manager", "email": "duty-manager@interspace.example",
                            "phone": "+359 2 555 0112", "hours": "24x7"}],
               "after": {"critical": "PT1H", "major": "PT2H", "minor": "PT8H", "low": "PT48H"}}]}""";

    static final String MATRIX =
            """
            {"serviceId": "IS-DIA-0001", "version": 2, "effectiveFrom": "2026-03-01T09:00:00Z",
             "levels": [
              {"level": 1, "title": "Shift lead",
               "persons": [{"name": "Shift lead on duty", "email": "shift-lead@interspace.example",
                            "phone": "+359 2 555 0111", "hours": "24x7"}],
               "after": {"critical": "PT30M", "major": "PT1H", "minor": "PT4H", "low": "PT24H"}, "skip": false}],
             "document": {"number": "EM-2026-000002",
              "pdfSha256": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
              "jsonSha256": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
              "receiptConfirmedAt": null}}""";

    static final String PROOF =
            """
            {"number": "EM-2026-000001", "version": 1, "issuedAt": "2026-03-01T09:00:01Z", "kind": "pdf",
             "superseded": false}""";

    static final String ESCALATION =
            """
            {"ticketId": "IS-1000042-2", "account": "ACME", "serviceId": "IS-DIA-0001", "cycle": 1, "level": 1,
             "title": "Shift lead", "suspended": false,
             "next": {"level": 2, "dueAt": "2026-03-02T09:15:00Z"}, "matrixVersion": 1,
             "history": [
              {"at": "2026-03-02T08:30:00Z", "cycle": 1, "from": 0, "to": 1, "outcome": "reached", "cause": "breach",
               "reason": null, "requestedBy": null, "confirmedByClock": null,
               "told": [{"name": "Shift lead on duty", "email": "shift-lead@interspace.example"}],
               "acknowledgedAt": null}],
             "version": 1}""";

    static final String CUSTOMER_ASKS = "{\"reason\": \"progress\", \"expectedLevel\": 2}";

    static final String CENTRE_ASKS =
            "{\"reason\": \"The customer called twice\", \"level\": 3, \"requestedBy\": \"Anna Petrova, by phone\"}";

    static final String TOO_SOON =
            """
            {"type": "urn:interspace:problem:escalation-too-soon", "title": "Too soon", "status": 409,
             "detail": "The next level may be asked for again 15 minutes after the last request.",
             "lastAskedAt": "2026-03-02T08:40:00Z", "earliestAt": "2026-03-02T08:55:00Z"}""";

    private Examples() {}
}
