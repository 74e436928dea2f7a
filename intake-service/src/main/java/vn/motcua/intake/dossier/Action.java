package vn.motcua.intake.dossier;

/** What can be done to a dossier. Those with a body in today's API become buttons; the others are facts of cases, returns and clocks. */
public enum Action {
    // spotless:off
    OPEN           (false, "Mở hồ sơ"),
    SUBMIT         (true,  "Nộp hồ sơ"),
    RECEIVE        (true,  "Tiếp nhận"),
    REFUSE         (true,  "Từ chối tiếp nhận"),
    ASK_SUPPLEMENT (true,  "Yêu cầu bổ sung"),
    SUPPLY         (true,  "Bổ sung giấy tờ"),
    ABANDON        (true,  "Bỏ hồ sơ"),
    TRANSFER       (true,  "Chuyển xử lý"),
    PAY            (true,  "Nộp phí, lệ phí"),
    ASK_WITHDRAWAL (true,  "Yêu cầu rút hồ sơ"),
    CONFIRM        (true,  "Chấp nhận cho rút"),
    DENY           (true,  "Không chấp nhận cho rút"),
    CANCEL         (true,  "Thôi không rút"),
    CORRECT        (true,  "Sửa thông tin"),
    LAPSE          (false, "Dừng do quá hạn bổ sung"),
    ASK_PAYMENT    (false, "Yêu cầu nộp tiền"),
    EXTEND         (false, "Gia hạn"),
    APOLOGISE      (true,  "Xin lỗi và hẹn lại"),
    DECIDE         (false, "Ban hành kết quả"),
    HAND_OVER      (false, "Trả kết quả"),
    REISSUE        (false, "Cấp lại kết quả"),
    REDATE         (false, "Tính lại ngày hẹn trả");
    // spotless:on

    private final boolean inApi;
    private final String label;

    Action(boolean inApi, String label) {
        this.inApi = inApi;
        this.label = label;
    }

    /** Whether {@code POST …/actions} has a body for it today. */
    public boolean inApi() {
        return inApi;
    }

    /** The word on its button. */
    public String label() {
        return label;
    }
}
