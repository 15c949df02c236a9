package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.schema.JsonColumn;
import com.interspace.rfo.report.Content;
import com.interspace.rfo.report.Edits;
import jakarta.persistence.Converter;

/** What persons wrote, and what was sent to review, stand in the tables as JSON text; nobody searches in it. */
final class ReportJson {

    private ReportJson() {}

    @Converter(autoApply = true)
    public static class OfEdits extends JsonColumn<Edits> {
        public OfEdits() {
            super(Edits.class);
        }
    }

    @Converter(autoApply = true)
    public static class OfContent extends JsonColumn<Content> {
        public OfContent() {
            super(Content.class);
        }
    }
}
