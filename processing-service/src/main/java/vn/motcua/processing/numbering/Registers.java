package vn.motcua.processing.numbering;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.requester.Requesters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Numbers without gaps. A number and its line are written in one transaction under the lock of the register's row: whatever fails takes
 * neither. A number once given keeps its line, and the line says what became of it. All methods join the caller's transaction.
 */
@ApplicationScoped
public class Registers {
    private static final String OPEN =
            "insert into register (unit, kind, year) values (?,?,?) on conflict (unit, kind, year) do nothing";
    private static final String NEXT = "update register set last = last + 1 where unit = ? and kind = ? and year = ?"
            + " and closed_at is null returning last";
    private static final String LINE =
            "insert into register_line (unit, kind, year, number, given_on, symbol, signing, position, case_id, code, subject, pages,"
                    + " copies, signer, signer_name, state, given_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'GIVEN',?)";

    @Inject
    AgroalDataSource source;

    @Inject
    Requesters requesters;

    /**
     * For whom and by whom numbers are given.
     *
     * @param code of the dossier
     */
    public record Giving(String unit, UUID signing, UUID caseId, String code, Officer signer, Instant at) {}

    /**
     * Gives each entry the next number of its register, in the order of the list.
     *
     * @throws ProblemException if a register of that year is closed
     */
    public List<RegisterNumber> give(Giving giving, List<Entry> entries) {
        LocalDate day = LegalTime.date(giving.at());
        // one order for everybody, whatever the order of the entries: two that wait for each other's register wait for
        // ever
        entries.stream().map(Entry::kind).distinct().sorted().forEach(kind -> lock(giving.unit(), kind, day.getYear()));
        List<RegisterNumber> numbers = new ArrayList<>();
        for (Entry entry : entries) {
            numbers.add(give(giving, entry, day, numbers.size()));
        }
        return numbers;
    }

    /** The numbers of a signing in the order they were given for. */
    public List<RegisterNumber> of(UUID signing) {
        return Sql.query(
                source,
                "select kind, year, number, symbol from register_line where signing = ? order by position",
                row -> new RegisterNumber(
                        RegisterKind.valueOf(row.getString(1)), row.getInt(2), row.getInt(3), row.getString(4)),
                signing);
    }

    /** The signing's numbers stand: its result is issued. */
    public void issued(UUID signing, Instant at) {
        Sql.update(
                source,
                "update register_line set state = 'ISSUED', settled_at = ? where signing = ? and state = 'GIVEN'",
                at,
                signing);
    }

    /** The signing's numbers were given in vain; their lines say why. */
    public void voided(UUID signing, String reason, Instant at) {
        Sql.update(
                source,
                "update register_line set state = 'VOID', void_reason = ?, settled_at = ?"
                        + " where signing = ? and state = 'GIVEN'",
                reason,
                at,
                signing);
    }

    /**
     * Closes a register for good: on 31 December at the earliest, and not while a number awaits what becomes of it.
     *
     * @throws ProblemException if it is too early, closed already, unknown or not settled
     */
    public void close(String unit, RegisterKind kind, int year, Officer by, Instant at) {
        if (LegalTime.date(at).isBefore(LocalDate.of(year, Month.DECEMBER, 31))) {
            throw new ProblemException(ProcessingProblem.REGISTER_NOT_OVER, year);
        }
        List<Boolean> closed = Sql.query(
                source,
                "select closed_at is not null from register where unit = ? and kind = ? and year = ? for update",
                row -> row.getBoolean(1),
                unit,
                kind.name(),
                year);
        if (closed.isEmpty()) {
            throw new ProblemException(ProcessingProblem.REGISTER_NOT_FOUND);
        }
        if (closed.get(0)) {
            throw new ProblemException(ProcessingProblem.REGISTER_CLOSED, year);
        }
        if (open(unit, kind, year) > 0) {
            throw new ProblemException(ProcessingProblem.REGISTER_NOT_SETTLED);
        }
        Sql.update(
                source,
                "update register set closed_at = ?, closed_by = ?, closed_by_name = ? where unit = ? and kind = ? and year = ?",
                at,
                by.subject(),
                by.name(),
                unit,
                kind.name(),
                year);
    }

    /** The registers of a unit with their totals, newest year first. */
    List<RegisterView> ofUnit(String unit) {
        return Sql.query(
                source,
                """
                select r.kind, r.year, r.last, r.closed_at, r.closed_by_name,
                    count(*) filter (where l.state = 'ISSUED') as issued, count(*) filter (where l.state = 'VOID') as voided,
                    count(*) filter (where l.state = 'GIVEN') as given, coalesce(sum(l.copies) filter (where l.state = 'ISSUED'), 0)
                from register r left join register_line l on l.unit = r.unit and l.kind = r.kind and l.year = r.year
                where r.unit = ? group by r.unit, r.kind, r.year order by r.year desc, r.kind
                """,
                row -> new RegisterView(
                        RegisterKind.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getLong(9),
                        row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant(),
                        row.getString(5)),
                unit);
    }

    /** Of a register, given on one of these days of one year. */
    record Part(String unit, RegisterKind kind, LocalDate from, LocalDate to) {}

    /**
     * Lines in the order of their numbers, one more than the limit.
     *
     * @param named whether the reader may see who asked
     */
    List<LineView> lines(Part part, boolean named, int after, int limit) {
        return Sql.query(
                source,
                "select * from register_line where unit = ? and kind = ? and year = ? and given_on >= ? and given_on < ? and number > ?"
                        + " order by number limit ?",
                row -> line(row, named),
                part.unit(),
                part.kind().name(),
                part.from().getYear(),
                part.from(),
                part.to(),
                after,
                limit + 1);
    }

    private int open(String unit, RegisterKind kind, int year) {
        return Sql.query(
                        source,
                        "select count(*) from register_line where unit = ? and kind = ? and year = ? and state = 'GIVEN'",
                        row -> row.getInt(1),
                        unit,
                        kind.name(),
                        year)
                .get(0);
    }

    private void lock(String unit, RegisterKind kind, int year) {
        Sql.update(source, OPEN, unit, kind.name(), year);
        Sql.query(
                source,
                "select 1 from register where unit = ? and kind = ? and year = ? for update",
                row -> 1,
                unit,
                kind.name(),
                year);
    }

    private RegisterNumber give(Giving giving, Entry entry, LocalDate day, int position) {
        int number =
                Sql.query(
                                source,
                                NEXT,
                                row -> row.getInt(1),
                                giving.unit(),
                                entry.kind().name(),
                                day.getYear())
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(ProcessingProblem.REGISTER_CLOSED, day.getYear()));
        Sql.update(
                source,
                LINE,
                giving.unit(),
                entry.kind().name(),
                day.getYear(),
                number,
                day,
                entry.writtenSymbol(),
                giving.signing(),
                position,
                giving.caseId(),
                giving.code(),
                entry.subject(),
                entry.pages(),
                entry.copies(),
                giving.signer().subject(),
                giving.signer().name(),
                giving.at());
        return new RegisterNumber(entry.kind(), day.getYear(), number, entry.writtenSymbol());
    }

    private LineView line(ResultSet row, boolean named) throws SQLException {
        RegisterKind kind = RegisterKind.valueOf(row.getString("kind"));
        int number = row.getInt("number");
        return new LineView(
                number,
                new RegisterNumber(kind, row.getInt("year"), number, row.getString("symbol")).text(),
                row.getObject("given_on", LocalDate.class),
                row.getString("code"),
                named ? requesters.name(row.getBytes("requester")) : null,
                row.getString("subject"),
                row.getInt("pages"),
                row.getInt("copies"),
                row.getString("signer_name"),
                LineView.State.valueOf(row.getString("state")),
                row.getString("void_reason"));
    }
}
