package com.interspace.rfo.adapter.postgres;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.ZoneId;

/** A zone stands in the tables by its IANA name. */
@Converter(autoApply = true)
public class ZoneColumn implements AttributeConverter<ZoneId, String> {

    @Override
    public String convertToDatabaseColumn(ZoneId zone) {
        return zone == null ? null : zone.getId();
    }

    @Override
    public ZoneId convertToEntityAttribute(String name) {
        return name == null ? null : ZoneId.of(name);
    }
}
