package vn.motcua.intake.tracking;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the tracking page: English here, Vietnamese in {@code messages/tracking_vi.properties}. */
@MessageBundle(value = "tracking", locale = "en")
interface TrackingTexts {
    @Message("Follow your dossier")
    String title();

    @Message("Dossier code or reference")
    String handle();

    @Message("As on your slip, for example H52.712.00-261124-0007")
    String handle_hint();

    @Message("PIN")
    String pin();

    @Message("Six digits. The centre gives you a new PIN if you lost it.")
    String pin_hint();

    @Message("Show")
    String show();

    @Message("Your dossier stays open here for 15 minutes.")
    String stays_open();

    @Message("Did you file online? Log in to see your dossiers, without a PIN.")
    String own();

    @Message("Open the result")
    String result();

    @Message("Papers you were given")
    String slips();

    @Message("open as PDF")
    String as_pdf();

    @Message("Messages about this dossier")
    String inbox();

    @Message("Follow another dossier")
    String another();

    @Message("Dossier")
    String dossier();

    @Message("Reference {reference}")
    String reference(String reference);

    @Message("Step {step} of 5")
    String step_of(int step);

    @Message("Guidance")
    String step_1();

    @Message("Preparation")
    String step_2();

    @Message("Receipt")
    String step_3();

    @Message("Processing")
    String step_4();

    @Message("Result")
    String step_5();

    @Message("Where is it?")
    String q_where();

    @Message("Who has it, and since when?")
    String q_who();

    @Message("What must I do?")
    String q_do();

    @Message("When is it ready, and why then?")
    String q_when();

    @Message("You, since {since}.")
    String who_you(String since);

    @Message("{office}, {unit}, since {since}.")
    String who_office(String office, String unit, String since);

    @Message("Public Administration Service Centre")
    String centre();

    @Message("Department in charge")
    String department();

    @Message("Nobody any more, since {since}.")
    String who_nobody(String since);

    @Message("Nothing for now.")
    String do_nothing();

    @Message("Complete the dossier and hand it in.")
    String do_hand_in();

    @Message("Bring or send in what is listed here. You are asked once only.")
    String do_supply();

    @Message("Please check the draft of the result and answer by {until}; if you say nothing, you are taken to agree.")
    String do_check_draft(String until);

    @Message(
            "The time to answer the draft stands still, because a withdrawal is being considered. When the dossier goes on, you are told until when you can answer.")
    String do_wait_for_draft();

    @Message("Read the draft and answer")
    String draft();

    @Message("Pay {amount} đ at the centre now.")
    String do_pay(String amount);

    @Message("Pay {amount} đ at the centre; then your dossier is worked on again.")
    String do_pay_to_go_on(String amount);

    @Message("You pay {amount} đ when the result is there, not before.")
    String do_pay_later(String amount);

    @Message(
            "Collect the result at the centre of {unit} and pay {amount} đ there; bring your slip or an identity paper.")
    String do_pay_and_collect(String amount, String unit);

    @Message("Pay {amount} đ at the centre; then the result is sent to you by post.")
    String do_pay_for_post(String amount);

    @Message("Pay {amount} đ at the centre; then the electronic result is made available to you.")
    String do_pay_for_electronic(String amount);

    @Message("Collect the result at the centre of {unit}; bring your slip or an identity paper.")
    String do_collect(String unit);

    @Message("Nothing: the result is sent to you by post.")
    String do_wait_post();

    @Message("Nothing: the electronic result is made available to you.")
    String do_wait_electronic();

    @Message("Read the reason on the form you were given, or ask at the centre.")
    String do_ask();

    @Message("The date is set when the dossier is received.")
    String when_not_received();

    @Message("No time limit is established for this procedure, so no date is promised.")
    String when_no_limit();

    @Message("Due at {due}.")
    String when_due(String due);

    @Message("The calendar of that year is not final yet; you are told if the date changes.")
    String when_provisional();

    @Message("Promised again for {promised}; it was due at {due}.")
    String when_promised(String promised, String due);

    @Message("The clock stands still since {since}; the date is set anew when it runs again.")
    String when_paused(String since);

    @Message("The result was there at {at}.")
    String when_decided(String at);

    @Message("The dossier has ended; no result is due.")
    String when_ended();

    @Message("Received at {received}; the time limit is {limit}.")
    String why_limit(String received, String limit);

    @Message("Received after {cutOff}, so it counts from the next working day.")
    String why_cut_off(String cutOff);

    @Message("Not counted: {days}.")
    String why_days_off(String days);

    @Message("The clock stood still from {from} to {to}.")
    String why_paused(String from, String to);

    @Message("We apologise: your dossier is late. The apology with its reason is among the papers below.")
    String why_apologised();

    @Message("The date was moved from {original}.")
    String why_moved(String original);

    @Message("The date on the calendar")
    String calendar();

    @Message("Month {month}/{year}")
    String calendar_month(int month, int year);

    @Message("Mo")
    String day_1();

    @Message("Tu")
    String day_2();

    @Message("We")
    String day_3();

    @Message("Th")
    String day_4();

    @Message("Fr")
    String day_5();

    @Message("Sa")
    String day_6();

    @Message("Su")
    String day_7();

    @Message("received")
    String mark_received();

    @Message("counted")
    String mark_counted();

    @Message("not counted")
    String mark_not_counted();

    @Message("stopped")
    String mark_paused();

    @Message("result due")
    String mark_due();

    @Message("Reason: {reason}.")
    String reason(String reason);
}
