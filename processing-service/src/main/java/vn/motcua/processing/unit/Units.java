package vn.motcua.processing.unit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.unit.UnitTold.Successor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Units of the catalogue, from their replica: a former one stands for what it became (Resolution 76/2025/UBTVQH15 Art. 14). */
@ApplicationScoped
public class Units {
    /** Mergers after one another; more than any unit has gone through. */
    private static final int MERGERS_MOST = 5;

    private static final String PUT =
            """
            insert into known_unit (unit, province, valid_from, valid_to, successors) values (?,?,?,?,?::jsonb)
            on conflict (unit) do update set province = excluded.province, valid_from = excluded.valid_from,
                valid_to = excluded.valid_to, successors = excluded.successors
            """;

    @Inject
    AgroalDataSource source;

    void take(UnitTold told) {
        Sql.update(
                source,
                PUT,
                told.id(),
                told.provinceCode(),
                told.validFrom(),
                told.validTo(),
                EventJson.write(told.successors()));
    }

    /**
     * The unit in force on a day that a unit of the same province stands for: itself, or the one it was merged into.
     *
     * @param asking the unit whose province it must be
     * @param on legal day
     * @throws ProblemException 422 where nothing is known of it, it was divided among several, or it is of another province
     */
    public String inForce(String asked, String asking, LocalDate on) {
        UnitTold unit = known(asked);
        for (int merger = 0; unit != null && !unit.inForce(on) && merger < MERGERS_MOST; merger++) {
            if (unit.divided()) {
                throw new ProblemException(ProcessingProblem.UNIT_DIVIDED)
                        .violation("/toUnit", "divided")
                        .with(
                                "units",
                                unit.successors().stream().map(Successor::id).toList());
            }
            unit = unit.successor() == null ? null : known(unit.successor());
        }
        if (unit == null || !unit.inForce(on)) {
            throw new ProblemException(ProcessingProblem.UNKNOWN_UNIT).violation("/toUnit", "unknown");
        }
        UnitTold own = known(asking);
        if (own == null || !own.provinceCode().equals(unit.provinceCode())) {
            throw new ProblemException(ProcessingProblem.UNIT_OF_OTHER_PROVINCE).violation("/toUnit", "other province");
        }
        return unit.id();
    }

    /** Null while the catalogue has not told of it. */
    private UnitTold known(String unit) {
        return Sql.query(source, "select * from known_unit where unit = ?", Units::read, unit).stream()
                .findFirst()
                .orElse(null);
    }

    private static UnitTold read(ResultSet row) throws SQLException {
        return new UnitTold(
                row.getString("unit"),
                row.getString("province"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                List.of(EventJson.read(EventJson.tree(row.getString("successors")), Successor[].class)));
    }
}
