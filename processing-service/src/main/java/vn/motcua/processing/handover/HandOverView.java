package vn.motcua.processing.handover;

import java.time.Instant;
import java.util.UUID;

/**
 * The stay of a case in a unit that is not competent for it. Nothing of the person. Instants are UTC.
 *
 * @param code of the dossier, its reference where it has none
 * @param fromUnit the competent one
 * @param givenBy who handed it over, in official capacity
 * @param acceptedAt null while nobody has taken it over
 * @param ended how it came back; null while it lies there
 * @param due the legal date while it lies there; null where there is none
 */
record HandOverView(
        UUID id,
        UUID caseId,
        String code,
        String procedureCode,
        String procedureName,
        String fromUnit,
        String fromDepartment,
        String toUnit,
        String toDepartment,
        String givenBy,
        Instant givenAt,
        Instant acceptedAt,
        HandOverEnd ended,
        Instant endedAt,
        Instant due) {}
