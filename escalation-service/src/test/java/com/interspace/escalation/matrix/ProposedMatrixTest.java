package com.interspace.escalation.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.chassis.refusal.Violation;
import com.interspace.chassis.refusal.Violations;
import com.interspace.escalation.matrix.ProposedMatrix.ProposedLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposedMatrixTest {

    private static final Person LEAD =
            new Person("Shift lead", "shift-lead@interspace.example", "+359 2 555 0111", null);

    @Test
    void a_proper_matrix_has_no_violation() {
        assertThat(fieldsWrongIn(aLevel(1, "PT5S"), aLevel(2, "PT10S"))).isEmpty();
    }

    @Test
    void hours_are_round_the_clock_unless_told() {
        Ladder ladder = new ProposedMatrix(null, List.of(aLevel(1, "PT5S"))).judged(new Violations());

        assertThat(ladder.level(1).persons().get(0).hours()).isEqualTo("24x7");
    }

    @Test
    void a_matrix_needs_levels() {
        assertThat(fieldsWrongIn()).containsExactly("levels");
    }

    @Test
    void levels_are_numbered_without_a_gap() {
        assertThat(fieldsWrongIn(aLevel(1, "PT5S"), aLevel(3, "PT10S"))).containsExactly("levels[1].level");
    }

    @Test
    void a_level_that_is_null_is_named() {
        assertThat(fieldsWrongIn(aLevel(1, "PT5S"), null)).contains("levels[1]");
    }

    @Test
    void ages_rise_strictly() {
        assertThat(fieldsWrongIn(aLevel(1, "PT10S"), aLevel(2, "PT10S"))).containsExactly("levels[1].after.critical");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1M", "P400D", "soon", "P1M", "PT9999999999999999999H"})
    void an_age_that_is_none_is_refused(String age) {
        assertThat(fieldsWrongIn(aLevel(1, age))).containsExactly("levels[0].after.critical");
    }

    @Test
    void a_priority_that_nobody_knows_is_refused() {
        ProposedLevel level = new ProposedLevel(1, "Lead", List.of(LEAD), Map.of("urgent", "PT1M"), null);

        assertThat(fieldsWrongIn(level)).containsExactly("levels[0].after.urgent");
    }

    @Test
    void a_priority_may_end_below_the_top_but_not_have_a_hole() {
        ProposedLevel without = new ProposedLevel(1, "Lead", List.of(LEAD), Map.of(), null);

        assertThat(fieldsWrongIn(aLevel(1, "PT1M"), new ProposedLevel(2, "Two", List.of(LEAD), Map.of(), null)))
                .isEmpty();
        assertThat(fieldsWrongIn(without, aLevel(2, "PT1M"))).containsExactly("levels[0].after.critical");
    }

    @Test
    void somebody_is_on_every_level_or_it_says_skip() {
        Map<String, String> ages = Map.of("critical", "PT1M");

        assertThat(fieldsWrongIn(new ProposedLevel(1, "Lead", List.of(), ages, null)))
                .containsExactly("levels[0].persons");
        assertThat(fieldsWrongIn(new ProposedLevel(1, "Lead", null, ages, true), aLevel(2, "PT2M")))
                .isEmpty();
    }

    @Test
    void a_matrix_with_nobody_at_all_is_refused() {
        assertThat(fieldsWrongIn(new ProposedLevel(1, "Lead", null, Map.of("critical", "PT1M"), true)))
                .containsExactly("levels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shift-lead",
                "a@b",
                "a b@c.example",
                "a@b.example\nBcc: x@y.example",
                "<a@b.example>",
                "@b.example"
            })
    void an_address_that_is_none_is_refused(String email) {
        Person person = new Person("Lead", email, null, null);
        ProposedLevel level = new ProposedLevel(1, "Lead", List.of(person), Map.of("critical", "PT1M"), null);

        assertThat(fieldsWrongIn(level)).contains("levels[0].persons[0].email");
    }

    @Test
    void every_fault_is_named_at_once() {
        Person nobody = new Person(" ", null, null, null);

        assertThat(fieldsWrongIn(new ProposedLevel(2, null, List.of(nobody), Map.of("critical", "x"), null)))
                .containsExactlyInAnyOrder(
                        "levels[0].level",
                        "levels[0].title",
                        "levels[0].persons[0].name",
                        "levels[0].persons[0].email",
                        "levels[0].after.critical");
    }

    @Test
    void control_characters_are_refused() {
        ProposedLevel level = new ProposedLevel(1, "Le\0ad", List.of(LEAD), Map.of("critical", "PT1M"), null);

        assertThat(fieldsWrongIn(level)).containsExactly("levels[0].title");
    }

    private static ProposedLevel aLevel(int number, String critical) {
        return new ProposedLevel(number, "Level " + number, List.of(LEAD), Map.of("critical", critical), null);
    }

    private static List<String> fieldsWrongIn(ProposedLevel... levels) {
        Violations violations = new Violations();
        new ProposedMatrix(null, Arrays.asList(levels)).judged(violations);
        return violations.list().stream().map(Violation::field).toList();
    }
}
