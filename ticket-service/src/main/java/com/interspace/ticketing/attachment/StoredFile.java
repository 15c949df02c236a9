package com.interspace.ticketing.attachment;

/**
 * A file whose bytes are in the store.
 *
 * @param name as its owner calls it, without path and control characters
 * @param contentType what the bytes look like
 * @param size in bytes
 * @param sha256 of the bytes, hexadecimal
 */
public record StoredFile(String name, String contentType, long size, String sha256) {}
