package vn.motcua.intake.register;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.form.Books;
import vn.motcua.intake.form.RegisterLine;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.platform.sql.Sql;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * Writes lines of the register as they come from the database: a cursor of the server, so that neither this process nor the database
 * holds more than a handful, whatever their number.
 */
@ApplicationScoped
class RegisterExport {
    private static final int FETCHED = 500;
    private static final int BUFFER_CHARS = 32 * 1024;

    private final AgroalDataSource source;
    private final PersonVault vault;
    private final Books books;

    RegisterExport(AgroalDataSource source, PersonVault vault, Books books) {
        this.source = source;
        this.vault = vault;
        this.books = books;
    }

    /** Writes head and lines, and leaves the place; ends with the stream that breaks when the reader has gone or its time is over. */
    void write(RegisterLines.Question question, Set<String> roles, ExportPlaces.Place place, OutputStream to)
            throws IOException {
        if (!place.begin()) {
            throw new IOException("the time of this export is over");
        }
        try (place) {
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), BUFFER_CHARS);
            out.write(Csv.BOM);
            Csv.write(out, books.columns());
            if (!question.nothing()) {
                Sql.on(source, connection -> lines(connection, question, roles, out));
            }
            out.flush();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private Void lines(Connection connection, RegisterLines.Question question, Set<String> roles, BufferedWriter out)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            // the first lines at once, in the order of the index: never all of them sorted beforehand
            Sql.query(
                    connection,
                    "select set_config('cursor_tuple_fraction', '0.001', true), set_config('transaction_read_only', 'on', true)",
                    row -> null);
            try (PreparedStatement statement =
                    Sql.prepare(connection, question.read(), question.args().toArray())) {
                statement.setFetchSize(FETCHED);
                try (ResultSet rows = statement.executeQuery()) {
                    int serial = 0;
                    while (rows.next()) {
                        RegisterLine line = RegisterLines.line(rows, vault, roles);
                        Csv.write(out, books.cells(++serial, line));
                    }
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return null;
    }
}
