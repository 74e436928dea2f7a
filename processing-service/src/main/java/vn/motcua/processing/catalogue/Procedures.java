package vn.motcua.processing.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The replica of the catalogue's procedures. */
@ApplicationScoped
public class Procedures implements PanacheRepositoryBase<Procedure, Procedure.Key> {

    /** The version a dossier was received under; null while the catalogue has not told of it. */
    public Procedure find(String code, int version) {
        return findById(new Procedure.Key(code, version));
    }

    void take(ProcedurePublished told) {
        Procedure.Key key = new Procedure.Key(told.code(), told.version());
        Procedure known = findById(key);
        if (known == null) {
            known = new Procedure(key);
            known.take(told);
            persist(known);
        } else {
            known.take(told);
        }
    }
}
