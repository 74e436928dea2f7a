package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.problem.ProblemException;

import java.util.Map;
import java.util.UUID;

/**
 * A result is returned at another centre on request (Decree 118/2025 Art.14: regardless of boundaries inside the province). The
 * dossier says which; here its papers go there.
 */
@ApplicationScoped
class AtAnotherCentre {
    @Inject
    ActOnReturn acts;

    @Inject
    Transfers transfers;

    /**
     * The unit where it lies gives it to the way.
     *
     * @throws ProblemException as {@link ActOnReturn#begin}
     */
    void sendOn(UUID dossierId, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.SEND_ON, ifMatch);
        Giveback now = acting.giveback();
        String from = transfers.liesAt(now.id()).orElseThrow();
        transfers.sent(now.id(), from, now.unit(), acting.at(), acts.officer());
        Giveback sent = now.moved(ReturnState.ON_THE_WAY, acting.at());
        tell("SENT_ON", acting, sent, from, Map.of("to", now.unit()));
    }

    /** It has arrived and can be fetched there; where the dossier names another centre by now, it is owed to that one. */
    void arrive(UUID dossierId, String ifMatch) {
        ActOnReturn.Acting acting = acts.begin(dossierId, ReturnAction.ARRIVE, ifMatch);
        Giveback now = acting.giveback();
        String next = acting.dossier().returningUnit();
        Giveback arrived = now.arrived(next, acting.at());
        tell("ARRIVED", acting, arrived, now.unit(), Map.of());
        transfers.arrived(now.id(), now.unit(), next, acting.at(), acts.officer());
    }

    private void tell(String act, ActOnReturn.Acting acting, Giveback after, String at, Map<String, Object> payload) {
        acts.tell(
                UUID.randomUUID(),
                after,
                ReturnProgressed.between(
                        act, after, at, acts.officer(), acting.dossier().sequence(), payload));
    }
}
