package vn.motcua.intake.form;

import vn.motcua.intake.form.Sheet.Label;
import vn.motcua.intake.form.Sheet.Row;
import vn.motcua.paper.QrCode;
import vn.motcua.platform.clock.LegalTime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One form being written: what stands on it in which order, by its kind. */
final class Slip {
    private final FormKind kind;
    private final FormContent content;
    private final FormContent.About about;
    private final String number;
    private final String address;
    private final String hotline;
    private final SlipWords words;
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> after = new ArrayList<>();
    private final List<Label> lines = new ArrayList<>();

    /**
     * @param address where its QR code leads
     * @param hotline whom to ring, or null
     */
    Slip(FormKind kind, FormContent content, String number, String address, String hotline, SlipWords words) {
        this.kind = kind;
        this.content = content;
        this.about = content.about();
        this.number = number;
        this.address = address;
        this.hotline = hotline;
        this.words = words;
    }

    Sheet sheet() {
        Label title =
                switch (kind) {
                    case RECEIPT -> receipt();
                    case SUPPLEMENT_REQUEST -> supplement();
                    case REFUSAL -> refusal();
                    case APOLOGY -> apology();
                    case STOP_NOTICE -> stop();
                    default -> throw new IllegalArgumentException(kind + " is not issued as a slip");
                };
        lines.add(words.both(t -> t.look_up(address)));
        if (hotline != null) {
            lines.add(words.both(t -> t.hotline() + ": " + hotline));
        }
        return new Sheet(
                head(),
                title,
                rows,
                words.both(kind == FormKind.SUPPLEMENT_REQUEST ? FormTexts::to_supply : FormTexts::papers),
                items(),
                after,
                lines,
                signatures(),
                QrCode.svg(address),
                words.vi().foot(kind.number(), FormTemplates.VERSION),
                "en".equals(about.language()));
    }

    private Label receipt() {
        FormContent.Term term = required(content.term(), "a term");
        row(rows, FormTexts::code, words.same(about.code()));
        row(rows, FormTexts::reference, words.same(about.reference()));
        row(rows, FormTexts::received_by, words.same(words.unitName(about.receivingUnit())));
        person(FormTexts::received_from, content.owner());
        person(FormTexts::submitter, content.submitter());
        row(rows, FormTexts::matter, words.matter());
        row(after, FormTexts::sets, words.same("1"));
        row(after, FormTexts::limit, words.limit(term));
        row(after, FormTexts::received_at, words.same(LegalTime.onPaper(term.receivedAt())));
        row(after, FormTexts::due_at, words.due(term));
        row(after, FormTexts::collect, words.both(words::collect));
        row(after, FormTexts::fee, content.money() == null ? null : words.both(words::fee));
        lines.add(words.both(FormTexts::bring_slip));
        return words.both(FormTexts::title_receipt);
    }

    private Label supplement() {
        if (content.items().isEmpty()) {
            throw new IllegalArgumentException("a supplement request names what it asks for");
        }
        ids();
        person(FormTexts::dossier_of, content.owner());
        row(rows, FormTexts::matter, words.matter());
        row(after, FormTexts::reason, words.reason());
        if (content.further() == null) {
            lines.add(words.both(FormTexts::once));
        } else {
            String request = String.valueOf(content.further().request());
            row(after, FormTexts::further_ground, words.further());
            lines.add(words.both(t -> t.once_more(request)));
        }
        return words.both(FormTexts::title_supplement);
    }

    private Label refusal() {
        required(words.reason(), "a reason");
        ids();
        person(FormTexts::received_from, content.owner());
        row(rows, FormTexts::matter, words.matter());
        row(after, FormTexts::reason, words.reason());
        lines.add(words.both(FormTexts::refused));
        return words.both(FormTexts::title_refusal);
    }

    private Label apology() {
        FormContent.Term term = required(content.term(), "a term");
        required(term.due(), "a new date");
        ids();
        person(FormTexts::addressed_to, content.owner());
        row(rows, FormTexts::matter, words.matter());
        row(after, FormTexts::received_by, words.same(words.unitName(about.receivingUnit())));
        row(after, FormTexts::received_at, words.same(LegalTime.onPaper(term.receivedAt())));
        row(after, FormTexts::promised_at, words.same(LegalTime.onPaper(term.originalDue())));
        row(after, FormTexts::reason, words.reason());
        row(after, FormTexts::new_due_at, words.due(term));
        row(after, FormTexts::collect, words.both(words::collect));
        lines.add(words.both(FormTexts::apologised));
        return words.both(FormTexts::title_apology);
    }

    private Label stop() {
        ids();
        person(FormTexts::dossier_of, content.owner());
        row(rows, FormTexts::matter, words.matter());
        row(after, FormTexts::asked_on, words.same(LegalTime.day(content.issuedAt())));
        row(after, FormTexts::reason, words.reason());
        lines.add(words.both(FormTexts::stopped));
        return words.both(FormTexts::title_stop);
    }

    private void ids() {
        row(rows, FormTexts::code, words.same(about.code()));
        row(rows, FormTexts::reference, words.same(about.reference()));
    }

    private Sheet.Head head() {
        LocalDate day = LegalTime.date(content.issuedAt());
        String unit = words.unitName(about.receivingUnit());
        return new Sheet.Head(
                words.vi().committee(words.unitInSentence(about.receivingUnit(), words.vi())),
                words.vi().centre(),
                words.vi().nation(),
                words.vi().motto(),
                words.vi().number(number),
                words.vi()
                        .place_and_date(
                                unit.replaceFirst("^(Xã|Phường|Đặc khu|Thị trấn) ", ""),
                                "%02d".formatted(day.getDayOfMonth()),
                                "%02d".formatted(day.getMonthValue()),
                                String.valueOf(day.getYear())));
    }

    private void person(Function<FormTexts, String> label, FormContent.Party person) {
        if (person != null) {
            row(rows, label, words.same(person.name()));
            row(rows, FormTexts::identifier, words.same(person.identifier()));
            row(rows, FormTexts::address, words.same(person.address()));
            row(rows, FormTexts::phone, words.same(person.phone()));
            row(rows, FormTexts::email, words.same(person.email()));
        }
    }

    private List<Sheet.Item> items() {
        List<Sheet.Item> items = new ArrayList<>();
        for (FormContent.Item item : content.items()) {
            items.add(new Sheet.Item(
                    items.size() + 1,
                    words.name(item),
                    words.presentedAs(item),
                    item.quantity(),
                    words.why(item.reason())));
        }
        return items;
    }

    private List<Sheet.Signature> signatures() {
        String submitter = (content.submitter() == null ? content.owner() : content.submitter()).name();
        Label officer =
                switch (kind) {
                    case RECEIPT, REFUSAL -> words.both(FormTexts::sign_receiver);
                    case SUPPLEMENT_REQUEST -> words.both(FormTexts::sign_guide);
                    case APOLOGY -> words.both(FormTexts::sign_head);
                    default -> words.both(FormTexts::sign_centre);
                };
        Sheet.Signature of = new Sheet.Signature(
                officer, words.vi().sign_hint(), content.signer().name());
        return kind == FormKind.RECEIPT || kind == FormKind.REFUSAL
                ? List.of(
                        new Sheet.Signature(
                                words.both(FormTexts::sign_submitter),
                                words.vi().sign_hint(),
                                submitter),
                        of)
                : List.of(of);
    }

    private void row(List<Row> to, Function<FormTexts, String> label, Label value) {
        if (value != null && value.vi() != null && !value.vi().isBlank()) {
            to.add(new Row(words.both(label), value));
        }
    }

    private <T> T required(T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(kind + " needs " + what);
        }
        return value;
    }
}
