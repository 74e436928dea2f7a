package vn.motcua.processing.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.signature.HttpAuthority.Stamps;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Keys in PKCS#12 files, time-stamps and revocation lists over HTTP; poppler and OpenSSL judge what comes of it. */
class KeyFilesTest {
    private static final Instant AT = Instant.parse("2026-11-26T03:15:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final Signatory CHAIR = new Signatory("chair", "Lò Văn Thành", "Chủ tịch", "Xã Mường Sại");

    @TempDir
    Path folder;

    private HttpAuthority authority;
    private Path file;
    private X509Certificate certificate;

    @BeforeEach
    void start() throws Exception {
        authority = new HttpAuthority(AT);
        file = folder.resolve("chair.p12");
        certificate = authority.keyFile(file, "Lò Văn Thành", AT.plus(Duration.ofDays(300)));
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    @Test
    void a_key_from_a_file_with_time_stamp_and_list_over_http_is_b_lt_before_both_judges() throws Exception {
        SignedFile signed = signer().sign(PadesSignerTest.pdf(), CHAIR, AT);
        assertThat(signed.level()).isEqualTo(Level.B_LT);
        assertThat(signed.serial()).isEqualTo(certificate.getSerialNumber().toString(16));
        assertThat(authority.asked).contains("list", "POST application/timestamp-query");
        assertThat(new String(signed.bytes(), StandardCharsets.ISO_8859_1)).contains("/DSS", "/CRLs");
        Proof proof = Proof.of(signed.bytes(), folder);
        proof.assumePoppler();
        assertThat(proof.pdfsig())
                .contains("Signature is Valid", "Signer Certificate Common Name: Lò Văn Thành", "ETSI.CAdES.detached");
        proof.assumeOpenssl();
        trust();
        assertThat(proof.openssl(AT)).contains("successful");
    }

    @Test
    void openssl_finds_the_time_stamp_of_the_service_over_this_very_signature() throws Exception {
        SignedFile signed = signer().sign(PadesSignerTest.pdf(), CHAIR, AT);
        Proof proof = Proof.of(signed.bytes(), folder);
        proof.assumeOpenssl();
        trust();
        try (var document = PadesSignerTest.load(signed.bytes())) {
            CMSSignedData cms =
                    new CMSSignedData(PadesSignerTest.signature(document).getContents(signed.bytes()));
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            Attribute stamp = signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
            Files.write(
                    folder.resolve("stamp.der"),
                    stamp.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded("DER"));
            Files.write(folder.resolve("stamped.bin"), signer.getSignature());
        }
        assertThat(proof.stamp(AT)).contains("Verification: OK");
        Files.write(folder.resolve("stamped.bin"), new byte[] {1}, StandardOpenOption.APPEND);
        assertThat(proof.stamp(AT)).contains("Verification: FAILED");
    }

    @Test
    void time_stamps_may_lead_to_a_root_of_their_own() throws Exception {
        try (HttpAuthority other = HttpAuthority.another(AT)) {
            Path root = Files.write(
                    folder.resolve("stamps.pem"),
                    PadesSignerTest.pem("CERTIFICATE", other.root().getEncoded()));
            TestKeys keys = TestKeys.of("chair", file, HttpAuthority.PASSWORD, other.timestamps());
            TestKeys rooted = new TestKeys(keys.signers(), keys.timestamps(), Optional.of(root));
            SignedFile signed = new PadesSigner(new KeyFiles(rooted), CLOCK).sign(PadesSignerTest.pdf(), CHAIR, AT);
            assertThat(signed.level()).isEqualTo(Level.B_LT);
            assertThat(other.asked).contains("list", "POST application/timestamp-query");
            assertThat(authority.asked).containsOnly("list");
        }
    }

    @Test
    void a_time_stamp_service_that_fails_in_any_way_leaves_a_valid_signature_that_says_b_b() throws Exception {
        for (Stamps how : new Stamps[] {Stamps.OVERLOADED, Stamps.OF_ANOTHER_QUESTION, Stamps.NO_STAMP_AT_ALL}) {
            authority.stamps = how;
            assertBare(signer().sign(PadesSignerTest.pdf(), CHAIR, AT), how.name());
        }
        Signer nobody = signer(file, HttpAuthority.PASSWORD, URI.create("http://localhost:1/tsa"));
        assertBare(nobody.sign(PadesSignerTest.pdf(), CHAIR, AT), "nobody there");
    }

    @Test
    void without_the_revocation_list_there_is_no_b_lt_and_the_signature_says_b_b() throws Exception {
        authority.listAway = true;
        assertBare(signer().sign(PadesSignerTest.pdf(), CHAIR, AT), "no list");
        assertThat(authority.asked).contains("list");
    }

    @Test
    void who_is_on_the_list_signs_nothing() throws Exception {
        authority.revoke(certificate);
        byte[] pdf = PadesSignerTest.pdf();
        assertRefused("signer-without-key", () -> signer().sign(pdf, CHAIR, AT));
    }

    @Test
    void a_wrong_password_and_a_file_that_is_no_key_are_refused_before_anything_is_numbered() throws Exception {
        assertRefused("signer-key-unreadable", () -> signer(file, "wrong", null).require(CHAIR));
        Path missing = folder.resolve("missing.p12");
        assertRefused("signer-key-unreadable", () -> signer(missing, "x", null).require(CHAIR));
        Path other = Files.writeString(folder.resolve("other.p12"), "no key");
        assertRefused("signer-key-unreadable", () -> signer(other, "x", null).require(CHAIR));
        Signatory stranger = new Signatory("stranger", "Quàng Thị Hoa", null, "Xã Mường Sại");
        assertRefused("signer-without-key", () -> signer().require(stranger));
    }

    @Test
    void a_certificate_that_has_ended_or_not_begun_is_refused_before_anything_is_numbered() throws Exception {
        Path ended = folder.resolve("ended.p12");
        authority.keyFile(ended, "Lò Văn Thành", AT.minusSeconds(1));
        assertRefused("signer-key-expired", () -> signer(ended, HttpAuthority.PASSWORD, null)
                .require(CHAIR));
        Clock early = Clock.fixed(AT.minus(Duration.ofDays(500)), ZoneOffset.UTC);
        TestKeys keys = TestKeys.of("chair", file, HttpAuthority.PASSWORD, null);
        assertRefused("signer-key-expired", () -> new PadesSigner(new KeyFiles(keys), early).require(CHAIR));
        signer().require(CHAIR);
        assertThat(authority.asked).isEmpty();
    }

    private void assertBare(SignedFile signed, String why) throws Exception {
        assertThat(signed.level()).as(why).isEqualTo(Level.B_B);
        assertThat(new String(signed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("/DSS");
        Proof proof = Proof.of(signed.bytes(), folder);
        proof.assumePoppler();
        assertThat(proof.pdfsig()).as(why).contains("Signature is Valid");
    }

    private static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(ProblemException.class).hasMessage(slug);
    }

    private void trust() throws Exception {
        Path root = folder.resolve("root.pem");
        Files.write(root, PadesSignerTest.pem("CERTIFICATE", authority.root().getEncoded()));
        Files.write(root, PadesSignerTest.pem("X509 CRL", authority.revocationList()), StandardOpenOption.APPEND);
    }

    private Signer signer() {
        return signer(file, HttpAuthority.PASSWORD, authority.timestamps());
    }

    private static Signer signer(Path file, String password, URI timestamps) {
        return new PadesSigner(new KeyFiles(TestKeys.of("chair", file, password, timestamps)), CLOCK);
    }
}
