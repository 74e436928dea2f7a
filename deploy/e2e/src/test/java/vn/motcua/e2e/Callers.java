package vn.motcua.e2e;

import vn.motcua.devstack.Suite;
import vn.motcua.e2e.RefusalTable.Relation;
import vn.motcua.e2e.RefusalTable.Who;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody of the table: an account of the real Keycloak for each role in each relation, made beside the demo users, and their
 * tokens. For many threads.
 */
final class Callers {
    private static final Duration KEPT = Duration.ofMinutes(8);

    private final Suite suite;
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    /** Somebody who calls. */
    record Caller(Who who, Relation relation) {
        @Override
        public String toString() {
            return who + (who.officer() || who == Who.CITIZEN ? " " + relation : "");
        }
    }

    private record Token(String text, long until) {}

    private Callers(Suite suite) {
        this.suite = suite;
    }

    /** Makes the accounts where they are missing. */
    static Callers of(Suite suite) {
        List<Map<String, Object>> users = new ArrayList<>();
        for (Caller each : all()) {
            if (each.who.officer() || each.who == Who.CITIZEN) {
                users.add(user(each));
            }
        }
        new KeycloakAdmin(suite).call("POST", "/partialImport", Map.of("ifResourceExists", "SKIP", "users", users));
        return new Callers(suite);
    }

    /** In the order of the columns. */
    static List<Caller> all() {
        List<Caller> all = new ArrayList<>();
        for (Who who : Who.values()) {
            for (Relation relation : Relation.values()) {
                boolean person = who == Who.CITIZEN && relation != Relation.OTHER_UNIT_OTHER_DEPARTMENT;
                if (who.officer() || relation == Relation.OWN_UNIT_OWN_DEPARTMENT || who == Who.CITIZEN && !person) {
                    all.add(new Caller(who, relation));
                }
            }
        }
        return all;
    }

    /** Null for those without an account. */
    String token(Who who, Relation relation) {
        if (!who.token()) {
            return null;
        }
        String user = who == Who.SERVICE ? "operator" : name(who, relation);
        return known.compute(
                        user,
                        (name, old) -> old != null && old.until > System.nanoTime()
                                ? old
                                : new Token(
                                        who == Who.SERVICE ? suite.serviceToken(name) : suite.token(name),
                                        System.nanoTime() + KEPT.toNanos()))
                .text;
    }

    String token(Who who) {
        return token(who, Relation.OWN_UNIT_OWN_DEPARTMENT);
    }

    private static String name(Who who, Relation relation) {
        return "proof." + who.role() + "." + relation.ordinal();
    }

    private static Map<String, Object> user(Caller caller) {
        Relation relation = caller.relation;
        Map<String, Object> attributes = caller.who == Who.CITIZEN
                ? Map.of("fullName", List.of("Người dân"), "locale", List.of("vi"))
                : Map.of(
                        "fullName", List.of("Cán bộ " + caller.who.role()),
                        "locale", List.of("vi"),
                        "title", List.of("Công chức"),
                        "unit", List.of(relation.ownUnit() ? World.OWN : World.OTHER),
                        "department", List.of(relation.ownDepartment() ? World.DEPARTMENT : "economy"));
        return Map.of(
                "username",
                name(caller.who, relation),
                "enabled",
                true,
                "attributes",
                attributes,
                "realmRoles",
                List.of("default-roles-mot-cua", caller.who.role()),
                "credentials",
                List.of(Map.of("type", "password", "value", "demo", "temporary", false)));
    }
}
