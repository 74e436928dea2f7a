package vn.motcua.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every error leaves as {@code application/problem+json} (RFC 9457); what nobody foresaw leaves as a bare 500 and a log line. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String FORMS = FormData.class.getPackageName() + ".";

    @ServerExceptionMapper
    Response problem(ProblemException e, HttpHeaders headers, UriInfo uri) {
        return answer(e, headers, uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, HttpHeaders headers, UriInfo uri) {
        ProblemException problem = new ProblemException(Problems.VALIDATION);
        for (ConstraintViolation<?> each : e.getConstraintViolations()) {
            problem.violation(pointer(each.getPropertyPath().toString()), each.getMessage());
        }
        return answer(problem, headers, uri);
    }

    /** Named for itself, since the framework has an own mapper for it that answers without a body. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, HttpHeaders headers, UriInfo uri) {
        return unreadable(e, headers, uri);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e, HttpHeaders headers, UriInfo uri) {
        ProblemException problem = new ProblemException(Problems.MALFORMED_BODY);
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            StringBuilder pointer = new StringBuilder();
            for (JsonMappingException.Reference step : mapping.getPath()) {
                pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
            }
            Locale locale = ProblemTexts.locale(headers.getAcceptableLanguages());
            problem.violation(pointer.toString(), ProblemTexts.text("unreadable-member", locale));
        }
        return answer(problem, headers, uri);
    }

    @ServerExceptionMapper
    Uni<Response> unauthenticated(UnauthorizedException e, HttpHeaders headers, UriInfo uri, RoutingContext routing) {
        return challenge(headers, uri, routing);
    }

    @ServerExceptionMapper
    Uni<Response> unauthenticated(
            AuthenticationFailedException e, HttpHeaders headers, UriInfo uri, RoutingContext routing) {
        return challenge(headers, uri, routing);
    }

    /** Pages that log in lead to the log-in; everything else is told that a token is wanted. */
    private static Uni<Response> challenge(HttpHeaders headers, UriInfo uri, RoutingContext routing) {
        HttpAuthenticator authenticator = routing.get(HttpAuthenticator.class.getName());
        Uni<ChallengeData> asked =
                authenticator == null ? Uni.createFrom().nullItem() : authenticator.getChallenge(routing);
        return asked.map(challenge -> {
            if (challenge == null || challenge.status / 100 != 3) {
                return answer(new ProblemException(Problems.UNAUTHENTICATED), headers, uri);
            }
            Response.ResponseBuilder login = Response.status(challenge.status);
            challenge.getHeaders().forEach((name, value) -> login.header(name.toString(), value));
            return login.build();
        });
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers, UriInfo uri) {
        return answer(new ProblemException(Problems.FORBIDDEN), headers, uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, HttpHeaders headers, UriInfo uri) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json, headers, uri);
            }
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        // the framework says 404 also where a parameter of the query is no number
        boolean unreadableQuery =
                status == 404 && e.getCause() != null && uri.getRequestUri().getRawQuery() != null;
        return answer(new ProblemException(unreadableQuery ? Problems.BAD_REQUEST : Problems.of(status)), headers, uri);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable e, HttpHeaders headers, UriInfo uri) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return answer(problem, headers, uri);
            }
            if (cause.getCause() == null && isOfTheForm(cause)) {
                return answer(new ProblemException(Problems.MALFORMED_BODY), headers, uri);
            }
            if (isOfTheContentType(cause)) {
                return answer(new ProblemException(Problems.UNSUPPORTED_MEDIA_TYPE), headers, uri);
            }
        }
        LOG.error("unforeseen failure", e);
        return answer(new ProblemException(Problems.INTERNAL), headers, uri);
    }

    /** Whether a content type is none, which filters meet before the framework answers for it. */
    private static boolean isOfTheContentType(Throwable cause) {
        StackTraceElement[] steps = cause.getStackTrace();
        return steps.length > 0 && steps[0].getClassName().endsWith(".MediaTypeHeaderDelegate");
    }

    /** Whether a form could not be read for what it holds; a disk that takes no upload is no fault of the form. */
    private static boolean isOfTheForm(Throwable cause) {
        StackTraceElement[] steps = cause.getStackTrace();
        boolean reading =
                List.of(steps).stream().anyMatch(step -> step.getClassName().startsWith(FORMS));
        boolean disk = cause instanceof IOException && !(cause instanceof UnsupportedEncodingException);
        return reading && (!disk || steps[0].getClassName().startsWith(FORMS));
    }

    /** The answer for a problem, also for code that must answer outside a resource method. */
    public static Response answer(ProblemException e, HttpHeaders headers, UriInfo uri) {
        Locale locale = ProblemTexts.locale(headers.getAcceptableLanguages());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + e.type().slug());
        body.put("title", ProblemTexts.text(e.type().slug() + ".title", locale));
        body.put("status", e.type().status());
        String detail = ProblemTexts.text(e.type().slug() + ".detail", locale, e.detailArgs());
        if (detail != null) {
            body.put("detail", detail);
        }
        body.put("instance", RequestPath.of(uri));
        body.putAll(e.members());
        var response = Response.status(e.type().status())
                .type("application/problem+json")
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(body);
        if (e.type().status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (e.members().get("retryAfterSeconds") instanceof Number seconds) {
            response.header(HttpHeaders.RETRY_AFTER, seconds.longValue());
        }
        return response.build();
    }

    /** {@code method.argument.field[0].name} of Bean Validation as a JSON pointer of the body. */
    private static String pointer(String path) {
        String[] steps = path.replace("[", ".").replace("]", "").split("\\.");
        StringBuilder pointer = new StringBuilder();
        for (int i = Math.min(2, steps.length - 1); i < steps.length; i++) {
            pointer.append('/').append(steps[i]);
        }
        return pointer.toString();
    }
}
