package com.interspace.systemtest.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** The history of each ticket verifies, and Kafka, the witness outside, has the same head. */
final class Histories implements Rule {

    @Override
    public String sentence() {
        return "every history verifies, and its head is the one that was published";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.proofs().entrySet().stream().flatMap(each -> {
            JsonNode proof = each.getValue();
            String published = evidence.lastEventOf(each.getKey())
                    .map(event -> event.json().path("historyHead").asText())
                    .orElse("nothing");
            if (!proof.path("valid").asBoolean()) {
                return Stream.of("the history of " + each.getKey() + " does not verify: " + proof);
            }
            return proof.path("head").asText().equals(published)
                    ? Stream.empty()
                    : Stream.of("the history of " + each.getKey() + " ends with " + proof.path("head")
                            + ", published was " + published);
        });
    }
}
