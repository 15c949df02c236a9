package com.interspace.ticketing.adapter.scanner;

import com.interspace.ticketing.attachment.Scanner;
import com.interspace.ticketing.attachment.Verdict;
import com.interspace.ticketing.config.TicketConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks a clamd over TCP ({@code INSTREAM}). Only its plain "OK" counts as clean; everything that is neither that
 * nor "FOUND" (a limit of its own, an error, silence) is no verdict.
 */
@ApplicationScoped
class ClamdScanner implements Scanner {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final Optional<String> address;

    @Inject
    ClamdScanner(TicketConfig config) {
        this.address = config.attachments().scanner();
    }

    ClamdScanner(String address) {
        this.address = Optional.of(address);
    }

    @Override
    public boolean isOn() {
        return address.isPresent();
    }

    @Override
    public Verdict examine(InputStream bytes) throws IOException {
        String[] hostAndPort = address.orElseThrow().split(":");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(hostAndPort[0], Integer.parseInt(hostAndPort[1])), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            send(bytes, new DataOutputStream(socket.getOutputStream()));
            return verdict(answer(socket.getInputStream()));
        }
    }

    private static void send(InputStream bytes, DataOutputStream clamd) throws IOException {
        clamd.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] piece = new byte[PIECE];
        for (int count = bytes.read(piece); count >= 0; count = bytes.read(piece)) {
            if (count > 0) {
                clamd.writeInt(count);
                clamd.write(piece, 0, count);
            }
        }
        clamd.writeInt(0);
        clamd.flush();
    }

    private static String answer(InputStream clamd) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int next = clamd.read(); next > 0 && answer.size() < LONGEST_ANSWER; next = clamd.read()) {
            answer.write(next);
        }
        return answer.toString(StandardCharsets.US_ASCII).trim();
    }

    private static Verdict verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return Verdict.DANGEROUS;
        }
        throw new IOException("clamd says '" + answer + "'");
    }
}
