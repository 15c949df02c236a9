package com.interspace.local.launch;

import com.interspace.local.part.FreePorts;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The ports of one system on one machine. */
public final class Ports {

    private static final int HIGHEST = 65_535;

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * The standard ports, all moved by the same number.
     *
     * @param offset as in INTERSPACE_PORT_OFFSET; null or empty is 0
     */
    public static Ports movedBy(String offset) {
        int by = parse(offset == null || offset.isBlank() ? "0" : offset.trim());
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        Arrays.stream(Port.values()).forEach(port -> numbers.put(port, port.standard + by));
        if (numbers.values().stream().anyMatch(number -> number < 1 || number > HIGHEST)) {
            throw new PlainSentence("INTERSPACE_PORT_OFFSET=" + offset + " moves a port out of 1 to " + HIGHEST + ".");
        }
        return new Ports(numbers);
    }

    /** Ports that are free at the moment: for tests. */
    public static Ports free() {
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < Port.values().length) {
            chosen.add(FreePorts.any());
        }
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        var next = chosen.iterator();
        Arrays.stream(Port.values()).forEach(port -> numbers.put(port, next.next()));
        return new Ports(numbers);
    }

    public int of(Port port) {
        return numbers.get(port);
    }

    /** Refuses with a sentence that names the port when one of these is taken. */
    void requireFree(Collection<Port> wanted) {
        for (Port port : wanted) {
            if (!FreePorts.isFree(of(port))) {
                throw new PlainSentence("Port " + of(port) + " (" + port.owner
                        + ") is taken by another program. Stop that program, or move all ports:"
                        + " INTERSPACE_PORT_OFFSET=100 ./deploy/local/up");
            }
        }
    }

    private static int parse(String offset) {
        try {
            return Integer.parseInt(offset);
        } catch (NumberFormatException e) {
            throw new PlainSentence("INTERSPACE_PORT_OFFSET must be a whole number, not \"" + offset + "\".");
        }
    }
}
