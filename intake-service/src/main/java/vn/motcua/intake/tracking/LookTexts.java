package vn.motcua.intake.tracking;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page says on which people see who looked at their dossier. */
@MessageBundle(value = "look", locale = "en")
interface LookTexts {
    @Message("Who looked at my data")
    String title();

    @Message(
            "Each time an officer looks at your data it is noted with its purpose. Officers stand here by unit and duty; ask the centre"
                    + " if you want to know more.")
    String what();

    @Message("No officer has looked yet.")
    String none();

    @Message("{duty}, {unit}")
    String who(String duty, String unit);

    @Message("{purpose}; {times} times, last at {at}")
    String how(String purpose, String times, String at);

    @Message("Back to the dossier")
    String back();

    @Message("reception")
    String duty_reception();

    @Message("specialist")
    String duty_specialist();

    @Message("leader who signs")
    String duty_approver();

    @Message("cashier")
    String duty_cashier();

    @Message("director of the centre")
    String duty_director();

    @Message("auditor")
    String duty_auditor();

    @Message("to receive the dossier and return its result")
    String for_reception();

    @Message("to examine the dossier")
    String for_examination();

    @Message("to decide")
    String for_decision();

    @Message("to see that it is done in time")
    String for_supervision();

    @Message("to collect fees")
    String for_payment();

    @Message("to inspect the work")
    String for_inspection();

    @Message("to report")
    String for_reporting();

    @Message("to archive")
    String for_archiving();

    @Message("to answer a question")
    String for_enquiry();
}
