package com.interspace.escalation.adapter.pdf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.pdf.DocumentInfo;
import com.interspace.chassis.pdf.PdfPrinter;
import com.interspace.chassis.pdf.Sha256;
import com.interspace.escalation.config.EscalationConfig;
import com.interspace.escalation.document.OfficialDocument;
import com.interspace.escalation.document.Press;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the JSON twin, then prints the PDF that carries the twin's fingerprint. Every text is escaped. */
@ApplicationScoped
class PdfPress implements Press {

    private final PdfPrinter printer = new PdfPrinter();
    private final Template template;
    private final ObjectMapper json;
    private final EscalationConfig.OperatorSettings operator;
    private final String publicUrl;

    @Inject
    PdfPress(
            @Location("escalation-matrix.html") Template template,
            ObjectMapper json,
            EscalationConfig config,
            @ConfigProperty(name = "interspace.public-url") String publicUrl) {
        this.template = template;
        this.json = json;
        this.operator = config.operator();
        this.publicUrl = publicUrl;
    }

    /** The twin: the document's own facts, and who issued it. */
    record Twin(String kind, String issuer, OfficialDocument document) {}

    @Override
    public Print print(OfficialDocument document) {
        byte[] twin = twinOf(document);
        String fingerprint = Sha256.of(twin);
        String markup = template.data("document", document)
                .data("rows", Row.of(document.levels()))
                .data("operator", operator)
                .data("fingerprint", fingerprint)
                .data("verification", publicUrl + "/v1/escalation-documents/" + fingerprint)
                .data("effectiveFrom", PrintedText.utc(document.effectiveFrom()))
                .data("issuedAt", PrintedText.utc(document.issuedAt()))
                .render();
        return new Print(printer.print(markup, infoOf(document, fingerprint)), twin);
    }

    private byte[] twinOf(OfficialDocument document) {
        try {
            return json.writeValueAsBytes(new Twin("escalation-matrix", operator.name(), document));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The twin of " + document.number() + " cannot be written", broken);
        }
    }

    private DocumentInfo infoOf(OfficialDocument document, String fingerprint) {
        return new DocumentInfo(
                "Escalation matrix " + document.number(),
                operator.name(),
                "Service " + document.serviceId() + ", version " + document.version(),
                document.issuedAt(),
                Map.of("TwinSha256", fingerprint));
    }
}
