package vn.motcua.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.ConnectException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Where the mail client is called: only there does it read a greeting that comes at once. */
class LettersTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** The context that a letter sent by this thread is handed over in; null where it is in none. */
    private Context where() {
        CompletableFuture<Context> seen = new CompletableFuture<>();
        new Letters(
                        client(() -> {
                            seen.complete(Context.isOnEventLoopThread() ? Vertx.currentContext() : null);
                            return Uni.createFrom().voidItem();
                        }),
                        vertx)
                .send(new Mail());
        return seen.join();
    }

    private static ReactiveMailer client(Callable<Uni<Void>> answer) {
        return mails -> Uni.createFrom().deferred(() -> {
            try {
                return answer.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void a_letter_is_handed_over_in_an_event_loop_of_its_own_whichever_thread_sends_it() throws Exception {
        assertThat(where()).isNotNull().satisfies(here -> assertThat(here.isEventLoopContext())
                .isTrue());
        Context fromWorker = vertx.executeBlocking(this::where)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(fromWorker).isNotNull().satisfies(here -> assertThat(here.isEventLoopContext())
                .isTrue());
    }

    @Test
    void what_went_wrong_is_told_as_it_was() {
        ConnectException refused = new ConnectException("Connection refused");
        Letters letters = new Letters(client(() -> Uni.createFrom().failure(refused)), vertx);

        assertThatThrownBy(() -> letters.send(new Mail())).hasCause(refused);
    }

    @Test
    void a_letter_that_cannot_even_be_begun_fails_at_once() {
        Letters letters = new Letters(
                mails -> {
                    throw new IllegalArgumentException("no such address");
                },
                vertx);

        assertThatThrownBy(() -> letters.send(new Mail())).rootCause().hasMessage("no such address");
    }
}
