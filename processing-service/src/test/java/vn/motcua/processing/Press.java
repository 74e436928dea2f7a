package vn.motcua.processing;

import static vn.motcua.processing.Sample.as;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.util.UUID;

/** What the approver's button does: signs and issues. */
public final class Press {
    private Press() {}

    /** With the present revision. */
    public static Response sign(Sample sample, String token, UUID signing, String body) {
        return sign(sample, token, signing, body, sample.get(token).header("ETag"));
    }

    /** @param ifMatch null to leave it out */
    public static Response sign(Sample sample, String token, UUID signing, String body, String ifMatch) {
        RequestSpecification request = as(token).contentType("application/json").body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/processing/cases/" + sample.id() + "/signings/" + signing);
    }
}
