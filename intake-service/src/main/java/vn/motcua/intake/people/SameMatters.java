package vn.motcua.intake.people;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Open dossiers of the same owner on the same procedure. They are linked on both sides when the later one becomes known, shown wherever
 * one of them is, and never merged: two may well be right, as for two children. Nobody is kept from filing.
 */
@ApplicationScoped
public class SameMatters {
    /** How many of a person's dossiers on the procedure are looked at, newest first. */
    private static final int LOOKED_AT = 100;

    private static final int LINKED_MOST = 10;
    private static final String OPEN =
            """
            select d.id, d.reference from (
                select o.dossier_id, o.opened_at from dossier_person p join person_dossier o on o.identifier_index = p.identifier_index
                where p.dossier_id = ? and p.part = 'OWNER' and o.procedure_code = ? and o.dossier_id <> ?
                order by o.opened_at desc, o.dossier_id desc limit ?) newest
            join dossier d on d.id = newest.dossier_id
            where d.sequence > 0 and d.ended_at is null and d.stage = any(?)
            order by newest.opened_at desc, d.id desc limit ?
            """;
    private static final String LINK =
            """
            insert into dossier_link (dossier_id, other_id, linked_at)
            select ?, o, ? from unnest(?) o union all select o, ?, ? from unnest(?) o
            on conflict do nothing
            """;
    private static final String[] OPEN_STAGES = Arrays.stream(Stage.values())
            .filter(stage -> !stage.terminal())
            .map(Stage::name)
            .toArray(String[]::new);

    private final DataSource database;

    SameMatters(DataSource database) {
        this.database = database;
    }

    /** A dossier that was linked. */
    public record Linked(UUID id, String reference) {}

    /**
     * Links a dossier that becomes known with those that are, in the caller's transaction.
     *
     * @return with which, newest first, at most {@value #LINKED_MOST}
     */
    public List<Linked> link(Dossier dossier, Instant at) {
        List<Linked> found = Sql.query(
                database,
                OPEN,
                row -> new Linked(row.getObject("id", UUID.class), row.getString("reference")),
                dossier.id(),
                dossier.matter().procedureCode(),
                dossier.id(),
                LOOKED_AT,
                OPEN_STAGES,
                LINKED_MOST);
        if (!found.isEmpty()) {
            UUID[] others = found.stream().map(Linked::id).toArray(UUID[]::new);
            Sql.update(database, LINK, dossier.id(), at, others, dossier.id(), at, others);
        }
        return found;
    }
}
