package vn.motcua.intake.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

class CsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+84987654321", "-2", "@sum", "\t=1", "\r=1", "\n=1", "  =1", "＝1+1", "＠x", "＋1", "－1"})
    void a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(String cell) throws IOException {
        assertThat(line(cell)).matches("(?s)\"?'.*");
    }

    @Test
    void words_and_numbers_stay_as_they_are() throws IOException {
        assertThat(line("Quàng Thị Vui", "0987654321", "", "H52.712.00-261124-0007"))
                .isEqualTo("Quàng Thị Vui,0987654321,,H52.712.00-261124-0007\r\n");
    }

    @Test
    void separators_quotes_and_line_breaks_leave_one_cell_on_one_line() throws IOException {
        assertThat(line("Bản Bon, xã Mường Sại", "\"Vui\"", "hai\r\ndòng"))
                .isEqualTo("\"Bản Bon, xã Mường Sại\",\"\"\"Vui\"\"\",hai dòng\r\n");
        assertThat(line("=\"a\",b")).isEqualTo("\"'=\"\"a\"\",b\"\r\n");
    }

    private static String line(String... cells) throws IOException {
        StringBuilder out = new StringBuilder();
        Csv.write(out, List.of(cells));
        return out.toString();
    }
}
