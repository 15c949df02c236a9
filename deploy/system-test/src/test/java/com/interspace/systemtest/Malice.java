package com.interspace.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Words, numbers and JSON as somebody sends them who means harm or knows nothing; the same for the same seed. */
final class Malice {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST_SCHEMA = 6;

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00\ud800",
            "\u202egnp.exe",
            "\ufeff\u200b\u2028",
            "😀👩‍👩‍👧‍👦🏴‍☠️",
            "e\u0301\u0327".repeat(50),
            "שלום عالم",
            "İıſK",
            "' or '1'='1",
            "'; drop table ticket; --",
            "\\'; select pg_sleep(20); --",
            "%' escape '%",
            "%%%___\\",
            "$$ || pg_sleep(20) || $$",
            "<script>alert(1)</script>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "file:///etc/passwd",
            "http://169.254.169.254/latest/meta-data/",
            "http://[::1]:8081/q/health",
            "a\r\nX-Injected: yes\r\n\r\n<html>",
            "a\nBcc: everyone@acme.example",
            "{{7*7}}${7*7}#{7*7}{7*7}<%= 7*7 %>",
            "{#include /etc/passwd /}",
            "${jndi:ldap://127.0.0.1:1/a}",
            "%s%n%x%d",
            "&(|;`id`",
            "null",
            "true",
            "NaN",
            "-0",
            "1e309",
            "9223372036854775808",
            "-2147483649",
            "0x10",
            "٣",
            "2026-02-30T25:61:61Z",
            "0000-00-00T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "9999-12-31T23:59:59.999999999Z",
            "1969-12-31T23:59:59Z",
            "2026-03-29T03:30:00+18:00",
            "2026-03-01",
            "99999-01-01",
            "P9999999999Y",
            "PT-1S",
            "PT9223372036854775807S",
            "PT0S",
            "Europe/Nowhere",
            "+99:99",
            "24:00",
            "IS-1000042-2",
            "IS-0000000-0",
            "IS-9999999-9",
            "00000000-0000-0000-0000-000000000000",
            "*",
            ",,,",
            ":",
            "@",
            "a@b@c",
            "\"<x@y.example>",
            "::ffff:999.1.1.1",
            "1.2.3.4/33");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "2147483648",
            "-9223372036854775809",
            "1.5",
            "1e400",
            "-0.0",
            "1e-400",
            "123456789012345678901234567890");

    private final Random dice;
    private final List<String> known;

    /** @param known names that exist in the system; a wrong request about a real thing goes deeper */
    Malice(long seed, List<String> known) {
        dice = new Random(seed);
        this.known = known;
    }

    boolean oneIn(int times) {
        return dice.nextInt(times) == 0;
    }

    <T> T any(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }

    String word() {
        return switch (dice.nextInt(8)) {
            case 0 -> any(WORDS).repeat(1 + dice.nextInt(400));
            case 1 -> noise(1 + dice.nextInt(40));
            case 2 -> known.isEmpty() ? any(WORDS) : any(known) + any(WORDS);
            case 3 -> known.isEmpty() ? any(WORDS) : any(known);
            default -> any(WORDS);
        };
    }

    /** From 0 to one less. */
    int below(int bound) {
        return dice.nextInt(bound);
    }

    byte[] bytes(int atMost) {
        byte[] noise = new byte[dice.nextInt(atMost)];
        dice.nextBytes(noise);
        return noise;
    }

    /** A value as the schema wants it, or nearly. */
    JsonNode like(Operation operation, JsonNode schema) {
        return like(operation, schema, 0);
    }

    /** The same document with some of it spoilt. */
    JsonNode spoilt(JsonNode good) {
        JsonNode spoilt = good.deepCopy();
        for (int harm = dice.nextInt(4); harm > 0; harm--) {
            spoilt = spoiltOnce(spoilt);
        }
        return spoilt;
    }

    /** A JSON value of any kind, not always a readable one. */
    JsonNode value() {
        return switch (dice.nextInt(10)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(dice.nextBoolean());
            case 2, 3 -> number();
            case 4 -> JSON.arrayNode().add(word()).addNull().add(JSON.objectNode());
            case 5 -> JSON.objectNode().put(word(), word()).putNull("id");
            case 6 -> manyOf(word());
            default -> JSON.textNode(word());
        };
    }

    private JsonNode like(Operation operation, JsonNode reference, int depth) {
        JsonNode schema = operation.resolved(reference);
        if (schema.has("enum") && !oneIn(4)) {
            return schema.path("enum").path(dice.nextInt(schema.path("enum").size()));
        }
        if (schema.has("examples") && !oneIn(3)) {
            return schema.path("examples").path(0);
        }
        if (depth > DEEPEST_SCHEMA || oneIn(12)) {
            return value();
        }
        return switch (type(schema)) {
            case "object" -> objectLike(operation, schema, depth);
            case "array" -> {
                ArrayNode array = JSON.arrayNode();
                for (int i = dice.nextInt(3); i >= 0; i--) {
                    array.add(like(operation, schema.path("items"), depth + 1));
                }
                yield array;
            }
            case "integer", "number" -> oneIn(2) ? JSON.numberNode(dice.nextInt(9)) : number();
            case "boolean" -> JSON.booleanNode(dice.nextBoolean());
            default -> JSON.textNode(word());
        };
    }

    private JsonNode objectLike(Operation operation, JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (!oneIn(5)) {
                object.set(property.getKey(), like(operation, property.getValue(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            object.set(word(), like(operation, schema.path("additionalProperties"), depth + 1));
        }
        return object;
    }

    private JsonNode spoiltOnce(JsonNode good) {
        if (good.isObject() && !good.isEmpty() && !oneIn(10)) {
            ObjectNode object = (ObjectNode) good;
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = any(names);
            switch (dice.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(word(), value());
                case 2, 3 -> object.set(name, value());
                default -> object.set(name, spoiltOnce(object.path(name)));
            }
            return object;
        }
        if (good.isArray() && !good.isEmpty() && !oneIn(4)) {
            ArrayNode array = (ArrayNode) good;
            int place = dice.nextInt(array.size());
            return array.set(place, spoiltOnce(array.path(place)));
        }
        return value();
    }

    private JsonNode number() {
        return JSON.rawValueNode(new RawValue(any(NUMBERS)));
    }

    private ArrayNode manyOf(String word) {
        ArrayNode many = JSON.arrayNode();
        for (int i = dice.nextInt(300); i >= 0; i--) {
            many.add(word);
        }
        return many;
    }

    private String noise(int length) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.append((char) dice.nextInt(Character.MAX_VALUE + 1));
        }
        return noise.toString();
    }

    private static String type(JsonNode schema) {
        if (schema.path("type").isArray()) {
            return schema.path("type").path(0).asText();
        }
        return schema.path("type").asText(schema.has("properties") ? "object" : "string");
    }
}
