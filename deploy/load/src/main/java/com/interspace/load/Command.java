package com.interspace.load;

import com.interspace.local.launch.PlainSentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody asked for.
 *
 * @param text as it was typed, for the shell to read it again
 * @param parts the parts of the measurement; empty = all
 * @param time how long intake is loaded
 * @param tickets the sizes that growth goes through
 * @param warmUp how long work comes in before anything is measured
 * @param jvm options of the services' JVMs beyond those of the local system; empty = none
 * @param write whether the results replace deploy/load/RESULTS.md
 */
record Command(
        String text,
        List<String> parts,
        Duration time,
        List<Integer> tickets,
        Duration warmUp,
        String jvm,
        boolean write) {

    /** What needs no load, and gets a system of its own. */
    static final String FOOTPRINT = "footprint";

    static final List<String> PARTS =
            List.of(FOOTPRINT, "floor", "intake", "news", "doors", "documents", "replay", "growth");

    private static final List<Integer> SIZES = List.of(1_000, 100_000, 1_000_000);

    static Command parse(List<String> arguments) {
        List<String> parts = new ArrayList<>();
        Duration time = Duration.ofSeconds(60);
        List<Integer> tickets = upTo(100_000);
        Duration warmUp = Duration.ZERO;
        String jvm = "";
        boolean write = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--write" -> write = true;
                case "--seconds" -> time = Duration.ofSeconds(number(arguments, ++i));
                case "--tickets" -> tickets = upTo(number(arguments, ++i));
                case "--warm-up" -> warmUp = Duration.ofSeconds(number(arguments, ++i));
                case "--jvm" -> jvm = value(arguments, ++i);
                default -> parts.add(known(argument));
            }
        }
        return new Command(typed(arguments), List.copyOf(parts), time, tickets, warmUp, jvm, write);
    }

    boolean wants(String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    /** Whether anything but {@link #FOOTPRINT} is asked for. */
    boolean wantsLoad() {
        return !parts.equals(List.of(FOOTPRINT));
    }

    private static String typed(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.contains(" ") ? '"' + argument + '"' : argument)
                .collect(Collectors.joining(" "));
    }

    private static String known(String part) {
        if (!PARTS.contains(part)) {
            throw new PlainSentence("There is no part \"" + part + "\". There are: " + String.join(", ", PARTS)
                    + "; and --seconds n, --tickets n, --warm-up n, --jvm options, --write.");
        }
        return part;
    }

    private static List<Integer> upTo(int most) {
        return Stream.concat(SIZES.stream().filter(size -> size < most), Stream.of(most))
                .toList();
    }

    private static int number(List<String> arguments, int index) {
        try {
            return Integer.parseInt(value(arguments, index));
        } catch (NumberFormatException e) {
            throw new PlainSentence(arguments.get(index - 1) + " needs a whole number.");
        }
    }

    private static String value(List<String> arguments, int index) {
        if (index == arguments.size()) {
            throw new PlainSentence(arguments.get(index - 1) + " needs a value.");
        }
        return arguments.get(index);
    }
}
