package vn.motcua.catalog.operations;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.platform.operations.Operations;

/** What operators need: the catalogue follows dossiers, whose events may be parked. */
@Path("/api/catalog/operations")
@Tag(name = "operations")
class CatalogOperations extends Operations {}
