package vn.motcua.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands a letter to the mail server and waits for its answer.
 *
 * <p>The client is called on an event loop, where it opens the connection and begins to read in one go. Called on any other thread, as
 * {@code quarkus.mailer}'s blocking client does, it begins to read a little after the connection stands; a greeting that comes in
 * between is thrown away, and both sides wait until the server is tired of it (told of at quarkusio/quarkus 46216, never explained
 * there; one in thirty connections on a busy machine here).
 */
@ApplicationScoped
class Letters {
    /** Longer than the client waits for a line that nobody takes up: then it is known that nothing has left. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ReactiveMailer client;
    private final Vertx vertx;

    @Inject
    Letters(ReactiveMailer client, Vertx vertx) {
        this.client = client;
        this.vertx = vertx;
    }

    /**
     * @throws CompletionException with what the server or the line said; a {@link TimeoutException} after a minute and a half without an answer, when
     *     the letter may have been taken
     */
    void send(Mail mail) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        vertx.nettyEventLoopGroup().execute(() -> vertx.getOrCreateContext().runOnContext(now -> Uni.createFrom()
                .deferred(() -> client.send(mail))
                .subscribe()
                .with(answer::complete, answer::completeExceptionally)));
        try {
            answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (TimeoutException none) {
            throw new CompletionException(none);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }
}
