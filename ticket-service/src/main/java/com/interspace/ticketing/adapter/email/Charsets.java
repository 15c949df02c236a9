package com.interspace.ticketing.adapter.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Turns bytes into text although mail programs say nothing, or the wrong thing, about their charset. */
final class Charsets {

    /** What old programs in the centre's region send without saying so. */
    private static final Charset OF_THE_REGION = Charset.forName("windows-1251");

    private Charsets() {}

    /**
     * In the charset that was said, when it is one that exists and fits; in UTF-8 when that fits; in the region's
     * otherwise.
     *
     * @param said may be null, unknown or wrong
     */
    static String decode(byte[] bytes, String said) {
        Optional<Charset> named = named(said).filter(charset -> !charset.equals(StandardCharsets.US_ASCII));
        return named.flatMap(charset -> exactly(bytes, charset))
                .or(() -> exactly(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> new String(bytes, named.orElse(OF_THE_REGION)));
    }

    private static Optional<Charset> named(String said) {
        try {
            return Optional.ofNullable(said)
                    .map(name -> name.replaceAll("[\"'\\s]", "").toLowerCase(Locale.ROOT))
                    .map(name -> name.equals("cp-1251") || name.equals("win-1251") ? "windows-1251" : name)
                    .map(Charset::forName);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> exactly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException doesNotFit) {
            return Optional.empty();
        }
    }
}
