package vn.motcua.intake.reading;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.RequestScoped;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Notes that an officer read people's data, in the reading's own transaction: what cannot be noted is not read. One statement whatever
 * the number of dossiers; what the same officer read a moment ago, as a screen that keeps itself up to date does, is one reading.
 */
@RequestScoped
public class Readings {
    private static final String NOTE =
            """
            insert into person_reading (at, subject, name, title, role, unit, what, purpose, dossier_id, lines)
            select ?, ?, ?, ?, ?, coalesce(
                    (select seeing.unit from unnest(case when ?
                            then array[d.competent_unit, d.receiving_unit, d.returning_unit]
                            else array[d.receiving_unit, d.returning_unit, d.competent_unit] end) with ordinality seeing(unit, k)
                        where seeing.unit = any(?) order by seeing.k limit 1), ?),
                ?, ?, read.id, 1
            from unnest(?) with ordinality read(id, n) left join dossier d on d.id = read.id order by read.n
            """;
    private static final String NOTE_WHOLE =
            "insert into person_reading (at, subject, name, title, role, unit, what, purpose, lines)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final AgroalDataSource source;
    private final Caller caller;
    private final RecentReadings recent;
    private final Clock clock;

    Readings(AgroalDataSource source, Caller caller, RecentReadings recent, Clock clock) {
        this.source = source;
        this.caller = caller;
        this.recent = recent;
        this.clock = clock;
    }

    /** One dossier, for the purpose of the reader's duty. */
    public void note(Reading what, UUID dossier) {
        note(what, null, List.of(dossier));
    }

    /**
     * Several dossiers. Of an officer of several units, each is a reading in the unit by which they may see it.
     *
     * @param stated purpose as the reader states it; null for that of their duty
     */
    public void note(Reading what, Purpose stated, Collection<UUID> dossiers) {
        OfficerRole.of(caller.roles()).ifPresent(role -> {
            Instant now = clock.instant();
            List<UUID> fresh = new ArrayList<>();
            for (UUID dossier : dossiers) {
                if (recent.first(caller.subject(), what, dossier, now)) {
                    fresh.add(dossier);
                }
            }
            if (!fresh.isEmpty()) {
                String[] mine = caller.units().toArray(String[]::new);
                Sql.update(
                        source,
                        NOTE,
                        now,
                        caller.subject(),
                        caller.name(),
                        caller.title(),
                        role.role(),
                        role.competentFirst(),
                        mine,
                        mine.length == 0 ? "" : mine[0],
                        what.name(),
                        (stated == null ? role.purpose() : stated).name(),
                        fresh.toArray(UUID[]::new));
            }
        });
    }

    /**
     * Many lines of a register at once.
     *
     * @param unit whose register it is
     * @param lines how many are given out
     */
    public void noteWhole(Reading what, Purpose stated, String unit, int lines) {
        OfficerRole.of(caller.roles())
                .ifPresent(role -> Sql.update(
                        source,
                        NOTE_WHOLE,
                        clock.instant(),
                        caller.subject(),
                        caller.name(),
                        caller.title(),
                        role.role(),
                        unit,
                        what.name(),
                        (stated == null ? role.purpose() : stated).name(),
                        lines));
    }
}
