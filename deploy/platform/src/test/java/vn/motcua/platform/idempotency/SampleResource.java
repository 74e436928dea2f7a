package vn.motcua.platform.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.ProblemType;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.util.Map;

@Path("/api/sample")
public class SampleResource {
    @Inject
    AgroalDataSource source;

    @Inject
    Caller caller;

    public record Made(@Size(max = 5) String key, String value) {}

    private static final ProblemType REFUSED = new ProblemType() {
        @Override
        public String slug() {
            return "sample-refused";
        }

        @Override
        public int status() {
            return 409;
        }
    };

    @POST
    @Path("things")
    @Idempotent
    @RolesAllowed("reception")
    public Response make(@HeaderParam("If-Match") String ifMatch, @Valid Made made) {
        if (ifMatch != null) {
            Revision.require(ifMatch, 1, Map::of);
        }
        Sql.update(source, "insert into sample_effect (key, value) values (?,?)", made.key(), made.value());
        if ("refuse".equals(made.value())) {
            throw new ProblemException(REFUSED).with("allowed", java.util.List.of("A"));
        }
        long n = Sql.query(source, "select count(*) from sample_effect where key = ?", r -> r.getLong(1), made.key())
                .get(0);
        return Response.status(201)
                .header("ETag", Revision.etag(2))
                .entity(Map.of("n", n))
                .build();
    }

    @GET
    @Path("me")
    @RolesAllowed("reception")
    public Map<String, Object> me() {
        return Map.of(
                "name",
                caller.name(),
                "title",
                caller.title(),
                "units",
                caller.units(),
                "department",
                caller.department());
    }

    public record When(Instant at) {}

    @GET
    @Path("open")
    @PermitAll
    public Map<String, Object> open(@QueryParam("limit") Integer limit) {
        return Map.of("limit", limit);
    }

    @PUT
    @Path("open")
    @PermitAll
    public When when(When when) {
        return when;
    }

    @POST
    @Path("form")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @PermitAll
    public Map<String, Object> form(@RestForm String word, @RestForm("file") FileUpload file) {
        return Map.of("word", String.valueOf(word), "file", file == null ? -1 : file.size());
    }

    @GET
    @Path("broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
        return "nobody annotated this";
    }
}
