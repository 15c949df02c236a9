package com.interspace.ticketing.adapter.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.ticketing.attachment.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdScannerTest {

    private static final byte[] FILE = new byte[200_000];

    @Test
    void the_whole_file_reaches_the_scanner_and_its_word_counts() throws Exception {
        assertThat(askedOf("stream: OK\0")).isEqualTo(Verdict.CLEAN);
        assertThat(askedOf("stream: Win.Test.EICAR_HDB-1 FOUND\0")).isEqualTo(Verdict.DANGEROUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR\0", "stream: OKAY\0", "", "\0"})
    void anything_else_is_no_verdict(String answer) {
        assertThatThrownBy(() -> askedOf(answer)).isInstanceOf(IOException.class);
    }

    @Test
    void a_scanner_that_is_away_gives_no_verdict() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        assertThatThrownBy(() -> new ClamdScanner("127.0.0.1:" + port).examine(new ByteArrayInputStream(FILE)))
                .isInstanceOf(IOException.class);
    }

    private static Verdict askedOf(String answer) throws Exception {
        try (ServerSocket clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> serve(clamd, answer));
            Verdict verdict =
                    new ClamdScanner("127.0.0.1:" + clamd.getLocalPort()).examine(new ByteArrayInputStream(FILE));
            assertThat(received.get()).isEqualTo(FILE);
            return verdict;
        }
    }

    private static byte[] serve(ServerSocket clamd, String answer) {
        try (Socket caller = clamd.accept()) {
            DataInputStream request = new DataInputStream(caller.getInputStream());
            request.readFully(new byte["zINSTREAM\0".length()]);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            for (int size = request.readInt(); size > 0; size = request.readInt()) {
                file.write(request.readNBytes(size));
            }
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return file.toByteArray();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
