package vn.motcua.catalog.unit;

import vn.motcua.catalog.spelling.Vietnamese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An address as somebody wrote it, cut into places: at commas, and before the words that say what a place is ("xã",
 * "huyện", "tp"). Places below the commune (hamlet, street, house) are known for what they are and kept aside.
 */
record Address(List<Place> places) {
    private static final Pattern COMMAS = Pattern.compile("[,;\\n/|]|\\s[-–]\\s");
    private static final Pattern DASH = Pattern.compile("\\s[-–]\\s");
    private static final Pattern FIVE_DIGITS = Pattern.compile("\\d{5}");
    private static final Pattern HOUSE = Pattern.compile("\\d{1,4}[a-z]?");
    private static final int LONGEST_NAME = 6;

    /** What a place is; OPEN where nothing says it. */
    enum Level {
        BELOW,
        COMMUNE,
        DISTRICT,
        /** A district or a province: "thành phố" may be either. */
        ABOVE,
        PROVINCE,
        OPEN
    }

    /**
     * @param kind of a commune, where the word in front says it
     * @param front the word in front; empty without one
     * @param exact words of the name with diacritics
     * @param keys the same without
     */
    record Place(Level level, UnitKind kind, String front, List<String> exact, List<String> keys) {
        String key() {
            return String.join(" ", keys);
        }

        String text() {
            return (front + " " + String.join(" ", exact)).strip();
        }
    }

    /** A stretch of words that may be the commune's name. */
    record Span(int place, int from, int to, UnitKind kind, String exact, String key) {
        int length() {
            return to - from;
        }
    }

    private record Front(Level level, UnitKind kind) {}

    private static final Map<String, Front> FRONTS = Map.ofEntries(
            Map.entry("xa", new Front(Level.COMMUNE, UnitKind.COMMUNE)),
            Map.entry("phuong", new Front(Level.COMMUNE, UnitKind.WARD)),
            Map.entry("thi tran", new Front(Level.COMMUNE, UnitKind.TOWNSHIP)),
            Map.entry("tt", new Front(Level.COMMUNE, UnitKind.TOWNSHIP)),
            Map.entry("dac khu", new Front(Level.COMMUNE, UnitKind.SPECIAL_ZONE)),
            Map.entry("x", new Front(Level.COMMUNE, UnitKind.COMMUNE)),
            Map.entry("p", new Front(Level.COMMUNE, UnitKind.WARD)),
            Map.entry("huyen", new Front(Level.DISTRICT, null)),
            Map.entry("h", new Front(Level.DISTRICT, null)),
            Map.entry("quan", new Front(Level.DISTRICT, null)),
            Map.entry("q", new Front(Level.DISTRICT, null)),
            Map.entry("thi xa", new Front(Level.DISTRICT, null)),
            Map.entry("tx", new Front(Level.DISTRICT, null)),
            Map.entry("thanh pho", new Front(Level.ABOVE, null)),
            Map.entry("tp", new Front(Level.ABOVE, null)),
            Map.entry("tinh", new Front(Level.PROVINCE, null)),
            Map.entry("t", new Front(Level.PROVINCE, null)),
            Map.entry("ban", new Front(Level.BELOW, null)),
            Map.entry("thon", new Front(Level.BELOW, null)),
            Map.entry("ap", new Front(Level.BELOW, null)),
            Map.entry("xom", new Front(Level.BELOW, null)),
            Map.entry("khu pho", new Front(Level.BELOW, null)),
            Map.entry("pho", new Front(Level.BELOW, null)),
            Map.entry("to dan pho", new Front(Level.BELOW, null)),
            Map.entry("tieu khu", new Front(Level.BELOW, null)),
            Map.entry("duong", new Front(Level.BELOW, null)),
            Map.entry("so", new Front(Level.BELOW, null)),
            Map.entry("so nha", new Front(Level.BELOW, null)));

    /** With diacritics only "xã" is a commune, and a word written with others is part of a name ("Xà", "Tình", "Bán"). */
    private static final Map<String, Set<String>> WRITTEN = Map.ofEntries(
            Map.entry("xa", Set.of("xã", "xa")),
            Map.entry("tinh", Set.of("tỉnh", "tinh")),
            Map.entry("phuong", Set.of("phường", "phuong")),
            Map.entry("quan", Set.of("quận", "quan")),
            Map.entry("ban", Set.of("bản", "ban")),
            Map.entry("thon", Set.of("thôn", "thon")),
            Map.entry("ap", Set.of("ấp", "ap")),
            Map.entry("xom", Set.of("xóm", "xom")),
            Map.entry("pho", Set.of("phố", "pho")),
            Map.entry("duong", Set.of("đường", "duong")),
            Map.entry("so", Set.of("số", "so")));

    /** Fronts that are often part of a name; they part an address only behind a comma or at its beginning. */
    private static final Set<String> SHY =
            Set.of("ban", "ap", "thon", "so", "duong", "quan", "x", "p", "t", "h", "q", "tt", "tinh", "xom", "pho");

    static Address of(String text) {
        List<Place> places = new ArrayList<>();
        for (String part : COMMAS.split(text)) {
            String exact = Vietnamese.exact(part);
            if (!exact.isEmpty()) {
                cut(List.of(exact.split(" ")), places);
            }
        }
        return new Address(List.copyOf(places));
    }

    /** The same with its dashes read as part of names ("Xuân Trường - Đà Lạt"); null where it has none. */
    static Address withDashedNames(String text) {
        return DASH.matcher(text).find() ? of(DASH.matcher(text).replaceAll(" ")) : null;
    }

    private static void cut(List<String> exact, List<Place> places) {
        List<String> keys = exact.stream().map(Vietnamese::key).toList();
        int begin = 0;
        Front front = null;
        String word = "";
        for (int i = 0; i < keys.size(); ) {
            int words = frontAt(exact, keys, i, i == 0);
            if (words > 0 && i + words < keys.size()) {
                add(front, word, exact, keys, begin, i, places);
                word = String.join(" ", exact.subList(i, i + words));
                front = FRONTS.get(String.join(" ", keys.subList(i, i + words)));
                begin = i + words;
                i = begin + 1;
            } else {
                i++;
            }
        }
        add(front, word, exact, keys, begin, keys.size(), places);
    }

    private static int frontAt(List<String> exact, List<String> keys, int at, boolean first) {
        for (int words = Math.min(3, keys.size() - at); words > 0; words--) {
            String front = String.join(" ", keys.subList(at, at + words));
            boolean written = WRITTEN.getOrDefault(front, Set.of(exact.get(at))).contains(exact.get(at));
            if (FRONTS.containsKey(front)
                    && (words > 1 || written)
                    && (first || !SHY.contains(front) || marked(exact.get(at)))) {
                return words;
            }
        }
        return 0;
    }

    private static boolean marked(String word) {
        return !word.equals(Vietnamese.key(word));
    }

    /** What begins with a number and is not called anything is a house. */
    private static void add(
            Front front, String word, List<String> exact, List<String> keys, int from, int to, List<Place> places) {
        if (from == to) {
            return;
        }
        boolean house = front == null && HOUSE.matcher(keys.get(from)).matches();
        places.add(new Place(
                house ? Level.BELOW : front == null ? Level.OPEN : front.level(),
                front == null ? null : front.kind(),
                word,
                exact.subList(from, to),
                keys.subList(from, to)));
    }

    /** Where the commune's name may stand: what is called a commune, else open places, one alone in all its stretches. */
    List<Span> spans() {
        List<Span> named = IntStream.range(0, places.size())
                .filter(i -> places.get(i).level() == Level.COMMUNE)
                .boxed()
                .flatMap(i -> stretches(i, false).stream())
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        long open = places.stream().filter(place -> place.level() == Level.OPEN).count();
        return IntStream.range(0, places.size())
                .filter(i -> places.get(i).level() == Level.OPEN)
                .boxed()
                .flatMap(i -> stretches(i, open == 1 || places.get(i).keys().size() > LONGEST_NAME).stream())
                .toList();
    }

    /** Districts, some of which became special zones without having had communes. */
    List<Span> districts() {
        return IntStream.range(0, places.size())
                .filter(i -> places.get(i).level() == Level.DISTRICT)
                .mapToObj(i -> span(i, 0, places.get(i).keys().size()))
                .toList();
    }

    /** A commune's place may go on with its district ("xã Nặm Ét Quỳnh Nhai"): its beginnings are stretches, too. */
    private List<Span> stretches(int place, boolean everywhere) {
        int size = places.get(place).keys().size();
        List<Span> spans = new ArrayList<>();
        boolean beginnings = everywhere || places.get(place).level() == Level.COMMUNE;
        for (int from = 0; from < (everywhere ? size : 1); from++) {
            for (int to = beginnings ? from + 1 : size; to <= Math.min(size, from + LONGEST_NAME); to++) {
                spans.add(span(place, from, to));
            }
        }
        return spans;
    }

    private Span span(int place, int from, int to) {
        Place in = places.get(place);
        return new Span(
                place,
                from,
                to,
                in.kind(),
                String.join(" ", in.exact().subList(from, to)),
                String.join(" ", in.keys().subList(from, to)));
    }

    /** Five-digit codes anywhere. */
    Set<String> codes() {
        return places.stream()
                .flatMap(place -> place.keys().stream())
                .filter(key -> FIVE_DIGITS.matcher(key).matches())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is said about where the commune lies, beside its name: whole places, and the words around the name. */
    List<String> around(Span span) {
        List<String> around = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (i == span.place()) {
                around.add(String.join(" ", place.keys().subList(0, span.from())));
                around.add(String.join(
                        " ", place.keys().subList(span.to(), place.keys().size())));
            } else if (place.level() != Level.BELOW) {
                around.add(place.key());
            }
        }
        around.removeIf(String::isEmpty);
        return around;
    }

    /** Hamlet, street and house: what no commune's name holds. */
    String below() {
        String text = places.stream()
                .filter(place -> place.level() == Level.BELOW)
                .map(Place::text)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }

    static int words(String text) {
        return text.isEmpty() ? 0 : (int) Arrays.stream(text.split(" ")).count();
    }
}
