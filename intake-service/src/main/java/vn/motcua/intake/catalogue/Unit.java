package vn.motcua.intake.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An administrative unit, in force or former.
 *
 * @param id province, code and first day in force, as 14-03712-20250701; it never changes
 * @param validFrom null where the first day is not known (former units)
 * @param validTo last day in force, or null
 * @param hours office hours; empty where none are published
 * @param receives whether it has a centre that takes dossiers
 */
public record Unit(
        String id,
        String code,
        String name,
        String kind,
        String provinceCode,
        String provinceName,
        LocalDate validFrom,
        LocalDate validTo,
        List<AgencyCode> agencyCodes,
        List<Hours> hours,
        boolean receives) {
    public Unit {
        agencyCodes = agencyCodes == null ? List.of() : List.copyOf(agencyCodes);
        hours = hours == null ? List.of() : List.copyOf(hours);
    }

    /** An electronic identification code of the agency (Decision 20/2020), with its days of validity, both included. */
    public record AgencyCode(String code, LocalDate validFrom, LocalDate validTo, boolean invented) {}

    /** One stretch of office hours. */
    public record Hours(LocalTime from, LocalTime to) {}

    /** The name as it follows other words: Vietnamese writes its kind small there, other languages keep the name. */
    public String nameInSentence(String language) {
        return language.equals("vi") ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }

    /** Whether the unit exists on a legal date. */
    public boolean inForce(LocalDate on) {
        return within(on, validFrom, validTo);
    }

    /** The agency code valid on a legal date; empty where none is known, then no dossier code can be made. */
    public Optional<String> agencyCodeOn(LocalDate on) {
        return agencyCodes.stream()
                .filter(a -> within(on, a.validFrom(), a.validTo()))
                .map(AgencyCode::code)
                .findFirst();
    }

    private static boolean within(LocalDate on, LocalDate from, LocalDate to) {
        return (from == null || !on.isBefore(from)) && (to == null || !on.isAfter(to));
    }
}
