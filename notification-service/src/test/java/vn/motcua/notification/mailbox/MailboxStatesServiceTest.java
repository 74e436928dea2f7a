package vn.motcua.notification.mailbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What whoever leads a unit sees of its mailbox. */
@QuarkusTest
class MailboxStatesServiceTest extends MailboxCase {
    private static final Instant TEN = Instant.parse("2026-11-23T03:00:00Z");
    private static final String PATH = "/api/notification/mailboxes";

    private MailboxView view() {
        List<MailboxView> all = new MailboxStates(List.of(box), perHour, source, clock).of(UNIT);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void a_mailbox_says_when_it_answered_last_and_how_many_letters_were_taken() throws Exception {
        assertThat(view().state()).isEqualTo(MailboxView.State.NEW);
        assertThat(view().answeredAt()).isNull();
        post.comes("Subject: Mot\r\n", "x");
        round().round();

        assertThat(view())
                .isEqualTo(new MailboxView(
                        UNIT, ADDRESS, MailboxView.State.ANSWERS, TEN, null, null, Instant.EPOCH, 1, perHour, 1, 0));
        clock.advance(Duration.ofHours(2));
        assertThat(view().takenInHour()).isZero();
        assertThat(view().takenInWeek()).isEqualTo(1);
        clock.advance(Duration.ofDays(7));
        assertThat(view().takenInWeek()).isZero();
    }

    @Test
    void one_that_does_not_answer_says_since_when_and_still_when_it_did() {
        round().round();
        post.close();
        clock.advance(Duration.ofMinutes(5));
        round().round();
        clock.advance(Duration.ofMinutes(5));
        round().round();

        assertThat(view().state()).isEqualTo(MailboxView.State.FAILING);
        assertThat(view().answeredAt()).isEqualTo(TEN);
        assertThat(view().failingSince()).isEqualTo(TEN.plus(Duration.ofMinutes(5)));
    }

    @Test
    void one_that_has_given_all_it_may_within_the_hour_is_full_and_what_was_left_is_counted() throws Exception {
        perHour = 1;
        post.comes("Subject: Mot\r\n", "x");
        round().round();
        assertThat(view().state()).isEqualTo(MailboxView.State.FULL);
        assertThat(view().leftInWeek()).isZero();

        perHour = 60;
        post.comes("Subject: Hong\r\n", "x");
        ReadMailbox stumbling = reader(take, (letter, unit, own, authservId, came) -> {
            throw new IllegalStateException("a letter that nobody can read");
        });
        MailboxRound round = new MailboxRound(List.of(box), Duration.ofMinutes(1), stumbling, seen, clock, meters);
        round.round();
        assertThat(view().letterSince()).as("a letter is tried again").isEqualTo(TEN);
        for (int i = 1; i < ReadMailbox.TRIES; i++) {
            round.round();
        }
        assertThat(view().letterSince()).isNull();
        assertThat(view().leftInWeek()).isEqualTo(1);
    }

    @Test
    void only_who_leads_or_inspects_the_unit_and_operators_see_it() {
        assertThat(new MailboxStates(List.of(box), perHour, source, clock).of(Story.QUYNH_NHAI))
                .isEmpty();
        for (String role : new String[] {"director", "auditor", "service"}) {
            Service.as(role, UNIT)
                    .get(PATH + "?unit=" + UNIT)
                    .then()
                    .statusCode(200)
                    .body("$", empty());
        }
        Service.as("service", Story.QUYNH_NHAI)
                .get(PATH + "?unit=" + UNIT)
                .then()
                .statusCode(200);
        for (String role : new String[] {"reception", "specialist", "approver", "cashier", "citizen"}) {
            Service.as(role, UNIT).get(PATH + "?unit=" + UNIT).then().statusCode(403);
        }
        Service.as("director", Story.QUYNH_NHAI)
                .get(PATH + "?unit=" + UNIT)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        Service.as("director", UNIT).get(PATH).then().statusCode(400);
        Service.as("director", UNIT).get(PATH + "?unit=x").then().statusCode(400);
        given().get(PATH + "?unit=" + UNIT).then().statusCode(401);
    }
}
