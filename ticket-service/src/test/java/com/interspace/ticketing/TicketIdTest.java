package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.ticketing.ticket.TicketId;
import org.junit.jupiter.api.Test;

class TicketIdTest {

    @Test
    void the_example_of_the_centre_has_the_check_digit_two() {
        assertThat(TicketId.of(1000042)).isEqualTo("IS-1000042-2");
    }

    @Test
    void every_single_wrong_digit_and_every_swap_of_neighbours_is_caught() {
        for (long number = 1_000_000; number < 1_002_000; number++) {
            String id = TicketId.of(number);
            assertThat(TicketId.isValid(id)).isTrue();
            for (int at = 3; at < 10; at++) {
                for (char wrong = '0'; wrong <= '9'; wrong++) {
                    String misread = id.substring(0, at) + wrong + id.substring(at + 1);
                    assertThat(TicketId.isValid(misread)).isEqualTo(misread.equals(id));
                }
                String swapped =
                        at == 9 ? id : id.substring(0, at) + id.charAt(at + 1) + id.charAt(at) + id.substring(at + 2);
                assertThat(TicketId.isValid(swapped)).isEqualTo(swapped.equals(id));
            }
        }
    }

    @Test
    void another_shape_is_no_ticket_id() {
        for (String text :
                new String[] {"", "IS-1000042", "is-1000042-2", "IS-1000042-2 ", "IS-10000422", "IS-١٠٠٠٠٤٢-2"}) {
            assertThat(TicketId.isValid(text)).isFalse();
        }
    }
}
