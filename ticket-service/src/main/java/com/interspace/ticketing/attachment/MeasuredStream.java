package com.interspace.ticketing.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Measures a stream while somebody reads it: size, digest, and the first bytes, which tell what it is. */
public final class MeasuredStream extends FilterInputStream {

    private static final int BEGINNING = 64 * 1024;

    private final MessageDigest digest;
    private final long largest;
    private final byte[] beginning = new byte[BEGINNING];
    private long size;

    /** @param largest reading fails with {@link FileTooLarge} beyond that many bytes */
    public MeasuredStream(InputStream source, long largest) {
        super(source);
        this.largest = largest;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            measure(buffer, offset, count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void measure(byte[] buffer, int offset, int count) {
        if (size < BEGINNING) {
            System.arraycopy(buffer, offset, beginning, (int) size, (int) Math.min(count, BEGINNING - size));
        }
        digest.update(buffer, offset, count);
        size += count;
        if (size > largest) {
            throw new FileTooLarge();
        }
    }

    public long size() {
        return size;
    }

    /** At most 64 kB. */
    public byte[] beginning() {
        return Arrays.copyOf(beginning, (int) Math.min(size, BEGINNING));
    }

    /** Of everything read so far, hexadecimal; to be asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
