package vn.motcua.intake.dossier;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a dossier stands. The codes are those of the national status list (domain.md §4.1); a draft and an abandoned draft have
 * none. The database's check constraint lists exactly these names.
 */
public enum Stage {
    // spotless:off
    PREPARING            (2, 2, null, "Đang chuẩn bị hồ sơ"),
    SUBMITTED            (3, 3,    1, "Mới đăng ký"),
    RECEIVED             (3, 3,    2, "Được tiếp nhận"),
    IN_PROCESS           (4, 4,    4, "Đang xử lý"),
    AWAITING_SUPPLEMENT  (3, 4,    5, "Yêu cầu bổ sung giấy tờ"),
    AWAITING_PAYMENT     (3, 4,    6, "Yêu cầu thực hiện nghĩa vụ tài chính"),
    WITHDRAWAL_REQUESTED (3, 4,    7, "Công dân yêu cầu rút hồ sơ"),
    DECIDED              (5, 5,    9, "Đã xử lý xong"),
    RETURNED             (5, 5,   10, "Đã trả kết quả"),
    REFUSED              (3, 3,    3, "Không được tiếp nhận"),
    STOPPED              (3, 4,    8, "Dừng xử lý"),
    ABANDONED            (2, 2, null, "Không nộp hồ sơ");
    // spotless:on

    /** Stages from which the dossier itself never moves again. */
    static final Set<Stage> TERMINAL = EnumSet.of(RETURNED, REFUSED, STOPPED, ABANDONED);

    private final int stepBeforeTransfer;
    private final int stepAfterTransfer;
    private final Integer national;
    private final String label;

    Stage(int stepBeforeTransfer, int stepAfterTransfer, Integer national, String label) {
        this.stepBeforeTransfer = stepBeforeTransfer;
        this.stepAfterTransfer = stepAfterTransfer;
        this.national = national;
        this.label = label;
    }

    /** Which of the five steps of the centre this is, 2 to 5; some stages belong to step 3 until the dossier is transferred. */
    public int step(boolean transferred) {
        return transferred ? stepAfterTransfer : stepBeforeTransfer;
    }

    /** Code of the national status list, or null for what is not yet a dossier there. */
    public Integer national() {
        return national;
    }

    /** The name officers and people read. */
    public String label() {
        return label;
    }

    /** Whether nothing can move the dossier to another stage any more. */
    public boolean terminal() {
        return TERMINAL.contains(this);
    }

    /** Whether it was given up before its receipt. */
    public boolean givenUp() {
        return this == ABANDONED;
    }

    /** Whether its result has been handed over. */
    public boolean handedOver() {
        return this == RETURNED;
    }

    /** Whether a dossier can stand here that nobody was told of yet. */
    public boolean holdsDrafts() {
        return this == PREPARING || this == ABANDONED;
    }
}
