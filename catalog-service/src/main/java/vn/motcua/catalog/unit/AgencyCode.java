package vn.motcua.catalog.unit;

import java.time.LocalDate;

/**
 * The e-identification code of a unit's agency (Decision 20/2020/QĐ-TTg), which dossier codes begin with.
 *
 * @param validTo last day, null while open
 * @param invented no published code was found: for demonstrations only
 */
public record AgencyCode(String code, LocalDate validFrom, LocalDate validTo, boolean invented) {}
