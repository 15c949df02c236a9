package com.interspace.rfo.report;

import static com.interspace.rfo.report.OutageFixture.ALICE;
import static com.interspace.rfo.report.OutageFixture.MONDAY_NOON;
import static com.interspace.rfo.report.OutageFixture.aRequest;
import static com.interspace.rfo.report.OutageFixture.draftOf;
import static com.interspace.rfo.report.OutageFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.rfo.outage.Neighbours.Kind;
import com.interspace.rfo.outage.Neighbours.Name;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report names no other customer, whoever wrote the name into it. */
class RedactionTest {

    private static final Redaction REDACTION = new Redaction(List.of(
            new Name("GLOBEX", Kind.CUSTOMER),
            new Name("Boris Ivanov", Kind.CUSTOMER),
            new Name("boris@globex.example", Kind.CUSTOMER),
            new Name("IS-ETH-0101", Kind.SERVICE),
            new Name("IS-1000043-4", Kind.TICKET)));

    @ParameterizedTest
    @CsvSource({
        "Globex is down too, [another customer] is down too",
        "GLOBEX's port, [another customer]'s port",
        "Ask Boris  Ivanov (boris@globex.example), Ask [another customer] ([another customer])",
        "IS-ETH-0101/IS-DIA-0001, [another service]/IS-DIA-0001",
        "as in [IS-1000043-4], as in [[another ticket]]",
        "IS-ETH-01012 and globexian, IS-ETH-01012 and globexian"
    })
    void names_are_whole_words_in_any_case(String text, String read) {
        assertThat(REDACTION
                        .of(draftOf(aRequest(), List.of(row("e", "2026-03-02T09:00:00Z", text))))
                        .timeline()
                        .get(0)
                        .text())
                .isEqualTo(read);
    }

    @Test
    void no_section_is_left_out() {
        Rfo rfo = aRequest();
        for (SectionName name :
                List.of(SectionName.SUMMARY, SectionName.RESOLUTION, SectionName.DETECTION, SectionName.TARGET)) {
            rfo.write(name, new Prose("Globex"), ALICE, MONDAY_NOON);
        }
        rfo.write(
                SectionName.IMPACT,
                new Impact(
                        List.of(
                                Impact.AffectedService.of("IS-DIA-0001", "down", MONDAY_NOON, MONDAY_NOON),
                                Impact.AffectedService.of("is-eth-0101", "down", MONDAY_NOON, MONDAY_NOON)),
                        "Globex"),
                ALICE,
                MONDAY_NOON);
        rfo.write(SectionName.ROOT_CAUSE, new RootCause("Globex", "Globex", List.of("Globex")), ALICE, MONDAY_NOON);
        rfo.write(
                SectionName.MEASURES,
                new Measures(
                        "Globex",
                        List.of(new Measures.PreventiveAction("Globex", "Boris Ivanov", LocalDate.of(2026, 4, 1)))),
                ALICE,
                MONDAY_NOON);

        Content read = REDACTION.of(draftOf(rfo, List.of(row("e", "2026-03-02T09:00:00Z", "Globex"))));

        assertThat(read.toString()).doesNotContainIgnoringCase("globex", "ivanov", "is-eth-0101");
        assertThat(read.impact().services())
                .extracting(Impact.AffectedService::serviceId)
                .containsExactly("IS-DIA-0001");
        assertThat(read.identification().account()).isEqualTo("ACME");
    }

    @Test
    void a_name_is_looked_for_as_a_whole_and_in_its_parts() {
        Content content = draftOf(
                aRequest(),
                List.of(row("e", "2026-03-02T09:00:00Z", "See boris@globex.example, IS-ETH-0101-A: Boris  Ivanov.")));

        assertThat(Redaction.wordsOf(content))
                .contains("boris@globex.example", "globex", "IS-ETH-0101-A", "Boris Ivanov");
    }
}
