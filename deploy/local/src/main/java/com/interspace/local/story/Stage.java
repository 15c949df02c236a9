package com.interspace.local.story;

import com.fasterxml.jackson.core.type.TypeReference;
import com.interspace.local.event.Event;
import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.part.Json;
import com.interspace.local.part.MailServer;
import com.interspace.local.part.ReceivedMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Who plays, and how they see what happens: the one origin, mail over HTTP, and the events on Kafka. */
final class Stage {

    static final String ANNAS_MAILBOX = "anna@acme.example";

    /** Longer than any step needs, also when a service is killed and comes back in the middle of it. */
    private static final Waiting WAITING = new Waiting(Duration.ofSeconds(90));

    final Person anna;
    final Person boris;
    final Person agent;
    final Person manager;
    final Person provisioning;
    final Person partner;
    final Person anyone;

    private final LocalSystem system;
    private final Caller mailbox;
    private final Consumer<String> out;

    Stage(LocalSystem system, Consumer<String> out) {
        this.system = system;
        this.out = out;
        anna = person("anna@acme.example");
        boris = person("boris@globex.example");
        agent = person("agent");
        manager = person("manager");
        provisioning = person("provisioning");
        partner = person("partner-acme");
        anyone = new Person("anyone", system.anyone(), WAITING);
        mailbox = Caller.anyone(system.mailAddress());
    }

    private Person person(String name) {
        return new Person(name, system.caller(name), WAITING);
    }

    /** Tells what was observed. */
    void shows(String observed) {
        out.accept("      " + observed);
    }

    <T> T until(String what, Supplier<Seen<T>> look) {
        return WAITING.until(what, look);
    }

    /** Somebody sends a mail to support. */
    void sends(String sender, byte[] raw) {
        system.courier().deliver(sender, MailServer.SUPPORT, raw);
    }

    /** The messages in somebody's mailbox, oldest first. */
    List<ReceivedMail> mailsTo(String address) {
        return mails("?to=" + encoded(address));
    }

    /** The messages in somebody's mailbox about a ticket, oldest first. */
    List<ReceivedMail> mailsTo(String address, String ticketId) {
        return mails("?to=" + encoded(address) + "&ticketId=" + encoded(ticketId));
    }

    /** The first message in a mailbox that fits. */
    ReceivedMail awaitMail(String what, Supplier<List<ReceivedMail>> mails, Predicate<ReceivedMail> fits) {
        ReceivedMail mail = until(what, () -> {
            List<ReceivedMail> all = mails.get();
            return all.stream()
                    .filter(fits)
                    .findFirst()
                    .map(Seen::now)
                    .orElseGet(() -> Seen.notYet(
                            all.stream().map(ReceivedMail::subject).toList().toString()));
        });
        shows("mail to " + mail.to() + ": " + mail.subject());
        return mail;
    }

    /** The first event of a type and key that fits. */
    Event awaitEvent(String topic, String type, String key, Predicate<Event> fits) {
        Event event = until("the event " + type + " of " + key, () -> {
            List<Event> ofKey = system.eventLog().all(topic).stream()
                    .filter(each -> key.equals(each.key()))
                    .toList();
            return ofKey.stream()
                    .filter(each -> each.type().equals("com.interspace." + type + ".v1") && fits.test(each))
                    .findFirst()
                    .map(Seen::now)
                    .orElseGet(() ->
                            Seen.notYet(ofKey.stream().map(Event::type).toList().toString()));
        });
        shows("event " + event.type() + " on " + topic);
        return event;
    }

    /** Every event of a topic so far. */
    List<Event> events(String topic) {
        return system.eventLog().all(topic);
    }

    /** Keeps a document where it can be opened, and returns the file. */
    Path keep(String fileName, byte[] document) {
        try {
            Path file = system.storyDirectory().resolve(fileName);
            Files.createDirectories(file.getParent());
            return Files.write(file, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new StoryFailed(otherwise);
        }
    }

    private List<ReceivedMail> mails(String query) {
        return Json.as(mailbox.get("/messages" + query).json().path("items"), new TypeReference<>() {});
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
