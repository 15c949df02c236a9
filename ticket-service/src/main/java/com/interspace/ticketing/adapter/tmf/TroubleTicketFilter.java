package com.interspace.ticketing.adapter.tmf;

import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.ticket.PartnerQuery;
import com.interspace.ticketing.ticket.PartnerQuery.Attribute;
import com.interspace.ticketing.ticket.Status;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the query of a list: {@code fields, offset, limit}, everything else is an attribute and its exact value. */
final class TroubleTicketFilter {

    private static final Set<String> PAGING = Set.of("fields", "offset", "limit");
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** Whoever needs to look deeper filters; a place in a list that moves means nothing that far down. */
    private static final int DEEPEST = 10_000;

    private TroubleTicketFilter() {}

    /** Empty when an attribute of ours has a value that it never has, so that nothing can match. */
    static Optional<PartnerQuery> read(MultivaluedMap<String, String> asked, Optional<Set<String>> scope) {
        Violations violations = new Violations();
        int offset = number("offset", asked.getFirst("offset"), 0, 0, DEEPEST, violations);
        int limit = number("limit", asked.getFirst("limit"), USUAL, 1, MOST, violations);
        Map<Attribute, Object> exactly = new EnumMap<>(Attribute.class);
        boolean possible = true;
        for (String name : asked.keySet()) {
            Attribute attribute = PAGING.contains(name) ? null : violations.oneOf(name, name, Attribute.class);
            if (attribute != null) {
                Optional<Object> value = value(attribute, asked.getFirst(name));
                value.ifPresent(exact -> exactly.put(attribute, exact));
                possible &= value.isPresent();
            }
        }
        violations.throwIfAny();
        return possible ? Optional.of(new PartnerQuery(scope, exactly, offset, limit)) : Optional.empty();
    }

    /** The keys to answer with; empty for all. */
    static Set<String> fields(String text) {
        return text == null || text.isBlank()
                ? Set.of()
                : Arrays.stream(text.split(",")).map(String::trim).collect(Collectors.toSet());
    }

    private static Optional<Object> value(Attribute attribute, String text) {
        return switch (attribute) {
            case STATUS -> word(Status.class, text);
            case PRIORITY -> word(Priority.class, text);
            case IMPACT -> word(Impact.class, text);
            default -> Optional.of(text);
        };
    }

    private static Optional<Object> word(Class<? extends Enum<?>> words, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.toString().equals(text))
                .<Object>map(word -> word)
                .findFirst();
    }

    private static int number(String name, String text, int usual, int least, int most, Violations violations) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text.trim());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below like any other impossible number
        }
        violations.add(name, "must be a whole number from " + least + " to " + most);
        return usual;
    }
}
