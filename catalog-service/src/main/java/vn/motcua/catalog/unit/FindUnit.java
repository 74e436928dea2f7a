package vn.motcua.catalog.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.spelling.Near;
import vn.motcua.catalog.spelling.Vietnamese;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which units an address or name may mean, whatever became of them: those that explain most of its words, by what they are
 * called and by the districts and provinces they lie in. Names with other diacritics or slips count only where no better
 * one is found. Units that explain the words equally well are all answers.
 */
@ApplicationScoped
class FindUnit {
    private static final int DEAREST_NAME = 3;
    private static final int DEAREST_AREA = 2;
    private static final double PRICE = 0.02;
    private static final double OTHER_DIACRITICS = 0.01;
    private static final int MOST_NEAR = 12;
    private static final double SAME = 1e-9;

    @Inject
    UnitNames names;

    /** How well the spelling of the name fits. */
    enum Spelling {
        EXACT,
        WITHOUT_DIACRITICS,
        OTHER_DIACRITICS,
        SLIP,
        CODE
    }

    /**
     * @param units ids of the units that are meant, all that fit equally well
     * @param kind the word in front of the name; null without one
     * @param complete every word of the address has been understood
     */
    record Found(List<String> units, UnitKind kind, Spelling spelling, boolean complete) {
        static final Found NOTHING = new Found(List.of(), null, null, false);
    }

    private record Fit(UnitNames.Called called, UnitKind kind, Spelling spelling, boolean complete, double worth) {}

    /** @param within a district or province that the unit must lie in; null for any */
    Found find(Address address, String within) {
        Spelt area = within == null ? null : Spelt.of(Vietnamese.key(UnitNames.bare(within)));
        Set<String> codes = address.codes();
        if (!codes.isEmpty()) {
            List<Fit> coded = names.called(List.of(), codes).stream()
                    .map(each -> new Fit(each, null, Spelling.CODE, true, 1))
                    .toList();
            return best(coded);
        }
        Typed typed = new Typed(address, new HashMap<>());
        List<Address.Span> spans = address.spans();
        List<Fit> fits = fits(typed, spans, names.called(keys(spans), List.of()), area);
        if (fits.stream().noneMatch(Fit::complete) && !spans.isEmpty()) {
            List<Spelt> near = nearKeys(spans).stream().map(typed::spelt).toList();
            fits = Stream.concat(
                            fits.stream(),
                            fits(typed, spans, names.near(near, DEAREST_NAME), area).stream()
                                    .filter(Fit::complete))
                    .toList();
        }
        if (fits.isEmpty()) {
            List<Address.Span> districts = address.districts();
            fits = districts.isEmpty()
                    ? List.of()
                    : fits(typed, districts, names.called(keys(districts), List.of()), area).stream()
                            .filter(fit -> fit.called().kind().equals("DISTRICT"))
                            .toList();
        }
        return best(fits);
    }

    /** The address, each of its texts prepared once. */
    private record Typed(Address address, Map<String, Spelt> known) {
        Spelt spelt(String text) {
            return known.computeIfAbsent(text, Spelt::of);
        }
    }

    private static List<String> keys(Collection<Address.Span> spans) {
        return spans.stream().map(Address.Span::key).distinct().toList();
    }

    /** Single letters are near to everything. */
    private static List<String> nearKeys(Collection<Address.Span> spans) {
        return keys(spans).stream()
                .filter(key -> key.length() >= 4)
                .limit(MOST_NEAR)
                .toList();
    }

    private static List<Fit> fits(Typed typed, List<Address.Span> spans, List<UnitNames.Called> called, Spelt within) {
        List<Fit> fits = new ArrayList<>();
        for (UnitNames.Called each : called) {
            if (within != null && !lies(each, within)) {
                continue;
            }
            for (Address.Span span : spans) {
                int price = typed.spelt(span.key()).price(each.key(), DEAREST_NAME);
                if (price != Near.FAR) {
                    fits.add(fit(typed, span, each, price));
                }
            }
        }
        return fits;
    }

    private static boolean lies(UnitNames.Called called, Spelt within) {
        for (Spelt area : called.areas()) {
            if (within.price(area, DEAREST_AREA) != Near.FAR) {
                return true;
            }
        }
        return false;
    }

    private static Fit fit(Typed typed, Address.Span span, UnitNames.Called called, int price) {
        int all = span.length();
        int understood = span.length();
        for (String around : typed.address().around(span)) {
            all += Address.words(around);
            understood += understood(typed, around, called);
        }
        Spelling spelling = spelling(span, called, price);
        boolean otherKind = span.kind() != null && !span.kind().name().equals(called.kind());
        double worth = (double) understood / all
                - price * PRICE
                - (spelling == Spelling.OTHER_DIACRITICS ? OTHER_DIACRITICS : 0)
                - (otherKind ? PRICE / 4 : 0);
        return new Fit(called, span.kind(), spelling, understood == all, worth);
    }

    private static Spelling spelling(Address.Span span, UnitNames.Called called, int price) {
        if (price > 0) {
            return Spelling.SLIP;
        }
        return span.exact().equals(called.exact())
                ? Spelling.EXACT
                : span.exact().equals(span.key()) ? Spelling.WITHOUT_DIACRITICS : Spelling.OTHER_DIACRITICS;
    }

    /** How many words of a text the names of areas explain; they may follow each other without a comma. */
    private static int understood(Typed typed, String text, UnitNames.Called called) {
        String[] words = text.split(" ");
        int understood = 0;
        for (int from = 0; from < words.length; ) {
            int step = 0;
            for (int to = words.length; to > from && step == 0; to--) {
                String part = String.join(" ", List.of(words).subList(from, to));
                if (lies(called, typed.spelt(part))) {
                    step = to - from;
                }
            }
            understood += step;
            from += Math.max(1, step);
        }
        return understood;
    }

    private static Found best(List<Fit> fits) {
        double most = fits.stream().mapToDouble(Fit::worth).max().orElse(0);
        Map<String, Fit> byUnit = new LinkedHashMap<>();
        fits.stream()
                .filter(fit -> fit.worth() > most - SAME)
                .sorted((a, b) -> a.called().unit().compareTo(b.called().unit()))
                .forEach(fit -> byUnit.putIfAbsent(fit.called().unit(), fit));
        if (byUnit.isEmpty()) {
            return Found.NOTHING;
        }
        Fit first = byUnit.values().iterator().next();
        return new Found(
                byUnit.keySet().stream().collect(Collectors.toList()),
                first.kind(),
                first.spelling(),
                first.complete());
    }
}
