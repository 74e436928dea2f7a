package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.sql.Sql;

import java.util.UUID;

/** What a person said and how to reach them, opened for who may read it. */
@ApplicationScoped
class Contents {
    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    /**
     * What lies sealed, and beside it how the person wants to be told.
     *
     * @param contact null for an anonymous one
     */
    record Content(String text, String contact, ToldBy toldBy) {}

    Content of(UUID feedback) {
        return Sql.query(
                        source,
                        "select sealed, contact, text, told_by from feedback where id = ?",
                        row -> new Content(
                                row.getBytes(1) == null ? row.getString(3) : seal.open(row.getBytes(1)),
                                row.getBytes(2) == null ? null : seal.open(row.getBytes(2)),
                                ToldBy.valueOf(row.getString(4))),
                        feedback)
                .get(0);
    }
}
