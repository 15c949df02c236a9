package com.interspace.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.part.Json;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One request that nobody should send, made from what an operation says of itself.
 *
 * @param address path and query, percent-encoded
 */
record HostileRequest(Operation operation, String address, Map<String, String> headers, byte[] body) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final int LONGEST_PART_OF_AN_ADDRESS = 1_000;

    /** With the path below the 4096 bytes at which the server itself turns an address away (414). */
    private static final int LONGEST_QUERY = 2_500;

    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=end",
            "multipart/form-data",
            "nonsense",
            "*/*");

    private static final Map<String, List<String>> ODD_HEADERS = new LinkedHashMap<>();

    static {
        ODD_HEADERS.put(
                "Accept",
                List.of(
                        "application/xml",
                        "*/*;q=-1",
                        "nonsense",
                        "text/html,application/json;q=0.1",
                        "application/pdf"));
        ODD_HEADERS.put("Accept-Language", List.of("xx-YY-ZZ;q=9", "*", "bg,,,;"));
        ODD_HEADERS.put(
                "If-Match", List.of("\"1\"", "*", "W/\"1\"", "\"99999999999999999999\"", "\"1\",\"2\"", "x", "\"\""));
        ODD_HEADERS.put("If-None-Match", List.of("*", "\"1\""));
        ODD_HEADERS.put(
                "Idempotency-Key", List.of("same-for-all", "k".repeat(300), "' or 1=1 --", "\u00e9\u00ff", " "));
        ODD_HEADERS.put("Last-Event-ID", List.of("x", "-1", "0/99999999999999999999", "1:2:3", ""));
        ODD_HEADERS.put("Range", List.of("bytes=9-1", "bytes=0-,0-,0-,0-", "lines=1"));
        ODD_HEADERS.put("X-Forwarded-For", List.of("127.0.0.1, ' or 1=1"));
        ODD_HEADERS.put("X-HTTP-Method-Override", List.of("DELETE"));
        ODD_HEADERS.put("traceparent", List.of("00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-01", "zz", "00-é-1"));
        ODD_HEADERS.put("Content-Encoding", List.of("gzip", "br"));
        ODD_HEADERS.put("Accept-Encoding", List.of("gzip;q=nonsense", "identity;q=0"));
        ODD_HEADERS.put("Origin", List.of("null", "https://evil.example"));
        ODD_HEADERS.put("X-Large", List.of("x".repeat(6_000)));
    }

    static HostileRequest of(Operation operation, Malice malice, Things things) {
        Map<String, String> headers = new LinkedHashMap<>();
        byte[] body = null;
        if (operation.mediaType() != null) {
            body = body(operation, malice, things);
            headers.put("Content-Type", contentType(operation, malice));
        }
        while (malice.oneIn(3)) {
            String name = malice.any(List.copyOf(ODD_HEADERS.keySet()));
            headers.put(name, malice.any(ODD_HEADERS.get(name)));
        }
        return new HostileRequest(operation, path(operation, malice, things) + query(operation, malice), headers, body);
    }

    HttpRequest.Builder to(String service) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + address))
                .method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request;
    }

    @Override
    public String toString() {
        String said = body == null ? "" : " " + shortened(new String(body, StandardCharsets.UTF_8));
        return operation.service() + " " + operation.method() + " " + shortened(address) + " "
                + shortened(headers.toString()) + said;
    }

    private static String path(Operation operation, Malice malice, Things things) {
        return VARIABLE.matcher(operation.path()).replaceAll(variable -> {
            List<String> known = things.at(operation, variable.start());
            String name = malice.oneIn(3) || known.isEmpty() ? malice.word() : malice.any(known);
            return name.isEmpty() ? "%20" : encoded(name);
        });
    }

    private static String query(Operation operation, Malice malice) {
        List<String> pairs = new ArrayList<>();
        for (String name : operation.queryParameters()) {
            while (malice.oneIn(3)) {
                String value = name.equals("cursor") && malice.oneIn(2) ? forgedCursor(malice) : malice.word();
                pairs.add(encoded(name) + "=" + encoded(value));
            }
        }
        if (malice.oneIn(6)) {
            pairs.add(malice.any(
                    List.of("%ff=%fe", "a=%c0%80", "&&&", "=", "limit=200&limit=-1", "cursor=AAAA", "sort[]=id")));
        }
        while (String.join("&", pairs).length() > LONGEST_QUERY) {
            pairs.remove(pairs.size() - 1);
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    /** In the form of ours, with what we would never write into one. */
    private static String forgedCursor(Malice malice) {
        List<String> parts = new ArrayList<>(List.of(malice.word()));
        while (malice.oneIn(2)) {
            parts.add(malice.any(List.of("2026-03-02T08:15:00Z", "1", malice.word())));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(String.join("\u001f", parts)));
    }

    private static byte[] body(Operation operation, Malice malice, Things things) {
        if (operation.mediaType().startsWith("multipart/")) {
            return multipart(malice);
        }
        return switch (malice.oneIn(5) ? 0 : 1) {
            case 0 -> brokenJson(operation, malice, things);
            default -> Json.write(goodOrNearly(operation, malice, things)).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static JsonNode goodOrNearly(Operation operation, Malice malice, Things things) {
        List<JsonNode> examples = operation.bodyExamples();
        return examples.isEmpty() || malice.oneIn(3)
                ? malice.like(operation, operation.bodySchema())
                : malice.spoilt(things.insteadOfExamples(malice.any(examples), malice));
    }

    private static byte[] brokenJson(Operation operation, Malice malice, Things things) {
        String good = Json.write(goodOrNearly(operation, malice, things));
        return malice.any(List.<Supplier<byte[]>>of(
                        () -> new byte[0],
                        () -> utf8("null"),
                        () -> utf8("[]"),
                        () -> utf8("\"text\""),
                        () -> utf8("{"),
                        () -> utf8("[".repeat(5_000)),
                        () -> utf8("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000)),
                        () -> utf8(good.substring(0, good.length() / 2)),
                        () -> utf8(good + good),
                        () -> utf8("{" + inside(good) + "," + inside(good) + "}"),
                        () -> utf8("{\"summary\":\"" + "x".repeat(1_000_000) + "\"}"),
                        () -> utf8("{\"" + "k".repeat(60_000) + "\":1}"),
                        () -> utf8("{\"level\":1e999999999,\"version\":" + "9".repeat(2_000) + "}"),
                        () -> utf8("\ufeff" + good),
                        () -> good.getBytes(StandardCharsets.UTF_16),
                        () -> utf8(good.replace("\"", "'")),
                        () -> malice.bytes(2_000)))
                .get();
    }

    private static String inside(String object) {
        return object.length() < 2 ? object : object.substring(1, object.length() - 1);
    }

    private static byte[] multipart(Malice malice) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String field = malice.oneIn(3) ? malice.word() : "file";
        body.writeBytes(utf8("--end\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                + malice.word() + "\"\r\nContent-Type: " + malice.any(MEDIA_TYPES) + "\r\n\r\n"));
        body.writeBytes(malice.bytes(5_000));
        if (!malice.oneIn(4)) {
            body.writeBytes(utf8("\r\n--end--\r\n"));
        }
        return body.toByteArray();
    }

    private static String contentType(Operation operation, Malice malice) {
        if (malice.oneIn(10)) {
            return malice.any(MEDIA_TYPES);
        }
        return operation.mediaType().startsWith("multipart/")
                ? operation.mediaType() + "; boundary=end"
                : operation.mediaType();
    }

    /** Percent-encoded to the last letter; what UTF-8 cannot say becomes bytes that are no UTF-8. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().limit(LONGEST_PART_OF_AN_ADDRESS / 12).forEach(point -> {
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            byte[] bytes = half ? new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80} : utf8(Character.toString(point));
            for (byte each : bytes) {
                boolean plain = each >= '0' && each <= '9'
                        || each >= 'a' && each <= 'z'
                        || each >= 'A' && each <= 'Z'
                        || each == '-';
                encoded.append(plain ? Character.toString(each) : String.format("%%%02X", each));
            }
        });
        return encoded.toString();
    }

    private static String shortened(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "... (" + text.length() + ")";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
