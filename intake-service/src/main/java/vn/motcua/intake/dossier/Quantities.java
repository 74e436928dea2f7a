package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What per-page and per-copy fees count: pages and copies of one original without a name, or of several originals each. */
@Embeddable
public class Quantities {
    /** The revision of a dossier when it is opened. */
    private static final long FIRST = 1;

    @Column(name = "pages")
    private int pages;

    @Column(name = "copies")
    private int copies;

    /** The one without a name stands here from its first scan on. */
    @Convert(converter = OriginalsConverter.class)
    @Column(name = "originals")
    private List<Original> originals = List.of();

    protected Quantities() {}

    /**
     * @param named where several are counted, then pages and copies are 0
     * @throws IllegalArgumentException where one names an original that is not there yet
     */
    public Quantities(int pages, int copies, List<Original> named) {
        recount(pages, copies, named, FIRST);
    }

    /**
     * Counts anew. An original that is asked for by its number keeps it and its scan; one with a scan is not left out.
     *
     * @param at the revision of the dossier with the change
     * @throws IllegalArgumentException where a number is of no original or given twice, or where an original with a scan is left out
     */
    public void recount(int newPages, int newCopies, List<Original> named, long at) {
        List<Original> before = all();
        List<Original> asked = named.isEmpty() && !before.isEmpty() && (newPages > 0 || newCopies > 0)
                ? List.of(Original.asked(before.get(0).number(), null, newPages, newCopies))
                : named;
        List<Original> after = numbered(asked, before, at);
        for (Original each : before) {
            if (each.scan() != null && after.stream().noneMatch(other -> other.number() == each.number())) {
                throw new IllegalArgumentException("original " + each.number() + " has a scan");
            }
        }
        pages = newPages;
        copies = newCopies;
        originals = List.copyOf(after);
    }

    private static List<Original> numbered(List<Original> asked, List<Original> before, long at) {
        Set<Integer> taken = new HashSet<>();
        for (Original each : asked) {
            if (each.number() > 0 && !taken.add(each.number())) {
                throw new IllegalArgumentException("original " + each.number() + " is named twice");
            }
        }
        List<Original> after = new ArrayList<>();
        for (Original each : asked) {
            if (each.number() > 0) {
                Original known = before.stream()
                        .filter(other -> other.number() == each.number())
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no original " + each.number()));
                after.add(known.replacedBy(each, at));
            } else {
                int free = 1;
                while (!taken.add(free)) {
                    free++;
                }
                after.add(new Original(free, each.kind(), each.pages(), each.copies(), at, null));
            }
        }
        return after;
    }

    /** In place of the original of the same number. */
    public void put(Original changed) {
        if (changed.kind() == null) {
            pages = changed.pages();
            copies = changed.copies();
            originals = List.of(changed);
        } else {
            originals = originals.stream()
                    .map(each -> each.number() == changed.number() ? changed : each)
                    .toList();
        }
    }

    /**
     * Nothing counts originals any more: those with a name are no longer asked for, the one without keeps its numbers, and no scan stays.
     *
     * @param at the revision of the dossier with the change
     * @return what was left out, in the order of the counter
     */
    public List<Original> uncount(long at) {
        List<Original> left = all().stream()
                .filter(each -> each.kind() != null || each.scan() != null)
                .toList();
        originals = originals.stream()
                .filter(each -> each.kind() == null)
                .map(each -> each.scan() == null ? each : each.scanned(null, at))
                .toList();
        return left;
    }

    /** The files of the dossier are no more. */
    public void withoutScans(long at) {
        all().stream().filter(each -> each.scan() != null).forEach(each -> put(each.scanned(null, at)));
    }

    /** Whether one of them has this file as its scan. */
    public boolean holds(String sha256) {
        return originals.stream()
                .anyMatch(each -> each.scan() != null && each.scan().sha256().equals(sha256));
    }

    /** Of the original without a name; 0 where several are counted, or nothing is. */
    public int pages() {
        return pages;
    }

    /** Of the original without a name; 0 where several are counted, or nothing is. */
    public int copies() {
        return copies;
    }

    /** Those with a name in the order of the counter; empty where one without a name is counted, or none. */
    public List<Original> named() {
        return originals.stream().filter(each -> each.kind() != null).toList();
    }

    /** Every original that is counted, the one without a name too. */
    public List<Original> all() {
        boolean nothing = pages == 0 && copies == 0;
        return originals.isEmpty() && !nothing ? List.of(new Original(1, null, pages, copies, FIRST, null)) : originals;
    }

    public Optional<Original> original(int number) {
        return all().stream().filter(each -> each.number() == number).findFirst();
    }
}
