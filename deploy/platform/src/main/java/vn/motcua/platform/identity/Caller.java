package vn.motcua.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who calls, by the token alone: subject, name and title in official capacity, roles, units and department. */
@RequestScoped
public class Caller {
    @Inject
    SecurityIdentity identity;

    private final Map<String, Object> claims = new HashMap<>();

    public boolean anonymous() {
        return identity.isAnonymous();
    }

    /** The token's subject, or {@code anonymous}. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : "anonymous";
    }

    /** Full name as the identity provider knows it; null where it does not. */
    public String name() {
        return text("name");
    }

    /** Official title; null for people served. */
    public String title() {
        return text("title");
    }

    public String department() {
        return text("department");
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** The ids of the caller's units; empty for people served. */
    public Set<String> units() {
        Set<String> units = new LinkedHashSet<>();
        if (claim("unit") instanceof Collection<?> many) {
            many.forEach(each -> units.add(plain(each)));
        } else if (claim("unit") != null) {
            units.add(plain(claim("unit")));
        }
        return units;
    }

    /** Read once a request: for a name that no standard knows the token raises and catches an exception each time. */
    private Object claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? claims.computeIfAbsent(name, token::getClaim)
                : null;
    }

    private String text(String name) {
        Object value = claim(name);
        return value == null ? null : plain(value);
    }

    private static String plain(Object value) {
        return value instanceof JsonString json ? json.getString() : value.toString();
    }
}
