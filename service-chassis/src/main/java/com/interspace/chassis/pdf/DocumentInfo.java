package com.interspace.chassis.pdf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a PDF says about itself, beside its pages. The language stands in the markup: {@code <html lang="en">}.
 *
 * @param title title of the document, shown by viewers in the window's title
 * @param author who issues it
 * @param subject what it is about; {@code null} = not said
 * @param createdAt when it was issued; a PDF keeps whole seconds, the rest is cut off
 * @param metadata further facts by name, for example the hash of a twin document
 */
public record DocumentInfo(
        String title, String author, String subject, Instant createdAt, Map<String, String> metadata) {

    private static final Set<String> NAMES_OF_PDF = Set.of(
            "Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate", "Trapped");

    /** @throws IllegalArgumentException if a fact has a name that PDF itself gives a meaning */
    public DocumentInfo {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(author, "author");
        createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
        metadata.keySet().stream().filter(NAMES_OF_PDF::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("'" + name + "' is a name of PDF itself, choose another");
        });
        // In order of the names: the same facts must always give the same bytes.
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }
}
