package com.interspace.notification.channel;

import com.interspace.notification.audience.Medium;
import com.interspace.notification.message.Message;

/** A way to reach people. */
public interface Channel {

    Medium medium();

    /**
     * Transmits the message once and returns when the other side has taken it over. Always returns within the
     * configured time.
     *
     * @param attachment null when there is none
     * @throws Refused when the other side will never take it
     * @throws Withheld when it is not to leave any more
     * @throws NotNow when it was not taken over, or when nobody knows whether it was
     */
    void send(Message message, Attachment attachment);
}
