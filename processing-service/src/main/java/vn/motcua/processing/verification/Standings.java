package vn.motcua.processing.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.verification.Seal.Said;
import vn.motcua.processing.verification.Standing.State;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What became of the results that were issued here. */
@ApplicationScoped
class Standings {
    /** A correction counts once the dossier took it, also one that was not signed here. */
    private static final String ONE =
            """
            select s.state, s.number, s.issued_on, u.name, s.title, s.signer_name, s.signer_title, s.level,
                r.id is not null as replaced, later.number as later, own.sha256, own.destroyed_at
            from signing s left join unit_hours u on u.unit = s.unit left join result own on own.id = s.result
            left join result r on r.replaces = s.result and r.issued_at is not null
            left join signing later on later.result = r.id
            where s.id = ? order by r.issued_at limit 1
            """;

    /** The newest that no longer hold; older ones are found by who asks us. What never got its signature is on no paper. */
    private static final String LIST =
            """
            select id, later from (
                select s.id, coalesce(later.number, '–') as later, r.issued_at as ended
                from result r join signing s on s.result = r.replaces and s.state = 'ISSUED'
                left join signing later on later.result = r.id where r.replaces is not null and r.issued_at is not null
                union all select s.id, null, s.settled_at from signing s where s.state = 'VOID' and s.result is not null) as over
            order by ended desc limit 100000
            """;

    /** When the newest came to the list, by the ends of two indexes. */
    private static final String NEWEST =
            """
            select concat_ws(' ', (select max(settled_at) from signing where state = 'VOID'),
                (select max(issued_at) from result where replaces is not null))
            """;

    /** However often the list is asked for, it is made anew when something ended, else once in this time. */
    private static final Duration AGE_MAX = Duration.ofMinutes(1);

    @Inject
    AgroalDataSource source;

    @Inject
    Seal seal;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    private Listed listed;

    /** @param newest what was the newest then */
    private record Listed(String newest, Instant at, String jws) {}

    /** Null for what this installation never issued. */
    Standing of(Said said) {
        return Sql.query(source, ONE, Standings::standing, said.signing()).stream()
                .findFirst()
                .orElse(null);
    }

    /** The list of what no longer holds, signed (JWS, ES256), by the token's id; with its date, a minute old at most. */
    synchronized String list() {
        String newest = Sql.query(source, NEWEST, row -> row.getString(1)).get(0);
        Instant now = clock.instant();
        if (listed == null
                || !listed.newest().equals(newest)
                || listed.at().isAfter(now)
                || listed.at().plus(AGE_MAX).isBefore(now)) {
            listed = new Listed(newest, now, made(now));
        }
        return listed.jws();
    }

    private String made(Instant now) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("at", now.truncatedTo(ChronoUnit.SECONDS).toString());
        Map<String, String> entries = new LinkedHashMap<>();
        Sql.query(source, LIST, row -> Map.entry(row.getObject(1, UUID.class), text(row.getString(2))))
                .forEach(each -> entries.put(Seal.shortened(each.getKey()), each.getValue()));
        list.put("ended", entries);
        try {
            return seal.sign(json.writeValueAsString(list));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String later) {
        return later == null ? "" : later;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String later = row.getString("later");
        boolean replaced = row.getBoolean("replaced");
        OffsetDateTime destroyed = row.getObject("destroyed_at", OffsetDateTime.class);
        State state =
                switch (row.getString("state")) {
                    case "ISSUED" -> replaced ? State.REPLACED : State.VALID;
                    case "VOID" -> State.REVOKED;
                    default -> State.NOT_YET;
                };
        return new Standing(
                state,
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("name"),
                row.getString("title"),
                row.getString("signer_name"),
                row.getString("signer_title"),
                later,
                "B_LT".equals(row.getString("level")),
                row.getString("sha256"),
                destroyed == null ? null : destroyed.toInstant());
    }
}
