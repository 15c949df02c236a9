package com.interspace.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdsTest {

    private final MessageIds ids = new MessageIds("interspace.example", "a secret");
    private final MailThread thread = new MailThread("ticket", "IS-1000042-2", "");

    @Test
    void the_same_event_and_recipient_always_give_the_same_id() {
        assertThat(ids.about(thread, "event", "anna"))
                .isEqualTo(new MessageIds("interspace.example", "a secret").about(thread, "event", "anna"))
                .matches("<ticket\\.IS-1000042-2\\.[0-9a-f]{32}\\.[0-9a-f]{32}@interspace\\.example>");
    }

    @Test
    void another_event_recipient_thread_or_purpose_gives_another_id() {
        assertThat(ids.about(thread, "event", "anna"))
                .isNotEqualTo(ids.about(thread, "event 2", "anna"))
                .isNotEqualTo(ids.about(thread, "event", "petar"))
                .isNotEqualTo(ids.opening(thread, "anna"))
                .isNotEqualTo(ids.about(new MailThread("ticket", "IS-1000043-1", ""), "event", "anna"));
    }

    @Test
    void a_service_that_is_activated_again_begins_a_new_thread() {
        assertThat(ids.opening(new MailThread("service", "IS-DIA-0001", "2026-03-01"), "anna"))
                .isNotEqualTo(ids.opening(new MailThread("service", "IS-DIA-0001", "2026-09-01"), "anna"));
    }

    @Test
    void only_who_knows_the_secret_can_sign() {
        String ours = ids.about(thread, "event", "anna");
        String theirs = new MessageIds("interspace.example", "a guess").about(thread, "event", "anna");

        assertThat(signatureIn(theirs)).isNotEqualTo(signatureIn(ours));
        assertThat(theirs.replace(signatureIn(theirs), "")).isEqualTo(ours.replace(signatureIn(ours), ""));
    }

    @Test
    void an_id_of_any_shape_makes_a_sound_header() {
        assertThat(ids.opening(new MailThread("service", "A>\r\nBcc: x@y", ""), "anna"))
                .matches("<service\\.A---Bcc--x-y\\.[0-9a-f]{32}\\.[0-9a-f]{32}@interspace\\.example>");
    }

    private static String signatureIn(String id) {
        return id.substring(id.lastIndexOf('.', id.indexOf('@')) + 1, id.indexOf('@'));
    }
}
