package vn.motcua.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the target of a path: the longest configured path that is the path itself or one of its parents. */
final class Routes<T> {

    private record Route<T>(String path, String below, T target) {}

    private final List<Route<T>> routes;

    /** @param targets the target of each path; {@code /} matches itself alone */
    Routes(Map<String, T> targets) {
        List<Route<T>> all = new ArrayList<>();
        targets.forEach((path, target) -> {
            if (!path.startsWith("/") || (path.length() > 1 && path.endsWith("/"))) {
                throw new IllegalArgumentException("A path begins with / and does not end with it: " + path);
            }
            all.add(new Route<>(path, path.length() == 1 ? null : path + "/", target));
        });
        all.sort(Comparator.comparingInt((Route<T> r) -> r.path().length()).reversed());
        this.routes = List.copyOf(all);
    }

    /** The target, or null when nobody serves the path. */
    T find(String path) {
        for (Route<T> route : routes) {
            if (path.equals(route.path()) || (route.below() != null && path.startsWith(route.below()))) {
                return route.target();
            }
        }
        return null;
    }

    /**
     * Whether the path means the same to every server behind. Dot segments, backslashes and their encoded forms are refused:
     * a backend could resolve them to a path that is not open to the outside.
     */
    static boolean isPlain(String path) {
        if (path.indexOf('\\') >= 0 || path.contains("/./") || path.contains("/../") || path.contains("/..;")) {
            return false;
        }
        if (path.endsWith("/.") || path.endsWith("/..")) {
            return false;
        }
        if (path.indexOf('%') < 0) {
            return true;
        }
        String lower = path.toLowerCase(Locale.ROOT);
        return !lower.contains("%2e") && !lower.contains("%2f") && !lower.contains("%5c") && !lower.contains("%00");
    }
}
