package vn.motcua.intake.form;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.catalogue.Unit;
import vn.motcua.intake.form.Sheet.Label;
import vn.motcua.intake.wording.Words;
import vn.motcua.platform.clock.LegalTime;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.Function;

/** The facts of one form in words, in both languages. */
final class SlipWords {
    private final FormTexts vi = MessageBundles.get(FormTexts.class, Localized.Literal.of("vi"));
    private final FormTexts en = MessageBundles.get(FormTexts.class, Localized.Literal.of("en"));
    private final FormContent content;
    private final FormContent.About about;
    private final Catalogue catalogue;

    SlipWords(FormContent content, Catalogue catalogue) {
        this.content = content;
        this.about = content.about();
        this.catalogue = catalogue;
    }

    /** The official words. */
    FormTexts vi() {
        return vi;
    }

    String unitName(String id) {
        return catalogue.unit(id).map(Unit::name).orElse(id);
    }

    /** The unit's name after other words of a language. */
    String unitInSentence(String id, FormTexts t) {
        return catalogue
                .unit(id)
                .map(unit -> unit.nameInSentence(t == vi ? "vi" : "en"))
                .orElse(id);
    }

    Label matter() {
        Procedure.Name name = catalogue
                .procedure(about.procedureCode(), about.procedureVersion())
                .map(Procedure::name)
                .orElse(new Procedure.Name(about.procedureCode(), null));
        String vietnamese = name.vi() + " (" + about.procedureCode() + ")";
        return new Label(vietnamese, name.en() == null ? vietnamese : name.in("en"));
    }

    /** Of an original that is copied, with its pages and copies: what the fee counts. */
    String name(FormContent.Item item) {
        FormContent.Copied copied = item.copied();
        return copied == null ? item.name() : vi.copied(item.name(), copied.pages(), copied.copies());
    }

    Label presentedAs(FormContent.Item item) {
        return item.presentedAs() == null
                ? null
                : switch (item.presentedAs()) {
                    case "ORIGINAL" -> both(FormTexts::as_original);
                    case "CERTIFIED" -> both(FormTexts::as_certified);
                    case "DIGITAL" -> both(FormTexts::as_digital);
                    default -> both(FormTexts::as_copy);
                };
    }

    Label why(String reason) {
        return reason == null ? null : new Label(Words.reason(reason, "vi"), Words.reason(reason, "en"));
    }

    /** What the officer wrote goes first; the code's own words stand where nothing was written. */
    Label reason() {
        FormContent.Reason reason = content.reason();
        if (reason == null) {
            return null;
        }
        return reason.text() == null || reason.text().isBlank() ? why(reason.code()) : same(reason.text());
    }

    /** The ground of a further request: the law's own words after what kind of ground it is. */
    Label further() {
        FormContent.Further further = content.further();
        String written = further.ground() == null || further.ground().isBlank() ? "" : ": " + further.ground();
        Label why = why(further.groundCode());
        return new Label(why.vi() + written, why.en() + written);
    }

    Label limit(FormContent.Term term) {
        return term.limit() == null
                ? both(FormTexts::no_date)
                : new Label(Words.limit(term.limit(), "vi"), Words.limit(term.limit(), "en"));
    }

    Label due(FormContent.Term term) {
        if (term.due() == null) {
            return both(FormTexts::no_date);
        }
        String date = LegalTime.onPaper(term.due());
        return term.provisional() ? both(t -> t.provisional(date)) : same(date);
    }

    String collect(FormTexts t) {
        return switch (about.returnMode()) {
            case "ELECTRONIC" -> t.collect_electronic();
            case "POST" -> t.collect_post();
            default -> t.collect_counter(unitInSentence(about.returningUnit(), t));
        };
    }

    String fee(FormTexts t) {
        Long total = content.money().totalVnd();
        if (total == null) {
            return t.fee_unknown();
        }
        String amount =
                NumberFormat.getIntegerInstance(Locale.forLanguageTag("vi")).format(total);
        return total == 0 ? t.fee_free() : content.money().paid() ? t.fee_paid(amount) : t.fee_open(amount);
    }

    Label both(Function<FormTexts, String> text) {
        return new Label(text.apply(vi), text.apply(en));
    }

    Label same(String text) {
        return new Label(text, text);
    }
}
