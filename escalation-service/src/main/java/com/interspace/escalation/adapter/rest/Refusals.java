package com.interspace.escalation.adapter.rest;

/** Problem documents shown in the OpenAPI document. */
final class Refusals {

    static final String MALFORMED =
            """
            {"type": "urn:interspace:problem:malformed", "title": "Malformed", "status": 400,
             "detail": "The body is not the JSON object that this operation expects."}""";

    static final String UNAUTHORIZED =
            """
            {"type": "urn:interspace:problem:unauthorized", "title": "Unauthorized", "status": 401,
             "detail": "This operation needs a bearer token that is valid now."}""";

    static final String FORBIDDEN = "{\"title\": \"Forbidden\", \"status\": 403}";

    static final String NOT_FOUND =
            """
            {"type": "urn:interspace:problem:not-found", "title": "Not found", "status": 404,
             "detail": "There is no ticket 'IS-1000042-3' that you may see."}""";

    static final String STALE =
            """
            {"type": "urn:interspace:problem:stale", "title": "Stale version", "status": 412,
             "detail": "The object has changed meanwhile; read it again, then repeat.", "currentVersion": 3}""";

    static final String INVALID =
            """
            {"type": "urn:interspace:problem:invalid-input", "title": "Invalid input", "status": 422,
             "detail": "Please correct: reason.", "violations": [{"field": "reason", "message": "is required"}]}""";

    static final String TOO_SOON =
            """
            {"type": "urn:interspace:problem:escalation-too-soon", "title": "Too soon", "status": 409,
             "detail": "The next level may be asked for again 15 minutes after the last request.",
             "lastAskedAt": "2026-03-02T08:40:00Z", "earliestAt": "2026-03-02T08:55:00Z"}""";

    static final String AT_THE_TOP =
            """
            {"type": "urn:interspace:problem:escalation-at-the-top", "title": "At the top", "status": 409,
             "detail": "The ticket stands on level 5; there is no higher one for it.", "level": 5, "cycle": 1}""";

    static final String NOT_THE_NEXT =
            """
            {"type": "urn:interspace:problem:escalation-not-the-next-level", "title": "Not the next level",
             "status": 409, "detail": "The ticket stands on level 1; the next one is 2.", "level": 1, "nextLevel": 2}""";

    static final String STANDS_HIGHER =
            """
            {"type": "urn:interspace:problem:escalation-stands-higher", "title": "Stands higher", "status": 409,
             "detail": "The ticket stands on level 3 already; asking cannot take it down to 2.",
             "level": 3, "wanted": 2}""";

    static final String STANDS_LOWER =
            """
            {"type": "urn:interspace:problem:escalation-stands-lower", "title": "Stands lower", "status": 409,
             "detail": "The ticket stands on level 1; it cannot be taken down to 2.", "level": 1, "wanted": 2}""";

    static final String NOT_CLIMBING =
            """
            {"type": "urn:interspace:problem:escalation-not-climbing", "title": "Not climbing", "status": 409,
             "detail": "The ticket is pending and its clocks stand still; it can be escalated once they run.",
             "ticketStatus": "pending", "paused": true, "asOf": "2026-03-02T08:40:00Z"}""";

    static final String HAS_ENDED =
            """
            {"type": "urn:interspace:problem:escalation-has-ended", "title": "Has ended", "status": 409,
             "detail": "The ticket is resolved; only the escalation of an open ticket can be changed.",
             "ticketStatus": "resolved", "asOf": "2026-03-02T08:40:00Z"}""";

    static final String NOTHING_TO_ACKNOWLEDGE =
            """
            {"type": "urn:interspace:problem:escalation-nothing-to-acknowledge", "title": "Nothing to acknowledge",
             "status": 409, "detail": "Level 1 was not reached; the ticket stands on level 0.",
             "level": 0, "wanted": 1}""";

    static final String SERVICE_NOT_KNOWN_YET =
            """
            {"type": "urn:interspace:problem:service-not-known-yet", "title": "Service not known yet", "status": 409,
             "detail": "The ticket's service is not known here yet; please try again in a moment.",
             "asOf": "2026-03-02T08:40:00Z"}""";

    static final String NO_CONTRACTUAL_MATRIX =
            """
            {"type": "urn:interspace:problem:no-contractual-matrix", "title": "No contractual matrix", "status": 409,
             "detail": "The contract of service IS-IPT-0002 has no escalation matrix; provisioning adds it first.",
             "serviceId": "IS-IPT-0002"}""";

    static final String NOT_ACCEPTABLE =
            """
            {"type": "urn:interspace:problem:not-acceptable", "title": "Not acceptable", "status": 406,
             "detail": "A document is application/pdf or application/json"}""";

    static final String NO_SUCH_DOCUMENT =
            """
            {"type": "urn:interspace:problem:not-found", "title": "Not found", "status": 404,
             "detail": "There is no escalation document with the SHA-256 '00112233' that you may see."}""";

    private Refusals() {}
}
