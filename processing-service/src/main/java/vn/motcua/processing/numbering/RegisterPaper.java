package vn.motcua.processing.numbering;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.paper.Paper;
import vn.motcua.processing.catalogue.UnitNames;
import vn.motcua.processing.catalogue.UnitNames.UnitName;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A month of a register on paper, with its totals and the places to sign; its official language is Vietnamese. */
@ApplicationScoped
class RegisterPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    UnitNames units;

    @CheckedTemplate(basePath = "RegisterPaper")
    static class Templates {
        static native TemplateInstance month(
                String unit,
                String title,
                String month,
                boolean named,
                List<Row> rows,
                long issued,
                long voided,
                long copies);

        private Templates() {}
    }

    /** One line in words. */
    record Row(
            String number,
            String day,
            String code,
            String requester,
            String subject,
            int pages,
            int copies,
            String signer,
            String note) {}

    byte[] of(String unit, RegisterKind kind, LocalDate month, List<LineView> lines) {
        UnitName name = units.of(unit);
        List<LineView> issued = lines.stream()
                .filter(each -> each.state() == LineView.State.ISSUED)
                .toList();
        long voided = lines.stream()
                .filter(each -> each.state() == LineView.State.VOID)
                .count();
        return Paper.pdf(Templates.month(
                        name == null ? unit : name.name(),
                        title(kind),
                        month.format(DateTimeFormatter.ofPattern("MM/yyyy")),
                        kind.certifies(),
                        lines.stream().map(RegisterPaper::row).toList(),
                        issued.size(),
                        voided,
                        issued.stream().mapToLong(LineView::copies).sum())
                .render());
    }

    private static Row row(LineView line) {
        String note =
                switch (line.state()) {
                    case ISSUED -> "";
                    case GIVEN -> "Đang chờ xác nhận";
                    case VOID -> "Không sử dụng (" + line.voidReason() + ")";
                };
        return new Row(
                line.text(),
                line.givenOn().format(DAY),
                line.code() == null ? "" : line.code(),
                line.requester() == null ? "" : line.requester(),
                line.subject(),
                line.pages(),
                line.copies(),
                line.signer() == null ? "" : line.signer(),
                note);
    }

    private static String title(RegisterKind kind) {
        return switch (kind) {
            case RESULT -> "Sổ đăng ký kết quả giải quyết thủ tục hành chính";
            case COPY -> "Sổ chứng thực bản sao từ bản chính (SCT/BS)";
            case SIGNATURE -> "Sổ chứng thực chữ ký, điểm chỉ (SCT/CK,ĐC)";
            case TRANSLATOR -> "Sổ chứng thực chữ ký người dịch (SCT/CKND)";
            case CONTRACT -> "Sổ chứng thực hợp đồng, giao dịch (SCT/HĐ,GD)";
        };
    }
}
