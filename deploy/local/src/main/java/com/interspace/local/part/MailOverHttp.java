package com.interspace.local.part;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;

/**
 * The mailboxes over HTTP: {@code GET /messages?to=&ticketId=} answers {@code {"items": [...]}}, oldest first. Both
 * filters are optional; {@code to} is the whole address of a mailbox.
 */
public final class MailOverHttp implements Handler<HttpServerRequest> {

    private final MailServer mail;

    public MailOverHttp(MailServer mail) {
        this.mail = mail;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!request.path().equals("/messages")) {
            Answer.problem(request, 404, "Not Found", "Messages are read at GET /messages?to=&ticketId=.");
        } else if (request.method() != HttpMethod.GET) {
            Answer.problem(request, 405, "Method Not Allowed", "Messages are read with GET and sent over SMTP.");
        } else {
            Answer.json(request, 200, Map.of("items", wanted(request.getParam("to"), request.getParam("ticketId"))));
        }
    }

    private List<ReceivedMail> wanted(String to, String ticketId) {
        List<ReceivedMail> received = to == null || to.isEmpty() ? mail.received() : mail.receivedBy(to);
        return received.stream()
                .filter(message -> ticketId == null || ticketId.isEmpty() || message.isAbout(ticketId))
                .toList();
    }
}
