package vn.motcua.catalog.unit;

import java.time.LocalDate;
import java.util.List;

/** Body of {@code vn.motcua.catalog.unit.v1} on {@code catalog.units}: a unit with its newest name and all names in time. */
public record UnitPublished(
        String id,
        String code,
        String name,
        UnitKind kind,
        String provinceCode,
        String provinceName,
        String parentName,
        LocalDate validFrom,
        LocalDate validTo,
        List<UnitName> names,
        List<Successor> successors,
        List<AgencyCode> agencyCodes,
        List<Hours> hours,
        boolean receives) {
    public static final String TOPIC = "catalog.units";
    public static final String TYPE = "vn.motcua.catalog.unit.v1";

    public static UnitPublished of(Unit unit) {
        UnitName newest = unit.names().get(unit.names().size() - 1);
        return new UnitPublished(
                unit.id(),
                unit.code(),
                newest.name(),
                newest.kind(),
                unit.provinceCode(),
                newest.provinceName(),
                newest.parentName(),
                unit.validFrom(),
                unit.validTo(),
                unit.names(),
                unit.successors(),
                unit.agencyCodes(),
                unit.hours(),
                unit.receives());
    }
}
