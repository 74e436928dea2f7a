package vn.motcua.catalog.guidance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the headings over a procedure's papers mean. The portal writes everything into them: that papers are to be handed in or
 * only shown, notes, who files, and real cases. Told apart by their words; a heading that is none of the known ones is a case
 * only where it speaks of one or stands beside another such heading. When in doubt a paper is always asked for and its heading
 * shown: too long a list can be shortened at the counter, one that lacks a paper costs a second way.
 */
public final class Headings {
    /** What a heading is. */
    public enum Kind {
        /** Says only that there are papers. */
        PLAIN,
        /** Papers that are shown and taken home again. */
        TO_SHOW,
        /** Not a paper but something to know. */
        NOTE,
        /** Papers that may be needed besides; the list does not say when. */
        IF_IT_APPLIES,
        /** Papers of somebody who files for another. */
        PROXY,
        /** Concerns those who file on the portal. */
        ONLINE,
        /** Papers of one case among several. */
        CASE
    }

    private static final Pattern NUMBERING =
            Pattern.compile("^\\s*(?:\\(?[0-9ivx]+(?:\\.[0-9]+)*\\)|(?:[0-9]+\\.)+|\\p{Ll}[).]|[-+•])\\s*");
    private static final Pattern PROXY = words("^trường hợp ủy quyền thực hiện thủ tục");
    private static final Pattern ONLINE = words("^trường hợp .*trên môi trường điện tử");
    private static final Pattern NOTE = words("^lưu ý|^hồ sơ khác$");
    private static final Pattern IF_IT_APPLIES = words("^tùy từng trường hợp");
    private static final Pattern OF_A_CASE = words("trường hợp|đối với");
    private static final Pattern TO_SHOW =
            words("^(các )?giấy tờ phải xuất trình|^xuất trình |phải xuất trình các giấy tờ");
    private static final Pattern PLAIN = words("^(các )?giấy tờ phải nộp|^thành phần hồ sơ($| theo)|^hồ sơ gồm "
            + "|^hồ sơ (thu hồi|đăng ký)$|^hồ sơ đăng ký bao gồm$|^hồ sơ của người|^hồ sơ đề nghị công bố"
            + "|^người yêu cầu chứng thực nộp|^số lượng hồ sơ|^trong phiếu nêu rõ|^theo quy định tại");

    private Headings() {}

    /** The kind of each heading of one procedure, in their order; headings are not null. */
    public static Map<String, Kind> kinds(List<String> headings) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        headings.forEach(each -> kinds.put(each, known(bare(each))));
        long unknown = kinds.values().stream().filter(kind -> kind == null).count();
        kinds.replaceAll((heading, kind) ->
                kind != null ? kind : unknown > 1 || speaksOfACase(heading) ? Kind.CASE : Kind.PLAIN);
        return kinds;
    }

    private static Kind known(String words) {
        if (PROXY.matcher(words).find()) {
            return Kind.PROXY;
        }
        if (ONLINE.matcher(words).find()) {
            return Kind.ONLINE;
        }
        if (NOTE.matcher(words).find()) {
            return Kind.NOTE;
        }
        if (IF_IT_APPLIES.matcher(words).find()) {
            return Kind.IF_IT_APPLIES;
        }
        if (OF_A_CASE.matcher(words).find()) {
            return null;
        }
        if (TO_SHOW.matcher(words).find()) {
            return Kind.TO_SHOW;
        }
        return PLAIN.matcher(words).find() ? Kind.PLAIN : null;
    }

    private static boolean speaksOfACase(String heading) {
        return OF_A_CASE.matcher(bare(heading)).find();
    }

    /** Without numbering and without the "gồm" and colon at its end. */
    static String bare(String heading) {
        return NUMBERING
                .matcher(heading.strip())
                .replaceFirst("")
                .replaceFirst(
                        "(?iU)[,;:.\\s]*((hồ sơ|bao|thành phần hồ sơ)?\\s*(gồm|bao gồm)( các giấy tờ sau( đây)?)?)?[:.\\s]*$",
                        "")
                .strip();
    }

    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
