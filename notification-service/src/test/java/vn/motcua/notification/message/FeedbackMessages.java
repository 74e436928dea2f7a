package vn.motcua.notification.message;

import static io.restassured.RestAssured.given;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.delivery.OpenDeliveries;
import vn.motcua.notification.delivery.Outside;
import vn.motcua.notification.shortlink.ShortLinks;
import vn.motcua.notification.wording.Wording;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** Messages about feedback with the ways a test gives them. */
@ApplicationScoped
public class FeedbackMessages {
    @Inject
    Catalogue catalogue;

    @Inject
    Messages messages;

    @Inject
    Wording wording;

    @Inject
    ShortLinks links;

    @Inject
    MeterRegistry meters;

    @Inject
    AgroalDataSource source;

    /** A feedback that somebody sent with a contact, and one fact of it told by that way. @return the message */
    public UUID told(Flow flow, Clock clock, ChannelKind by, String contact, FeedbackFact fact) {
        String code = given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", "10.8." + new Random().nextInt(256) + "." + new Random().nextInt(256))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"category\":\"LATENESS\",\"text\":\"Hẹn ba lần chưa trả\",\"unit\":\"" + Flow.UNIT
                        + "\",\"contact\":\"" + contact + "\",\"toldBy\":\"" + by + "\"}")
                .post("/api/notification/feedback")
                .jsonPath()
                .getString("code");
        UUID id = Sql.query(source, "select id from feedback where code = ?", row -> row.getObject(1, UUID.class), code)
                .get(0);
        FeedbackTold told = new FeedbackTold(id, 99, fact, Flow.UNIT, code, "vi", by, clock.instant(), null);
        SendFeedbackMessages send = by(flow.outside, flow.open, clock);
        QuarkusTransaction.requiringNew().run(() -> send.send(told));
        return Sql.query(
                        source,
                        "select id from message where feedback_id = ? and sequence = 99",
                        row -> row.getObject(1, UUID.class),
                        id)
                .get(0);
    }

    /** What a message says on a phone, with its link. */
    public String shortText(UUID message) {
        return Sql.query(source, "select short from message where id = ?", row -> row.getString(1), message)
                .get(0);
    }

    public SendFeedbackMessages by(Outside outside, OpenDeliveries open, Clock clock) {
        return new SendFeedbackMessages(catalogue, messages, outside, wording, links, open, clock, meters);
    }
}
