package vn.motcua.notification.inbox;

import vn.motcua.notification.message.Message;
import vn.motcua.platform.clock.LegalTime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A message as the inbox shows it: sentences, then the details the law asks for as pairs.
 *
 * @param fresh whether it is shown for the first time
 * @param sent legal time it was sent
 * @param draft whether it asks the person to look at a draft, so that it leads there
 */
record Letter(String title, boolean fresh, String sent, List<String> sentences, List<Detail> details, boolean draft) {
    private static final Set<String> OF_DRAFTS = Set.of("draft-offered", "draft-redated");

    /** One detail: what it is and its value. */
    record Detail(String label, String value) {}

    static Letter of(Message message) {
        String[] parts = message.body().split("\n\n", 2);
        List<Detail> details = new ArrayList<>();
        for (String line : (parts.length == 2 ? parts[1] : "").split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                details.add(new Detail(line.substring(0, colon), line.substring(colon + 2)));
            }
        }
        return new Letter(
                message.title(),
                message.readAt() == null,
                LegalTime.onPaper(message.sentAt()),
                List.of(parts[0].split("\n")),
                details,
                OF_DRAFTS.contains(message.template()));
    }
}
