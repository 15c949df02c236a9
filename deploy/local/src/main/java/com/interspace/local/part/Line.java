package com.interspace.local.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The network between the services and one part: it listens where the part is expected and carries every byte there and
 * back, as long as nobody harms it. A cut line resets every connection and refuses new ones; a silent one takes them and
 * carries nothing, as a network does that drops packets; a slow one takes its time for every piece.
 */
public final class Line implements AutoCloseable {

    private static final int PIECE = 16 * 1024;
    private static final int BACKLOG = 200;
    private static final int CONNECT_MILLIS = 2_000;
    private static final Duration LOOK = Duration.ofMillis(20);

    private enum State {
        WHOLE,
        CUT,
        SILENT
    }

    private final int port;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean closed;
    private volatile ServerSocket server;

    /** @param target the port at which the part really listens */
    public Line(int port, int target) {
        this.port = port;
        this.target = target;
        listen();
    }

    /** Resets every connection and refuses new ones. */
    public void cut() {
        state = State.CUT;
        closeQuietly(server);
        resetAll();
    }

    /** Carries nothing from now on; whoever is connected does not notice, and whoever connects waits. */
    public void fallSilent() {
        state = State.SILENT;
    }

    /** Holds every piece up for so long. */
    public void slowDown(Duration each) {
        delay = each;
    }

    /** Carries again. What was under way in a silent line is lost with its connections. */
    public void mend() {
        boolean wasCut = state == State.CUT;
        boolean wasSilent = state == State.SILENT;
        delay = Duration.ZERO;
        state = State.WHOLE;
        if (wasSilent) {
            resetAll();
        }
        if (wasCut) {
            listen();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeQuietly(server);
        resetAll();
    }

    private void listen() {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            server = listening;
            thread("accepts", () -> accept(listening));
        } catch (IOException e) {
            throw new UncheckedIOException("The line at port " + port + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                thread("connects", () -> connect(client));
            } catch (IOException noLonger) {
                closeQuietly(listening);
            }
        }
    }

    private void connect(Socket client) {
        Socket part = new Socket();
        open.add(part);
        try {
            awaitVoice(client);
            part.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            part.setTcpNoDelay(true);
            thread("there", () -> carry(client, part));
            carry(part, client);
        } catch (IOException away) {
            reset(client);
            reset(part);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                LockSupport.parkNanos(delay.toNanos());
                awaitVoice(from);
                out.write(piece, 0, read);
            }
            to.shutdownOutput();
            if (from.isOutputShutdown()) {
                hangUp(from);
                hangUp(to);
            }
        } catch (IOException broken) {
            reset(from);
            reset(to);
        }
    }

    private void awaitVoice(Socket socket) {
        while (state == State.SILENT && !socket.isClosed() && !closed) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void resetAll() {
        open.forEach(this::reset);
    }

    private void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            // Then there is nobody to tell.
        }
        hangUp(socket);
    }

    private void hangUp(Socket socket) {
        closeQuietly(socket);
        open.remove(socket);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) {
            // It was to go.
        }
    }

    private void thread(String doing, Runnable work) {
        Thread thread = new Thread(work, "line-" + port + "-" + doing);
        thread.setDaemon(true);
        thread.start();
    }
}
