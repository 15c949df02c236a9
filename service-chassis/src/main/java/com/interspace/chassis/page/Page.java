package com.interspace.chassis.page;

import java.util.List;
import java.util.function.Function;

/** One page of a list; {@code nextCursor} is null on the last one. */
public record Page<T>(List<T> items, String nextCursor) {

    /**
     * @param rows at most {@code limit + 1} rows: the extra one only tells that there is more
     * @param cursorOf the cursor that continues after a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> shown = List.copyOf(rows.subList(0, limit));
        return new Page<>(shown, cursorOf.apply(shown.get(limit - 1)).encoded());
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }
}
