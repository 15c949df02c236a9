package com.interspace.local.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address: which are free, which are taken. */
public final class FreePorts {

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 32_767;
    private static final int TRIES = 1_000;

    private FreePorts() {}

    /**
     * A port that nobody listens on at the moment. It lies below those that an operating system gives to outgoing
     * connections (from 32768 on Linux): one of these could be such a connection's before its server starts.
     */
    public static int any() {
        return ThreadLocalRandom.current()
                .ints(TRIES, LOWEST, HIGHEST + 1)
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No free port was found from " + LOWEST + " to " + HIGHEST + " in " + TRIES + " tries."));
    }

    /** Whether nobody listens on this port, on the loopback address or on all addresses. */
    public static boolean isFree(int port) {
        return canListen(new InetSocketAddress(port))
                && canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port that only waits for its last connections to time out is free for a server.
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
