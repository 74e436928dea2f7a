package vn.motcua.intake.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.platform.sql.Sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/** Procedures and units by what people call them, with or without diacritics; a former unit stands for its equivalent of today. */
@ApplicationScoped
public class CatalogueNames {
    private static final Pattern PROCEDURE_CODE = Pattern.compile("\\d\\.\\d{6}(\\.[A-Z]\\d{2})?");
    private static final Pattern UNIT_ID = Pattern.compile("\\d{2}-\\d{5}-\\d{8}");
    private static final String PROCEDURES =
            "select distinct code from procedure_version where name_words(body -> 'name' ->> 'vi') like '%' || name_words(?) || '%'"
                    + " order by code limit ?";
    private static final String BY_ID = "select id, body from unit where id = ?";
    private static final String BY_NAME =
            "(select id, body from unit where ' ' || unit_words(body) || ' ' like '% ' || name_words(?) || ' %'"
                    + " and unit_words(body) like '%' || name_words(?) || '%' limit 300)";
    private static final String EQUIVALENTS =
            """
            with recursive asked as (%s), met(id, body) as (
                select id, body from asked
                union
                select u.id, u.body from met join lateral jsonb_array_elements(met.body -> 'successors') s on true
                    join unit u on u.id = s ->> 'id'
            )
            select distinct id from met where left(id, 2) = any(?) limit 100
            """;

    private final DataSource database;

    CatalogueNames(DataSource database) {
        this.database = database;
    }

    /**
     * Codes of procedures.
     *
     * @param codeOrWords a code, which need not be known, or words of a name in a row
     * @param most how many are named at most
     */
    public List<String> procedures(String codeOrWords, int most) {
        String asked = codeOrWords.strip();
        if (PROCEDURE_CODE.matcher(asked.toUpperCase(Locale.ROOT)).matches()) {
            return List.of(asked.toUpperCase(Locale.ROOT));
        }
        return hasWords(asked) ? Sql.query(database, PROCEDURES, row -> row.getString(1), asked, most) : List.of();
    }

    /**
     * Ids of units that a name or id stands for: of those it names, and of what these became (Resolution 76/2025/UBTVQH15 Art. 14).
     *
     * @param idOrName of a unit in force or a former one
     * @param provinces two digits each; units elsewhere are left out
     */
    public Set<String> units(String idOrName, Set<String> provinces) {
        String asked = idOrName.strip();
        boolean id = UNIT_ID.matcher(asked).matches();
        if (!id && !hasWords(asked)) {
            return Set.of();
        }
        return Sql.on(database, connection -> {
            var within = connection.createArrayOf("text", provinces.toArray());
            List<String> found = id
                    ? Sql.query(connection, EQUIVALENTS.formatted(BY_ID), row -> row.getString(1), asked, within)
                    : Sql.query(
                            connection, EQUIVALENTS.formatted(BY_NAME), row -> row.getString(1), asked, asked, within);
            return new TreeSet<>(found);
        });
    }

    private static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
