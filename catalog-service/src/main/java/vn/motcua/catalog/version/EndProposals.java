package vn.motcua.catalog.version;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

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

    Standing of(String code) {
        return Sql.query(
                        source,
                        "select moves, proposal from end_proposal where code = ?",
                        row -> new Standing(
                                row.getLong(1),
                                row.getString(2) == null
                                        ? null
                                        : EventJson.read(EventJson.tree(row.getString(2)), ProposedEnd.class)),
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
