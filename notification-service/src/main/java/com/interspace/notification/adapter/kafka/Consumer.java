package com.interspace.notification.adapter.kafka;

/** This service as a reader of topics: its group, its inbox rows and its dead letters carry the name. */
final class Consumer {

    static final String NAME = "notification";

    private Consumer() {}
}
