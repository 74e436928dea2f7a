package vn.motcua.processing.shadow;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.shadow.AuthorityOfRecord.State;
import vn.motcua.processing.shadow.AuthorityOfRecord.Told;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Keeps what other authorities told last, inside the inbox's transaction. An older sequence changes nothing; the same one that says something else is a conflict. */
@ApplicationScoped
class FollowShadow {
    private static final String NEWER =
            """
            insert into shadow (id, system, reference, procedure_code, unit, department, status, since, due, sequence, event_id, told_at, taken_at,
                conflict, conflict_at)
            values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            on conflict (system, reference) do update set procedure_code = excluded.procedure_code, unit = excluded.unit,
                department = excluded.department, status = excluded.status, since = excluded.since, due = excluded.due,
                sequence = excluded.sequence, event_id = excluded.event_id, told_at = excluded.told_at, taken_at = excluded.taken_at,
                conflict = excluded.conflict, conflict_at = excluded.conflict_at
            where shadow.sequence < excluded.sequence
            """;

    private static final String HEARD =
            """
            insert into shadow_system (system, heard_at) values (?, ?)
            on conflict (system) do update set heard_at = excluded.heard_at
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    /** @throws vn.motcua.platform.inbox.Unprocessable for what cannot be understood: its key is parked */
    void take(AuthorityOfRecord authority, Event event) {
        Told told = authority.read(event);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Sql.update(source, HEARD, authority.system(), now);
        if (told instanceof State state && put(authority.system(), state, event, now) == 0) {
            compare(authority.system(), state, now);
        }
    }

    private int put(String system, State state, Event event, Instant now) {
        boolean ours = ours(state.reference());
        return Sql.update(
                source,
                NEWER,
                UUID.randomUUID(),
                system,
                state.reference(),
                state.procedureCode(),
                state.unit(),
                state.department(),
                state.status().code(),
                state.since(),
                state.due(),
                state.sequence(),
                event.id(),
                event.time(),
                now,
                ours ? Conflict.OWN_DOSSIER.name() : null,
                ours ? now : null);
    }

    /** One dossier has one authority of record: a code that intake gave is not another system's. */
    private boolean ours(String reference) {
        return !Sql.query(
                        source,
                        "select 1 from dossier where reverse(code) = reverse(?) limit 1",
                        row -> row.getInt(1),
                        reference)
                .isEmpty();
    }

    /** The first that came under a sequence stands, and it is said that another came that does not agree. */
    private void compare(String system, State state, Instant now) {
        State known = Sql.query(
                        source,
                        "select * from shadow where system = ? and reference = ? for update",
                        FollowShadow::state,
                        system,
                        state.reference())
                .get(0);
        if (known.sequence() == state.sequence() && !known.equals(state)) {
            Sql.update(
                    source,
                    "update shadow set conflict = ?, conflict_at = ? where system = ? and reference = ? and conflict is null",
                    Conflict.SAME_SEQUENCE.name(),
                    now,
                    system,
                    state.reference());
        }
    }

    private static State state(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
        return new State(
                row.getString("reference"),
                row.getString("procedure_code"),
                row.getString("unit"),
                row.getString("department"),
                NationalStatus.of(row.getInt("status")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                due == null ? null : due.toInstant(),
                row.getLong("sequence"));
    }
}
