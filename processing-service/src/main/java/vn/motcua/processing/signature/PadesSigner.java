package vn.motcua.processing.signature;

import eu.europa.esig.dss.alert.ExceptionOnStatusAlert;
import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.CertificateStatus;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import org.jboss.logging.Logger;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/**
 * PAdES (ETSI EN 319 142-1) by the library of the European Commission. B-LT where a time-stamp and the revocation lists are at hand;
 * without either the signature is B-B and says so, because a person at the counter does not wait for a service that is away.
 */
final class PadesSigner implements Signer {
    private static final Logger LOG = Logger.getLogger(PadesSigner.class);
    private static final int CONTENT_BYTES = 32 * 1024;

    private final SigningMeans means;
    private final Clock clock;

    PadesSigner(SigningMeans means, Clock clock) {
        this.means = means;
        this.clock = clock;
    }

    @Override
    public void require(Signatory who) {
        requireValid(means.key(who), clock.instant());
    }

    @Override
    public SignedFile sign(byte[] pdf, Signatory who, Instant at) {
        SignerKey key = means.key(who);
        requireValid(key, at);
        requireUnrevoked(key);
        if (means.timestamps() != null) {
            try {
                return sign(pdf, who, at, key, Level.B_LT);
            } catch (DSSException | AlertException e) {
                LOG.warnf("signed without time-stamp: %s", e.getMessage());
            }
        }
        try {
            return sign(pdf, who, at, key, Level.B_B);
        } catch (DSSException | AlertException e) {
            LOG.infof("a file cannot be signed: %s", e.getMessage());
            throw new ProblemException(ProcessingProblem.RESULT_NOT_SIGNABLE);
        }
    }

    /** No verifier takes what was signed outside the days of the certificate. */
    private static void requireValid(SignerKey key, Instant at) {
        CertificateToken certificate = key.certificate();
        if (!certificate.isValidOn(Date.from(at))) {
            throw new ProblemException(
                    ProcessingProblem.SIGNER_KEY_EXPIRED,
                    LegalTime.date(certificate.getNotBefore().toInstant()),
                    LegalTime.date(certificate.getNotAfter().toInstant()));
        }
    }

    /** Whoever was told by the authority that a key is lost must not go on with it, time-stamps or not. */
    private void requireUnrevoked(SignerKey key) {
        CertificateToken issuer = key.chain().get(Math.min(1, key.chain().size() - 1));
        CRLToken list = means.revocations().getRevocationToken(key.certificate(), issuer);
        if (list != null && list.getStatus() == CertificateStatus.REVOKED) {
            throw new ProblemException(ProcessingProblem.SIGNER_WITHOUT_KEY);
        }
    }

    private SignedFile sign(byte[] pdf, Signatory who, Instant at, SignerKey key, Level level) {
        PAdESService service = new PAdESService(verifier(key));
        if (level == Level.B_LT) {
            service.setTspSource(means.timestamps());
        }
        PAdESSignatureParameters wish = wish(who, at, key, level);
        DSSDocument document = new InMemoryDocument(pdf);
        byte[] data = service.getDataToSign(document, wish).getBytes();
        DSSDocument signed = service.signDocument(
                document, wish, new SignatureValue(wish.getSignatureAlgorithm(), signed(data, key, wish)));
        return new SignedFile(
                DSSUtils.toByteArray(signed),
                level,
                key.certificate().getSubject().getRFC2253(),
                key.certificate().getSerialNumber().toString(16),
                at);
    }

    private static PAdESSignatureParameters wish(Signatory who, Instant at, SignerKey key, Level level) {
        PAdESSignatureParameters wish = new PAdESSignatureParameters();
        wish.setSignatureLevel(
                level == Level.B_LT ? SignatureLevel.PAdES_BASELINE_LT : SignatureLevel.PAdES_BASELINE_B);
        wish.setDigestAlgorithm(DigestAlgorithm.SHA256);
        wish.setSigningCertificate(key.certificate());
        wish.setCertificateChain(key.chain());
        wish.setSignerName(who.name());
        wish.setLocation(who.place());
        wish.setReason("Ban hành kết quả");
        wish.setContentSize(CONTENT_BYTES);
        wish.bLevel().setSigningDate(Date.from(at));
        return wish;
    }

    private CommonCertificateVerifier verifier(SignerKey key) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(key.root());
        if (means.timestampRoot() != null) {
            trusted.addCertificate(means.timestampRoot());
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(means.revocations());
        verifier.setAlertOnMissingRevocationData(new ExceptionOnStatusAlert());
        verifier.setAlertOnRevokedCertificate(new ExceptionOnStatusAlert());
        return verifier;
    }

    private static byte[] signed(byte[] data, SignerKey key, PAdESSignatureParameters wish) {
        SignatureAlgorithm algorithm = wish.getSignatureAlgorithm();
        try {
            Signature signature = Signature.getInstance(algorithm.getJCEId());
            signature.initSign(key.key());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the signer does not sign", e);
        }
    }
}
