package com.interspace.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A migration as text, and what of it the version before could not live with. What is done to a table that the same file
 * creates concerns nobody yet.
 */
record Migration(String name, String sql) {

    /** What must not be said of a table that is in use, in words of the rule. */
    private record Rule(String words, Pattern pattern) {

        static Rule of(String words, String pattern) {
            return new Rule(words, Pattern.compile(pattern));
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("drops a table", "^drop table\\b"),
            Rule.of(
                    "drops a column",
                    "(?<!^)\\bdrop (?!constraint\\b|not null\\b|default\\b|expression\\b|identity\\b)"),
            Rule.of("drops a constraint", "\\bdrop constraint\\b"),
            Rule.of("drops an index", "^drop index\\b"),
            Rule.of("drops something else", "^drop (?!table\\b|index\\b)"),
            Rule.of("renames", "\\brename\\b"),
            Rule.of("changes a type", "\\balter (column )?\\w+ (set data )?type\\b"),
            Rule.of("requires a value", "\\bset not null\\b"),
            Rule.of(
                    "adds a required column without a default",
                    "\\badd (column )?(?!.*\\b(default|generated)\\b).*\\bnot null\\b"),
            Rule.of("rewrites the table", "\\bgenerated always as \\(.*\\bstored\\b"),
            Rule.of(
                    "adds a constraint",
                    "\\badd (constraint|check|unique|primary key|foreign key|exclude)\\b(?!.*\\bnot valid\\b)"),
            Rule.of("makes something unique", "^create unique index\\b"),
            Rule.of("changes rows", "^(update|delete from|truncate|merge into)\\b"));

    private static final Pattern CREATED = Pattern.compile("^create table (?:if not exists )?(\\w+)");
    private static final Pattern TOUCHED = Pattern.compile(
            "^(?:alter table|drop table|update|delete from|truncate|merge into|create (?:unique )?index .*? on)"
                    + " (?:if exists |only )*(\\w+)");

    static Migration of(Path file) {
        Path module = Deploy.ROOT.relativize(file).getName(0);
        return new Migration(module + " " + file.getFileName().toString().replaceAll("__.*", ""), Deploy.text(file));
    }

    /** Each breach as {@code module version: what it does, to which table}. */
    List<String> breaches() {
        Set<String> created = new TreeSet<>();
        List<String> breaches = new ArrayList<>();
        for (String statement : statements()) {
            Matcher creating = CREATED.matcher(statement);
            if (creating.find()) {
                created.add(creating.group(1));
            }
            String table = first(TOUCHED, statement);
            if (!created.contains(table)) {
                actions(statement).forEach(action -> RULES.stream()
                        .filter(rule -> rule.pattern().matcher(action).find())
                        .map(rule -> name + ": " + rule.words() + (table.isEmpty() ? "" : ", " + table))
                        .filter(breach -> !breaches.contains(breach))
                        .forEach(breaches::add));
            }
        }
        return breaches;
    }

    /** Without comments, texts and line breaks, in lower case; the body of a function is none of them. */
    private List<String> statements() {
        String bare = sql.replaceAll("(?m)--.*$", "")
                .replaceAll("(?s)\\$\\$.*?\\$\\$", "''")
                .replaceAll("'[^']*'", "''")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(bare.split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> !statement.isEmpty())
                .collect(Collectors.toList());
    }

    /** One {@code alter table} may say several things, parted by commas outside brackets. */
    private static List<String> actions(String statement) {
        if (!statement.startsWith("alter table")) {
            return List.of(statement);
        }
        return List.of(statement.split(",(?![^(]*\\))"));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
