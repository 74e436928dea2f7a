package vn.motcua.intake.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The acts of a person: the button, what it will do, what it did. English here, Vietnamese in {@code messages/act_vi.properties}. */
@MessageBundle(value = "act", locale = "en")
interface ActTexts {
    @Message("Hand in the dossier")
    String act_submit();

    @Message(
            "When you press the button, the dossier goes to the centre. It answers within 8 working hours: received, or what is missing.")
    String says_submit();

    @Message("Your dossier is handed in. The centre answers within 8 working hours.")
    String done_submit();

    @Message("Hand in the papers asked for")
    String act_supply();

    @Message("The papers you uploaded go to the centre, and your dossier goes on when nothing is missing any more.")
    String says_supply();

    @Message("The papers are handed in.")
    String done_supply();

    @Message("Give up this dossier")
    String act_abandon();

    @Message(
            "The dossier is not handled, and the files of a draft are deleted. This cannot be taken back; you can begin a new one at any time.")
    String says_abandon();

    @Message("The dossier is given up.")
    String done_abandon();

    @Message("Ask to withdraw the dossier")
    String act_withdraw();

    @Message(
            "The centre checks whether a result exists already and answers you. Until then you can take the request back.")
    String says_withdraw();

    @Message("Your request to withdraw is with the centre.")
    String done_withdraw();

    @Message("Do not withdraw after all")
    String act_cancel();

    @Message("The request to withdraw is taken back and your dossier goes on.")
    String says_cancel();

    @Message("Your dossier goes on.")
    String done_cancel();

    @Message("This is how your dossier stands now.")
    String done_newest();

    @Message(
            "The rules of this procedure have changed since you began: please look at the papers, the fee and the time now, then file.")
    String done_version();

    @Message(
            "You have a dossier on this procedure that is not finished. You can file another one; please check first that it is not the same.")
    String same_open();
}
