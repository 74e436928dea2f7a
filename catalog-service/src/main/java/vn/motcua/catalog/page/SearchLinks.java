package vn.motcua.catalog.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of the home page that keep what was asked for and change one thing. */
record SearchLinks(Map<String, String> asked) {

    /** The same question with this value of one parameter, from its first page; null takes the parameter away. */
    String with(String parameter, String value) {
        Map<String, String> all = new LinkedHashMap<>(asked);
        all.put(parameter, value);
        return of(all);
    }

    private static String of(Map<String, String> all) {
        String query = all.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/" : "/?" + query;
    }
}
