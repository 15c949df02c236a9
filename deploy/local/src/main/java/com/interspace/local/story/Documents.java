package com.interspace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller.Reply;
import java.nio.file.Path;

/** An official document proves itself: the hash of its bytes verifies for anyone, that of a changed copy does not. */
record Documents(Stage stage, String verification) {

    /** Fetches the PDF, checks it against its metadata and the open verification, and keeps it. */
    void proves(Person reader, String path, JsonNode document, String fileName) {
        Reply pdf = reader.expect(reader.asks(path, "application/pdf"), 200, "GET " + path);
        String hash = Stage.sha256(pdf.bytes());
        Stage.require(
                hash.equals(document.path("pdfSha256").asText()),
                "The document's hash is " + hash + ", its metadata say " + document);
        Path file = stage.keep(fileName, pdf.bytes());
        stage.shows("document " + document.path("number").asText() + ", " + pdf.bytes().length + " bytes: " + file);
        stage.shows("SHA-256 " + hash);
        verifies(hash);
        verifiesNot(pdf.bytes());
    }

    private void verifies(String hash) {
        JsonNode known = stage.anyone.reads(verification + "/" + hash);
        stage.shows("anyone may verify it: " + known);
    }

    private void verifiesNot(byte[] pdf) {
        byte[] changed = pdf.clone();
        changed[changed.length / 2] ^= 1;
        String path = verification + "/" + Stage.sha256(changed);
        stage.anyone.expect(stage.anyone.asks(path), 404, "the hash of a copy with one changed byte");
        stage.shows("with one changed byte: 404");
    }
}
