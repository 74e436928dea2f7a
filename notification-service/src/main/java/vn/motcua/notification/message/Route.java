package vn.motcua.notification.message;

import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;
import static vn.motcua.notification.delivery.ChannelKind.WEBHOOK;

import vn.motcua.notification.delivery.ChannelKind;

import java.util.List;

/**
 * By which ways a message goes besides the portal, which always has it at once (practice in domain.md §10). Chains go side by side;
 * within a chain the next way follows where the one before fails.
 */
enum Route {
    /** The inbox alone. */
    PORTAL(),
    /** What is good to know: the app. */
    APP(List.of(WEBHOOK)),
    /** What must be known soon: the app, else the phone, else a letter. */
    PHONE(List.of(WEBHOOK, SMS, EMAIL)),
    /** What is kept: a letter, else the app. */
    LETTER(List.of(EMAIL, WEBHOOK)),
    /** What thanks and asks how it was: the app, else a letter, which costs nothing, else one short message. */
    THANKS(List.of(WEBHOOK, EMAIL, SMS)),
    /** What must be known soon and comes with a form: phone and letter side by side. */
    ALL(List.of(WEBHOOK, SMS), List.of(EMAIL)),
    /** The post's contact, by what it is: a letter, else the phone. */
    POSTMAN(List.of(EMAIL, SMS));

    private final List<List<ChannelKind>> chains;

    @SafeVarargs
    Route(List<ChannelKind>... chains) {
        this.chains = List.of(chains);
    }

    List<List<ChannelKind>> chains() {
        return chains;
    }
}
