package vn.motcua.notification.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestTokens;
import vn.motcua.notification.delivery.FakeWay;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a unit's messages of a month came to, and how far those of a dossier came. */
@QuarkusTest
class LedgerResourceTest {

    @Inject
    AgroalDataSource source;

    private final MovableClock clock = new MovableClock();
    private UUID dossier;

    @BeforeEach
    void month() {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-30T20:30");
        Flow flow = new Flow(
                source, clock, receipts -> List.of(new FakeWay(SMS), new FakeWay(EMAIL)), Map.of(Flow.UNIT, 700L));
        UUID message = flow.message(List.of(List.of(SMS), List.of(EMAIL)));
        dossier = flow.dossier(message);
        flow.message(List.of(List.of(SMS)));
        flow.send();
        clock.setLegal("2026-12-01T07:00");
        flow.message(List.of(List.of(SMS)));
        flow.send();
    }

    @Test
    void a_month_says_what_was_sent_and_what_it_cost_in_legal_time() {
        given().auth()
                .oauth2(TestTokens.officer("director", Flow.UNIT))
                .queryParam("unit", Flow.UNIT)
                .queryParam("month", "2026-11")
                .get("/api/notification/ledger")
                .then()
                .statusCode(200)
                .body("spentVnd", equalTo(600))
                .body("providers.provider", contains("first"))
                .body("providers[0].segments", equalTo(2))
                .body("alarms.percent", contains(80))
                .body("ways.find { it.channel == 'EMAIL' }.messages", equalTo(1))
                .body("ways.find { it.channel == 'SMS' }.messages", equalTo(2));
    }

    @Test
    void another_units_ledger_and_other_roles_are_refused() {
        given().auth()
                .oauth2(TestTokens.officer("director", Story.QUYNH_NHAI))
                .queryParam("unit", Flow.UNIT)
                .queryParam("month", "2026-11")
                .get("/api/notification/ledger")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.officer("reception", Flow.UNIT))
                .queryParam("unit", Flow.UNIT)
                .queryParam("month", "2026-11")
                .get("/api/notification/ledger")
                .then()
                .statusCode(403);
        for (String month : new String[] {"2026-13", "11-2026", ""}) {
            given().auth()
                    .oauth2(TestTokens.officer("director", Flow.UNIT))
                    .queryParam("unit", Flow.UNIT)
                    .queryParam("month", month)
                    .get("/api/notification/ledger")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void officers_see_how_far_the_messages_of_their_dossier_came() {
        given().auth()
                .oauth2(TestTokens.officer("reception", Flow.UNIT))
                .queryParam("dossier", dossier)
                .get("/api/notification/deliveries")
                .then()
                .statusCode(200)
                .body("items.state", contains("HANDED_OVER", "HANDED_OVER"))
                .body("items.findAll { it.title.length() > 1 && it.language == 'vi' }.size()", equalTo(2))
                .body("items.find { it.channel == 'SMS' }.segments", equalTo(1));
        given().auth()
                .oauth2(TestTokens.officer("reception", Story.QUYNH_NHAI))
                .queryParam("dossier", dossier)
                .get("/api/notification/deliveries")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.officer("reception", Flow.UNIT))
                .get("/api/notification/deliveries")
                .then()
                .statusCode(400);
    }

    @Test
    void a_budget_that_is_not_unit_and_dong_stops_the_start() {
        assertThat(Budgets.read(List.of("14-03712-20250701 = 500000"))).containsEntry("14-03712-20250701", 500_000L);
        assertThatThrownBy(() -> Budgets.read(List.of("500000"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Budgets.read(List.of("unit=-5"))).isInstanceOf(IllegalArgumentException.class);
    }
}
