package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.report.SectionName;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;

/** A section stands in the tables by its word on the wire. */
@Converter(autoApply = true)
public class SectionColumn implements AttributeConverter<SectionName, String> {

    @Override
    public String convertToDatabaseColumn(SectionName name) {
        return name == null ? null : name.toString();
    }

    @Override
    public SectionName convertToEntityAttribute(String word) {
        return Arrays.stream(SectionName.values())
                .filter(name -> name.toString().equals(word))
                .findFirst()
                .orElse(null);
    }
}
