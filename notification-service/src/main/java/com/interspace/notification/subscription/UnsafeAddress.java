package com.interspace.notification.subscription;

/** Nothing of ours connects to this address; the message goes on after the name of the field. */
public final class UnsafeAddress extends RuntimeException {

    UnsafeAddress(String reason) {
        super(reason);
    }

    /** One answer for whatever is behind it: it tells nothing about our own network. */
    static UnsafeAddress notPublic() {
        return new UnsafeAddress("must lead to public addresses only");
    }
}
