package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.ticket.TicketQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How PostgreSQL would answer a query of the list. */
public final class Plans {

    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-zA-Z]+)");

    private Plans() {}

    public static List<String> of(Connection connection, TicketQuery query) throws SQLException {
        TicketSearch search = TicketSearch.page(query);
        Matcher names = NAMED.matcher(search.sql());
        List<Object> values = new ArrayList<>();
        while (names.find()) {
            Object value = search.parameters().get(names.group(1));
            values.add(value instanceof Set<?> scope ? scope.iterator().next() : value);
        }
        try (PreparedStatement explain = connection.prepareStatement(
                "explain " + NAMED.matcher(search.sql()).replaceAll("?"))) {
            for (int i = 0; i < values.size(); i++) {
                explain.setObject(i + 1, values.get(i));
            }
            List<String> plan = new ArrayList<>();
            ResultSet lines = explain.executeQuery();
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
            return plan;
        }
    }
}
