package com.interspace.chassis.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_comes_back_as_it_went_out() {
        Cursor cursor = Cursor.of("2026-03-02T08:15:00Z", "Име, с запетая");
        assertThat(Cursor.parse(cursor.encoded(), 2)).isEqualTo(cursor);
        assertThat(Cursor.parse(null, 2)).isNull();
        assertThat(Cursor.parse("", 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "%%%", "bm90IG91cnM"})
    void a_foreign_cursor_is_malformed(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, 2)).isInstanceOf(Malformed.class);
    }

    @Test
    void no_part_of_a_cursor_is_what_a_database_could_not_have_held() {
        assertThatThrownBy(() -> Cursor.parse(Cursor.of("IS-DIA-0001\u0000").encoded(), 1))
                .isInstanceOf(Malformed.class);
        Cursor forged = Cursor.of("+999999999-12-31T23:59:59Z", "many", "not-a-uuid");
        assertThatThrownBy(() -> forged.instant(0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> forged.number(1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> forged.uuid(2)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_page_has_a_next_cursor_only_when_there_is_more() {
        assertThat(Page.of(List.of("a", "b"), 2, Cursor::of).nextCursor()).isNull();
        Page<String> first = Page.of(List.of("a", "b", "c"), 2, Cursor::of);
        assertThat(first.items()).containsExactly("a", "b");
        assertThat(Cursor.parse(first.nextCursor(), 1).part(0)).isEqualTo("b");
        assertThat(Page.of(List.<String>of(), 2, Cursor::of).items()).isEmpty();
    }

    @Test
    void a_limit_is_fifty_unless_told_and_at_most_two_hundred() {
        assertThat(Limit.parse(null)).isEqualTo(50);
        assertThat(Limit.parse("200")).isEqualTo(200);
        for (String impossible : List.of("0", "-1", "201", "many", "1.5", "99999999999")) {
            assertThatThrownBy(() -> Limit.parse(impossible)).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void an_etag_is_a_quoted_version() {
        assertThat(Etag.of(3)).isEqualTo("\"3\"");
        assertThat(Etag.expected("\"3\"")).contains(3L);
        assertThat(Etag.expected("*")).isEmpty();
        assertThat(Etag.expected(null)).isEmpty();
        assertThatThrownBy(() -> Etag.expected("W/\"3\"")).isInstanceOf(Malformed.class);
    }
}
