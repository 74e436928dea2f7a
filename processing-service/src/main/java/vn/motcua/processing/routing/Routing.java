package vn.motcua.processing.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.platform.inbox.HoldKey;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.catalogue.Procedure;
import vn.motcua.processing.catalogue.Procedures;

/** Which department a case belongs to. The routing itself is data of the catalogue, never code. */
@ApplicationScoped
public class Routing {
    /** Where a case lies that no rule can place; watched by a metric, see the README. */
    public static final String UNROUTED = "unrouted";

    private static final Logger LOG = Logger.getLogger(Routing.class);

    @Inject
    Procedures procedures;

    @Inject
    ProcessingConfig config;

    /**
     * The department of the version a dossier was received under, or {@link #UNROUTED}.
     *
     * @throws HoldKey while the catalogue has not told of this version
     */
    public String department(String procedureCode, int version) {
        Procedure procedure = procedures.find(procedureCode, version);
        if (procedure == null) {
            throw new HoldKey("procedure " + procedureCode + "@" + version + " is not known yet");
        }
        if (knows(procedure.department())) {
            return procedure.department();
        }
        LOG.warnf("no department for procedure %s@%d: the case goes to %s", procedureCode, version, UNROUTED);
        return UNROUTED;
    }

    /** Whether cases can be handed to this department. */
    public boolean knows(String department) {
        return department != null && config.departments().contains(department);
    }
}
