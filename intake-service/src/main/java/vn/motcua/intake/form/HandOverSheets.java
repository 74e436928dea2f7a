package vn.motcua.intake.form;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.paper.Paper;
import vn.motcua.platform.clock.LegalTime;

import java.util.List;

/** Sets hand-over records of the post as a page of A4 and as PDF/A-2b; their official language is Vietnamese. */
@ApplicationScoped
public class HandOverSheets {
    /** Moves with any change of layout or wording; a signed record keeps the one it was made with. */
    public static final String VERSION = FormTemplates.VERSION;

    private final BookWords words;

    HandOverSheets(BookWords words) {
        this.words = words;
    }

    /** What stands before the facts and over the columns. */
    record Labels(
            String signedAt,
            String giving,
            String taking,
            String serial,
            String slip,
            String sender,
            String procedure,
            String papers,
            String result,
            String signPostman,
            String signOfficer,
            String signHint) {
        static Labels of(HandOverTexts texts) {
            return new Labels(
                    texts.signed_at(),
                    texts.giving(),
                    texts.taking(),
                    texts.serial(),
                    texts.slip(),
                    texts.sender(),
                    texts.procedure(),
                    texts.papers(),
                    texts.result(),
                    texts.sign_postman(),
                    texts.sign_officer(),
                    texts.sign_hint());
        }
    }

    /** The facts of one record in words. */
    record Words(
            String signedAt, String postman, String officer, String total, String postmanName, String officerName) {}

    /** One consignment in words. */
    record Row(int position, String slip, String sender, String procedure, List<String> papers, String result) {}

    /** The page. */
    public String page(HandOverSheet sheet) {
        HandOverTexts texts = MessageBundles.get(HandOverTexts.class, Localized.Literal.of("vi"));
        FormTexts forms = words.forms();
        String title =
                sheet.officerTitle() == null || sheet.officerTitle().isBlank() ? "" : ", " + sheet.officerTitle();
        int complete = (int)
                sheet.lines().stream().filter(HandOverSheet.Line::complete).count();
        return FormTemplates.handOverRecord(
                        new Books.Head(
                                words.committee(sheet.unit()),
                                forms.centre(),
                                forms.nation(),
                                forms.motto(),
                                forms.number(sheet.number()),
                                texts.title()),
                        Labels.of(texts),
                        words.unit(sheet.unit()),
                        new Words(
                                LegalTime.onPaper(sheet.handedOverAt()),
                                texts.postman(sheet.postmanName(), sheet.postmanNumber()),
                                (sheet.officerName() == null ? "" : sheet.officerName()) + title,
                                texts.total(
                                        sheet.lines().size(),
                                        complete,
                                        sheet.lines().size() - complete),
                                sheet.postmanName(),
                                sheet.officerName() == null ? "" : sheet.officerName()),
                        sheet.lines().stream().map(line -> row(texts, line)).toList(),
                        texts.foot() + " " + texts.closed(LegalTime.onPaper(sheet.closedAt())))
                .render();
    }

    /** The same page as PDF/A-2b. */
    public byte[] pdf(String page) {
        return Paper.pdf(page);
    }

    private Row row(HandOverTexts texts, HandOverSheet.Line line) {
        return new Row(
                line.position(),
                line.slip(),
                line.sender(),
                line.procedure(),
                line.papers().stream().map(paper -> paper(texts, paper)).toList(),
                line.complete() ? texts.complete() : texts.incomplete());
    }

    private String paper(HandOverTexts texts, HandOverSheet.Paper paper) {
        FormTexts forms = words.forms();
        String as =
                switch (paper.as()) {
                    case "ORIGINAL" -> forms.as_original();
                    case "CERTIFIED" -> forms.as_certified();
                    default -> forms.as_copy();
                };
        String counted = paper.found() >= paper.listed()
                ? texts.found(paper.listed(), paper.found())
                : texts.missing(paper.listed(), paper.found());
        String note = paper.note() == null || paper.note().isBlank() ? "" : " – " + paper.note();
        return paper.name() + " (" + as + "): " + counted + note;
    }
}
