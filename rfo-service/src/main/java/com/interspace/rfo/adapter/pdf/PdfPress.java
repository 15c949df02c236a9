package com.interspace.rfo.adapter.pdf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.pdf.DocumentInfo;
import com.interspace.chassis.pdf.PdfPrinter;
import com.interspace.chassis.pdf.Picture;
import com.interspace.chassis.pdf.Sha256;
import com.interspace.rfo.config.RfoConfig;
import com.interspace.rfo.report.Press;
import com.interspace.rfo.report.PrintedReport;
import com.interspace.rfo.report.Report;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prints a report: first the JSON twin, then the PDF that carries the twin's fingerprint. Every text is escaped. */
@ApplicationScoped
class PdfPress implements Press {

    private final PdfPrinter printer;
    private final Template template;
    private final ObjectMapper json;
    private final RfoConfig.OperatorSettings operator;
    private final String publicUrl;

    @Inject
    PdfPress(
            @Location("rfo.html") Template template,
            ObjectMapper json,
            RfoConfig config,
            @ConfigProperty(name = "interspace.public-url") String publicUrl) {
        this.template = template;
        this.json = json;
        this.operator = config.operator();
        this.printer = new PdfPrinter(operator.logo().map(PdfPress::logo).orElse(Map.of()));
        this.publicUrl = publicUrl;
    }

    @Override
    public PrintedReport print(Report report) {
        byte[] twin = twinOf(report);
        String fingerprint = Sha256.of(twin);
        String markup = template.data("report", report)
                .data("content", report.content())
                .data("operator", operator)
                .data("drawn", new DrawnOutage(report.content()))
                .data("fingerprint", fingerprint)
                .data("verification", publicUrl + "/v1/rfo-documents/" + fingerprint)
                .data(
                        "print",
                        new PrintedTimes(report.content().identification().zone()))
                .render();
        return new PrintedReport(printer.print(markup, infoOf(report, fingerprint)), twin);
    }

    private static Map<String, Picture> logo(Path file) {
        try {
            return Map.of("logo", Picture.of(Files.readAllBytes(file)));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "interspace.rfo.operator.logo: " + file + " cannot be used as a logo: " + unusable.getMessage(),
                    unusable);
        }
    }

    private byte[] twinOf(Report report) {
        try {
            return json.writeValueAsBytes(ReportTwin.of(report, operator.name()));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The twin of " + report.number() + " cannot be written", broken);
        }
    }

    private DocumentInfo infoOf(Report report, String fingerprint) {
        return new DocumentInfo(
                "Reason For Outage " + report.number(),
                operator.name(),
                "Ticket " + report.content().identification().ticketId(),
                report.publishedAt(),
                Map.of("TwinSha256", fingerprint));
    }
}
