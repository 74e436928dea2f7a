package vn.motcua.intake.portal;

import org.jboss.resteasy.reactive.RestForm;
import vn.motcua.intake.act.ActionRequest;
import vn.motcua.intake.act.OpenRequest;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.people.Identifier;
import vn.motcua.intake.people.PersonInput;
import vn.motcua.intake.people.PersonView;
import vn.motcua.intake.person.Phone;
import vn.motcua.intake.register.DossierView;

import java.util.UUID;
import java.util.regex.Pattern;

/** The form "who", as typed: nothing of it is lost when a part is wrong. Names of fields are those of the page. */
public class Typed {
    private static final Pattern CITIZEN_NUMBER = Pattern.compile("\\d{12}");
    private static final Pattern FORMER_NUMBER = Pattern.compile("\\d{9}");

    @RestForm
    public String submission;

    @RestForm
    public String etag;

    @RestForm
    public String unit;

    @RestForm
    public String name;

    @RestForm
    public String identifier;

    @RestForm
    public String address;

    @RestForm
    public String phone;

    @RestForm
    public String phoneOwner;

    @RestForm
    public String email;

    @RestForm
    public String submitter;

    @RestForm
    public String authorisation;

    @RestForm
    public String pages;

    @RestForm
    public String copies;

    @RestForm
    public String returnMode;

    /** An empty form, with the name of whoever logged in. */
    static Typed fresh(String name, String unit) {
        Typed typed = new Typed();
        typed.submission = UUID.randomUUID().toString();
        typed.name = name;
        typed.unit = unit;
        typed.phoneOwner = Phone.Owner.SELF.name();
        typed.pages = "1";
        typed.copies = "1";
        typed.returnMode = OpenRequest.ReturnMode.COUNTER.name();
        return typed;
    }

    /** What a draft holds, to be corrected. */
    static Typed of(DossierView dossier, String etag) {
        Typed typed = new Typed();
        PersonView owner = dossier.people().owner();
        PersonView submitter = dossier.people().submitter();
        typed.etag = etag;
        typed.unit = dossier.receivingUnit();
        typed.name = owner.name();
        typed.identifier = owner.identifier();
        typed.address = owner.address();
        typed.phone = owner.phone();
        typed.phoneOwner = owner.phoneOwner() == null ? Phone.Owner.SELF.name() : owner.phoneOwner();
        typed.email = owner.email();
        typed.submitter = submitter == null ? null : submitter.name();
        typed.authorisation = submitter == null ? null : submitter.authorisation();
        typed.pages = Integer.toString(dossier.quantities().pages());
        typed.copies = Integer.toString(dossier.quantities().copies());
        typed.returnMode = dossier.returnMode();
        return typed;
    }

    UUID submission() {
        try {
            return UUID.fromString(submission == null ? "" : submission);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    /** @param counted whether the fee counts pages and copies */
    OpenRequest opening(String code, String caseName, boolean counted, String lang) {
        return new OpenRequest(
                code,
                caseName,
                Channel.ONLINE,
                clean(unit),
                clean(unit),
                clean(unit),
                owner(),
                submitter(),
                null,
                null,
                counted ? quantities() : null,
                returnMode(),
                OpenRequest.Language.valueOf(lang));
    }

    ActionRequest.Correct correction(boolean counted, String reason) {
        return new ActionRequest.Correct(
                reason, owner(), submitter(), null, null, null, counted ? quantities() : null, returnMode(), null);
    }

    private PersonInput owner() {
        String number = clean(phone);
        return new PersonInput(
                clean(name),
                kind(identifier()),
                identifier(),
                clean(address),
                number,
                number == null ? null : phoneOwner(),
                clean(email),
                null);
    }

    private PersonInput submitter() {
        String whoSubmits = clean(submitter);
        String paper = clean(authorisation);
        return whoSubmits == null && paper == null
                ? null
                : new PersonInput(whoSubmits, null, null, null, null, null, null, paper);
    }

    /** Numbers are written in groups; they are kept without spaces. */
    private String identifier() {
        String typed = clean(identifier);
        return typed == null ? null : typed.replaceAll("\\s", "");
    }

    private static Identifier.Kind kind(String identifier) {
        if (identifier == null) {
            return null;
        }
        if (CITIZEN_NUMBER.matcher(identifier).matches()) {
            return Identifier.Kind.CITIZEN_NUMBER;
        }
        return FORMER_NUMBER.matcher(identifier).matches() ? Identifier.Kind.FORMER_NUMBER : Identifier.Kind.OTHER;
    }

    private Phone.Owner phoneOwner() {
        try {
            return Phone.Owner.valueOf(phoneOwner == null ? "" : phoneOwner);
        } catch (IllegalArgumentException e) {
            return Phone.Owner.SELF;
        }
    }

    private OpenRequest.ReturnMode returnMode() {
        try {
            return OpenRequest.ReturnMode.valueOf(returnMode == null ? "" : returnMode);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private OpenRequest.Quantities quantities() {
        return new OpenRequest.Quantities(number(pages), number(copies));
    }

    /** What is no number is none that is allowed. */
    private static int number(String typed) {
        try {
            return Integer.parseInt(clean(typed) == null ? "" : clean(typed));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Without what no database takes; empty is null. */
    static String clean(String typed) {
        if (typed == null) {
            return null;
        }
        String text = typed.replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }
}
