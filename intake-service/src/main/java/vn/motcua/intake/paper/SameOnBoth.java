package vn.motcua.intake.paper;

import vn.motcua.intake.catalogue.Procedure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Which papers of a dossier are on the list of another version too. A place says nothing, since ids go by the order of a list: the same
 * paper has the same name, and where several have, the same heading.
 *
 * @param placed by id of the other list
 * @param left those that are not on it, in the order of their own
 */
record SameOnBoth(Map<String, Paper> placed, List<Paper> left) {

    /** @param before the version whose list they are of; null: unknown, nothing is the same then */
    static SameOnBoth of(List<Paper> papers, Procedure before, List<Procedure.Component> next) {
        Map<String, Paper> placed = new LinkedHashMap<>();
        List<Paper> left = new ArrayList<>(papers);
        for (boolean heading : new boolean[] {true, false}) {
            for (Procedure.Component place : next) {
                if (!placed.containsKey(place.id())) {
                    left.stream()
                            .filter(paper -> same(paper, before, place, heading))
                            .findFirst()
                            .ifPresent(paper -> {
                                placed.put(place.id(), paper);
                                left.remove(paper);
                            });
                }
            }
        }
        return new SameOnBoth(placed, left);
    }

    /** As its own list has it. */
    static String name(Procedure before, Paper paper) {
        return before == null
                ? paper.component()
                : before.component(paper.component())
                        .map(Procedure.Component::name)
                        .orElse(paper.component());
    }

    private static boolean same(Paper paper, Procedure before, Procedure.Component place, boolean heading) {
        Procedure.Component own =
                before == null ? null : before.component(paper.component()).orElse(null);
        return own != null
                && plain(own.name()).equals(plain(place.name()))
                && (!heading || Objects.equals(own.caseName(), place.caseName()))
                && (paper.state() != Paper.State.TAKEN_FROM_DATA || place.replacedBy() != null);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
