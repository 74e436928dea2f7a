package vn.motcua.catalog.imports;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.imports.ImportProposal.Standing;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.Timeline;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What imports would publish, until it is decided: no other feature reads it, so that nothing of it can be found or shown before. */
@ApplicationScoped
class ImportProposals {
    private static final String ONE =
            "select id, effective_from, asked_by, officer, title, state, revision, standing from import_run where id = ?";

    private static final String BESIDE_THE_NEWEST =
            """
            select i.code, i.based_on, i.fingerprint, v.version, v.effective_from, v.effective_to, v.ended is not null, v.fingerprint
            from import_item i left join lateral (select version, effective_from, effective_to, ended, fingerprint
                from procedure_version where code = i.code order by version desc limit 1) v on true
            where i.import_id = ? order by i.code
            """;

    @Inject
    AgroalDataSource source;

    /**
     * An import with what it would publish.
     *
     * @param effectiveFrom first legal day it was imported for
     * @param state null: there is nothing to publish
     */
    record Proposed(
            UUID id, LocalDate effectiveFrom, Officer askedBy, ImportState state, long revision, Standing standing) {
        /** Subjects of those who may not release it. */
        Set<String> workedOn() {
            return ImportProposal.of(state, revision, standing).workedOn(askedBy);
        }
    }

    /** A procedure with what would be published of it. */
    record Contents(Integer basedOn, Procedure content, String fingerprint) {}

    void keep(UUID id, List<Contents> some) {
        Sql.updateAll(
                source,
                "insert into import_item (import_id, code, based_on, content, fingerprint) values (?,?,?,?,?)",
                some.stream()
                        .map(each -> new Object[] {
                            id,
                            each.content().code(),
                            each.basedOn(),
                            EventJson.write(each.content()),
                            each.fingerprint()
                        })
                        .toList());
    }

    Optional<Proposed> find(UUID id) {
        return Sql.query(source, ONE, ImportProposals::proposed, id).stream().findFirst();
    }

    /** Nobody else decides it until the caller's transaction ends. */
    Optional<Proposed> locked(UUID id) {
        return Sql.query(source, ONE + " for update", ImportProposals::proposed, id).stream()
                .findFirst();
    }

    /** Its next state, with the next revision; what is decided needs its contents no more. */
    void move(Proposed from, ImportState to, Standing now) {
        Sql.update(
                source,
                "update import_run set state = ?, revision = revision + 1, standing = ? where id = ?",
                to.name(),
                EventJson.write(now),
                from.id());
        if (!to.open()) {
            Sql.update(source, "delete from import_item where import_id = ?", from.id());
        }
    }

    /** Every procedure of it, by code, beside the newest version that is published. */
    List<ImportItem> items(UUID id) {
        return Sql.query(source, BESIDE_THE_NEWEST, ImportProposals::item, id);
    }

    /** What would be published of some procedures, by code. */
    Map<String, Procedure> contents(UUID id, List<String> codes) {
        return Sql.query(
                        source,
                        "select content from import_item where import_id = ? and code = any(?)",
                        row -> EventJson.read(EventJson.tree(row.getString(1)), Procedure.class),
                        id,
                        codes.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Procedure::code, each -> each));
    }

    private static Proposed proposed(ResultSet row) throws SQLException {
        return new Proposed(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                new Officer(row.getString(3), row.getString(4), row.getString(5)),
                row.getString(6) == null ? null : ImportState.valueOf(row.getString(6)),
                row.getLong(7),
                standing(row.getString(8)));
    }

    static Standing standing(String json) {
        return json == null ? Standing.NEW : EventJson.read(EventJson.tree(json), Standing.class);
    }

    private static ImportItem item(ResultSet row) throws SQLException {
        Integer version = row.getObject(4, Integer.class);
        return new ImportItem(
                row.getString(1),
                row.getObject(2, Integer.class),
                row.getString(3),
                version == null
                        ? null
                        : new ImportItem.Newest(
                                new Timeline.Span(
                                        version,
                                        row.getObject(5, LocalDate.class),
                                        row.getObject(6, LocalDate.class),
                                        row.getBoolean(7)),
                                row.getString(8)));
    }
}
