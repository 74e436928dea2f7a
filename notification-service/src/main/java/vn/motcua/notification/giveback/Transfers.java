package vn.motcua.notification.giveback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.dossier.Actor;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The ways of papers from one centre to another; methods join the caller's transaction. */
@ApplicationScoped
class Transfers {
    @Inject
    AgroalDataSource source;

    /** Where the papers lie while another unit is to return them. */
    Optional<String> liesAt(UUID giveback) {
        List<String> found =
                Sql.query(source, "select lies_at from dossier_return where id = ?", row -> row.getString(1), giveback);
        return found.stream().filter(Objects::nonNull).findFirst();
    }

    /** The returning unit has changed: the papers stay where they lie, and are owed to the new one. */
    void owed(UUID giveback, String from, String to) {
        Sql.update(
                source,
                "update dossier_return set lies_at = nullif(coalesce(lies_at, ?), ?)"
                        + " where id = ? and state in ('ANNOUNCED', 'ON_SHELF')",
                from,
                to,
                giveback);
    }

    void liesHere(UUID giveback) {
        Sql.update(source, "update dossier_return set lies_at = null where id = ? and lies_at is not null", giveback);
    }

    /** On its way; the place on the shelf it had is free. */
    void sent(UUID giveback, String from, String to, Instant at, Actor by) {
        Sql.update(
                source,
                "insert into transfer (id, return_id, from_unit, to_unit, sent_at, sent_by, sent_title) values (?,?,?,?,?,?,?)",
                UUID.randomUUID(),
                giveback,
                from,
                to,
                at,
                by.name(),
                by.title());
        Sql.update(source, "update dossier_return set lies_at = null, place = null where id = ?", giveback);
    }

    /**
     * It has arrived.
     *
     * @param next the unit that returns it now, if that changed while it was on its way
     */
    void arrived(UUID giveback, String here, String next, Instant at, Actor by) {
        Sql.update(
                source,
                "update transfer set arrived_at = ?, arrived_by = ?, arrived_title = ? where return_id = ? and arrived_at is null",
                at,
                by.name(),
                by.title(),
                giveback);
        Sql.update(source, "update dossier_return set lies_at = nullif(?, ?) where id = ?", here, next, giveback);
    }
}
