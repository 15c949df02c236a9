package com.interspace.notification.adapter.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.notification.audience.Medium;
import com.interspace.notification.channel.Attachment;
import com.interspace.notification.channel.Channel;
import com.interspace.notification.channel.NotNow;
import com.interspace.notification.channel.Refused;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.message.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * The chat rooms of operations, over an incoming webhook as Slack and Mattermost take it. The addresses come from the
 * settings and may be inside; they are secrets and stand in no log.
 */
@ApplicationScoped
class ChatChannel implements Channel {

    private static final String ROOM = "chat:";

    private final HttpClient http;
    private final ObjectMapper json;
    private final Map<String, URI> rooms;
    private final Duration patience;

    @Inject
    ChatChannel(ObjectMapper json, NotificationConfig config) {
        this.json = json;
        this.rooms = config.chat();
        this.patience = config.delivery().webhookTimeout();
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Medium medium() {
        return Medium.CHAT;
    }

    @Override
    public void send(Message message, Attachment attachment) {
        URI room = rooms.get(message.address().substring(ROOM.length()));
        if (room == null) {
            throw new Refused("There is no such room any more");
        }
        int status = post(room, message);
        if (status / 100 != 2) {
            throw new NotNow("The chat answered " + status);
        }
    }

    private int post(URI room, Message message) {
        try {
            HttpRequest request = HttpRequest.newBuilder(room)
                    .timeout(patience)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            json.writeValueAsString(Map.of("text", ChatText.of(message.text())))))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A text is plain data", e);
        } catch (IOException away) {
            throw new NotNow("The chat cannot be reached: " + away.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotNow("Interrupted while the chat was being asked");
        }
    }
}
