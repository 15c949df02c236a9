package com.interspace.escalation.adapter.kafka;

/** Where this service publishes. */
final class Topic {

    static final String NAME = "interspace.escalation.v1";

    private Topic() {}
}
