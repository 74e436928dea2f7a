package vn.motcua.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.Optional;
import java.util.UUID;

/** Whom a delivery goes to now, and whether they still want it: asked at each sending, kept nowhere. */
@ApplicationScoped
class Addressees {
    private final OptOuts optOuts;
    private final Contacts contacts;
    private final FeedbackWishes wishes;

    @Inject
    Addressees(OptOuts optOuts, Contacts contacts, FeedbackWishes wishes) {
        this.optOuts = optOuts;
        this.contacts = contacts;
        this.wishes = wishes;
    }

    /** Whether somebody has said that this way is not wanted; the post cannot. */
    boolean optedOut(Claimed claimed, ChannelKind way) {
        if (claimed.toPost() || !way.rings()) {
            return false;
        }
        return claimed.of().isFeedback()
                ? wish(claimed.of().feedback()).map(FeedbackWishes.Wish::by).orElse(null) != way
                : optOuts.of(claimed.of().dossier()).contains(way);
    }

    /** @throws Contacts.Unavailable where it cannot be told now */
    Address of(Claimed claimed) {
        if (claimed.toPost()) {
            return Address.written(claimed.postContact());
        }
        return claimed.of().isFeedback()
                ? wish(claimed.of().feedback()).map(FeedbackWishes.Wish::to).orElse(Address.NONE)
                : contacts.of(claimed.of().dossier());
    }

    private Optional<FeedbackWishes.Wish> wish(UUID feedback) {
        return wishes.of(feedback);
    }
}
