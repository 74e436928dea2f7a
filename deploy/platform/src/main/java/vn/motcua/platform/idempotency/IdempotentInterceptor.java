package vn.motcua.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;

@Interceptor
@Idempotent
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
class IdempotentInterceptor {
    private static final String HEADER = "Idempotency-Key";

    @Inject
    AgroalDataSource source;

    @Inject
    BodyFingerprint fingerprint;

    @Inject
    Caller caller;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    AnswerKeeping keeping;

    private record Answer(String fingerprint, int status, String etag, String location, String body) {}

    @AroundInvoke
    Object once(InvocationContext method) throws Exception {
        var request = CurrentRequestManager.get();
        String key = request.getHttpHeaders().getHeaderString(HEADER);
        if (key == null || !key.matches("[\\x21-\\x7e]{8,100}")) {
            throw new ProblemException(Problems.IDEMPOTENCY_KEY_MISSING);
        }
        String scope = caller.subject() + " " + request.getMethod() + " "
                + target(request.getUriInfo().getRequestUri());
        return QuarkusTransaction.requiringNew().call(inTransaction(method, scope, key));
    }

    /** The query belongs to what is asked: a dry run is not the run. */
    private static String target(URI asked) {
        return asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    }

    private Callable<Object> inTransaction(InvocationContext method, String scope, String key) {
        return () -> {
            int fresh = Sql.update(
                    source,
                    "insert into idempotency (scope, key, fingerprint, created_at) values (?,?,?,?) on conflict do nothing",
                    scope,
                    key,
                    fingerprint.value(),
                    clock.instant());
            if (fresh == 0) {
                return again(scope, key);
            }
            Response response = proceed(method);
            store(scope, key, response);
            return response;
        };
    }

    private static Response proceed(InvocationContext method) throws Exception {
        return (Response) method.proceed();
    }

    private void store(String scope, String key, Response response) throws JsonProcessingException {
        Sql.update(
                source,
                "update idempotency set status = ?, etag = ?, location = ?, body = ? where scope = ? and key = ?",
                response.getStatus(),
                response.getHeaderString(HttpHeaders.ETAG),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getEntity() == null ? null : keeping.keep(json.writeValueAsString(response.getEntity())),
                scope,
                key);
    }

    private Response again(String scope, String key) {
        Answer first = Sql.query(
                        source,
                        "select fingerprint, status, etag, location, body from idempotency where scope = ? and key = ?",
                        row -> new Answer(
                                row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)),
                        scope,
                        key)
                .get(0);
        if (!first.fingerprint.equals(fingerprint.value())) {
            throw new ProblemException(Problems.IDEMPOTENCY_KEY_REUSED);
        }
        Response.ResponseBuilder response = Response.status(first.status).header("Idempotency-Replayed", "true");
        if (first.body != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(keeping.give(first.body));
        }
        if (first.etag != null) {
            response.header(HttpHeaders.ETAG, first.etag);
        }
        if (first.location != null) {
            response.location(URI.create(first.location));
        }
        return response.build();
    }
}
