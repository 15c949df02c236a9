package com.interspace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interspace.local.identity.Caller.Reply;
import com.interspace.local.launch.DemoServices;
import com.interspace.local.part.ReceivedMail;
import java.util.List;
import java.util.Map;

/** A service is activated, its customer is welcomed and gets the escalation matrix as a document. */
final class ServiceScene {

    private static final String MATRIX = "/v1/escalation-matrices/" + Plot.SERVICE;

    private final Stage stage;
    private final Plot plot;

    ServiceScene(Stage stage, Plot plot) {
        this.stage = stage;
        this.plot = plot;
    }

    List<Step> steps() {
        return List.of(
                new Step("Provisioning activates the service " + Plot.SERVICE + " of ACME", this::activate),
                new Step("The escalation matrix is issued as a document that proves itself", this::matrixIsIssued),
                new Step("Anna is welcomed and gets the matrix: two mails, one thread", this::annaIsWelcomed),
                new Step("The manager shortens the matrix to seconds, so that we can watch it", this::shortenAges));
    }

    private void activate() {
        Reply reply = new DemoServices().provision(Plot.SERVICE, stage.provisioning::puts);
        Stage.require(
                reply.status() == 201 || reply.status() == 200,
                "Provisioning was refused: " + reply.status() + " " + reply.text());
        plot.freshlyActivated = reply.status() == 201;
        stage.shows(
                "service " + Plot.SERVICE + ", " + reply.json().path("status").asText()
                        + (plot.freshlyActivated ? ", new" : ", known from an earlier run"));
        if (plot.freshlyActivated) {
            stage.awaitEvent("interspace.service.v1", "service.activated", Plot.SERVICE, event -> true);
        }
    }

    private void matrixIsIssued() {
        JsonNode matrix = stage.until("the matrix of " + Plot.SERVICE, () -> {
            Reply reply = stage.anna.asks(MATRIX);
            return reply.status() == 200 ? Seen.now(reply.json()) : Seen.notYet(reply.status() + " " + reply.text());
        });
        stage.shows("matrix version " + matrix.path("version").asInt() + " with "
                + matrix.path("levels").size() + " levels");
        stage.awaitEvent("interspace.escalation.v1", "escalation.matrix-issued", Plot.SERVICE, event -> true);
        JsonNode document = matrix.path("document");
        new Documents(stage, "/v1/escalation-documents")
                .proves(
                        stage.anna,
                        MATRIX + "/document",
                        document,
                        document.path("number").asText() + ".pdf");
        plot.contractualMatrix = matrix;
    }

    private void annaIsWelcomed() {
        if (!plot.freshlyActivated) {
            stage.shows("her mails went out when the service was activated, in an earlier run; mailboxes start empty");
            return;
        }
        List<ReceivedMail> mails = stage.until("two mails about " + Plot.SERVICE + " in one thread", () -> {
            List<ReceivedMail> all = mailsAboutTheService();
            return all.stream().anyMatch(mail -> answersOneOf(all, mail))
                    ? Seen.now(all)
                    : Seen.notYet(subjects(all).toString());
        });
        mails.forEach(mail -> stage.shows("mail to " + mail.to() + ": " + mail.subject() + ", attached "
                + mail.attachments().stream().map(ReceivedMail.Attachment::name).toList()));
        Stage.require(
                mails.stream().map(ReceivedMail::messageId).distinct().count() == 2,
                "Two mails were expected, but there are " + subjects(mails));
        stage.shows("one of them answers the other: In-Reply-To "
                + mails.stream()
                        .map(mail -> mail.header("In-Reply-To"))
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private List<ReceivedMail> mailsAboutTheService() {
        return stage.mailsTo(Stage.ANNAS_MAILBOX).stream()
                .filter(mail -> mail.subject().contains(Plot.SERVICE))
                .toList();
    }

    private static boolean answersOneOf(List<ReceivedMail> all, ReceivedMail mail) {
        return all.stream()
                .map(ReceivedMail::messageId)
                .anyMatch(id -> mail.header("In-Reply-To").contains(id)
                        && mail.header("References").contains(id));
    }

    private void shortenAges() {
        JsonNode issued = putAges(Map.of(
                "critical", List.of("PT4S", "PT8S", "PT10M", "PT20M", "PT30M"),
                "major", List.of("PT10M", "PT20M", "PT30M", "PT40M", "PT50M"),
                "minor", List.of("PT20M", "PT30M", "PT40M", "PT50M", "PT60M"),
                "low", List.of("PT30M", "PT40M", "PT50M", "PT60M", "PT70M")));
        plot.matrix = issued;
        int version = issued.path("version").asInt();
        plot.matrix = stage.until("version " + version + " of the matrix", () -> {
            JsonNode current = stage.manager.reads(MATRIX);
            return current.path("version").asInt() >= version
                    ? Seen.now(current)
                    : Seen.notYet("version " + current.path("version"));
        });
        stage.shows("matrix version " + version + ": critical reaches level 1 after 4 s, level 2 after 8 s");
    }

    private JsonNode putAges(Map<String, List<String>> ages) {
        ArrayNode levels = plot.contractualMatrix.path("levels").deepCopy();
        for (int i = 0; i < levels.size(); i++) {
            ObjectNode after = ((ObjectNode) levels.get(i)).putObject("after");
            int level = i;
            ages.forEach((priority, steps) -> after.put(priority, steps.get(level)));
        }
        return putLevels(levels);
    }

    private JsonNode putLevels(JsonNode levels) {
        Reply reply = stage.manager.puts(MATRIX, Map.of("levels", levels));
        return stage.manager.expect(reply, 200, "PUT " + MATRIX).json();
    }

    /** The last thing the story does, also when it failed on the way: the contract's own ages count again. */
    void putContractualAgesBack() {
        if (plot.matrix != null) {
            JsonNode issued = putLevels(plot.contractualMatrix.path("levels"));
            stage.shows("The contractual ages are back: matrix version "
                    + issued.path("version").asInt());
        }
    }

    private static List<String> subjects(List<ReceivedMail> mails) {
        return mails.stream().map(ReceivedMail::subject).toList();
    }
}
