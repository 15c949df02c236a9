package com.interspace.notification.usecase;

import com.interspace.notification.message.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/** How far delivery is behind. */
@ApplicationScoped
public class WatchBacklog {

    private final Messages messages;
    private final InstantSource time;

    @Inject
    WatchBacklog(Messages messages, InstantSource time) {
        this.messages = messages;
        this.time = time;
    }

    @Transactional
    public List<Messages.Backlog> now() {
        return messages.backlog(time.instant());
    }
}
