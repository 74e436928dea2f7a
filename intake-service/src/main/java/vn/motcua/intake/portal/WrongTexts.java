package vn.motcua.intake.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What people's pages say of a form that is not right, and how to mend it: English here, Vietnamese in {@code messages/mend_vi.properties}. */
@MessageBundle(value = "mend", locale = "en")
interface WrongTexts {
    @Message("Please correct")
    String title();

    @Message("Something is missing or wrong; it is marked below. What you typed is kept.")
    String some();

    @Message("Please write the full name, 200 characters at most.")
    String name();

    @Message("Please write 40 characters at most; the number of an identity card has 12 digits.")
    String identifier();

    @Message("Please write 300 characters at most.")
    String address();

    @Message("This is no phone number. For example 0912 345 678; or leave it empty.")
    String phone();

    @Message("This is no e-mail address. Please correct it or leave it empty.")
    String email();

    @Message("Please write the full name of the person who files.")
    String submitter();

    @Message("Please write 200 characters at most.")
    String authorisation();

    @Message("Please write how many pages the original has, for example 3.")
    String pages();

    @Message("Please write how many copies you need and how many pages the original has, for example 2.")
    String copies();

    @Message("Please choose a centre from the list.")
    String unit();

    @Message("Please choose how you want the result.")
    String return_way();

    @Message("Something does not fit. Please check what you typed.")
    String form();

    @Message("Please write 2,000 characters at most.")
    String reason();

    @Message("No file was chosen. Please choose a photo or a PDF first.")
    String no_file();

    @Message(
            "This file is neither a photo (JPEG, PNG, TIFF) nor a PDF nor an office file (DOCX, XLSX, ODT, ODS, DOC, XLS). Please take a photo of the paper and choose it.")
    String file_type();

    @Message("The file is larger than {megabytes} MB. Please choose a smaller one.")
    String file_size(long megabytes);

    @Message("Please write where the authorities have it.")
    String source();

    @Message("This form stood open too long")
    String form_expired();

    @Message("Nothing was changed. Please go back, load the page again and send it once more; cookies must be allowed.")
    String form_expired_text();
}
