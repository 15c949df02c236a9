package com.interspace.notification.channel;

/** A PDF file that goes with a message. */
public record Attachment(String fileName, byte[] bytes) {}
