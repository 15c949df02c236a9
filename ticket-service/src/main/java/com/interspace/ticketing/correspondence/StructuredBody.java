package com.interspace.ticketing.correspondence;

import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.ticket.PartnerWords;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a mail that say {@code Field: value}, such as {@code Service ID: IS-DIA-0001}. Case, spaces, list
 * marks and stars around the field do not matter. The first line of a field counts.
 */
public final class StructuredBody {

    private static final Pattern LINE =
            Pattern.compile("^[\\s*#-]*([A-Za-z][A-Za-z /]{1,30}?)[\\s*]*[:=][\\s*]*(\\S.*)$");

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("serviceid", "serviceId"),
            Map.entry("service", "serviceId"),
            Map.entry("problemstart", "problemStart"),
            Map.entry("startofproblem", "problemStart"),
            Map.entry("start", "problemStart"),
            Map.entry("since", "problemStart"),
            Map.entry("summary", "summary"),
            Map.entry("impact", "impact"),
            Map.entry("urgency", "urgency"),
            Map.entry("priority", "requestedPriority"),
            Map.entry("requestedpriority", "requestedPriority"),
            Map.entry("faultnature", "faultNature"),
            Map.entry("circuit", "circuitId"),
            Map.entry("circuitid", "circuitId"),
            Map.entry("ip", "ipAddress"),
            Map.entry("ipaddress", "ipAddress"),
            Map.entry("ipaddresses", "ipAddress"));

    private static final List<DateTimeFormatter> LOCAL_TIMES = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]"),
            DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm[:ss]"),
            DateTimeFormatter.ofPattern("d.M.uuuu H:mm[:ss]"),
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm[:ss]"));

    private static final Pattern ZONE = Pattern.compile("(.*?)\\s*(UTC|GMT|Z|[+-]\\d{2}:?\\d{2})$");

    private final Map<String, String> values = new HashMap<>();

    private StructuredBody() {}

    public static StructuredBody of(String text) {
        StructuredBody body = new StructuredBody();
        for (String line : text.split("\r?\n")) {
            Matcher parts = LINE.matcher(line.strip());
            if (parts.matches()) {
                String field =
                        FIELDS.get(parts.group(1).replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT));
                if (field != null) {
                    body.values.putIfAbsent(
                            field, parts.group(2).replaceAll("\\*+$", "").strip());
                }
            }
        }
        return body;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** What the line of that field says; null when there is none. */
    public String serviceId() {
        return values.get("serviceId");
    }

    /**
     * The fields filled in.
     *
     * @param serviceId as found out elsewhere; null to take what the line says
     * @param summary for when no line says one
     * @param zone where a time without a zone was read off the wall
     */
    public ReportForm form(String serviceId, String summary, String description, ZoneId zone) {
        return new ReportForm(
                serviceId == null ? serviceId() : serviceId,
                instant(values.get("problemStart"), zone),
                values.getOrDefault("summary", summary),
                word("impact"),
                description,
                word("urgency"),
                word("requestedPriority"),
                word("faultNature"),
                values.get("circuitId"),
                addresses(),
                null,
                PartnerWords.NONE);
    }

    /** A value out of a list of words: "Service affecting" means service-affecting. */
    private String word(String field) {
        String value = values.get(field);
        return value == null
                ? null
                : value.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-").replaceAll("[.!]+$", "");
    }

    private List<String> addresses() {
        String value = values.get("ipAddress");
        return value == null ? List.of() : Arrays.asList(value.split("[\\s,;]+"));
    }

    /** In ISO-8601 where it can be understood; as it was said otherwise. */
    private static String instant(String said, ZoneId wall) {
        if (said == null) {
            return null;
        }
        String text = said.strip();
        ZoneId zone = wall;
        Matcher parts = ZONE.matcher(text);
        if (parts.matches()) {
            text = parts.group(1);
            zone = parts.group(2).startsWith("+") || parts.group(2).startsWith("-")
                    ? ZoneOffset.of(parts.group(2))
                    : ZoneOffset.UTC;
        }
        for (DateTimeFormatter format : LOCAL_TIMES) {
            try {
                return LocalDateTime.parse(text, format)
                        .atZone(zone)
                        .toInstant()
                        .toString();
            } catch (DateTimeParseException anotherFormat) {
                continue;
            }
        }
        return said;
    }
}
