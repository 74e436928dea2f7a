package vn.motcua.processing.queue;

import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a queue is asked for; null means everything.
 *
 * @param show a part of the queue
 * @param holder subject of an officer
 * @param procedure code
 * @param search a reference, a code or its end, a procedure's code, or words of its name with or without diacritics
 */
public record QueueFilter(Show show, String holder, String procedure, String channel, String search) {
    /** Rows that fit are looked for among so many at most; a page that finds fewer says where to go on. */
    static final int SCAN = 1_000;

    private static final Set<String> CHANNELS = Set.of("COUNTER", "ONLINE", "POST");
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");
    private static final Pattern PROCEDURE = Pattern.compile("\\d{1,2}\\.\\d{6}");
    private static final Pattern CODE_END = Pattern.compile("[0-9A-Z.-]*[0-9]{4}");
    private static final int MOST = 100;

    /** The names are looked through once, however many cases there are. */
    private static final String NAMED =
            "c.procedure_code = any (array(select p.code from procedure p where position(? in " + folded("p.name_vi")
                    + ") > 0 or position(? in " + folded("p.name_en") + ") > 0))";

    /** @throws ProblemException {@code validation} for a channel there is none of, or a search that is too long */
    public QueueFilter {
        show = show == null ? Show.ALL : show;
        search = search == null || search.isBlank() ? null : search.strip();
        if (channel != null && !CHANNELS.contains(channel)) {
            throw new ProblemException(Problems.VALIDATION).violation("/channel", String.join(", ", CHANNELS));
        }
        fits(search, "/q");
        fits(holder, "/holder");
        fits(procedure, "/procedure");
    }

    private static void fits(String text, String pointer) {
        if (text != null && (text.length() > MOST || text.indexOf('\0') >= 0)) {
            throw new ProblemException(Problems.VALIDATION).violation(pointer, "1..." + MOST);
        }
    }

    /** What an index answers by itself. */
    Condition indexed(String unit) {
        Condition all = Condition.TRUE;
        if (holder != null) {
            all = all.and("c.state = 'CLAIMED' and c.holder = ?", holder);
        }
        if (procedureCode() != null) {
            all = all.and("c.procedure_code = ?", procedureCode());
        }
        if (byDossier()) {
            String code = search.toUpperCase(Locale.ROOT);
            all = REFERENCE.matcher(code).matches()
                    ? all.and("c.dossier_id in (select id from dossier where reference = ?)", code)
                    : all.and(
                            "c.dossier_id in (select id from dossier where reverse(code) like ? and competent_unit = ?)",
                            likeBegins(new StringBuilder(code).reverse().toString()),
                            unit);
        }
        return all;
    }

    /** What is looked at row by row; null for nothing. */
    Condition looked() {
        Condition all = channel == null ? null : new Condition("c.channel = ?", channel);
        if (search != null && !byDossier() && !PROCEDURE.matcher(search).matches()) {
            String words = Folding.of(search);
            Condition named = new Condition(NAMED, words, words);
            all = all == null ? named : all.and(named);
        }
        return all;
    }

    private String procedureCode() {
        return procedure == null && search != null && PROCEDURE.matcher(search).matches() ? search : procedure;
    }

    private boolean byDossier() {
        if (search == null || PROCEDURE.matcher(search).matches()) {
            return false;
        }
        String code = search.toUpperCase(Locale.ROOT);
        return REFERENCE.matcher(code).matches() || CODE_END.matcher(code).matches();
    }

    private static String likeBegins(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** As {@link Folding#of}, in the database. */
    private static String folded(String column) {
        return "replace(regexp_replace(normalize(lower(coalesce(" + column
                + ", '')), NFD), '[\\u0300-\\u036f]', '', 'g')," + " 'đ', 'd')";
    }
}
