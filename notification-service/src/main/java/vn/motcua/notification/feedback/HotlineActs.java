package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.List;
import java.util.UUID;

/** Leads each body to its use case, in the caller's transaction. */
@ApplicationScoped
class HotlineActs {
    @Inject
    ScreenFeedback screening;

    @Inject
    HandleFeedback handling;

    @Inject
    PublishFeedback publishing;

    @Inject
    HandOverComplaint complaints;

    @Inject
    ForwardFeedback forwarding;

    @Inject
    AttachToFeedback attaching;

    @Inject
    ActOnFeedback acting;

    @Inject
    Acts acts;

    @Inject
    Concern concern;

    HotlineResource.Acted act(UUID id, String ifMatch, FeedbackActs.Act act) {
        return acted(begun(id, ifMatch, act));
    }

    HotlineResource.Acted attach(UUID id, String ifMatch, byte[] bytes) {
        return acted(attaching.attach(id, ifMatch, bytes));
    }

    private HotlineResource.Acted acted(Feedback after) {
        return new HotlineResource.Acted(
                after.id(),
                after.facts().number(),
                after.state(),
                acting.allowed(after, concern.of(after), acts.of(after.id())),
                after.revision());
    }

    private Feedback begun(UUID id, String ifMatch, FeedbackActs.Act act) {
        if (act instanceof FeedbackActs.Amend amend) {
            return screening.amend(id, ifMatch, amend);
        } else if (act instanceof FeedbackActs.Confirm confirm) {
            return screening.confirm(id, ifMatch, confirm.how());
        } else if (act instanceof FeedbackActs.Drop) {
            return screening.drop(id, ifMatch);
        } else if (act instanceof FeedbackActs.Screen screen) {
            return screening.screen(id, ifMatch, screen.category(), screen.aboutCounter(), named(screen));
        } else if (act instanceof FeedbackActs.Reject reject) {
            return screening.reject(id, ifMatch, reject.reasonCode(), reject.note(), reject.repeats());
        } else if (act instanceof FeedbackActs.Forward forward) {
            return forwarding.forward(id, ifMatch, forward);
        } else if (act instanceof FeedbackActs.HandOver over) {
            return complaints.handOver(id, ifMatch, over.kind(), over.receiver());
        }
        return handled(id, ifMatch, act);
    }

    private Feedback handled(UUID id, String ifMatch, FeedbackActs.Act act) {
        if (act instanceof FeedbackActs.Assign assign) {
            return handling.assign(id, ifMatch, assign.assignee());
        } else if (act instanceof FeedbackActs.Ask ask) {
            return handling.ask(id, ifMatch, ask.question());
        } else if (act instanceof FeedbackActs.Reply reply) {
            return handling.reply(id, ifMatch, reply.text());
        } else if (act instanceof FeedbackActs.Propose propose) {
            return handling.propose(id, ifMatch, propose.answer());
        } else if (act instanceof FeedbackActs.SendBack back) {
            return handling.sendBack(id, ifMatch, back.note());
        } else if (act instanceof FeedbackActs.Approve) {
            return handling.approve(id, ifMatch);
        }
        return published(id, ifMatch, act);
    }

    private Feedback published(UUID id, String ifMatch, FeedbackActs.Act act) {
        if (act instanceof FeedbackActs.Redact redact) {
            return publishing.redact(id, ifMatch, redact.text(), redact.answer());
        } else if (act instanceof FeedbackActs.ReturnRedaction back) {
            return publishing.returnRedaction(id, ifMatch, back.note());
        } else if (act instanceof FeedbackActs.Publish) {
            return publishing.publish(id, ifMatch);
        } else if (act instanceof FeedbackActs.TakeDown down) {
            return publishing.takeDown(id, ifMatch, down.note());
        }
        FeedbackActs.Withhold withhold = (FeedbackActs.Withhold) act;
        return publishing.withhold(id, ifMatch, withhold.reasonCode(), withhold.note());
    }

    private static List<Concern.Named> named(FeedbackActs.Screen screen) {
        return screen.concerned() == null
                ? List.of()
                : screen.concerned().stream()
                        .map(each -> new Concern.Named(each.name(), each.title()))
                        .toList();
    }
}
