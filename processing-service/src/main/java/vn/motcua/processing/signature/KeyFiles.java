package vn.motcua.processing.signature;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import org.jboss.logging.Logger;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keys in PKCS#12 files of the configuration. A file is read for each signature: a renewed one holds at once. */
final class KeyFiles implements SigningMeans {
    private static final Logger LOG = Logger.getLogger(KeyFiles.class);

    private final SignatureConfig config;

    KeyFiles(SignatureConfig config) {
        this.config = config;
    }

    @Override
    public SignerKey key(Signatory who) {
        SignatureConfig.KeyFile named = config.signers().get(who.subject());
        if (named == null) {
            throw new ProblemException(ProcessingProblem.SIGNER_WITHOUT_KEY);
        }
        char[] password = named.password().toCharArray();
        try (InputStream in = Files.newInputStream(named.file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return new SignerKey(
                            (PrivateKey) store.getKey(alias, password), chain(store.getCertificateChain(alias)));
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.errorf("the key file of a signer cannot be read: %s: %s", named.file(), e.toString());
            throw new ProblemException(ProcessingProblem.SIGNER_KEY_UNREADABLE);
        }
        throw new ProblemException(ProcessingProblem.SIGNER_WITHOUT_KEY);
    }

    @Override
    public TSPSource timestamps() {
        return config.timestamps()
                .map(address -> (TSPSource) new TimestampService(address, config.patience()))
                .orElse(null);
    }

    @Override
    public CRLSource revocations() {
        return new RevocationLists(config.patience());
    }

    @Override
    public CertificateToken timestampRoot() {
        return config.timestampRoot()
                .map(file -> DSSUtils.loadCertificate(file.toFile()))
                .orElse(null);
    }

    private static List<CertificateToken> chain(Certificate[] certificates) {
        List<CertificateToken> chain = new ArrayList<>();
        for (Certificate each : certificates) {
            chain.add(new CertificateToken((X509Certificate) each));
        }
        return chain;
    }
}
