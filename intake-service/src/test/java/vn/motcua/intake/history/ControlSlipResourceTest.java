package vn.motcua.intake.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.intake.Desk.HOA;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.paper.proof.Archivable;
import vn.motcua.paper.proof.PrintedPage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Form 06 as the history tells it. */
@QuarkusTest
class ControlSlipResourceTest {
    private static final Path SEEN = Path.of("target/forms");

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
        clock.setLegal("2026-11-20T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void each_hand_over_is_a_line_with_who_when_and_how_it_stood_against_its_date() throws Exception {
        String id = Desk.receivedCopy();
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, view -> "office".equals(view.getString("department")));
        Desk.fromCase(id, "PROPOSED", "{}");
        Desk.decided(id);
        Desk.until(id, view -> "DECIDED".equals(view.getString("stage")));
        Desk.done(Desk.MAI, id, Desk.cash(Desk.dossier(HOA, id).getLong("fees.openVnd")));
        Desk.handedOver(id);
        Desk.until(id, view -> "RETURNED".equals(view.getString("stage")));
        String page = page(id);
        assertThat(page)
                .contains("Phiếu kiểm soát quá trình giải quyết hồ sơ")
                .contains("Người nộp hồ sơ → Trung tâm Phục vụ hành chính công, Xã Mường Sại")
                .contains("Trung tâm Phục vụ hành chính công, Xã Mường Sại → Văn phòng HĐND và UBND, Xã Mường Sại")
                .contains("Lãnh đạo ký duyệt, Xã Mường Sại → Trung tâm Phục vụ hành chính công, Xã Mường Sại")
                .contains("Trung tâm Phục vụ hành chính công, Xã Mường Sại → Người nộp hồ sơ")
                .contains("Quàng Văn Thành", "trước hạn", "tính đến 09:00 20/11/2026")
                .doesNotContain("Quàng Thị Vui");
        byte[] pdf = Desk.get(HOA, "/api/intake/dossiers/" + id + "/control-slip.pdf")
                .asByteArray();
        Files.createDirectories(SEEN);
        Files.write(SEEN.resolve("06.pdf"), pdf);
        assertThat(Archivable.faults(pdf)).isEmpty();
        assertThat(PrintedPage.text(pdf).replaceAll("\\s+", " "))
                .contains("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ");
    }

    @Test
    void opinions_are_lines_against_their_own_dates_whatever_order_the_answers_come_in() {
        String id = Desk.receivedCopy();
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, view -> "office".equals(view.getString("department")));
        List<String> departments = new ArrayList<>(List.of("economy", "police", "culture-society"));
        for (String each : departments) {
            Desk.fromCase(id, "OPINION_ASKED", opinion(each, "2026-11-19T10:00:00Z"));
        }
        long seed = System.nanoTime();
        Collections.shuffle(departments, new Random(seed));
        for (String each : departments) {
            boolean late = each.equals("police");
            Desk.fromCase(
                    id, "OPINION_ANSWERED", opinion(each, late ? "2026-11-18T10:00:00Z" : "2026-11-25T10:00:00Z"));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> page(id).split("đã cho ý kiến", -1).length == 4);
        String page = page(id).replaceAll("(?s)<[^>]+>", " ").replaceAll("\\s+", " ");
        assertThat(page)
                .as("seed %d", seed)
                .contains("Văn phòng HĐND và UBND, Xã Mường Sại → Phòng Kinh tế, Xã Mường Sại")
                .containsPattern(
                        "Phòng Kinh tế, Xã Mường Sại → Văn phòng HĐND và UBND, Xã Mường Sại[^→]*trước hạn đã cho ý kiến")
                .containsPattern("Công an[^→]* → Văn phòng HĐND và UBND, Xã Mường Sại[^→]*quá hạn đã cho ý kiến");
    }

    @Test
    void a_hand_over_is_marked_when_the_other_side_takes_it_over_and_goes_back_when_it_does_not() {
        String id = Desk.receivedCopy();
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, view -> "office".equals(view.getString("department")));
        Desk.handedOn(id, "economy");
        Desk.until(id, view -> "economy".equals(view.getString("department")));
        assertThat(page(id)).contains("chưa tiếp nhận");
        Desk.routed(id, "DECLINED", "office");
        Desk.until(id, view -> "office".equals(view.getString("department")));
        assertThat(page(id)).contains("không tiếp nhận, trả lại");
        Desk.handedOn(id, "police");
        Desk.until(id, view -> "police".equals(view.getString("department")));
        Desk.routed(id, "ACCEPTED", "police");
        await().atMost(Duration.ofSeconds(60)).until(() -> page(id).contains("đã tiếp nhận"));
        // what was declined was not taken over
        assertThat(page(id).split("chưa tiếp nhận", -1)).hasSize(2);
    }

    @Test
    void another_commune_that_is_asked_is_a_side_of_its_own_with_early_or_late_against_its_date() {
        String id = Desk.receivedCopy();
        Desk.fromCase(id, "OPENED", "{}");
        Desk.until(id, view -> "office".equals(view.getString("department")));
        String early = opinion("14-03703-20250701", "office", "2026-11-25T10:00:00Z");
        String late = opinion("14-03703-20250701", "police", "2026-11-18T10:00:00Z");
        Desk.fromCase(id, "OPINION_ASKED", early);
        Desk.fromCase(id, "OPINION_ASKED", late);
        Desk.fromCase(id, "OPINION_ANSWERED", early);
        Desk.fromCase(id, "OPINION_ANSWERED", late);
        await().atMost(Duration.ofSeconds(60)).until(() -> page(id).split("đã cho ý kiến", -1).length == 3);
        assertThat(page(id).replaceAll("(?s)<[^>]+>", " ").replaceAll("\\s+", " "))
                .contains("Văn phòng HĐND và UBND, Xã Mường Sại → Văn phòng HĐND và UBND, Xã Quỳnh Nhai")
                .containsPattern(
                        "Văn phòng HĐND và UBND, Xã Quỳnh Nhai → Văn phòng HĐND và UBND, Xã Mường Sại[^→]*trước hạn đã cho ý kiến")
                .containsPattern(
                        "Công an[^→]*Xã Quỳnh Nhai → Văn phòng HĐND và UBND, Xã Mường Sại[^→]*quá hạn đã cho ý kiến");
    }

    @Test
    void the_events_of_the_case_told_again_and_twice_rebuild_the_same_lines() {
        String first = Desk.receivedCopy();
        Desk.fromCase(first, "OPENED", "{}");
        Desk.until(first, view -> "office".equals(view.getString("department")));
        Desk.handedOn(first, "economy");
        Desk.until(first, view -> "economy".equals(view.getString("department")));
        Desk.routed(first, "ACCEPTED", "economy");
        String asked = opinion("police", "2026-11-25T10:00:00Z");
        Desk.fromCase(first, "OPINION_ASKED", asked);
        Desk.fromCase(first, "OPINION_ANSWERED", asked);
        Desk.handedOn(first, "office");
        Desk.until(first, view -> "office".equals(view.getString("department")));
        Desk.fromCase(first, "PROPOSED", "{}");
        Desk.fromCase(first, "SENT_BACK", "{}");
        Desk.claimed(first, UUID.randomUUID().toString());
        Desk.until(first, view -> "CLAIMED".equals(view.getString("caseState")));
        assertThat(lines(first)).hasSize(9);

        String again = Desk.receivedCopy();
        assertThat(lines(again)).hasSize(3);
        List<TestEvents.Received> told = TestEvents.poll("case.progressed").stream()
                .filter(event -> first.equals(event.key()))
                .toList();
        for (int i = 0; i < 2; i++) {
            told.forEach(event -> TestEvents.publish(
                    "case.progressed",
                    again,
                    event.type(),
                    UUID.nameUUIDFromBytes((again + event.id()).getBytes(StandardCharsets.UTF_8)),
                    event.body().replace(first, again)));
        }
        Desk.until(again, view -> "CLAIMED".equals(view.getString("caseState")));
        Desk.released(again); // comes after all that was told twice
        Desk.until(again, view -> "OPEN".equals(view.getString("caseState")));
        assertThat(lines(again)).isEqualTo(lines(first));
    }

    /** The rows of the slip's table as they are printed, without what belongs to one dossier only. */
    private static List<String> lines(String id) {
        List<String> lines = new ArrayList<>();
        Matcher row = Pattern.compile("(?s)<tr[^>]*>(.*?)</tr>").matcher(page(id));
        while (row.find()) {
            String text = row.group(1).replaceAll("(?s)<[^>]+>", " ").replaceAll("\\s+", " ");
            if (text.contains("→")) {
                lines.add(text.strip());
            }
        }
        return lines;
    }

    private static String opinion(String department, String due) {
        return opinion("14-03712-20250701", department, due);
    }

    private static String opinion(String unit, String department, String due) {
        return "{\"opinionId\":\"%s\",\"toUnit\":\"%s\",\"toDepartment\":\"%s\",\"due\":\"%s\"}"
                .formatted(UUID.randomUUID(), unit, department, due);
    }

    @Test
    void it_is_read_out_anew_each_time_and_never_kept() {
        String id = Desk.receivedCopy();
        String before = page(id);
        clock.setLegal("2026-11-20T10:00");
        assertThat(page(id)).isNotEqualTo(before).contains("tính đến 10:00 20/11/2026");
        Desk.get(HOA, "/api/intake/dossiers/" + id + "/forms")
                .then()
                .body("items.form", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasItem("06")));
    }

    @Test
    void before_the_receipt_there_is_none_and_who_may_not_see_the_dossier_sees_no_slip() {
        String draft = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        Desk.get(HOA, "/api/intake/dossiers/" + draft + "/control-slip").then().statusCode(404);
        String id = Desk.receivedCopy();
        for (String path : new String[] {"/control-slip", "/control-slip.pdf"}) {
            Desk.get(TestTokens.officer("reception", Desk.QUYNH_NHAI), "/api/intake/dossiers/" + id + path)
                    .then()
                    .statusCode(404);
            Desk.get(TestTokens.citizen("vui"), "/api/intake/dossiers/" + id + path)
                    .then()
                    .statusCode(403);
            given().get("/api/intake/dossiers/" + id + path).then().statusCode(401);
        }
    }

    private static String page(String id) {
        return Desk.get(HOA, "/api/intake/dossiers/" + id + "/control-slip")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store, private")
                .extract()
                .asString();
    }
}
