package com.interspace.systemtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The way between a service and the mail server. A test may hold up a command on it: either it does not reach the
 * server, or it is carried out and its answer does not come back.
 */
final class ImapGate implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /** What is held up, from the next command with this word to the end of its connection. */
    private static final class Hold {
        final String command;
        final boolean isCarriedOut;
        volatile boolean reached;

        Hold(String command, boolean isCarriedOut) {
            this.command = command;
            this.isCarriedOut = isCarriedOut;
        }
    }

    private final ServerSocket door;
    private final int server;
    private volatile Hold hold;

    /** @param server the port at which the mail server listens, by the time that somebody comes */
    ImapGate(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 0, HERE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The command does not reach the server. */
    void holdUp(String command) {
        hold = new Hold(command, false);
    }

    /** The server carries the command out, and nothing that it says comes back. */
    void holdUpTheAnswerTo(String command) {
        hold = new Hold(command, true);
    }

    /** Whether somebody waits for an answer here. */
    boolean isHolding() {
        Hold now = hold;
        return now != null && now.reached;
    }

    /** Whoever comes from now on is let through. */
    void open() {
        hold = null;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                thread(() -> new Conversation(client).lead());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "imap-gate");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection. */
    private final class Conversation {

        private final Socket client;
        private volatile Hold holding;
        private volatile String ended;

        Conversation(Socket client) {
            this.client = client;
        }

        void lead() {
            try (client;
                    Socket mailServer = new Socket(HERE, server)) {
                thread(() -> carryAnswers(mailServer));
                carryCommands(mailServer.getOutputStream());
            } catch (IOException broken) {
                // Then neither side hears the other any more, as in a network.
            }
        }

        private void carryCommands(OutputStream out) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (passes(line)) {
                    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                }
            }
        }

        private boolean passes(String line) {
            Hold now = hold;
            if (now == null || !line.contains(" " + now.command + " ")) {
                return true;
            }
            ended = line.substring(0, line.indexOf(' ')) + " OK";
            holding = now;
            now.reached = !now.isCarriedOut;
            return now.isCarriedOut;
        }

        private void carryAnswers(Socket mailServer) {
            StringBuilder heldBack = new StringBuilder();
            byte[] piece = new byte[8192];
            try (client) {
                InputStream in = mailServer.getInputStream();
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    if (holding == null) {
                        client.getOutputStream().write(piece, 0, read);
                    } else {
                        heldBack.append(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
                        holding.reached |= heldBack.indexOf(ended) >= 0;
                    }
                }
            } catch (IOException broken) {
                // The other direction ends, too, when its socket is closed.
            }
        }
    }
}
