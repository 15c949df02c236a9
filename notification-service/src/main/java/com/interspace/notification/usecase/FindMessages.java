package com.interspace.notification.usecase;

import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Page;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.MessageQuery;
import com.interspace.notification.message.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Reads the log of messages. */
@ApplicationScoped
@Transactional
public class FindMessages {

    private final Messages messages;

    @Inject
    FindMessages(Messages messages) {
        this.messages = messages;
    }

    /** @param before the position where the previous page ended; null for the first */
    public Page<Message> find(MessageQuery query, Long before, int limit) {
        return Page.of(
                messages.find(query, before, limit + 1),
                limit,
                message -> Cursor.of(Long.toString(message.position())));
    }

    public long count(MessageQuery query) {
        return messages.count(query);
    }
}
