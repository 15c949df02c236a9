package com.interspace.notification.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Message-IDs: {@code <kind.subject.hash.signature@domain>}. The same event and recipient always give the same id, so
 * a message that has to be transmitted again can be recognised; the signature proves to whoever knows the secret that
 * an answer really follows a message of ours.
 */
public final class MessageIds {

    private static final int HEX_DIGITS = 32;
    private static final String SEPARATOR = "\n";

    private final String domain;
    private final byte[] secret;

    /** @param domain what stands behind the @ */
    public MessageIds(String domain, String secret) {
        this.domain = domain;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The id of the message that opens the thread for a recipient; all his others answer to it. */
    String opening(MailThread thread, String recipient) {
        return id(thread, String.join(SEPARATOR, "opening", thread.subject(), thread.begun(), recipient));
    }

    /** The id of a message about an event. */
    String about(MailThread thread, String eventId, String recipient) {
        return id(thread, String.join(SEPARATOR, "about", eventId, recipient));
    }

    /**
     * Whether we have made this id: what somebody made up is not signed. The angle brackets and what stands behind
     * the @ do not matter, because some mail systems change them.
     */
    public boolean isOurs(String messageId) {
        String reference = messageId.replaceAll("[<>\\s]", "").replaceAll("@.*", "");
        int dot = reference.lastIndexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        signature(reference.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
                        reference.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    /** The id of what one subscription is told about one event. */
    public static String delivery(String eventId, UUID subscription) {
        return "msg_" + hash(String.join(SEPARATOR, "delivery", eventId, subscription.toString()));
    }

    private String id(MailThread thread, String seed) {
        String unsigned = thread.prefix() + "." + hash(seed);
        return "<" + unsigned + "." + signature(unsigned) + "@" + domain + ">";
    }

    /** The part before the @, which also stands in the body because some mail systems rewrite Message-IDs. */
    static String reference(String messageId) {
        return messageId.substring(1, messageId.indexOf('@'));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return hex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static String hash(String text) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).substring(0, HEX_DIGITS);
    }
}
