package vn.motcua.catalog.poster;

import vn.motcua.catalog.page.Wording;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.qr.QrCode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a poster says of a procedure, in the words of one language.
 *
 * @param translation unofficial; null on a Vietnamese poster, or where there is none
 * @param who to whom it applies; empty where no source tells
 * @param papers one line each; empty: not published
 * @param papersRule said above them where the cases differ, else null
 * @param online whether it can be filed online
 * @param address where the code leads
 * @param edition version and first day, in small print
 */
record Facts(
        String code,
        String name,
        String translation,
        String field,
        List<String> who,
        List<String> papers,
        String papersRule,
        List<String> fees,
        List<String> limits,
        String channels,
        boolean online,
        String address,
        String edition) {

    static Facts of(ProcedureVersion version, String lang, PosterTexts says, String address) {
        Wording wording = new Wording(lang);
        Procedure content = version.content();
        List<Wording.Papers> groups = wording.papers(content);
        boolean cases = groups.stream().anyMatch(group -> group.caseName() != null);
        List<String> papers = groups.stream()
                .flatMap(group -> group.caseName() == null
                        ? group.papers().stream().map(Wording.Paper::name)
                        : Stream.of(group.caseName()))
                .toList();
        List<String> where = new ArrayList<>(List.of(says.where_any()));
        where.addAll(wording.channels(content));
        return new Facts(
                content.code(),
                content.name().vi(),
                wording.translation(content),
                content.field(),
                content.beyond().subjects(),
                papers,
                cases ? says.bring_case() : null,
                texts(wording.fees(content)),
                texts(wording.limits(content)),
                String.join(" · ", where),
                content.channels().contains(Channel.ONLINE),
                address,
                wording.edition(version));
    }

    private static List<String> texts(List<Wording.Line> lines) {
        return lines.stream()
                .map(line -> line.where() == null ? line.text() : line.where() + ": " + line.text())
                .toList();
    }

    /** The code of its page, drawn on white. */
    QrCode qr() {
        return QrCode.onPaper(address);
    }
}
