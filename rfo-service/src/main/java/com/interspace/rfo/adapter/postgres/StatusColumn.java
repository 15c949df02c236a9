package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.report.RfoStatus;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;

/** A status stands in the tables by its word on the wire. */
@Converter(autoApply = true)
public class StatusColumn implements AttributeConverter<RfoStatus, String> {

    @Override
    public String convertToDatabaseColumn(RfoStatus status) {
        return status == null ? null : status.toString();
    }

    @Override
    public RfoStatus convertToEntityAttribute(String word) {
        return Arrays.stream(RfoStatus.values())
                .filter(status -> status.toString().equals(word))
                .findFirst()
                .orElse(null);
    }
}
