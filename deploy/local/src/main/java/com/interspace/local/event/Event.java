package com.interspace.local.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.part.Json;
import java.util.Map;

/**
 * A record of a topic as it was published.
 *
 * @param headers by name; the values are text
 * @param body the JSON text, null for a tombstone
 */
public record Event(String topic, int partition, long offset, String key, Map<String, String> headers, String body) {

    /** The unique id of the event, header {@code ce_id}. */
    public String id() {
        return headers.get("ce_id");
    }

    /** For example {@code com.interspace.ticket.opened.v1}, header {@code ce_type}. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    public JsonNode json() {
        return Json.parse(body);
    }
}
