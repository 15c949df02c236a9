package com.interspace.notification.adapter.email;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A connection to the mail server that carries one mail at a time. What the server has closed since is noticed by the
 * library, which asks it (RSET) before the next mail and connects anew.
 */
final class SmtpConnection implements AutoCloseable {

    /** Mail servers allow a hundred or more of a connection; then they refuse the next. */
    private static final int MOST = 50;

    private final MailClient client;
    private int carried;
    private boolean broken;

    SmtpConnection(Vertx vertx, MailConfig server) {
        client = MailClient.create(vertx, server);
    }

    /**
     * Returns when the server has accepted the mail.
     *
     * @throws ExecutionException with what the server, or the network, said
     */
    void carry(MailMessage mail, Duration patience) throws InterruptedException, ExecutionException, TimeoutException {
        broken = true;
        client.sendMail(mail).toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        broken = false;
        carried++;
    }

    boolean mayCarryAnother() {
        return !broken && carried < MOST;
    }

    @Override
    public void close() {
        client.close();
    }
}
