package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.page.Cursor;
import io.quarkus.panache.common.Parameters;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a list, one by one; what is null is not asked for. */
final class Condition {

    private final List<String> parts = new ArrayList<>();
    private final Parameters values = new Parameters();

    Condition equal(String field, Object value) {
        return when(value != null, field + " = :" + field.replace('.', '_'), field.replace('.', '_'), value);
    }

    /** @param text names the value as {@code :name} */
    Condition when(boolean asked, String text, String name, Object value) {
        if (asked) {
            parts.add(text);
            values.and(name, value);
        }
        return this;
    }

    Condition also(String text) {
        parts.add(text);
        return this;
    }

    /** Rows after the cursor in descending order of the field, then the id; all rows without a cursor. */
    Condition before(String field, Cursor cursor) {
        return beyond(field, "<", cursor);
    }

    /** Rows after the cursor in ascending order of the field, then the id; all rows without a cursor. */
    Condition after(String field, Cursor cursor) {
        return beyond(field, ">", cursor);
    }

    private Condition beyond(String field, String sign, Cursor cursor) {
        if (cursor != null) {
            Position position = Position.of(cursor);
            parts.add("(%1$s %2$s :at or (%1$s = :at and id %2$s :id))".formatted(field, sign));
            values.and("at", position.at()).and("id", position.id());
        }
        return this;
    }

    String text() {
        return parts.isEmpty() ? "1 = 1" : String.join(" and ", parts);
    }

    Parameters values() {
        return values;
    }
}
