package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Every list and screen that grows with the dossiers, as requests on random ones of the measured unit. */
final class Screens {
    private static final String REGISTER = "/api/intake/dossiers";
    private static final int DEEP_PAGES = 10;

    private final URI gateway;
    private final Staff staff;
    private final String pin;
    private final List<Known> returned;
    private final List<Known> open;
    private final Map<String, Function<SplittableRandom, Request>> all = new LinkedHashMap<>();

    /** A dossier to ask for; {@code caseId} null where it was not asked. */
    private record Known(String id, String reference, String code, String caseId) {}

    private Screens(Target target, Staff staff, String pin, List<Known> returned) throws SQLException {
        this.gateway = target.gateway();
        this.staff = staff;
        this.pin = pin;
        this.returned = returned;
        this.open = waiting(target);
    }

    /** All of them. */
    static Screens all(Target target, Staff staff, String pin) throws SQLException {
        Screens screens = new Screens(target, staff, pin, known(target, "RETURNED"));
        screens.register();
        screens.filters();
        screens.search();
        screens.dossier();
        screens.processing();
        screens.proposals();
        screens.notification();
        screens.people();
        return screens;
    }

    /** Those that read processing's database alone. */
    static Screens ofQueue(Target target, Staff staff) throws SQLException {
        Screens screens = new Screens(target, staff, null, List.of());
        screens.processing();
        screens.proposals();
        return screens;
    }

    Map<String, Function<SplittableRandom, Request>> all() {
        return all;
    }

    private void register() {
        Token reception = staff.reception();
        fixed("register, first page", REGISTER, reception);
        fixed("register, page " + (DEEP_PAGES + 1), deep(REGISTER + "?limit=100", reception), reception);
        fixed("register, 100 lines", REGISTER + "?limit=100", reception);
        fixed("register of a unit", REGISTER + "?unit=" + Staff.UNIT, reception);
        for (String stage : List.of("IN_PROCESS", "DECIDED", "RETURNED", "AWAITING_SUPPLEMENT")) {
            fixed("register, stage " + stage, REGISTER + "?stage=" + stage, reception);
        }
        fixed(
                "register, due before tomorrow",
                REGISTER + "?dueBefore=" + Instant.now().plusSeconds(86_400),
                reception);
        all.put("register, by code", random -> Request.get(
                        REGISTER + "?code=" + pick(returned, random).code())
                .as(reception));
        all.put("register, by 20 ids", random -> {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ids.add(pick(returned, random).id());
            }
            return Request.get(REGISTER + "?ids=" + String.join(",", ids)).as(reception);
        });
        fixed("register of a specialist", REGISTER, staff.specialist());
        fixed("register of a specialist, stage IN_PROCESS", REGISTER + "?stage=IN_PROCESS", staff.specialist());
    }

    /** The register by its own filters, alone and together. */
    private void filters() {
        String procedure = "procedure=" + Lifecycle.PROCEDURE;
        String month = "receivedFrom=" + LocalDate.now().minusDays(60) + "&receivedTo="
                + LocalDate.now().minusDays(30);
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("a procedure", procedure);
        asked.put("a procedure by words", "procedure=" + encoded("chứng thực bản sao"));
        asked.put("channel COUNTER", "channel=COUNTER");
        asked.put("a channel nobody used", "channel=POST");
        asked.put("received in a month", month);
        asked.put("received in a month, a procedure, one stage", month + "&" + procedure + "&stage=RETURNED");
        asked.put("ended early", "punctuality=EARLY");
        asked.put("a department", "department=" + Staff.DEPARTMENT);
        asked.put(
                "due next week, a procedure",
                "dueFrom=" + Instant.now() + "&dueBefore=" + Instant.now().plusSeconds(7 * 86_400) + "&" + procedure);
        asked.put("another unit takes part", "involving=14-03703-20250701");
        asked.put("a former unit", "unit=14-03709-00000000");
        asked.put("a rare combination", "channel=POST&stage=REFUSED&" + procedure);
        asked.forEach((name, query) -> fixed("register, " + name, REGISTER + "?" + query, staff.reception()));
        all.put("register, end of a code", random -> {
            String code = pick(returned, random).code();
            return Request.get(REGISTER + "?code=" + code.substring(code.lastIndexOf('-') + 1))
                    .as(staff.reception());
        });
        all.put("search, part of a name and a procedure", random -> Request.post(REGISTER + "/search")
                .as(staff.reception())
                .json("{\"name\":\"Hoa\",\"filters\":{\"procedure\":\"" + Lifecycle.PROCEDURE + "\"}}"));
        all.put("other dossiers of a person", random -> Request.get(
                        REGISTER + "/" + pick(returned, random).id() + "/same-person")
                .as(staff.reception()));
        fixed("views of the register", "/api/intake/register-views", staff.reception());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void search() {
        all.put("search, a whole name", random -> search("name", People.name(random)));
        all.put("search, part of a name", random -> search("name", "Hoa"));
        all.put("search, a name nobody has", random -> search("name", "Zúñiga " + random.nextInt(1_000)));
        all.put("search, citizen number", random -> search("identifier", People.citizenNumber(random)));
        all.put("search, phone", random -> search("phone", People.phone(random)));
    }

    private Request search(String term, String value) {
        return Request.post(REGISTER + "/search").as(staff.reception()).json("{\"" + term + "\":\"" + value + "\"}");
    }

    private void dossier() {
        for (String part : List.of("", "/history", "/deadline", "/forms")) {
            all.put("dossier" + part, random -> Request.get(
                            REGISTER + "/" + pick(returned, random).id() + part)
                    .as(staff.reception()));
        }
    }

    private void processing() {
        String queue = "/api/processing/departments/" + Staff.DEPARTMENT + "/cases?unit=" + Staff.UNIT;
        fixed("queue, first page", queue, staff.specialist());
        fixed("queue, page " + (DEEP_PAGES + 1), deep(queue + "&limit=20", staff.specialist()), staff.specialist());
        for (String show :
                List.of("UNCLAIMED", "MINE", "LATE", "TODAY", "AT_RISK", "SENT_BACK", "PROPOSED", "PAUSED")) {
            fixed("queue, " + show, queue + "&show=" + show, staff.specialist());
        }
        fixed(
                "queue, UNCLAIMED, page " + (DEEP_PAGES + 1),
                deep(queue + "&show=UNCLAIMED&limit=20", staff.specialist()),
                staff.specialist());
        fixed("queue, a procedure", queue + "&procedure=" + Lifecycle.PROCEDURE, staff.specialist());
        fixed("queue, a procedure nobody asked for", queue + "&procedure=9.999999", staff.specialist());
        fixed("queue, words of a procedure", queue + "&q=" + encoded("chứng thực bản sao"), staff.specialist());
        fixed("queue, words nobody wrote", queue + "&q=" + encoded("không có thủ tục này"), staff.specialist());
        fixed("queue, channel COUNTER", queue + "&channel=COUNTER", staff.specialist());
        fixed("queue, a channel nobody used", queue + "&channel=POST", staff.specialist());
        all.put("queue, by reference", random -> Request.get(
                        queue + "&q=" + pick(open, random).reference())
                .as(staff.specialist()));
        all.put("queue, end of a code", random -> {
            String code = pick(open, random).code();
            return Request.get(queue + "&q=" + code.substring(code.lastIndexOf('-') + 1))
                    .as(staff.specialist());
        });
        fixed(
                "figures of a queue",
                "/api/processing/departments/" + Staff.DEPARTMENT + "/figures?unit=" + Staff.UNIT,
                staff.specialist());
        fixed("board", "/api/processing/board?unit=" + Staff.UNIT, staff.director());
        all.put("case of a dossier", random -> Request.get(
                        "/api/processing/cases?dossier=" + pick(open, random).id())
                .as(staff.specialist()));
        all.put("case", random -> Request.get(
                        "/api/processing/cases/" + pick(open, random).caseId())
                .as(staff.specialist()));
    }

    private void proposals() {
        Token approver = staff.approver();
        String proposals = "/api/processing/proposals?unit=" + Staff.UNIT;
        fixed("proposals, first page", proposals, approver);
        fixed("proposals, page " + (DEEP_PAGES + 1), deep(proposals + "&limit=20", approver), approver);
        fixed(
                "officers of a department",
                "/api/processing/departments/" + Staff.UNIT + "/" + Staff.DEPARTMENT + "/officers",
                staff.director());
    }

    private void notification() {
        String returns = "/api/notification/returns";
        fixed("returns, first page", returns, staff.reception());
        fixed("returns, page " + (DEEP_PAGES + 1), deep(returns + "?limit=10", staff.reception()), staff.reception());
        all.put("return", random -> Request.get(
                        returns + "/" + pick(returned, random).id())
                .as(staff.reception()));
        all.put("messages of a dossier", random -> Request.get("/api/notification/messages?dossier="
                        + pick(returned, random).id())
                .as(staff.reception()));
        fixed("notices of a department", "/api/notification/notices", staff.specialist());
    }

    /** As people do it: the PIN first, then API and pages by the cookie. */
    private void people() {
        all.put("tracking, reference + PIN", random -> Request.post("/api/intake/tracking")
                .json("{\"reference\":\"" + pick(returned, random).reference() + "\",\"pin\":\"" + pin + "\"}"));
        all.put("tracking, code + PIN", random -> Request.post("/api/intake/tracking")
                .json("{\"code\":\"" + pick(returned, random).code() + "\",\"pin\":\"" + pin + "\"}"));
        String[] cookies = cookies();
        for (String path : List.of("/api/intake/tracking/current", "/ho-so", "/hop-thu")) {
            all.put(path.startsWith("/api") ? "tracking, current" : "page " + path, random -> Request.get(path)
                    .header("Cookie", cookies[random.nextInt(cookies.length)]));
        }
    }

    private String[] cookies() {
        SplittableRandom random = new SplittableRandom(11);
        String[] cookies = new String[20];
        try (Wire wire = new Wire(gateway)) {
            for (int i = 0; i < cookies.length; i++) {
                Wire.Answer answer =
                        wire.send(all.get("tracking, reference + PIN").apply(random));
                if (!answer.ok()) {
                    throw new IllegalStateException("tracking: " + answer.status() + " " + answer.text());
                }
                cookies[i] = answer.cookie();
            }
        }
        return cookies;
    }

    private void fixed(String name, String path, Token who) {
        all.put(name, random -> Request.get(path).as(who));
    }

    /** The address of the page after some pages, so that a deep one is measured. */
    private String deep(String path, Token who) {
        String next = path;
        try (Wire wire = new Wire(gateway)) {
            for (int i = 0; i < DEEP_PAGES; i++) {
                Wire.Answer answer = wire.send(Request.get(next).as(who));
                JsonNode cursor = answer.json().path("next");
                if (!answer.ok() || !cursor.isTextual()) {
                    return next;
                }
                next = path + "&after=" + URLEncoder.encode(cursor.asText(), StandardCharsets.UTF_8);
            }
        }
        return next;
    }

    private static Known pick(List<Known> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    /** As processing knows them: its queue may hold more than intake does when it alone was filled. */
    private static List<Known> waiting(Target target) throws SQLException {
        List<Known> found = new ArrayList<>();
        try (Connection connection = target.connect("processing");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select d.id, d.reference, d.code, c.id from cases c"
                        + " join dossier d on d.id = c.dossier_id where c.unit = '" + Staff.UNIT
                        + "' and c.department = '"
                        + Staff.DEPARTMENT + "' and c.rank is not null order by md5(c.id::text) limit 300")) {
            while (row.next()) {
                found.add(new Known(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no case waits in the department");
        }
        return found;
    }

    private static List<Known> known(Target target, String stage) throws SQLException {
        Map<String, Known> found = new LinkedHashMap<>();
        try (Connection connection = target.connect("intake");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select id, reference, code from dossier where receiving_unit = '"
                                + Staff.UNIT + "' and stage = '" + stage
                                + "' and department is not null order by md5(id::text) limit 300")) {
            while (row.next()) {
                found.put(row.getString(1), new Known(row.getString(1), row.getString(2), row.getString(3), null));
            }
        }
        try (Connection connection = target.connect("processing");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select dossier_id, id from cases where dossier_id in ('"
                        + String.join("','", found.keySet()) + "')")) {
            while (row.next()) {
                Known one = found.get(row.getString(1));
                found.put(one.id(), new Known(one.id(), one.reference(), one.code(), row.getString(2)));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no dossier at stage " + stage);
        }
        return new ArrayList<>(found.values());
    }
}
