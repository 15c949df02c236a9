package com.interspace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.identity.Caller.Reply;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Somebody of the story at the one origin. They are patient: a service that is away, or breaks off, is asked again, with
 * the same Idempotency-Key, so that nothing happens twice.
 */
final class Person {

    private static final List<Integer> AWAY = List.of(502, 503);

    private final String name;
    private final Caller caller;
    private final Waiting waiting;

    Person(String name, Caller caller, Waiting waiting) {
        this.name = name;
        this.caller = caller;
        this.waiting = waiting;
    }

    Reply asks(String path) {
        return answered("GET " + path, () -> caller.get(path));
    }

    Reply asks(String path, String accept) {
        return answered("GET " + path, () -> caller.get(path, accept));
    }

    /** The JSON at a path, which must be there. */
    JsonNode reads(String path) {
        return expect(asks(path), 200, "GET " + path).json();
    }

    Reply puts(String path, Object body) {
        return answered("PUT " + path, () -> caller.put(path, body));
    }

    Reply posts(String path, Object body) {
        String key = UUID.randomUUID().toString();
        return answered("POST " + path, () -> caller.post(path, body, key));
    }

    /** Changes something; the same change twice is one. */
    Reply patches(String path, Object body) {
        return answered("PATCH " + path, () -> caller.patch(path, body));
    }

    Reply deletes(String path) {
        return answered("DELETE " + path, () -> caller.delete(path));
    }

    /** Creates something and returns it. */
    JsonNode creates(String path, Object body) {
        return expect(posts(path, body), 201, "POST " + path).json();
    }

    /**
     * Moves something to another status. A transition carries no key: when its answer was lost and the second attempt is
     * refused, the status that was wanted is the proof that the first one counted.
     */
    JsonNode moves(String path, String to, Map<String, ?> transition) {
        Reply reply = posts(path + "/transitions", transition);
        if (reply.status() == 409) {
            JsonNode now = reads(path);
            if (now.path("status").asText().equals(to)) {
                return now;
            }
        }
        return expect(reply, 200, "POST " + path + "/transitions").json();
    }

    Reply expect(Reply reply, int status, String what) {
        if (reply.status() != status) {
            throw new StoryFailed(name + " expected " + status + " for " + what + ", but it was " + reply.status()
                    + ": " + reply.text());
        }
        return reply;
    }

    private Reply answered(String what, Supplier<Reply> call) {
        return waiting.until("an answer to " + name + "'s " + what, () -> attempt(call));
    }

    private static Seen<Reply> attempt(Supplier<Reply> call) {
        try {
            Reply reply = call.get();
            return AWAY.contains(reply.status()) ? Seen.notYet(reply.text()) : Seen.now(reply);
        } catch (UncheckedIOException e) {
            return Seen.notYet(String.valueOf(e.getMessage()));
        }
    }
}
