package vn.motcua.intake.catalogue;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The centres that take dossiers, by province: whoever lives there may file at any of them (Decree 118/2025 Art. 14). */
@ApplicationScoped
public class Centres {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Catalogue catalogue;
    private final Replica replica;
    private final Remembered<String, List<Unit>> provinces = new Remembered<>(100, LIFE, System::nanoTime);

    Centres(Catalogue catalogue, Replica replica) {
        this.catalogue = catalogue;
        this.replica = replica;
    }

    /** The centres of a unit's province on a legal date by name; empty where the unit is not known. */
    public List<Unit> around(String unitId, LocalDate on) {
        Optional<Unit> own = catalogue.unit(unitId);
        if (own.isEmpty()) {
            return List.of();
        }
        return provinces
                .get(
                        own.get().provinceCode(),
                        () -> Optional.of(replica.all(
                                Unit.class,
                                "select body from unit where receives and body ->> 'provinceCode' = ?"
                                        + " order by name collate \"vi-x-icu\", id",
                                own.get().provinceCode())))
                .orElse(List.of())
                .stream()
                .filter(unit -> unit.inForce(on))
                .toList();
    }
}
