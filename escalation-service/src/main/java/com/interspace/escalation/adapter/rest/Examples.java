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

    static final String RECEIVED =
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
              "receiptConfirmedAt": "2026-03-01T10:12:00Z"}}""";

    static final String TWIN =
            """
            {"kind": "escalation-matrix", "issuer": "Interspace",
             "document": {"number": "EM-2026-000002", "version": 2, "account": "ACME", "serviceId": "IS-DIA-0001",
              "product": "dedicated-internet-access", "tier": "gold", "effectiveFrom": "2026-03-01T09:00:00Z",
              "issuedAt": "2026-03-01T09:00:00Z",
              "levels": [
               {"level": 1, "title": "Shift lead",
                "persons": [{"name": "Shift lead on duty", "email": "shift-lead@interspace.example",
                             "phone": "+359 2 555 0111", "hours": "24x7"}],
                "after": {"critical": "PT30M", "major": "PT1H", "minor": "PT4H", "low": "PT24H"}, "skip": false}]}}""";

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
               "acknowledgedAt": null, "acknowledgedBy": null}],
             "version": 1}""";

    static final String CUSTOMER_ASKS = "{\"reason\": \"progress\", \"expectedLevel\": 2}";

    static final String CENTRE_ASKS =
            "{\"reason\": \"The customer called twice\", \"level\": 3, \"requestedBy\": \"Anna Petrova, by phone\"}";

    static final String ACKNOWLEDGES = "{\"acknowledgedBy\": \"Ivan Georgiev, shift lead\"}";

    static final String ACKNOWLEDGED =
            """
            {"ticketId": "IS-1000042-2", "account": "ACME", "serviceId": "IS-DIA-0001", "cycle": 1, "level": 1,
             "title": "Shift lead", "suspended": false,
             "next": {"level": 2, "dueAt": "2026-03-02T09:15:00Z"}, "matrixVersion": 1,
             "history": [
              {"at": "2026-03-02T08:30:00Z", "cycle": 1, "from": 0, "to": 1, "outcome": "reached", "cause": "breach",
               "reason": null, "requestedBy": null, "confirmedByClock": null,
               "told": [{"name": "Shift lead on duty", "email": "shift-lead@interspace.example"}],
               "acknowledgedAt": "2026-03-02T08:34:00Z", "acknowledgedBy": "Ivan Georgiev, shift lead"}],
             "version": 2}""";

    static final String SUSPENDS =
            "{\"reason\": \"The splice takes until noon, agreed with the customer\", \"requestedBy\": \"Anna Petrova\"}";

    static final String SUSPENDED =
            """
            {"ticketId": "IS-1000042-2", "account": "ACME", "serviceId": "IS-DIA-0001", "cycle": 1, "level": 0,
             "title": null, "suspended": true, "next": null, "matrixVersion": 1,
             "history": [
              {"at": "2026-03-02T08:20:00Z", "cycle": 1, "from": 0, "to": 0, "outcome": "suspended",
               "cause": "centre", "reason": "The splice takes until noon, agreed with the customer",
               "requestedBy": "Anna Petrova", "confirmedByClock": null, "told": [],
               "acknowledgedAt": null, "acknowledgedBy": null}],
             "version": 1}""";

    static final String RESUMES = "{\"reason\": \"The splice failed\"}";

    static final String DE_ESCALATES = "{\"level\": 1, \"reason\": \"Traffic is back, only monitoring goes on\"}";

    static final String DE_ESCALATED =
            """
            {"ticketId": "IS-1000042-2", "account": "ACME", "serviceId": "IS-DIA-0001", "cycle": 2, "level": 1,
             "title": "Shift lead", "suspended": false,
             "next": {"level": 4, "dueAt": "2026-03-02T12:15:00Z"}, "matrixVersion": 1,
             "history": [
              {"at": "2026-03-02T10:30:00Z", "cycle": 2, "from": 3, "to": 1, "outcome": "de-escalated",
               "cause": "centre", "reason": "Traffic is back, only monitoring goes on",
               "requestedBy": "Agent on duty", "confirmedByClock": null,
               "told": [{"name": "Head of operations", "email": "head-of-operations@interspace.example"}],
               "acknowledgedAt": null, "acknowledgedBy": null}],
             "version": 4}""";

    static final String TRIAL =
            """
            {"from": "2026-02-01T00:00:00Z", "to": "2026-03-01T00:00:00Z",
             "levels": [
              {"level": 1, "title": "Duty manager",
               "persons": [{"name": "Duty manager", "email": "duty-manager@interspace.example",
                            "phone": "+359 2 555 0112", "hours": "24x7"}],
               "after": {"critical": "PT10M", "major": "PT1H", "minor": "PT4H", "low": "PT24H"}}]}""";

    static final String WHAT_IF =
            """
            {"serviceId": "IS-DIA-0001", "from": "2026-02-01T00:00:00Z", "to": "2026-03-01T00:00:00Z",
             "tickets": 1, "notWhole": 0, "truncated": false,
             "levels": [{"level": 1, "actual": 0, "draft": 1}],
             "items": [
              {"ticketId": "IS-1000042-2", "priority": "critical", "openedAt": "2026-02-10T08:15:00Z", "actual": [],
               "draft": [{"at": "2026-02-10T08:25:00Z", "cycle": 1, "from": 0, "to": 1, "outcome": "reached",
                          "cause": "age"}]}]}""";

    static final String REPORT =
            """
            {"name": "by-level", "describes": "Escalations by level; levels passed over do not count",
             "from": "2025-04-01", "to": "2026-03-31", "zone": "Europe/Sofia", "drawnUpAt": "2026-03-02T09:00:00Z",
             "columns": ["level", "escalations", "tickets"],
             "items": [{"level": 1, "escalations": 12, "tickets": 11}, {"level": 2, "escalations": 4, "tickets": 4}]}""";

    static final String REPORT_AS_CSV = "level,escalations,tickets\r\n1,12,11\r\n2,4,4\r\n";

    static final String TEMPLATE =
            """
            {"tier": "gold", "version": 1, "effectiveFrom": "2026-03-01T09:00:00Z",
             "levels": [
              {"level": 1, "title": "Shift lead",
               "persons": [{"name": "Shift lead on duty", "email": "shift-lead@interspace.example",
                            "phone": "+359 2 555 0111", "hours": "24x7"}],
               "after": {"critical": "PT15M", "major": "PT30M", "minor": "PT4H", "low": "PT24H"}, "skip": false}]}""";

    static final String TEMPLATES = "{\"items\": [" + TEMPLATE + "]}";

    static final String REPORTS =
            """
            {"items": [{"name": "by-level", "describes": "Escalations by level; levels passed over do not count"}]}""";

    private Examples() {}
}
