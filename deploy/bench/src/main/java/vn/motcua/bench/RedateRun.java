package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.motcua.devstack.SuitePart;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * {@code bench redate}: fills one unit with open dossiers, publishes a calendar with a day off more, and takes the time in which all are
 * looked through and in which all have their new date, history and event; with the other services taking the events meanwhile, or
 * standing still ({@code --alone}), as if they were on machines of their own.
 */
final class RedateRun {
    private static final double FLOOR_SECONDS = 60;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(15);
    private static final String RUNS = "/api/intake/redatings";
    private static final List<SuitePart> OTHERS = List.of(SuitePart.PROCESSING, SuitePart.NOTIFICATION);

    /** It publishes the calendar first, and follows the dossiers as the others do. */
    private static final List<SuitePart> PUBLISHER = List.of(SuitePart.CATALOG);

    private final Options options;
    private final Target target;
    private final PrintStream out;

    RedateRun(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    /** @return whether all dossiers had their new date within a minute */
    boolean run() throws Exception {
        int dossiers = options.number("dossiers", 100_000);
        Staff staff = Staff.loggedIn(target.gateway());
        try (Client client = new Client(target.gateway(), staff, new Pace(), 42);
                Wire wire = new Wire(target.gateway())) {
            compared();
            // a matter of a day would be late at once in all its copies, and raised everywhere, as no unit's dossiers
            // ever are
            Template open = new Templates(target, client).open(Lifecycle.TEN_DAYS);
            try (Filling filling = new Filling(target, List.of(open), List.of(Staff.UNIT))) {
                filling.add(0, dossiers);
            }
            out.printf("filled %,d open dossiers of one unit%n", dossiers);
            watched();
            Map<SuitePart, Long> known = taken();
            signal("STOP", OTHERS);
            publish(wire);
            out.println("published a calendar with a day off more; waiting until no replica computes with the old one");
            JsonNode run = await(wire, staff, "READY", null);
            double looked = seconds("looked_at", run.get("id").asText());
            out.printf(
                    "looked at %,d, %,d move, in %.1f s%n",
                    run.get("looked").asInt(), run.get("moved").asInt(), looked);
            String id = run.get("id").asText();
            signal("STOP", PUBLISHER);
            long begin = System.nanoTime();
            Wire.Answer applied = wire.send(Request.post(RUNS + "/" + id + "/apply")
                    .as(staff.director())
                    .once(UUID.randomUUID().toString())
                    .match("\"" + run.get("revision").asLong() + "\"")
                    .json("{}"));
            if (!applied.ok()) {
                throw new IllegalStateException("not applied: " + applied.text());
            }
            JsonNode done = await(wire, staff, "DONE", id);
            double taken = (System.nanoTime() - begin) / 1e9;
            out.printf(
                    "applied to %,d, %,d left out, in %.1f s: %.0f/s%n",
                    done.get("applied").asInt(),
                    done.get("leftOut").asInt(),
                    taken,
                    done.get("applied").asInt() / taken);
            drained();
            out.printf("all events sent %.1f s after it began%n", (System.nanoTime() - begin) / 1e9);
            onAgain();
            followed(known, done.get("moved").asInt(), begin);
            verify(dossiers);
            return looked + taken <= FLOOR_SECONDS;
        } finally {
            onAgain();
        }
    }

    private void onAgain() throws IOException, InterruptedException {
        signal("CONT", OTHERS);
        signal("CONT", PUBLISHER);
    }

    /** Where the run is to be alone; @param name STOP or CONT */
    private void signal(String name, List<SuitePart> parts) throws IOException, InterruptedException {
        for (SuitePart part : parts) {
            Long pid = target.pids().get(part);
            if (options.has("alone") && pid != null) {
                new ProcessBuilder("kill", "-" + name, pid.toString()).start().waitFor();
            }
        }
    }

    /** How many events each of the others has taken so far. */
    private Map<SuitePart, Long> taken() throws SQLException {
        Map<SuitePart, Long> taken = new EnumMap<>(SuitePart.class);
        for (SuitePart part : OTHERS) {
            taken.put(part, Long.parseLong(ask(part.key(), "select count(*) from inbox")));
        }
        return taken;
    }

    private void followed(Map<SuitePart, Long> before, int events, long begin)
            throws SQLException, InterruptedException {
        for (SuitePart part : OTHERS) {
            long end = before.get(part) + events;
            while (Long.parseLong(ask(part.key(), "select count(*) from inbox")) < end
                    && System.nanoTime() - begin < PATIENCE_NANOS) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
            out.printf("%s had taken all %.0f s after it began%n", part.key(), (System.nanoTime() - begin) / 1e9);
        }
    }

    /** The first look at all units' calendars after a start is over: only then is a changed one told from one that was never seen. */
    private void compared() throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (intake("select count(*) from unit_calendar where unit = '%s'".formatted(Staff.UNIT))
                        .equals("0")
                || !intake("select count(*) from redating where state in ('LOOKING', 'READY', 'APPLYING')")
                        .equals("0")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("calendars were not compared");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Copies may come up for a look at once, as real ones never do: the measure begins when all were looked at. */
    private void watched() throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        while (!intake("select count(*) from (select from dossier where next_check_at <= now() limit 1) come")
                        .equals("0")
                && System.nanoTime() - begin < PATIENCE_NANOS) {
            TimeUnit.SECONDS.sleep(1);
        }
        drained();
        out.printf(
                "the watch looked at all of them in %.0f s and raised %s tasks%n",
                (System.nanoTime() - begin) / 1e9, intake("select count(*) from watch_task where closed_at is null"));
    }

    /** The whole year again with one day off more, as an editor publishes it. */
    private void publish(Wire wire) {
        Token editor = Token.of(target.gateway(), "thanh.calendar");
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
        String path = "/api/catalog/calendars/VN/" + today.getYear();
        ObjectNode year = (ObjectNode) wire.send(Request.get(path)).json();
        ObjectNode edition = Wire.JSON.createObjectNode();
        for (String same : List.of("provisional", "days", "halfDays", "officeHours", "receptionHours")) {
            if (year.hasNonNull(same)) {
                edition.set(same, year.get(same));
            }
        }
        LocalDate day = today.plusDays(1);
        while (day.getDayOfWeek().getValue() > 5 || year.get("days").toString().contains(day.toString())) {
            day = day.plusDays(1);
        }
        edition.withArray("days")
                .addObject()
                .put("date", day.toString())
                .put("kind", "DAY_OFF")
                .put("name", "Nghỉ để đo")
                .put("provisional", false)
                .put("source", "bench");
        edition.put("source", "bench").put("reason", "bench redate");
        Wire.Answer answer = wire.send(Request.post(path + "/versions")
                .as(editor)
                .once(UUID.randomUUID().toString())
                .match("\"" + year.get("version").asInt() + "\"")
                .json(edition.toString()));
        if (!answer.ok()) {
            throw new IllegalStateException("calendar not published: " + answer.text());
        }
    }

    /** @param id null for the newest one */
    private JsonNode await(Wire wire, Staff staff, String state, String id) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            staff.renewIfOld();
            JsonNode found = wire.send(Request.get(RUNS + "?limit=1").as(staff.director()))
                    .json();
            JsonNode run = found.at("/items/0");
            if (state.equals(run.path("state").asText())
                    && (id == null || id.equals(run.path("id").asText()))) {
                return run;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("no run became " + state);
    }

    private double seconds(String column, String id) throws SQLException {
        return Double.parseDouble(intake(
                "select extract(epoch from %s - created_at) from redating where id = '%s'".formatted(column, id)));
    }

    /** Waits until the last event was given to the broker. */
    private void drained() throws SQLException, InterruptedException {
        while (!intake("select count(*) from outbox").equals("0")) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void verify(int dossiers) throws SQLException {
        String acts = intake("select count(*) from act where action = 'REDATE'");
        String broken = intake("select count(*) from act a join dossier d on d.id = a.dossier_id"
                + " where a.action = 'REDATE' and (a.hash is distinct from d.last_hash or a.revision <> d.revision)");
        out.printf("%s acts recorded for %,d dossiers, %s not at the end of their chain%n", acts, dossiers, broken);
    }

    private String intake(String sql) throws SQLException {
        return ask("intake", sql);
    }

    private String ask(String database, String sql) throws SQLException {
        try (Connection connection = target.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
