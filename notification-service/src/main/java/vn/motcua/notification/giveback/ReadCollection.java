package vn.motcua.notification.giveback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.notification.collection.CollectionBook;
import vn.motcua.platform.problem.ProblemException;

import java.util.UUID;

/** Reads who collected; that somebody looked is noted with the look. */
@ApplicationScoped
class ReadCollection {
    @Inject
    CollectionBook book;

    /** @throws ProblemException 404 where nothing was collected, or at another unit */
    @Transactional
    String of(UUID dossier) {
        return book.page(dossier);
    }
}
