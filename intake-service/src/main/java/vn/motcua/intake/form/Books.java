package vn.motcua.intake.form;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.paper.Paper;
import vn.motcua.platform.clock.LegalTime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Sets forms 06 and 07 as pages, as PDF/A-2b and, the register, as lines of CSV. What they say is read out of the history each time. */
@ApplicationScoped
public class Books {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final BookWords words;

    Books(BookWords words) {
        this.words = words;
    }

    /** The head of both forms. */
    record Head(String committee, String centre, String nation, String motto, String number, String title) {}

    /** What stands before the facts of form 06 and over its columns. */
    record SlipLabels(
            String code,
            String procedure,
            String handling,
            String coordinating,
            String received,
            String due,
            String fromTo,
            String at,
            String result,
            String note) {}

    /** One line of form 06 in words. */
    record SlipLine(String from, String to, String by, String at, String result, String note) {}

    /** Form 06 as a page of A4. */
    public String page(ControlSlip slip) {
        BookTexts texts = words.texts();
        String coordinating = slip.coordinating() == null ? "" : side(slip.coordinating());
        return FormTemplates.controlSlip(
                        head(
                                slip.receivingUnit(),
                                FormKind.CONTROL_SLIP,
                                words.forms().title_control_slip(),
                                slip.code()),
                        labels(),
                        slip.code(),
                        words.procedure(slip.procedureCode(), slip.procedureVersion()) + " (" + slip.procedureCode()
                                + ")",
                        words.place(slip.competentUnit(), slip.department()),
                        coordinating,
                        LegalTime.onPaper(slip.receivedAt()),
                        LegalTime.onPaper(slip.due()),
                        slip.lines().stream().map(this::line).toList(),
                        texts.control_foot(LegalTime.onPaper(slip.asOf())))
                .render();
    }

    /** Form 06 as PDF/A-2b. */
    public byte[] pdf(ControlSlip slip) {
        return Paper.pdf(page(slip));
    }

    private SlipLabels labels() {
        BookTexts texts = words.texts();
        return new SlipLabels(
                texts.code(),
                texts.procedure(),
                texts.handling(),
                texts.coordinating(),
                texts.received(),
                texts.due(),
                texts.from_to(),
                texts.at(),
                texts.result(),
                texts.note());
    }

    private SlipLine line(ControlSlip.Line line) {
        return new SlipLine(
                side(line.from()),
                side(line.to()),
                line.by() == null ? "" : line.by(),
                LegalTime.onPaper(line.at()),
                words.result(line.result()),
                remark(line.remark()));
    }

    private String side(ControlSlip.Side side) {
        return switch (side.kind()) {
            case PERSON -> words.texts().person();
            case LEADER -> words.texts().leader() + ", " + words.unit(side.unit());
            case UNIT -> words.place(side.unit(), side.department());
        };
    }

    private String remark(ControlSlip.Remark remark) {
        BookTexts texts = words.texts();
        return switch (remark) {
            case NONE -> "";
            case AUTOMATIC -> texts.automatic();
            case SUPPLEMENT_ASKED -> texts.supplement_asked();
            case SUPPLIED -> texts.supplied();
            case SENT_BACK -> texts.sent_back();
            case AWAITS_ACCEPTANCE -> texts.awaits_acceptance();
            case ACCEPTED -> texts.accepted();
            case DECLINED -> texts.declined();
            case RECALLED -> texts.recalled();
            case OPINION_ASKED -> texts.opinion_asked();
            case OPINION_GIVEN -> texts.opinion_given();
            case OPINION_WITHDRAWN -> texts.opinion_withdrawn();
        };
    }

    /**
     * Form 07 as a page of A4 across.
     *
     * @param unit whose register it is
     * @param from first legal day of receipt, to the last
     * @param asOf when it was read
     */
    public String page(String unit, LocalDate from, LocalDate to, Instant asOf, List<RegisterLine> lines) {
        BookTexts texts = words.texts();
        List<List<String>> cells = new ArrayList<>();
        for (RegisterLine line : lines) {
            cells.add(cells(cells.size() + 1, line));
        }
        return FormTemplates.registerBook(
                        head(unit, FormKind.REGISTER, words.forms().title_register(), "…"),
                        texts.period(DAY.format(from), DAY.format(to)),
                        columns(),
                        cells,
                        texts.empty(),
                        texts.register_foot(LegalTime.onPaper(asOf), String.valueOf(lines.size())))
                .render();
    }

    /** Form 07 as PDF/A-2b. */
    public byte[] pdf(String unit, LocalDate from, LocalDate to, Instant asOf, List<RegisterLine> lines) {
        return Paper.pdf(page(unit, from, to, asOf, lines));
    }

    /** What stands over the columns of form 07. */
    public List<String> columns() {
        BookTexts texts = words.texts();
        return List.of(
                texts.serial(),
                texts.code(),
                texts.procedure_code(),
                texts.procedure(),
                texts.who(),
                texts.address(),
                texts.phone(),
                texts.lead(),
                texts.received(),
                texts.due(),
                texts.returned(),
                texts.result(),
                texts.return_mode(),
                texts.signature());
    }

    /** One line of form 07, a cell for each of its columns; the last stays empty for the signature. */
    public List<String> cells(int serial, RegisterLine line) {
        return List.of(
                String.valueOf(serial),
                text(line.code()),
                line.procedureCode(),
                words.procedure(line.procedureCode(), line.procedureVersion()),
                text(line.person()),
                text(line.address()),
                text(line.phone()),
                words.unit(line.competentUnit()),
                LegalTime.onPaper(line.receivedAt()),
                LegalTime.onPaper(line.due()),
                LegalTime.onPaper(line.returnedAt()),
                result(line),
                words.returnMode(line.returnMode()),
                "");
    }

    /** More than one supplement request is marked beside the result, since it counts as late whatever the clock says. */
    private String result(RegisterLine line) {
        String result = words.result(line.punctuality());
        if (line.supplements() < 2) {
            return result;
        }
        String marked = words.texts().supplements(line.supplements());
        return result.isEmpty() ? marked : result + "; " + marked;
    }

    private Head head(String unit, FormKind kind, String title, String number) {
        FormTexts texts = words.forms();
        return new Head(
                words.committee(unit),
                texts.centre(),
                texts.nation(),
                texts.motto(),
                texts.number(number + "/" + kind.symbol()),
                title);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
