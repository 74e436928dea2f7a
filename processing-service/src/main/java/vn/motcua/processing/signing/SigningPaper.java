package vn.motcua.processing.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.paper.QrCode;
import vn.motcua.processing.casework.IssueResult.Ready;
import vn.motcua.processing.catalogue.UnitNames.UnitName;
import vn.motcua.processing.document.Certified;
import vn.motcua.processing.document.ResultPaper;
import vn.motcua.processing.document.Sheet;
import vn.motcua.processing.numbering.RegisterKind;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.Composed;
import vn.motcua.processing.result.Results;
import vn.motcua.processing.signing.SigningSteps.Begun;
import vn.motcua.processing.verification.Seal;
import vn.motcua.processing.verification.Seal.Said;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sets the file that is signed: with its number, date, signer and the code by which anyone can check it. */
@ApplicationScoped
class SigningPaper {
    @Inject
    Results results;

    @Inject
    ResultPaper paper;

    @Inject
    Seal seal;

    byte[] of(Begun begun, SigningRequest request, Officer officer, UnitName unit) {
        Ready ready = begun.ready();
        Signing signing = begun.signing();
        Results.Kept kept = results.kept(ready.draft());
        Composed words = kept.composed();
        String token = seal.token(new Said(signing.id(), signing.number(), unit.name(), signing.issuedOn()));
        Sheet sheet = new Sheet(
                words == null ? signing.title() : words.title(),
                ready.procedure() == null ? ready.procedureCode() : ready.procedure(),
                ready.code() == null ? ready.reference() : ready.code(),
                unit.name().toUpperCase(Locale.forLanguageTag("vi")),
                unit.name(),
                numbers(begun),
                ResultPaper.date(signing.issuedOn()),
                begun.replacedNumber(),
                officer.name() == null ? "" : officer.name(),
                officer.title() == null
                        ? "NGƯỜI CÓ THẨM QUYỀN"
                        : officer.title().toUpperCase(Locale.forLanguageTag("vi")),
                QrCode.longSvg(seal.address(token)),
                seal.page());
        if (words != null && !request.certifies()) {
            return paper.composed(sheet, words);
        }
        return paper.stated(sheet, certified(begun, request), kept.bytes(), kept.mediaType());
    }

    private static String numbers(Begun begun) {
        return begun.numbers().stream().map(each -> each.text()).collect(Collectors.joining("; "));
    }

    private static List<Certified> certified(Begun begun, SigningRequest request) {
        List<Certified> lines = new ArrayList<>();
        if (request.certifies()) {
            for (int i = 0; i < request.items().size(); i++) {
                SigningRequest.Item item = request.items().get(i);
                lines.add(new Certified(
                        statement(item.register()),
                        item.subject().strip(),
                        begun.numbers().get(i).text(),
                        item.pages(),
                        item.copies()));
            }
        }
        return lines;
    }

    /** The heads of the statements of Decree 23/2015/NĐ-CP, Annex. */
    private static String statement(RegisterKind register) {
        return switch (register) {
            case COPY -> "Chứng thực bản sao đúng với bản chính";
            case SIGNATURE -> "Chứng thực chữ ký, điểm chỉ";
            case TRANSLATOR -> "Chứng thực chữ ký người dịch";
            case CONTRACT -> "Chứng thực hợp đồng, giao dịch";
            case RESULT -> throw new IllegalArgumentException("no certification");
        };
    }
}
