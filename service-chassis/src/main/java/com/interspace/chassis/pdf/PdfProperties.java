package com.interspace.chassis.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** Writes what a document says about itself, twice and equal as PDF/A wants it: the information dictionary and XMP. */
final class PdfProperties {

    private static final String PRODUCER = "Interspace Customer Service Centre";

    private final DocumentInfo info;
    private final String language;
    private final Calendar createdAt = new GregorianCalendar(TimeZone.getTimeZone("UTC"));

    PdfProperties(DocumentInfo info, String language) {
        this.info = info;
        this.language = language;
        createdAt.setTimeInMillis(info.createdAt().toEpochMilli());
    }

    void writeTo(PDDocument pdf) throws IOException {
        pdf.setDocumentInformation(dictionary());
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        PDMetadata metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(xmp());
        catalog.setMetadata(metadata);
        catalog.setLanguage(language);
        // The renderer calls every PDF/A document tagged; ours has no structure tree, so that would be untrue.
        catalog.getCOSObject().removeItem(COSName.MARK_INFO);
    }

    private PDDocumentInformation dictionary() {
        PDDocumentInformation dictionary = new PDDocumentInformation();
        dictionary.setTitle(info.title());
        dictionary.setAuthor(info.author());
        dictionary.setSubject(info.subject());
        dictionary.setProducer(PRODUCER);
        dictionary.setCreationDate(createdAt);
        dictionary.setModificationDate(createdAt);
        info.metadata().forEach(dictionary::setCustomMetadataValue);
        return dictionary;
    }

    private byte[] xmp() throws IOException {
        XMPMetadata metadata = XMPMetadata.createXMPMetadata();
        try {
            PDFAIdentificationSchema conformance = metadata.createAndAddPDFAIdentificationSchema();
            conformance.setPart(2);
            conformance.setConformance("B");
            DublinCoreSchema description = metadata.createAndAddDublinCoreSchema();
            description.setFormat("application/pdf");
            description.setTitle(info.title());
            description.addCreator(info.author());
            description.addLanguage(language);
            if (info.subject() != null) {
                description.setDescription(info.subject());
            }
            XMPBasicSchema dates = metadata.createAndAddXMPBasicSchema();
            dates.setCreateDate(createdAt);
            dates.setModifyDate(createdAt);
            metadata.createAndAddAdobePDFSchema().setProducer(PRODUCER);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new XmpSerializer().serialize(metadata, bytes, true);
            return bytes.toByteArray();
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException("The metadata cannot be written", e);
        }
    }
}
