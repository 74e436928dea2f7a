package vn.motcua.processing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import vn.motcua.devstack.MovableClock;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rounds of the watch over cases, and what they raise. */
public final class Watched {
    private static final String TASK = "case.watch";
    private static final Duration OFTEN = Duration.ofMillis(50);

    private Watched() {}

    /** The clock stands at that legal time, and the watch has made a whole round that began after; one under way before does not count. */
    public static void go(AgroalDataSource source, MovableClock clock, String legal) {
        clock.setLegal(legal);
        Instant now = clock.instant();
        await().pollInterval(OFTEN)
                .until(() -> Sql.update(
                                source,
                                "update scheduled_tasks set execution_time = ? where task_name = ? and not picked",
                                now,
                                TASK)
                        == 1);
        await().pollInterval(OFTEN).until(() -> Sql.query(
                        source,
                        "select execution_time > ? and not picked from scheduled_tasks where task_name = ?",
                        row -> row.getBoolean(1),
                        now,
                        TASK)
                .get(0));
    }

    /** What is raised of the case to the caller in a unit, on whichever page of the list it stands. */
    public static List<JsonNode> raised(String token, String unit, Sample sample) {
        List<JsonNode> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Sample.json(
                    Sample.as(token).get("/api/processing/escalations?limit=100&unit=" + unit + "&after=" + after));
            for (JsonNode each : page.get("items")) {
                if (each.get("caseId").asText().equals(sample.id())) {
                    found.add(each);
                }
            }
            after = page.path("next").asText("");
        } while (!after.isEmpty() && !after.equals("null"));
        return found;
    }
}
