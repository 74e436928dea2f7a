package vn.motcua.processing.routing;

import vn.motcua.processing.catalogue.Procedure;
import vn.motcua.processing.dossier.Brought;
import vn.motcua.processing.dossier.Dossier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a rule can ask about a dossier: what its events and the catalogue tell.
 *
 * @param components papers the version asks for
 * @param brought what was brought; null where no event told it, and then nothing that asks for it fits
 * @param daysToDue whole days from the transfer to the due date, begun ones counted; null where there is no date
 */
record RoutingFacts(
        String procedure,
        List<String> components,
        String receivingUnit,
        String channel,
        String returnMode,
        Long daysToDue,
        Brought brought) {

    /** @param from when the case was opened, or is about to be */
    static RoutingFacts of(Dossier dossier, Procedure procedure, Instant from) {
        Instant due = dossier.originalDue() == null ? dossier.due() : dossier.originalDue();
        return new RoutingFacts(
                dossier.procedureCode(),
                procedure == null ? List.of() : procedure.components(),
                dossier.receivingUnit(),
                dossier.channel(),
                dossier.returnMode(),
                due == null
                        ? null
                        : Math.max(
                                0,
                                ChronoUnit.DAYS.between(
                                        from, due.plus(1, ChronoUnit.DAYS).minusMillis(1))),
                dossier.brought());
    }
}
