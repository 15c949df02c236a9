package com.interspace.ticketing.adapter.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.ticketing.correspondence.Letter;
import com.interspace.ticketing.correspondence.Mail;
import com.interspace.ticketing.correspondence.Marks;
import com.interspace.ticketing.correspondence.OwnServer;
import com.interspace.ticketing.correspondence.Sorting;
import com.interspace.ticketing.correspondence.Verdict;
import com.interspace.ticketing.intake.ReportForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Mails as they really come, each with what has to become of it: {@code src/test/resources/mail}, described in
 * {@code corpus.csv}. The time in them is that of Sofia.
 */
class CorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/mail");
    private static final OwnServer OURS =
            new OwnServer(Set.of("support@interspace.example"), Optional.of("mx.interspace.example"));

    private final CorpusDesk desk = new CorpusDesk();
    private final Sorting sorting =
            new Sorting(desk::ofContact, desk::ticket, new Marks(Optional.of("only-for-the-local-system-and-tests")));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/mail/corpus.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            emptyValue = "",
            nullValues = "∅")
    void every_mail_becomes_what_it_has_to(
            String name, String becomes, String about, String fields, String says, String saysNot, int files)
            throws IOException {
        Mail mail = new MimeReader().read(Files.readAllBytes(CORPUS.resolve(name + ".eml")), true);

        Outcome outcome = new Outcome();
        sorting.judge(mail, OURS).carryOut(outcome);

        assertThat(outcome.becomes).isEqualTo(becomes);
        assertThat(outcome.about).contains(said(about));
        Letter letter = new Letter(mail);
        assertThat(letter.text()).contains(said(says));
        if (!said(saysNot).isEmpty()) {
            assertThat(letter.text()).doesNotContain(saysNot);
        }
        assertThat(mail.files()).hasSize(files);
        for (var file : mail.files()) {
            try (InputStream bytes = file.content().open()) {
                assertThat(bytes.readAllBytes()).isNotEmpty();
            }
        }
        ReportForm form = letter.report(outcome.serviceId, null, ZoneId.of("Europe/Sofia"));
        Stream.of(said(fields).split(" ")).filter(each -> !each.isEmpty()).forEach(each -> {
            String[] parts = each.split("=", 2);
            String value = parts[0].equals("account") ? outcome.account : value(form, parts[0]);
            assertThat(value).as(parts[0]).isEqualTo(parts[1].replace('_', ' '));
        });
    }

    @Test
    void every_mail_of_the_corpus_is_in_the_table() throws IOException {
        Set<String> described = Set.copyOf(Files.readAllLines(CORPUS.resolve("corpus.csv")).stream()
                .skip(1)
                .map(line -> line.split("\\|")[0] + ".eml")
                .toList());
        try (Stream<Path> files = Files.list(CORPUS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml")))
                    .containsExactlyInAnyOrderElementsOf(described)
                    .hasSizeGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void of_a_mail_that_is_too_large_the_sender_hears_so() throws IOException {
        byte[] headers = "From: anna@acme.example\r\nSubject: Logs\r\n\r\n".getBytes();

        Letter letter = new Letter(new MimeReader().read(headers, false));

        assertThat(letter.text()).contains("larger than we take");
        assertThat(letter.report(null, null, ZoneId.of("UTC")).summary()).isEqualTo("Logs");
    }

    @Test
    void a_mail_with_too_many_files_or_too_deep_is_taken_as_far_as_we_go_and_says_so() {
        StringBuilder many = new StringBuilder(multipart("b")).append("--b\r\n\r\nLook.\r\n");
        for (int i = 0; i < 51; i++) {
            many.append("--b\r\nContent-Disposition: attachment; filename=" + i + ".txt\r\n\r\nx\r\n");
        }
        Mail full = read(many.append("--b--\r\n"));
        assertThat(full.files()).hasSize(50);
        assertThat(new Letter(full).text()).startsWith("Look.").contains("only the first 50 were taken");

        StringBuilder deep = new StringBuilder(multipart("b0"));
        for (int i = 0; i < 1000; i++) {
            deep.append("--b" + i + "\r\n").append(multipart("b" + (i + 1)));
        }
        assertThat(new Letter(read(deep)).text()).contains("nested too deeply");
    }

    private static String multipart(String boundary) {
        return "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n";
    }

    private static Mail read(CharSequence body) {
        return new MimeReader().read(("From: anna@acme.example\r\n" + body).getBytes(), true);
    }

    @Test
    void no_bytes_at_all_break_the_reader() {
        java.util.Random random = new java.util.Random(4711);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            assertThat(sorting.judge(new MimeReader().read(noise, true), OURS)).isNotNull();
        }
    }

    private static String said(String cell) {
        return cell == null ? "" : cell;
    }

    private static String value(ReportForm form, String field) {
        return switch (field) {
            case "serviceId" -> form.serviceId();
            case "impact" -> form.impact();
            case "urgency" -> form.urgency();
            case "requestedPriority" -> form.requestedPriority();
            case "problemStart" -> form.problemStart();
            case "circuitId" -> form.circuitId();
            case "faultNature" -> form.faultNature();
            case "summary" -> form.summary();
            case "ipAddress" -> String.join(",", form.ipAddress());
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static final class Outcome implements Verdict.Desk {

        private String becomes;
        private String about = "";
        private String account;
        private String serviceId;

        @Override
        public void ignore(Verdict.Ignore verdict) {
            becomes = "ignore";
            about = verdict.why();
        }

        @Override
        public void quarantine(Verdict.Quarantine verdict) {
            becomes = "quarantine";
            about = verdict.why();
        }

        @Override
        public void open(Verdict.Open verdict) {
            becomes = "open";
            serviceId = verdict.serviceId();
            about = verdict.followUpOf() == null
                    ? String.valueOf(verdict.serviceId())
                    : "follow-up of " + verdict.followUpOf();
            account = verdict.from().account();
        }

        @Override
        public void note(Verdict.Note verdict) {
            becomes = "note";
            about = verdict.ticketId();
            account = verdict.from().account();
        }
    }
}
