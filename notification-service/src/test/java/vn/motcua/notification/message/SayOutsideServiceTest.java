package vn.motcua.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.delivery.Address;
import vn.motcua.notification.delivery.FakeWay;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.satisfaction.SurveyLinks;
import vn.motcua.notification.shortlink.ShortLinks;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.notification.wording.Wording;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message and its ways in one transaction. */
@QuarkusTest
class SayOutsideServiceTest {

    @Inject
    AgroalDataSource source;

    @Inject
    Catalogue catalogue;

    @Inject
    Messages messages;

    @Inject
    Dossiers dossiers;

    @Inject
    Wording wording;

    @Inject
    ShortLinks links;

    @Inject
    SurveyLinks surveys;

    @Inject
    PostalContacts contacts;

    @Inject
    NotificationConfig config;

    private final MovableClock clock = new MovableClock();
    private final FakeWay sms = new FakeWay(SMS);
    private final FakeWay email = new FakeWay(EMAIL);

    @BeforeEach
    void begin() {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
    }

    private Flow flow(FakeWay... ways) {
        return new Flow(source, clock, receipts -> List.of(ways));
    }

    private Set<Template> tell(Flow flow, Story story, UUID event, StageChanged change) {
        SendMessages send = new SendMessages(
                catalogue,
                messages,
                clock,
                flow.meters,
                contacts,
                new SayOutside(flow.outside, wording, links, surveys, messages, flow.open));
        return QuarkusTransaction.requiringNew().call(() -> send.send(event, change, dossiers.take(change), null));
    }

    private static StageChanged received(Story story) {
        return EventJson.read(story.next(Action.RECEIVE, Stage.PREPARING, Stage.RECEIVED), StageChanged.class);
    }

    private List<String> texts(UUID event) {
        return Sql.query(source, "select short from message where event_id = ?", row -> row.getString(1), event);
    }

    @Test
    void a_fact_that_is_told_twice_is_one_message_with_each_way_once() {
        Flow flow = flow(sms, email);
        Story story = new Story();
        UUID event = UUID.randomUUID();
        StageChanged change = received(story);

        assertThat(tell(flow, story, event, change)).containsExactly(Template.RECEIVED);
        assertThat(tell(flow, story, event, change)).isEmpty();
        flow.send();
        flow.send();

        assertThat(sms.sent).hasSize(1);
        assertThat(email.sent).hasSize(1);
        assertThat(texts(event)).hasSize(1);
        assertThat(texts(event).get(0))
                .startsWith("TTPVHCC xã Mường Sại: Đã tiếp nhận hồ sơ " + story.code + ". Hẹn trả ")
                .matches(".*Tra cứu: http://localhost:8080/x/[0-9a-z]{12}")
                .doesNotContain("Chứng thực", story.reference);
    }

    @Test
    void a_message_that_is_rolled_back_leaves_no_way_behind() {
        Flow flow = flow(sms, email);
        UUID event = UUID.randomUUID();
        StageChanged change = received(new Story());
        SendMessages send = new SendMessages(
                catalogue,
                messages,
                clock,
                flow.meters,
                contacts,
                new SayOutside(flow.outside, wording, links, surveys, messages, flow.open));
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                send.send(event, change, dossiers.take(change), null);
                throw new IllegalStateException("the event cannot be taken");
            });
        } catch (IllegalStateException rolledBack) {
            assertThat(rolledBack).hasMessage("the event cannot be taken");
        }
        flow.send();

        assertThat(texts(event)).isEmpty();
        assertThat(sms.sent).isEmpty();
    }

    @Test
    void without_a_way_out_of_the_house_the_portal_has_it_and_nothing_else_is_written() {
        Flow flow = flow();
        UUID event = UUID.randomUUID();
        tell(flow, new Story(), event, received(new Story()));

        assertThat(texts(event)).containsExactly((String) null);
        assertThat(Sql.query(source, "select count(*) from delivery", row -> row.getLong(1)))
                .containsExactly(0L);
    }

    @Test
    void messages_of_one_dossier_share_a_link_and_those_of_two_do_not() {
        Flow flow = flow(sms);
        Story story = new Story();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID others = UUID.randomUUID();
        tell(flow, story, first, received(story));
        tell(
                flow,
                story,
                second,
                EventJson.read(story.next(Action.APOLOGISE, Stage.IN_PROCESS, Stage.IN_PROCESS), StageChanged.class));
        tell(flow, story, others, received(new Story()));

        assertThat(link(first)).isEqualTo(link(second)).isNotEqualTo(link(others));
    }

    @Test
    void the_message_of_the_return_leads_to_the_question_outside_the_house_only_and_goes_one_way() {
        Flow flow = flow(sms, email);
        Story story = new Story().decided(UUID.randomUUID());
        Service.awaitTemplates(story.id, "received", "transferred", "result-ready");
        UUID event = UUID.randomUUID();
        StageChanged change =
                EventJson.read(story.next(Action.HAND_OVER, Stage.DECIDED, Stage.RETURNED), StageChanged.class);
        assertThat(tell(flow, story, event, change)).containsExactly(Template.RETURNED);
        flow.send();

        assertThat(email.sent).hasSize(1);
        assertThat(sms.sent).as("a letter costs nothing").isEmpty();
        assertThat(texts(event).get(0))
                .isEqualTo("TTPVHCC xã Mường Sại: Đã trả kết quả hồ sơ " + story.code
                        + ". Mời đánh giá: http://localhost:8080/danh-gia/{token}");
        Matcher link =
                Pattern.compile("http://localhost:8080/danh-gia/[0-9A-Z]{12}").matcher(email.said.get(0));
        assertThat(link.find()).as(email.said.get(0)).isTrue();
        String question = link.group();
        assertThat(one(event, "letter"))
                .contains("mức độ hài lòng, không ghi tên", "http://localhost:8080/danh-gia/{token}");
        assertThat(one(event, "to_jsonb(message)::text"))
                .as("what is kept")
                .doesNotContain(question.substring(question.length() - 12));
        assertThat(one(event, "body_vi")).contains("trong hộp thư này").doesNotContain("/danh-gia/");
        assertThat(one(event, "body_en")).doesNotContain("/danh-gia/");
        assertThat(Service.reception()
                        .queryParam("dossier", story.id)
                        .get("/api/notification/messages")
                        .asString())
                .as("what officers read")
                .doesNotContain(question.substring(question.length() - 12));
    }

    @Test
    void without_an_address_the_phone_is_asked_in_one_message_and_an_answered_return_is_not_asked_again() {
        Flow flow = flow(sms, email);
        flow.address = new Address("0912345678", null);
        Story story = new Story().decided(UUID.randomUUID());
        Service.awaitTemplates(story.id, "received", "transferred", "result-ready");
        UUID event = UUID.randomUUID();
        tell(
                flow,
                story,
                event,
                EventJson.read(story.next(Action.HAND_OVER, Stage.DECIDED, Stage.RETURNED), StageChanged.class));
        flow.send();
        flow.send();
        assertThat(sms.sent).hasSize(1);
        assertThat(email.sent).isEmpty();

        Sql.update(
                source,
                "insert into survey_given (return_id) select id from dossier_return where dossier_id = ?",
                story.id);
        UUID later = UUID.randomUUID();
        tell(
                flow,
                story,
                later,
                EventJson.read(story.next(Action.HAND_OVER, Stage.DECIDED, Stage.RETURNED), StageChanged.class));
        assertThat(texts(later).get(0)).endsWith(story.code + ".");
    }

    private String one(UUID event, String column) {
        return Sql.query(
                        source, "select " + column + " from message where event_id = ?", row -> row.getString(1), event)
                .get(0);
    }

    private String link(UUID event) {
        return Sql.query(source, "select link from message where event_id = ?", row -> row.getString(1), event)
                .get(0);
    }
}
