package vn.motcua.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import vn.motcua.platform.problem.ProblemTexts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The words around every page, and where its menu leads: one header for the pages of all services. */
@Named("pageWords")
@ApplicationScoped
public class PageWords {
    private static final int LINKS_MAX = 8;

    /** One entry of the menu. */
    public record Link(String address, String label) {}

    public String of(String key, String lang) {
        return ProblemTexts.text("page." + key, Locale.forLanguageTag(lang));
    }

    /** The menu in its order, each entry kept as {@code address label}. */
    public List<Link> links(String lang) {
        List<Link> links = new ArrayList<>();
        IntStream.rangeClosed(1, LINKS_MAX)
                .mapToObj(no -> of("link." + no, lang))
                .forEach(entry -> {
                    if (entry != null) {
                        int space = entry.indexOf(' ');
                        links.add(new Link(entry.substring(0, space), entry.substring(space + 1)));
                    }
                });
        return links;
    }
}
