package vn.motcua.processing.catalogue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.util.Objects;

/** Names of units, as the replica of the catalogue's units keeps them beside their hours. */
@ApplicationScoped
public class UnitNames {
    @Inject
    AgroalDataSource source;

    /** A unit's name of today. */
    public record UnitName(String name) {}

    /** Null while the catalogue has not told of the unit. */
    public UnitName of(String unit) {
        return Sql.query(source, "select name from unit_hours where unit = ?", row -> row.getString(1), unit).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(UnitName::new)
                .orElse(null);
    }
}
