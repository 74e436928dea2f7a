package vn.motcua.bench;

import org.HdrHistogram.Histogram;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * {@code bench catalogue}: search, resolve and pages on a large catalogue, asked of the service itself (its own port, no
 * gateway in between), one call at a time; a time is from the first byte sent to the last one read.
 */
final class CatalogueRun {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final List<String> OWN_WORDS = List.of(
            "sổ đỏ",
            "giấy độc thân",
            "sao y bản chính",
            "mở quán",
            "CCCD",
            "nhập hộ khẩu",
            "tiền người già",
            "tôi muốn làm giấy khai sinh cho con",
            "báo tử",
            "xin phép xây nhà");
    private static final List<String> MEANT = List.of(
            "dang ki khai sin", "chugn thuc ban sao", "dangky khaisinh", "đăng ký kêt hônn", "cap lai giay chugn nhan");
    private static final List<String> FIELDS = List.of("Hộ tịch", "Chứng thực", "Đất đai");
    private static final List<String> TOPICS = List.of("death", "residence-and-identity");
    private static final List<String> BROAD =
            List.of("đăng ký", "cấp giấy chứng nhận", "thủ tục", "cấp lại", "xác nhận");

    private static final String ADDRESSES =
            "select n.name || ', ' || n.parent_name || ', ' || n.province_name from unit_name n"
                    + " where n.parent_name is not null order by md5(n.unit_id) limit 1000";
    private static final String LAST_DAY = "select max(effective_from)::text from procedure_version";
    private static final String CODES = "select code from unit order by md5(id) limit 1000";

    private final Options options;
    private final Target target;
    private final PrintStream out;
    private final Map<String, String> refused = new LinkedHashMap<>();

    /** @param limit its floor in milliseconds; 0 for none */
    private record Row(String name, double limit, Function<SplittableRandom, String> path) {}

    CatalogueRun(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    /** @return whether every floor holds */
    boolean run() throws Exception {
        CatalogueFilling filling = new CatalogueFilling(target.gateway(), options.root());
        long begin = System.nanoTime();
        int procedures = options.number("procedures", 10_000);
        filling.fill(procedures);
        try (Connection connection = target.connect("catalog");
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
        out.printf(
                "%,d procedures in 3 versions, filled or found in %.0f s, load of the machine %.1f%n",
                procedures, (System.nanoTime() - begin) / 1e9, load());
        List<Row> rows = rows(filling, texts(ADDRESSES), texts(CODES));
        boolean kept = options.has("no-rows") || measure(rows);
        if (!options.has("no-import")) {
            kept &= new CatalogueReaders(options, service(), filling, out)
                    .run(
                            rows.stream()
                                    .filter(row -> row.name().startsWith("page "))
                                    .map(Row::path)
                                    .toList(),
                            freeDay());
        }
        return kept;
    }

    private boolean measure(List<Row> rows) {
        int requests = options.number("requests", 1_000);
        Map<String, List<Double>> medians = new LinkedHashMap<>();
        Map<String, List<Double>> p95 = new LinkedHashMap<>();
        try (Wire wire = new Wire(service())) {
            for (int run = -options.number("warmup", 3); run < options.number("runs", 5); run++) {
                for (Row row : rows) {
                    Histogram times = times(wire, row, requests, run);
                    if (run >= 0) {
                        medians.computeIfAbsent(row.name(), n -> new ArrayList<>())
                                .add(times.getValueAtPercentile(50) / 1_000.0);
                        p95.computeIfAbsent(row.name(), n -> new ArrayList<>())
                                .add(times.getValueAtPercentile(95) / 1_000.0);
                    }
                }
            }
        }
        return report(rows, medians, p95);
    }

    private URI service() {
        return options.has("catalog") ? URI.create(options.text("catalog", "")) : target.catalog();
    }

    private List<Row> rows(CatalogueFilling names, List<String> addresses, List<String> codes) {
        String search = "/api/catalog/procedures?q=";
        String resolve = "/api/catalog/units/resolve?name=";
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("search, words of a name", 15, random -> search + url(words(names, random))));
        rows.add(new Row("search, without diacritics", 15, random -> search + url(plain(words(names, random)))));
        rows.add(new Row("search, people's own words", 15, random -> search + url(pick(OWN_WORDS, random))));
        rows.add(new Row("search, broad words", 15, random -> search + url(pick(BROAD, random))));
        rows.add(new Row(
                "search, narrowed by field and level",
                15,
                random -> search + url(words(names, random)) + "&field=" + url(pick(FIELDS, random)) + "&level="
                        + url("Cấp xã")));
        rows.add(new Row(
                "search, broad, narrowed by topic",
                15,
                random -> search + url(pick(BROAD, random)) + "&topic=" + pick(TOPICS, random)));
        rows.add(new Row("search, did you mean", 15, random -> search + url(pick(MEANT, random))));
        rows.add(new Row("search, with a slip", 15, random -> search + url(slip(plain(words(names, random)), random))));
        rows.add(new Row("search, a code", 15, random -> search + "9." + (100_000 + random.nextInt(1_000))));
        rows.add(new Row("list without words", 15, random -> "/api/catalog/procedures"));
        rows.add(new Row("resolve, whole address", 5, random -> resolve + url(pick(addresses, random))));
        rows.add(new Row("resolve, without diacritics", 5, random -> resolve + url(plain(pick(addresses, random)))));
        rows.add(new Row(
                "resolve, name alone",
                5,
                random -> resolve + url(pick(addresses, random).split(",")[0])));
        rows.add(new Row(
                "resolve, with a slip", 5, random -> resolve + url(slip(plain(pick(addresses, random)), random))));
        rows.add(new Row("resolve, a code", 5, random -> resolve + pick(codes, random)));
        rows.add(new Row("page /", 0, random -> "/"));
        rows.add(new Row("page /?q=", 0, random -> "/?q=" + url(words(names, random))));
        rows.add(new Row("page /thu-tuc/", 0, random -> "/thu-tuc/9." + (100_000 + random.nextInt(1_000))));
        rows.add(new Row("page /don-vi?q=", 0, random -> "/don-vi?q=" + url(pick(addresses, random))));
        return rows;
    }

    /** The day after the last first day that there is, and not before the day after tomorrow. */
    private LocalDate freeDay() throws SQLException {
        LocalDate last = LocalDate.parse(texts(LAST_DAY).get(0));
        LocalDate soon = LocalDate.now().plusDays(2);
        return last.isBefore(soon) ? soon : last.plusDays(1);
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = target.connect("catalog");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private Histogram times(Wire wire, Row row, int requests, int run) {
        SplittableRandom random = new SplittableRandom(run * 31L + row.name().hashCode());
        Histogram times = new Histogram(120_000_000, 3);
        for (int i = 0; i < requests; i++) {
            Request request = Request.get(row.path().apply(random));
            long begin = System.nanoTime();
            Wire.Answer answer = wire.send(request);
            times.recordValue(Math.max(1, (System.nanoTime() - begin) / 1_000));
            if (!answer.ok()) {
                refused.put(row.name(), answer.status() + " " + request);
            }
        }
        return times;
    }

    /** Processes that wanted a processor in the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private boolean report(List<Row> rows, Map<String, List<Double>> medians, Map<String, List<Double>> p95) {
        boolean kept = refused.isEmpty();
        out.printf("%nload of the machine %.1f%n", load());
        out.printf("%n| call | p50 | p95 | floor | |%n|---|--:|--:|--:|---|%n");
        for (Row row : rows) {
            double found = median(p95.get(row.name()));
            boolean good = row.limit() == 0 || found <= row.limit();
            kept &= good;
            out.printf(
                    "| %s | %.1f ms | %.1f ms | %s | %s |%n",
                    row.name(),
                    median(medians.get(row.name())),
                    found,
                    row.limit() == 0 ? "–" : "%.0f ms".formatted(row.limit()),
                    good ? "" : "above");
        }
        refused.forEach((name, how) -> out.println("refused: " + name + ": " + how));
        return kept;
    }

    private static String words(CatalogueFilling names, SplittableRandom random) {
        String[] all = names.name(random.nextInt(10_000)).split(" ");
        int from = random.nextInt(Math.max(1, all.length - 3));
        return String.join(" ", List.of(all).subList(from, Math.min(all.length, from + 2 + random.nextInt(3))));
    }

    /** One letter too many in the middle of a word. */
    private static String slip(String text, SplittableRandom random) {
        int at = 1 + random.nextInt(Math.max(1, text.length() - 1));
        return text.substring(0, at) + "abcdehiknostu".charAt(random.nextInt(13)) + text.substring(at);
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String pick(List<String> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
