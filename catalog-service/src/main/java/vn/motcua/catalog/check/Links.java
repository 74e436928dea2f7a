package vn.motcua.catalog.check;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.catalog.check.Finding.Code;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.platform.json.EventJson;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Links that cannot lead anywhere, by what they look like, or do not, as was found when they were looked at. Reads every text, wherever it stands. */
final class Links {
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]{1,9}://|www\\.)[^\\s<>\"]*");
    private static final Pattern TRAILING = Pattern.compile("[.,;:)\\]…”]+$");
    private static final Pattern FILE_FIELD = Pattern.compile("(?i).*(template|templateFile|formFile)");

    private final Predicate<String> fileExists;
    private final Predicate<String> dead;
    private final List<Finding> findings;
    private final Set<String> sound = new LinkedHashSet<>();

    private Links(Predicate<String> fileExists, Predicate<String> dead, List<Finding> findings) {
        this.fileExists = fileExists;
        this.dead = dead;
        this.findings = findings;
    }

    /** Adds what is wrong. */
    static void check(Procedure content, PublishChecks.Known known, List<Finding> findings) {
        new Links(known.fileExists(), known.dead(), findings)
                .walk("/content", "", EventJson.mapper().valueToTree(content));
    }

    /** Links that could lead somewhere, each once. */
    static Set<String> addresses(Procedure content) {
        Links links = new Links(file -> true, address -> false, new ArrayList<>());
        links.walk("/content", "", EventJson.mapper().valueToTree(content));
        return links.sound;
    }

    private void walk(String pointer, String field, JsonNode node) {
        if (node.isTextual()) {
            text(pointer, field, node.asText());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, field, node.get(i));
            }
        } else {
            for (Iterator<Map.Entry<String, JsonNode>> each = node.fields(); each.hasNext(); ) {
                Map.Entry<String, JsonNode> member = each.next();
                walk(pointer + "/" + member.getKey(), member.getKey(), member.getValue());
            }
        }
    }

    private void text(String pointer, String field, String text) {
        List<String> addresses = ADDRESS.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(each -> TRAILING.matcher(each).replaceAll(""))
                .toList();
        for (String address : addresses) {
            Code wrong = wrong(address);
            if (wrong == null) {
                sound.add(address);
                wrong = dead.test(address) ? Code.LINK_DEAD : null;
            }
            if (wrong != null) {
                findings.add(new Finding(wrong, pointer, address));
            }
        }
        if (addresses.isEmpty() && FILE_FIELD.matcher(field).matches() && !fileExists.test(text)) {
            findings.add(new Finding(Code.FILE_MISSING, pointer, text));
        }
    }

    private static Code wrong(String address) {
        try {
            URI uri = new URI(address);
            if (!"https".equalsIgnoreCase(uri.getScheme())) {
                return Code.LINK_NOT_HTTPS;
            }
            boolean host = uri.getHost() != null && uri.getHost().contains(".");
            return host ? null : Code.LINK_UNREADABLE;
        } catch (URISyntaxException e) {
            return Code.LINK_UNREADABLE;
        }
    }
}
