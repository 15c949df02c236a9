package com.interspace.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FreePortsTest {

    private static final Path OUTGOING = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_free_port_is_none_that_an_outgoing_connection_may_be_given() throws IOException {
        int lowestOutgoing =
                Integer.parseInt(Files.readAllLines(OUTGOING).get(0).split("\\s+")[0]);

        assertThat(IntStream.range(0, 50).map(any -> FreePorts.any())).allMatch(port -> port < lowestOutgoing);
    }
}
