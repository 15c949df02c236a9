package com.interspace.notification.channel;

import com.interspace.notification.message.Message;

/** A way to reach people. */
public interface Channel {

    /** The word for it in the log and in events. */
    String name();

    /**
     * Transmits the message once and returns when the other side has taken it over. Always returns within the
     * configured time.
     *
     * @param attachment null when there is none
     * @throws Refused when the other side will never take it
     * @throws NotNow when it was not taken over, or when nobody knows whether it was
     */
    void send(Message message, Attachment attachment);
}
