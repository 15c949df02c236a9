package com.interspace.notification.delivery;

import com.interspace.notification.audience.Document;
import com.interspace.notification.channel.NotNow;

/** Where issued documents lie. */
public interface Documents {

    /**
     * The bytes of the document as its owner gives them out.
     *
     * @throws NotNow when it cannot be had now, whatever the reason
     */
    byte[] fetch(Document document);
}
