package vn.motcua.intake.form;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.catalogue.Unit;
import vn.motcua.intake.form.Sheet.Label;
import vn.motcua.intake.form.Sheet.Row;
import vn.motcua.intake.wording.Words;
import vn.motcua.platform.clock.LegalTime;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Puts the content of a form into words and in order: the field lists of Circular 03/2025, Annex I. */
@ApplicationScoped
class SheetWriter {
    private final Catalogue catalogue;
    private final IntakeConfig config;

    SheetWriter(Catalogue catalogue, IntakeConfig config) {
        this.catalogue = catalogue;
        this.config = config;
    }

    /** @throws IllegalArgumentException if the content lacks what this kind must say, or no such form is issued */
    Sheet write(FormKind kind, FormContent content, String number) {
        return new Slip(kind, content, number).sheet();
    }

    /** Where the QR code of a dossier leads. */
    String trackingAddress(String reference) {
        return config.publicUrl() + "/ho-so?ma=" + reference;
    }

    private String unitName(String id) {
        return catalogue.unit(id).map(Unit::name).orElse(id);
    }

    /** One form being written. */
    private final class Slip {
        private final FormTexts vi = MessageBundles.get(FormTexts.class, Localized.Literal.of("vi"));
        private final FormTexts en = MessageBundles.get(FormTexts.class, Localized.Literal.of("en"));
        private final FormKind kind;
        private final FormContent content;
        private final FormContent.About about;
        private final String number;
        private final List<Row> rows = new ArrayList<>();
        private final List<Row> after = new ArrayList<>();
        private final List<Label> lines = new ArrayList<>();

        Slip(FormKind kind, FormContent content, String number) {
            this.kind = kind;
            this.content = content;
            this.about = content.about();
            this.number = number;
        }

        Sheet sheet() {
            Label title =
                    switch (kind) {
                        case RECEIPT -> receipt();
                        case SUPPLEMENT_REQUEST -> supplement();
                        case REFUSAL -> refusal();
                        case STOP_NOTICE -> stop();
                        default -> throw new IllegalArgumentException(kind + " is not issued as a slip");
                    };
            String address = trackingAddress(about.reference());
            lines.add(both(t -> t.look_up(address)));
            config.tracking().hotline().ifPresent(h -> lines.add(both(t -> t.hotline() + ": " + h)));
            return new Sheet(
                    head(),
                    title,
                    rows,
                    both(kind == FormKind.SUPPLEMENT_REQUEST ? FormTexts::to_supply : FormTexts::papers),
                    items(),
                    after,
                    lines,
                    signatures(),
                    QrSvg.of(address),
                    vi.foot(kind.number(), FormTemplates.VERSION),
                    "en".equals(about.language()));
        }

        private Label receipt() {
            FormContent.Term term = required(content.term(), "a term");
            row(rows, FormTexts::code, same(about.code()));
            row(rows, FormTexts::reference, same(about.reference()));
            row(rows, FormTexts::received_by, same(unitName(about.receivingUnit())));
            person(FormTexts::received_from, content.owner());
            person(FormTexts::submitter, content.submitter());
            row(rows, FormTexts::matter, matter());
            row(after, FormTexts::sets, same("1"));
            row(after, FormTexts::limit, limit(term));
            row(after, FormTexts::received_at, same(LegalTime.onPaper(term.receivedAt())));
            row(after, FormTexts::due_at, due(term));
            row(after, FormTexts::collect, both(this::collect));
            row(after, FormTexts::fee, content.money() == null ? null : both(this::fee));
            lines.add(both(FormTexts::bring_slip));
            return both(FormTexts::title_receipt);
        }

        private Label supplement() {
            if (content.items().isEmpty()) {
                throw new IllegalArgumentException("a supplement request names what it asks for");
            }
            ids();
            person(FormTexts::dossier_of, content.owner());
            row(rows, FormTexts::matter, matter());
            row(after, FormTexts::reason, reason());
            lines.add(both(FormTexts::once));
            return both(FormTexts::title_supplement);
        }

        private Label refusal() {
            required(reason(), "a reason");
            ids();
            person(FormTexts::received_from, content.owner());
            row(rows, FormTexts::matter, matter());
            row(after, FormTexts::reason, reason());
            lines.add(both(FormTexts::refused));
            return both(FormTexts::title_refusal);
        }

        private Label stop() {
            ids();
            person(FormTexts::dossier_of, content.owner());
            row(rows, FormTexts::matter, matter());
            row(after, FormTexts::asked_on, same(LegalTime.day(content.issuedAt())));
            row(after, FormTexts::reason, reason());
            lines.add(both(FormTexts::stopped));
            return both(FormTexts::title_stop);
        }

        private void ids() {
            row(rows, FormTexts::code, same(about.code()));
            row(rows, FormTexts::reference, same(about.reference()));
        }

        private Sheet.Head head() {
            LocalDate day = LegalTime.date(content.issuedAt());
            String unit = unitName(about.receivingUnit());
            return new Sheet.Head(
                    vi.committee(unit),
                    vi.centre(),
                    vi.nation(),
                    vi.motto(),
                    vi.number(number),
                    vi.place_and_date(
                            unit.replaceFirst("^(Xã|Phường|Đặc khu|Thị trấn) ", ""),
                            "%02d".formatted(day.getDayOfMonth()),
                            "%02d".formatted(day.getMonthValue()),
                            String.valueOf(day.getYear())));
        }

        private void person(Function<FormTexts, String> label, FormContent.Party person) {
            if (person != null) {
                row(rows, label, same(person.name()));
                row(rows, FormTexts::identifier, same(person.identifier()));
                row(rows, FormTexts::address, same(person.address()));
                row(rows, FormTexts::phone, same(person.phone()));
                row(rows, FormTexts::email, same(person.email()));
            }
        }

        private Label matter() {
            Procedure.Name name = catalogue
                    .procedure(about.procedureCode(), about.procedureVersion())
                    .map(Procedure::name)
                    .orElse(new Procedure.Name(about.procedureCode(), null));
            return new Label(name.vi() + " (" + about.procedureCode() + ")", name.in("en"));
        }

        private List<Sheet.Item> items() {
            List<Sheet.Item> items = new ArrayList<>();
            for (FormContent.Item item : content.items()) {
                items.add(new Sheet.Item(
                        items.size() + 1, item.name(), presentedAs(item), item.quantity(), why(item.reason())));
            }
            return items;
        }

        private Label presentedAs(FormContent.Item item) {
            return item.presentedAs() == null
                    ? null
                    : switch (item.presentedAs()) {
                        case "ORIGINAL" -> both(FormTexts::as_original);
                        case "CERTIFIED" -> both(FormTexts::as_certified);
                        case "DIGITAL" -> both(FormTexts::as_digital);
                        default -> both(FormTexts::as_copy);
                    };
        }

        private Label why(String reason) {
            return reason == null ? null : new Label(Words.reason(reason, "vi"), Words.reason(reason, "en"));
        }

        /** What the officer wrote goes first; the code's own words stand where nothing was written. */
        private Label reason() {
            FormContent.Reason reason = content.reason();
            if (reason == null) {
                return null;
            }
            return reason.text() == null || reason.text().isBlank() ? why(reason.code()) : same(reason.text());
        }

        private Label limit(FormContent.Term term) {
            return term.limit() == null
                    ? both(FormTexts::no_date)
                    : new Label(Words.limit(term.limit(), "vi"), Words.limit(term.limit(), "en"));
        }

        private Label due(FormContent.Term term) {
            if (term.due() == null) {
                return both(FormTexts::no_date);
            }
            String date = LegalTime.onPaper(term.due());
            return term.provisional() ? both(t -> t.provisional(date)) : same(date);
        }

        private String collect(FormTexts t) {
            return switch (about.returnMode()) {
                case "ELECTRONIC" -> t.collect_electronic();
                case "POST" -> t.collect_post();
                default -> t.collect_counter(unitName(about.returningUnit()));
            };
        }

        private String fee(FormTexts t) {
            Long total = content.money().totalVnd();
            if (total == null) {
                return t.fee_unknown();
            }
            String amount =
                    NumberFormat.getIntegerInstance(Locale.forLanguageTag("vi")).format(total);
            return total == 0 ? t.fee_free() : content.money().paid() ? t.fee_paid(amount) : t.fee_open(amount);
        }

        private List<Sheet.Signature> signatures() {
            String submitter = (content.submitter() == null ? content.owner() : content.submitter()).name();
            Label officer =
                    switch (kind) {
                        case RECEIPT, REFUSAL -> both(FormTexts::sign_receiver);
                        case SUPPLEMENT_REQUEST -> both(FormTexts::sign_guide);
                        default -> both(FormTexts::sign_centre);
                    };
            Sheet.Signature of = new Sheet.Signature(
                    officer, vi.sign_hint(), content.signer().name());
            return kind == FormKind.RECEIPT || kind == FormKind.REFUSAL
                    ? List.of(new Sheet.Signature(both(FormTexts::sign_submitter), vi.sign_hint(), submitter), of)
                    : List.of(of);
        }

        private void row(List<Row> to, Function<FormTexts, String> label, Label value) {
            if (value != null && value.vi() != null && !value.vi().isBlank()) {
                to.add(new Row(both(label), value));
            }
        }

        private Label both(Function<FormTexts, String> text) {
            return new Label(text.apply(vi), text.apply(en));
        }

        private Label same(String text) {
            return new Label(text, text);
        }

        private <T> T required(T value, String what) {
            if (value == null) {
                throw new IllegalArgumentException(kind + " needs " + what);
            }
            return value;
        }
    }
}
