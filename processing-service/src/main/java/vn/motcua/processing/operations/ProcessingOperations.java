package vn.motcua.processing.operations;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.operations.Operations;

/** Parked keys of this service. */
@Path("/api/processing/operations")
@Tag(name = "operations")
public class ProcessingOperations extends Operations {}
