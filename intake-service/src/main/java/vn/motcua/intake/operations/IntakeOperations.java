package vn.motcua.intake.operations;

import jakarta.ws.rs.Path;
import vn.motcua.platform.operations.Operations;

/** What operators need of this service. */
@Path("/api/intake/operations")
public class IntakeOperations extends Operations {}
