package com.interspace.rfo.report;

import com.interspace.chassis.refusal.Conflict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 409: an RFO without these sections is not approved. */
public final class SectionsMissing extends Conflict {

    SectionsMissing(List<SectionName> missing) {
        super(
                "sections-missing",
                "Sections missing",
                missing.stream()
                        .map(SectionName::toString)
                        .collect(Collectors.joining(
                                ", ", "Still to be written: ", ". Send the RFO back to draft and write them.")),
                Map.of("missing", missing.stream().map(SectionName::toString).toList()));
    }
}
