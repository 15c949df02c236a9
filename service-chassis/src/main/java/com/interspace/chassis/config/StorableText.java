package com.interspace.chassis.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Reads every JSON string so that PostgreSQL can store it: a NUL and half of a surrogate pair become the replacement
 * character U+FFFD, all else stays as it was said.
 */
final class StorableText extends StdScalarDeserializer<String> {

    private static final char REPLACEMENT = '\uFFFD';

    StorableText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return storable(StringDeserializer.instance.deserialize(parser, context));
    }

    static String storable(String text) {
        if (text == null || text.codePoints().allMatch(StorableText::isStorable)) {
            return text;
        }
        return text.codePoints()
                .map(point -> isStorable(point) ? point : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isStorable(int point) {
        boolean halfOfAPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return point != 0 && !halfOfAPair;
    }
}
