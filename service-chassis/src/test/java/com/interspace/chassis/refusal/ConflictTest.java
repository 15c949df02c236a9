package com.interspace.chassis.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConflictTest {

    @Test
    void a_conflict_says_what_is_and_what_is_allowed() {
        assertThat(new Conflict("moved", "Moved", "It has moved.", Map.of("allowed", "stay")).members())
                .containsEntry("allowed", "stay");
    }

    @Test
    void a_member_may_not_take_the_name_of_one_that_every_problem_document_has() {
        assertThatThrownBy(() -> new Conflict("moved", "Moved", "It has moved.", Map.of("status", "closed")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
