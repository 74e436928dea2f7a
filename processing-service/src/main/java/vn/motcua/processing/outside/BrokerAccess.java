package vn.motcua.processing.outside;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ResourceNotFoundException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The principals and rights of outside systems at the broker: a SCRAM credential and ACLs of their own. All calls may be repeated. The
 * broker refuses what no ACL allows (ADR 43).
 */
@ApplicationScoped
class BrokerAccess {
    private static final Logger LOG = Logger.getLogger(BrokerAccess.class);
    private static final int SECONDS_MAX = 15;
    private static final ScramCredentialInfo SCRAM = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8192);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    /** Work at the broker. */
    private interface Work {
        void with(Admin admin) throws InterruptedException, ExecutionException, TimeoutException;
    }

    /**
     * Lets a system in under its name with this secret, whatever it had before, to do this with its topic and nothing else.
     *
     * @throws ProblemException 503 when the broker does not answer within 15 s
     */
    void give(String name, Access access, String secret) {
        on(admin -> {
            done(admin.createAcls(rights(name, access)).all());
            done(admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(name, SCRAM, secret)))
                    .all());
        });
    }

    /**
     * Takes away the credential and every right of this name: what is connected is refused with its next request.
     *
     * @throws ProblemException 503 when the broker does not answer within 15 s
     */
    void take(String name) {
        on(admin -> {
            done(admin.deleteAcls(List.of(all(name))).all());
            try {
                done(admin.alterUserScramCredentials(
                                List.of(new UserScramCredentialDeletion(name, ScramMechanism.SCRAM_SHA_512)))
                        .all());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof ResourceNotFoundException)) {
                    throw e;
                }
            }
        });
    }

    private static List<AclBinding> rights(String name, Access access) {
        ResourcePattern topic = new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
        if (access == Access.WRITES) {
            return List.of(allowed(topic, name, AclOperation.WRITE));
        }
        ResourcePattern groups =
                new ResourcePattern(ResourceType.GROUP, OutsideSystem.groups(name), PatternType.PREFIXED);
        return List.of(allowed(topic, name, AclOperation.READ), allowed(groups, name, AclOperation.READ));
    }

    private static AclBinding allowed(ResourcePattern what, String name, AclOperation operation) {
        return new AclBinding(what, new AccessControlEntry("User:" + name, "*", operation, AclPermissionType.ALLOW));
    }

    private static AclBindingFilter all(String name) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter("User:" + name, null, AclOperation.ANY, AclPermissionType.ANY));
    }

    private void on(Work work) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", "8000"))) {
            work.with(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problems.UNAVAILABLE);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("rights at the broker were not changed: %s", e.toString());
            throw new ProblemException(Problems.UNAVAILABLE);
        }
    }

    private static void done(KafkaFuture<?> answer) throws InterruptedException, ExecutionException, TimeoutException {
        answer.get(SECONDS_MAX, TimeUnit.SECONDS);
    }
}
