package vn.motcua.intake.register;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where officers' views of the register are kept: each is its owner's, and read by the unit where the owner shares it. */
@RequestScoped
class RegisterViews {
    /** A name is any text: cursors of other lists would pass for one. */
    private static final String MARK = "view";

    /** Most views of one officer. */
    static final int MOST = 30;

    private static final String COLUMNS =
            "select id, owner, owner_name, unit, name, filters, standing, shared, revision from register_view where ";

    private final AgroalDataSource source;
    private final Caller caller;
    private final Clock clock;

    RegisterViews(AgroalDataSource source, Caller caller, Clock clock) {
        this.source = source;
        this.caller = caller;
        this.clock = clock;
    }

    /** A view as it is kept. */
    record Kept(
            UUID id,
            String owner,
            String ownerName,
            String unit,
            String name,
            RegisterFilters filters,
            RegisterViewsResource.Standing standing,
            boolean shared,
            long revision) {
        static Kept of(ResultSet row) throws SQLException {
            String standing = row.getString("standing");
            return new Kept(
                    row.getObject("id", UUID.class),
                    row.getString("owner"),
                    row.getString("owner_name"),
                    row.getString("unit"),
                    row.getString("name"),
                    EventJson.read(EventJson.tree(row.getString("filters")), RegisterFilters.class),
                    standing == null ? null : RegisterViewsResource.Standing.valueOf(standing),
                    row.getBoolean("shared"),
                    row.getLong("revision"));
        }
    }

    /**
     * The caller's own and those shared in their units, by name.
     *
     * @throws ProblemException {@code invalid-cursor} for anything this list did not make
     */
    Page<Kept> page(String after, int most) {
        String[] last = Cursor.decode(after, 3);
        if (last != null && !last[0].equals(MARK)) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        List<Object> args = new ArrayList<>();
        List<String> branches = new ArrayList<>();
        branches.add(branch("owner = ?", caller.subject(), last, most, args));
        for (String unit : caller.units()) {
            branches.add(branch("shared and unit = ?", unit, last, most, args));
        }
        args.add(most + 1);
        List<Kept> found = Sql.query(
                source,
                "select distinct on (name, id) * from (" + String.join(" union all ", branches)
                        + ") found order by name, id limit ?",
                Kept::of,
                args.toArray());
        return Page.of(
                found, most, view -> Cursor.encode(MARK, view.name(), view.id().toString()));
    }

    private static String branch(String condition, String of, String[] last, int most, List<Object> args) {
        args.add(of);
        String after = "";
        if (last != null) {
            after = " and (name, id) > (?, ?)";
            args.add(last[1]);
            args.add(Cursor.uuid(last[2]));
        }
        args.add(most + 1);
        return "(" + COLUMNS + condition + after + " order by name, id limit ?)";
    }

    /** @throws ProblemException 409 where the officer keeps as many as one may */
    Kept add(RegisterViewsResource.ViewRequest asked) {
        int kept = Sql.query(
                        source,
                        "select count(*) from register_view where owner = ?",
                        row -> row.getInt(1),
                        caller.subject())
                .get(0);
        if (kept >= MOST) {
            throw new ProblemException(IntakeProblem.VIEWS_FULL).with("most", MOST);
        }
        UUID id = UUID.randomUUID();
        Sql.update(
                source,
                "insert into register_view (id, owner, owner_name, unit, name, filters, standing, shared, revision, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
                id,
                caller.subject(),
                caller.name(),
                asked.unit(),
                asked.name().strip(),
                EventJson.write(asked.filters()),
                asked.standing() == null ? null : asked.standing().name(),
                asked.shared(),
                clock.instant());
        return own(id);
    }

    Kept change(UUID id, String ifMatch, RegisterViewsResource.ViewRequest asked) {
        Kept kept = own(id);
        Revision.require(ifMatch, kept.revision(), () -> Map.of("revision", kept.revision()));
        Sql.update(
                source,
                "update register_view set unit = ?, name = ?, filters = ?, standing = ?, shared = ?, revision = revision + 1,"
                        + " changed_at = ? where id = ?",
                asked.unit(),
                asked.name().strip(),
                EventJson.write(asked.filters()),
                asked.standing() == null ? null : asked.standing().name(),
                asked.shared(),
                clock.instant(),
                id);
        return own(id);
    }

    void remove(UUID id, String ifMatch) {
        Kept kept = own(id);
        Revision.require(ifMatch, kept.revision(), () -> Map.of("revision", kept.revision()));
        Sql.update(source, "delete from register_view where id = ?", id);
    }

    /** Under its row lock: one of the caller's own. */
    private Kept own(UUID id) {
        return Sql.query(source, COLUMNS + "id = ? and owner = ? for update", Kept::of, id, caller.subject()).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }
}
