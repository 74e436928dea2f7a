package vn.motcua.processing.signature;

import eu.europa.esig.dss.crl.CRLBinary;
import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An authority for demonstrations and development, made anew at each start and kept nowhere: a root, certificates for whoever signs,
 * revocation lists and time-stamps on the injected clock. Every name it gives says that it is for demonstration.
 */
final class LocalAuthority implements SigningMeans {
    private static final int KEY_BITS = 2048;
    private static final int SERIAL_BITS = 96;
    private static final Duration LIST_LASTS = Duration.ofDays(1);
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2049-12-31T00:00:00Z");
    private static final String DEMO = "CHI DUNG TRINH DIEN - DEMO ONLY";
    /** Nobody fetches it: the list is put into each signature. */
    private static final String LIST_ADDRESS = "http://demo.invalid/root.crl";

    private static final X500Name ROOT = name("Mot Cua Demo Root", null);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final KeyPair rootKey = pair();
    private final CertificateToken root;
    private final SignerKey timestamper;
    private final Map<String, SignerKey> signers = new ConcurrentHashMap<>();
    private final Map<BigInteger, Instant> revoked = new ConcurrentHashMap<>();

    LocalAuthority(Clock clock) {
        this.clock = clock;
        this.root = certify(ROOT, rootKey, Kind.ROOT);
        this.timestamper = issued(name("Mot Cua Demo Time-Stamp", null), Kind.TIMESTAMP);
    }

    private enum Kind {
        ROOT,
        SIGNER,
        TIMESTAMP
    }

    @Override
    public SignerKey key(Signatory who) {
        return signers.computeIfAbsent(who.subject(), subject -> issued(name(who.name(), who.title()), Kind.SIGNER));
    }

    @Override
    public TSPSource timestamps() {
        KeyEntityTSPSource source =
                new KeyEntityTSPSource(timestamper.key(), timestamper.certificate(), timestamper.chain()) {
                    @Override
                    protected Date getProductionTime() {
                        return Date.from(clock.instant());
                    }
                };
        source.setTsaPolicy("1.2.3.4");
        source.setDigestAlgorithm(DigestAlgorithm.SHA256);
        source.setEncryptionAlgorithm(EncryptionAlgorithm.RSA);
        return source;
    }

    @Override
    public CRLSource revocations() {
        return (certificate, issuer) -> {
            try {
                CRLBinary binary = CRLUtils.buildCRLBinary(revocationList());
                CRLToken list = new CRLToken(certificate, CRLUtils.buildCRLValidity(binary, issuer));
                list.setExternalOrigin(RevocationOrigin.EXTERNAL);
                return list;
            } catch (IOException e) {
                throw new IllegalStateException("the list of the local authority is unreadable", e);
            }
        };
    }

    CertificateToken root() {
        return root;
    }

    /** What a certificate signs from now on counts for nothing. */
    void revoke(CertificateToken certificate) {
        revoked.put(certificate.getSerialNumber(), clock.instant());
    }

    /** The list of now, DER. */
    byte[] revocationList() {
        Instant now = clock.instant();
        X509v2CRLBuilder list = new X509v2CRLBuilder(ROOT, Date.from(now));
        list.setNextUpdate(Date.from(now.plus(LIST_LASTS)));
        revoked.forEach((serial, at) -> list.addCRLEntry(serial, Date.from(at), CRLReason.keyCompromise));
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(rootKey.getPublic()));
            return list.build(signer()).getEncoded();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no revocation list", e);
        }
    }

    private SignerKey issued(X500Name subject, Kind kind) {
        KeyPair pair = pair();
        return new SignerKey(pair.getPrivate(), List.of(certify(subject, pair, kind), root));
    }

    private CertificateToken certify(X500Name subject, KeyPair pair, Kind kind) {
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                ROOT, new BigInteger(SERIAL_BITS, random), Date.from(FROM), Date.from(TO), subject, pair.getPublic());
        try {
            extend(certificate, pair, kind);
            X509Certificate made = new JcaX509CertificateConverter().getCertificate(certificate.build(signer()));
            return new CertificateToken(made);
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException("no certificate", e);
        }
    }

    private void extend(JcaX509v3CertificateBuilder certificate, KeyPair pair, Kind kind)
            throws CertIOException, GeneralSecurityException {
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        boolean authority = kind == Kind.ROOT;
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        int usage = authority
                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                : kind == Kind.SIGNER ? KeyUsage.digitalSignature | KeyUsage.nonRepudiation : KeyUsage.digitalSignature;
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        certificate.addExtension(
                Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(pair.getPublic()));
        certificate.addExtension(
                Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(rootKey.getPublic()));
        if (!authority) {
            GeneralName at = new GeneralName(GeneralName.uniformResourceIdentifier, LIST_ADDRESS);
            certificate.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(new GeneralNames(at)), null, null)
            }));
        }
        if (kind == Kind.TIMESTAMP) {
            certificate.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
    }

    private ContentSigner signer() {
        try {
            return new JcaContentSignerBuilder("SHA256withRSA").build(rootKey.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static X500Name name(String common, String title) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, DEMO)
                .addRDN(BCStyle.CN, common == null ? "Demo" : common);
        return title == null ? name.build() : name.addRDN(BCStyle.T, title).build();
    }
}
