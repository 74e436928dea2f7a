package vn.motcua.catalog.procedure;

/**
 * An established fee, or that there is none (FREE).
 *
 * @param channel null: the same on every channel
 * @param kind null where no source tells phí from lệ phí
 * @param amountVnd in đồng; 0 for FREE
 * @param fromUnit first page of a tier, else null
 * @param toUnit last page of a tier, null for an open one
 * @param capVnd most that is taken per {@code per}, null without a cap
 * @param per what the amount is for: case, copy, page, certificate, …; null where no source tells
 * @param dueAt null where no source tells: at filing
 * @param refundable null where no source tells
 * @param note the list's own words; null without any
 */
public record Fee(
        Channel channel,
        FeeKind kind,
        FeeRule rule,
        long amountVnd,
        Integer fromUnit,
        Integer toUnit,
        Long capVnd,
        String per,
        DueAt dueAt,
        Boolean refundable,
        String note,
        String source,
        String grade) {}
