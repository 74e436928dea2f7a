package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.notification.consignment.Consignment;
import vn.motcua.notification.consignment.ConsignmentQueries;
import vn.motcua.platform.problem.ProblemException;

import java.util.UUID;

/** Reads to whom a return goes by post; that somebody looked is noted with the look. */
@ApplicationScoped
class ReadConsignment {
    @Inject
    ConsignmentQueries consignments;

    /** @throws ProblemException 404 where nothing was sent, or another unit sends it */
    @Transactional
    Consignment of(UUID dossier) {
        return consignments.of(dossier);
    }
}
