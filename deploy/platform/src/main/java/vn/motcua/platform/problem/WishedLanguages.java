package vn.motcua.platform.problem;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.regex.Pattern;

/** A wish of language that cannot be read (RFC 9110 §12.5.4) is no wish: the framework would answer it with a failure. */
@ApplicationScoped
class WishedLanguages {
    /** Before all routes of the framework. */
    static final int FIRST = -10_000;

    private static final int LONGEST = 500;
    private static final String RANGE =
            "\\s*(\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)\\s*(;\\s*q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)\\s*)?";
    private static final Pattern WISHES = Pattern.compile(RANGE + "(," + RANGE + ")*");

    void look(@Observes Router router) {
        router.route().order(FIRST).handler(context -> {
            String wished = context.request().headers().get("Accept-Language");
            if (wished != null && !readable(wished)) {
                context.request().headers().remove("Accept-Language");
            }
            context.next();
        });
    }

    static boolean readable(String wished) {
        return wished.length() <= LONGEST && WISHES.matcher(wished).matches();
    }
}
