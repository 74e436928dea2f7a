package vn.motcua.catalog.version;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.util.Optional;

/** Proposals to end a procedure, at most one of each at a time. */
@ApplicationScoped
class EndProposals {
    @Inject
    AgroalDataSource source;

    /**
     * @param moves how often somebody proposed, declined or decided
     * @param proposal null: none stands
     */
    record Standing(long moves, ProposedEnd proposal) {}

    /** The line of a procedure's versions as it stands now, in one query; empty for an unknown code. */
    Optional<Line> line(String code) {
        return Sql.query(
                        source,
                        "select v.version, v.ended is not null, coalesce(p.moves, 0), p.proposal from procedure_version v"
                                + " left join end_proposal p on p.code = v.code where v.code = ? order by v.version desc limit 1",
                        row -> new Line(row.getInt(1), row.getBoolean(2), row.getLong(3), proposal(row.getString(4))),
                        code)
                .stream()
                .findFirst();
    }

    private static ProposedEnd proposal(String json) {
        return json == null ? null : EventJson.read(EventJson.tree(json), ProposedEnd.class);
    }

    Standing of(String code) {
        return Sql.query(
                        source,
                        "select moves, proposal from end_proposal where code = ?",
                        row -> new Standing(row.getLong(1), proposal(row.getString(2))),
                        code)
                .stream()
                .findFirst()
                .orElse(new Standing(0, null));
    }

    /** @param proposal null: none stands any more. @return as it stands now */
    Standing keep(String code, ProposedEnd proposal) {
        Sql.update(
                source,
                "insert into end_proposal values (?, 1, ?) on conflict (code) do update"
                        + " set moves = end_proposal.moves + 1, proposal = excluded.proposal",
                code,
                proposal == null ? null : EventJson.write(proposal));
        return of(code);
    }
}
