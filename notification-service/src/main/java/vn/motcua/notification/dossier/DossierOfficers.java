package vn.motcua.notification.dossier;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The officers who acted on a dossier or its case, by the name its events give them: whom a feedback about it may concern. */
@ApplicationScoped
public class DossierOfficers {
    @Inject
    AgroalDataSource source;

    /** In the caller's transaction; nothing happens where nobody is named. */
    public void acted(UUID dossier, Actor actor) {
        if (actor != null && actor.named()) {
            Sql.update(
                    source,
                    "insert into dossier_officer (dossier_id, name_key, name) values (?,?,?) on conflict do nothing",
                    dossier,
                    key(actor.name()),
                    actor.name());
        }
    }

    /** The names of those who acted, as {@link #key} gives them. */
    public Set<String> of(UUID dossier) {
        return new HashSet<>(Sql.query(
                source, "select name_key from dossier_officer where dossier_id = ?", row -> row.getString(1), dossier));
    }

    /** A name as names are compared: composed, in lower case, with single spaces; events name officers, they carry no account. */
    public static String key(String name) {
        return Normalizer.normalize(name.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }
}
