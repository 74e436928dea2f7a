package vn.motcua.processing.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.model.x509.CertificateToken;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.platform.problem.ProblemException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What is signed is judged by poppler and OpenSSL, which know nothing of the code that signed it. */
class PadesSignerTest {
    private static final Instant AT = Instant.parse("2026-11-26T03:15:00Z");
    private static final Signatory CHAIR = new Signatory("chair", "Lò Văn Thành", "Chủ tịch", "Xã Mường Sại");

    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);

    private final LocalAuthority authority = new LocalAuthority(CLOCK);
    private final Signer signer = new PadesSigner(authority, CLOCK);

    @TempDir
    Path folder;

    @Test
    void a_signature_with_time_stamp_and_lists_is_b_lt_and_found_valid_by_poppler() throws Exception {
        SignedFile signed = signer.sign(pdf(), CHAIR, AT);
        assertThat(signed.level()).isEqualTo(Level.B_LT);
        assertThat(signed.certificate()).contains("Lò Văn Thành", "DEMO ONLY");
        Proof proof = Proof.of(signed.bytes(), folder);
        proof.assumePoppler();
        assertThat(proof.pdfsig())
                .contains("Signature is Valid", "Signer Certificate Common Name: Lò Văn Thành", "ETSI.CAdES.detached");
        assertThat(new String(signed.bytes(), StandardCharsets.ISO_8859_1)).contains("/DSS", "/CRLs");
    }

    @Test
    void openssl_verifies_it_up_to_the_root_with_the_revocation_list() throws Exception {
        SignedFile signed = signer.sign(pdf(), CHAIR, AT);
        Proof proof = Proof.of(signed.bytes(), folder);
        proof.assumeOpenssl();
        trust();
        assertThat(proof.openssl(AT)).contains("successful");
    }

    @Test
    void openssl_refuses_it_once_the_certificate_is_on_the_list() throws Exception {
        SignedFile signed = signer.sign(pdf(), CHAIR, AT);
        authority.revoke(authority.key(CHAIR).certificate());
        Proof proof = Proof.of(signed.bytes(), folder);
        proof.assumeOpenssl();
        trust();
        assertThat(proof.openssl(AT)).contains("certificate revoked");
    }

    @Test
    void one_changed_byte_is_found_by_both() throws Exception {
        byte[] bytes = signer.sign(pdf(), CHAIR, AT).bytes();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("/MediaBox");
        bytes[at + 1] ^= 1;
        Proof proof = Proof.of(bytes, folder);
        proof.assumePoppler();
        assertThat(proof.pdfsig()).contains("Digest Mismatch").doesNotContain("Signature is Valid");
        proof.assumeOpenssl();
        trust();
        assertThat(proof.openssl(AT)).contains("Verification failure");
    }

    @Test
    void what_was_in_the_file_stays_in_front_of_the_signature() throws Exception {
        byte[] before = pdf();
        byte[] after = signer.sign(before, CHAIR, AT).bytes();
        assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
    }

    @Test
    void without_a_time_stamp_service_the_result_is_b_b_and_says_so() throws Exception {
        Signer bare = new PadesSigner(new Bare(authority, null), CLOCK);
        SignedFile signed = bare.sign(pdf(), CHAIR, AT);
        assertThat(signed.level()).isEqualTo(Level.B_B);
        assertThat(new String(signed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("/DSS");
        Proof proof = Proof.of(signed.bytes(), folder);
        proof.assumePoppler();
        assertThat(proof.pdfsig()).contains("Signature is Valid", "Total document signed");
    }

    @Test
    void a_time_stamp_service_that_is_away_does_not_keep_a_person_waiting() throws Exception {
        Signer away = new PadesSigner(
                new Bare(authority, (algorithm, digest) -> {
                    throw new eu.europa.esig.dss.model.DSSException("away");
                }),
                CLOCK);
        assertThat(away.sign(pdf(), CHAIR, AT).level()).isEqualTo(Level.B_B);
    }

    @Test
    void a_revoked_certificate_signs_nothing_any_more() throws Exception {
        signer.sign(pdf(), CHAIR, AT);
        authority.revoke(authority.key(CHAIR).certificate());
        byte[] pdf = pdf();
        assertThatThrownBy(() -> signer.sign(pdf, CHAIR, AT))
                .isInstanceOf(ProblemException.class)
                .hasMessage("signer-without-key");
    }

    @Test
    void a_file_that_only_calls_itself_a_pdf_is_refused() {
        byte[] fake = "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> signer.sign(fake, CHAIR, AT))
                .isInstanceOf(ProblemException.class)
                .hasMessage("result-not-signable");
    }

    @Test
    void every_signer_has_a_key_of_their_own_that_says_it_is_for_demonstration() {
        CertificateToken chair = authority.key(CHAIR).certificate();
        CertificateToken vice = authority
                .key(new Signatory("vice", "Quàng Thị Hoa", null, "Xã Mường Sại"))
                .certificate();
        assertThat(chair.getPublicKey()).isNotEqualTo(vice.getPublicKey());
        assertThat(List.of(chair, vice))
                .allMatch(each -> each.getSubject().getRFC2253().contains("DEMO ONLY"));
        assertThat(authority.key(CHAIR).certificate()).isEqualTo(chair);
    }

    private void trust() throws IOException {
        Files.write(
                folder.resolve("root.pem"), pem("CERTIFICATE", authority.root().getEncoded()));
        Files.write(folder.resolve("root.pem"), pem("X509 CRL", authority.revocationList()), StandardOpenOption.APPEND);
    }

    static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    static byte[] pem(String kind, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The parts of the newest signature as PDFBox reads them. */
    static PDSignature signature(PDDocument document) {
        return document.getSignatureDictionaries().get(0);
    }

    static PDDocument load(byte[] bytes) throws IOException {
        return Loader.loadPDF(bytes);
    }

    /** The authority with other time-stamps. */
    private record Bare(LocalAuthority authority, eu.europa.esig.dss.spi.x509.tsp.TSPSource timestamps)
            implements SigningMeans {
        @Override
        public SignerKey key(Signatory who) {
            return authority.key(who);
        }

        @Override
        public eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource revocations() {
            return authority.revocations();
        }
    }
}
