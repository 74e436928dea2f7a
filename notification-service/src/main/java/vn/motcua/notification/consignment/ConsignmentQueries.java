package vn.motcua.notification.consignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.UUID;

/** What officers of the returning unit read of a consignment, its address included. */
@ApplicationScoped
public class ConsignmentQueries {
    @Inject
    Consignments consignments;

    @Inject
    AddressReadings readings;

    @Inject
    Caller caller;

    /**
     * The newest of a dossier, in the caller's transaction.
     *
     * @throws ProblemException 404 where nothing was sent, or another unit sends it
     */
    public Consignment of(UUID dossier) {
        Consignment found = consignments
                .newest(dossier)
                .filter(each -> caller.units().contains(each.unit()))
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        readings.note(AddressReadings.What.CONSIGNMENT, found.unit(), dossier, 1);
        return found;
    }
}
