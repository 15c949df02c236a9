package com.interspace.escalation.adapter.rest;

import com.interspace.escalation.matrix.Level;
import com.interspace.escalation.matrix.Matrix;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the matrices of a product tier begin; {@code default} serves tiers without one of their own. */
@Schema(name = "EscalationTemplate")
public record TemplateView(String tier, int version, Instant effectiveFrom, List<Level> levels) {

    static TemplateView of(Matrix template) {
        return new TemplateView(
                template.template(),
                template.version(),
                template.effectiveFrom(),
                template.ladder().levels());
    }
}
