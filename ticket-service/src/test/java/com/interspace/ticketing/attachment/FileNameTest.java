package com.interspace.ticketing.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "traceroute.txt, traceroute.txt",
        "../../etc/passwd, passwd",
        "C:\\temp\\log.txt, log.txt",
        "Проба.txt, Проба.txt",
        "...., attachment",
        "'a\"b<c>.txt', abc.txt",
        "'', attachment"
    })
    void a_name_can_be_kept_and_printed_anywhere(String said, String kept) {
        assertThat(FileName.clean(said)).isEqualTo(kept);
    }

    @Test
    void no_line_breaks_no_turned_letters_and_always_a_name() {
        assertThat(FileName.clean("a\r\nSet-Cookie: x.txt")).isEqualTo("aSet-Cookie x.txt");
        assertThat(FileName.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileName.clean(null)).isEqualTo("attachment");
    }

    @Test
    void a_long_name_keeps_its_ending() {
        String kept = FileName.clean("\uD83D\uDE00".repeat(300) + ".pcap");
        assertThat(kept).hasSizeLessThanOrEqualTo(200).endsWith("\uD83D\uDE00.pcap");
    }
}
