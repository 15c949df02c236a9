package com.interspace.notification.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    @ParameterizedTest
    @ValueSource(strings = {"anna@acme.example", "a.b+c@x-y.example", "o'neill@x.example"})
    void an_address_of_one_mailbox_can_be_written_to(String address) {
        assertThat(Recipient.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "anna",
                "a@x.example, b@x.example",
                "a@x.example\r\nBcc: b@x.example",
                "<a@x.example>",
                "Anna <a@x.example>",
                "a@x.example ",
                "a@",
                "a b@x.example"
            })
    void anything_else_cannot(String address) {
        assertThat(Recipient.isAddress(address)).isFalse();
    }
}
