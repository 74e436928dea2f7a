package vn.motcua.catalog.lists;

import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.LimitUnit;

/** A row of {@code limits_overlay.csv}: from the law it names; wins over the lists. No channel: every channel. */
record OverlayLimit(
        String code, Channel channel, int amount, LimitUnit unit, boolean singleHand, String grade, String source) {}
