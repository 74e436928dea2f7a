package vn.motcua.notification.inbox;

import static io.restassured.RestAssured.given;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.notification.support.TrackingCookie;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.sql.Sql;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * {@code bench inbox}: the person's inbox page while there are many messages of other dossiers. No test: it is run by its name, tells
 * figures and decides nothing. The database is that of the tests, which does not wait for the disk.
 */
@QuarkusTest
class InboxSpeed {
    private static final int EACH = 10;
    private static final int MESSAGES = Integer.getInteger("messages", 1_000_000);
    private static final int REQUESTS = Integer.getInteger("requests", 500);

    @Inject
    AgroalDataSource source;

    @Test
    void tells_how_soon_an_inbox_is_there() {
        Service.ready();
        Story story = new Story().decided(UUID.randomUUID());
        Service.awaitTemplates(story.id, "received", "transferred", "result-ready");
        fill(story.id, 100);
        read(REQUESTS); // warm
        System.out.printf("%n| messages | p50 | p95 | p99 | slowest, ms |%n|--:|--:|--:|--:|--:|%n");
        tell();
        fill(story.id, MESSAGES / EACH);
        tell();
    }

    private void tell() {
        double[] took = read(REQUESTS);
        Arrays.sort(took);
        System.out.printf(
                "| %d | %.1f | %.1f | %.1f | %.1f |%n",
                Sql.query(source, "select count(*) from message", row -> row.getLong(1))
                        .get(0),
                at(took, 0.5),
                at(took, 0.95),
                at(took, 0.99),
                took[took.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * share))];
    }

    /** Copies of a dossier with ten messages each. */
    private void fill(UUID like, int dossiers) {
        Sql.update(
                source,
                "insert into known_dossier select (jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid(),"
                        + " 'code', k.code || '-' || n, 'reference', upper(left(md5(n::text || clock_timestamp()), 10))))).*"
                        + " from known_dossier k, generate_series(1, ?) n where k.id = ?",
                dossiers,
                like);
        Sql.update(
                source,
                "insert into message (id, event_id, audience, channel, dossier_id, sequence, template, table_version, language,"
                        + " title_vi, body_vi, title_en, body_en, effective_at, sent_at)"
                        + " select gen_random_uuid(), gen_random_uuid(), m.audience, m.channel, k.id, n, m.template, m.table_version,"
                        + " m.language, m.title_vi, m.body_vi, m.title_en, m.body_en, m.effective_at, m.sent_at"
                        + " from (select * from message where dossier_id = ? and template = 'received' limit 1) m, known_dossier k,"
                        + " generate_series(1, ?) n where k.code like (select code || '-%' from known_dossier where id = ?)"
                        + " and not exists (select from message o where o.dossier_id = k.id)",
                like,
                EACH,
                like);
        Sql.update(source, "analyze message");
        Sql.update(source, "analyze known_dossier");
    }

    private double[] read(int requests) {
        List<UUID> some = Sql.query(
                source,
                "select id from known_dossier where code like '%-%-%-%' order by md5(id::text) limit 5000",
                row -> row.getObject(1, UUID.class));
        Random random = new Random(42);
        double[] took = new double[requests];
        for (int i = 0; i < requests; i++) {
            String cookie = TrackingCookie.of(some.get(random.nextInt(some.size())));
            long begin = System.nanoTime();
            given().cookie(SubjectToken.COOKIE, cookie).get("/hop-thu").then().statusCode(200);
            took[i] = (System.nanoTime() - begin) / 1e6;
        }
        return took;
    }
}
