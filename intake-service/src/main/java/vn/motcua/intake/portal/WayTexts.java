package vn.motcua.intake.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The ways of a paper that nobody uploads: English here, Vietnamese in {@code messages/way_vi.properties}. */
@MessageBundle(value = "way", locale = "en")
interface WayTexts {
    @Message("Take it from: {source}")
    String from_data(String source);

    @Message("You need not bring this paper: the data hold it. The centre checks them.")
    String from_data_hint();

    @Message("Use a paper of an earlier dossier")
    String reuse();

    @Message("Papers with a file that you handed in before, for the same owner. A copy goes into this dossier.")
    String reuse_hint();

    @Message("There is no earlier paper with a file of this owner.")
    String reuse_none();

    @Message("Dossier {code}, {day}")
    String of_dossier(String code, String day);

    @Message("valid until {day}")
    String valid_until(String day);

    @Message("expired")
    String expired();

    @Message("I agree that this paper is used again for this dossier")
    String consent();

    @Message("Use this one")
    String use();

    @Message("More")
    String more();

    @Message("The paper is not here yet")
    String missing();

    @Message("Why is it missing?")
    String missing_why();

    @Message("Note it")
    String missing_say();
}
