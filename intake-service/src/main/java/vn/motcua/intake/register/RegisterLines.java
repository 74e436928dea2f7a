package vn.motcua.intake.register;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.CatalogueNames;
import vn.motcua.intake.deadline.Punctuality;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.intake.form.RegisterLine;
import vn.motcua.intake.person.Masking;
import vn.motcua.intake.person.PersonField;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.intake.register.Branch.Condition;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of form 07 of one unit: what was received, in the order of receipt. */
@RequestScoped
class RegisterLines {
    private static final String COLUMNS =
            "select d.code, d.procedure_code, d.procedure_version, p.name, p.address, p.phone, d.competent_unit, d.received_at,"
                    + " d.due, d.stage, d.stage_since, d.return_mode, d.punctuality, d.supplements ";
    private static final String INDEX = "from register_index i ";
    private static final String DOSSIER = "join dossier d on d.id = i.dossier_id ";
    private static final String OWNER = "left join dossier_person p on p.dossier_id = d.id and p.part = 'OWNER' ";

    private final AgroalDataSource source;
    private final Access access;
    private final CatalogueNames names;
    private final PersonVault vault;

    RegisterLines(AgroalDataSource source, Access access, CatalogueNames names, PersonVault vault) {
        this.source = source;
        this.access = access;
        this.names = names;
        this.vault = vault;
    }

    /**
     * A statement that reads lines, and what it reads of, to count them.
     *
     * @param nothing whether the words of the filters stand for nothing
     */
    record Question(String read, String of, List<Object> args, boolean nothing) {}

    /**
     * @param unit one of the caller's, whose register it is
     * @param until what was received later is left out, so that the number of lines is known beforehand
     * @throws ProblemException 403 where the unit is none of the caller's
     */
    Question of(String unit, RegisterFilters filters, Instant until) {
        if (!access.wholeUnits().contains(unit)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Asked asked = new Asked(access, names, filters.checked(), RegisterPlan.Terms.NONE);
        boolean elsewhere = asked.units() != null && !asked.units().contains(unit);
        List<String> facets = asked.wholeCode() == null ? asked.facets() : List.of();
        String facet = facets.size() == 1 ? facets.get(0) : "r";
        List<Condition> fit = new ArrayList<>(asked.exact());
        fit.addAll(asked.besides(List.of(facet)));
        fit.addAll(asked.running());
        List<Object> args = new ArrayList<>(List.of(unit, facet, until));
        StringBuilder where = new StringBuilder("where i.unit = ? and i.facet = ? and i.at <= ?");
        if (filters.receivedSince() != null) {
            where.append(" and i.at >= ?");
            args.add(filters.receivedSince());
        }
        if (filters.receivedUntil() != null) {
            where.append(" and i.at < ?");
            args.add(filters.receivedUntil());
        }
        boolean everyLine = fit.isEmpty() && facet.equals("r");
        where.append(fit.stream().map(each -> " and " + each.sql()).collect(Collectors.joining()));
        if (!everyLine) {
            where.append(" and d.received_at is not null");
        }
        fit.forEach(each -> args.addAll(each.args()));
        return new Question(
                COLUMNS + INDEX + DOSSIER + OWNER + where + " order by i.at, i.dossier_id",
                INDEX + (everyLine ? "" : DOSSIER) + where,
                args,
                elsewhere || asked.nothing());
    }

    /** All of them, for an export, which counts in the place it has. */
    int count(Question question) {
        return question.nothing() ? 0 : count("select count(*) " + question.of(), question.args());
    }

    /** Whether there are more than so many: none beyond is counted. */
    boolean longer(Question question, int most) {
        List<Object> args = new ArrayList<>(question.args());
        args.add(most + 1);
        return !question.nothing()
                && count("select count(*) from (select " + question.of() + " limit ?) counted", args) > most;
    }

    private int count(String sql, List<Object> args) {
        return Sql.query(source, sql, row -> row.getInt(1), args.toArray()).get(0);
    }

    /** All at once, for a page; ask {@link #longer} first. */
    List<RegisterLine> read(Question question) {
        Set<String> roles = access.roles();
        return question.nothing()
                ? List.of()
                : Sql.query(
                        source,
                        question.read(),
                        row -> line(row, vault, roles),
                        question.args().toArray());
    }

    /** One line as these roles may see it. */
    static RegisterLine line(ResultSet row, PersonVault vault, Set<String> roles) throws SQLException {
        Stage stage = Stage.valueOf(row.getString("stage"));
        String punctuality = row.getString("punctuality");
        return new RegisterLine(
                row.getString("code"),
                row.getString("procedure_code"),
                row.getInt("procedure_version"),
                Masking.forRoles(row.getString("name"), PersonField.NAME, roles),
                Masking.forRoles(vault.open(row.getBytes("address")), PersonField.ADDRESS, roles),
                Masking.forRoles(vault.open(row.getBytes("phone")), PersonField.PHONE, roles),
                row.getString("competent_unit"),
                instant(row, "received_at"),
                instant(row, "due"),
                stage.handedOver() ? instant(row, "stage_since") : null,
                row.getString("return_mode"),
                punctuality == null ? null : Punctuality.valueOf(punctuality),
                row.getInt("supplements"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
