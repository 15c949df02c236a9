package com.interspace.ticketing.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.chassis.pdf.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasuredStreamTest {

    private static final byte[] BYTES = new byte[100_000];

    static {
        new Random(3).nextBytes(BYTES);
    }

    @Test
    void it_knows_size_digest_and_beginning_however_it_is_read() throws IOException {
        MeasuredStream measured = new MeasuredStream(new ByteArrayInputStream(BYTES), BYTES.length);
        for (int i = 0; i < 10; i++) {
            assertThat(measured.read()).isEqualTo(BYTES[i] & 0xFF);
        }
        assertThat(measured.readAllBytes()).hasSize(BYTES.length - 10);
        assertThat(measured.size()).isEqualTo(BYTES.length);
        assertThat(measured.beginning()).isEqualTo(Arrays.copyOf(BYTES, 64 * 1024));
        assertThat(measured.sha256()).isEqualTo(Sha256.of(BYTES));
    }

    @Test
    void one_byte_too_many_is_too_large() {
        MeasuredStream measured = new MeasuredStream(new ByteArrayInputStream(BYTES), BYTES.length - 1);
        assertThatThrownBy(measured::readAllBytes).isInstanceOf(FileTooLarge.class);
    }
}
