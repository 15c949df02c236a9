package com.interspace.notification.subscription;

import java.util.List;

/** The secrets of every client. */
public interface WebhookSecrets {

    /** The newest first, expired ones included. */
    List<WebhookSecret> of(String client);

    void add(WebhookSecret secret);

    void remove(WebhookSecret secret);
}
