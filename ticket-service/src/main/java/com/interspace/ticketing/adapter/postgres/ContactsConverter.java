package com.interspace.ticketing.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.Contacts;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Locale;

/** Stores a service's contacts as one JSON text: they are always read together. */
@Converter(autoApply = true)
public class ContactsConverter implements AttributeConverter<Contacts, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the stored text, in lower case, contains when one of the contacts has this address. */
    static String havingEmail(String address) {
        return JSON.createArrayNode()
                .add(JSON.createObjectNode().put("email", address.toLowerCase(Locale.ROOT)))
                .toString();
    }

    /** What the stored text, in lower case, contains when one of the contacts has this id, be it in another case. */
    static String havingId(String contactId) {
        return JSON.createArrayNode()
                .add(JSON.createObjectNode().put("contactid", contactId.toLowerCase(Locale.ROOT)))
                .toString();
    }

    /** What stands in the stored text of a contact with exactly this id. */
    static String idWritten(String contactId) {
        return "\"contactId\":" + TextNode.valueOf(contactId);
    }

    @Override
    public String convertToDatabaseColumn(Contacts contacts) {
        try {
            return contacts == null ? null : JSON.writeValueAsString(contacts.all());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Contacts cannot be written as JSON", impossible);
        }
    }

    @Override
    public Contacts convertToEntityAttribute(String text) {
        try {
            return text == null ? null : new Contacts(JSON.readValue(text, new TypeReference<List<Contact>>() {}));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Stored contacts cannot be read", broken);
        }
    }
}
