package vn.motcua.processing.signature;

import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import vn.motcua.platform.problem.ProblemException;

/** Where keys, time-stamps and revocation lists come from. */
interface SigningMeans {
    /** @throws ProblemException if there is no key for this officer */
    SignerKey key(Signatory who);

    /** Null where no time-stamp service is known. */
    TSPSource timestamps();

    CRLSource revocations();

    /** The certificate all trust of the time-stamps begins at; null where the signer's own root is all there is. */
    default eu.europa.esig.dss.model.x509.CertificateToken timestampRoot() {
        return null;
    }
}
