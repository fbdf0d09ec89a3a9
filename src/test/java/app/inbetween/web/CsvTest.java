package app.inbetween.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void theFileBeginsWithAByteOrderMarkAndEveryLineEndsAsTheStandardSays() throws IOException {
        assertThat(file("Müller", 1)).isEqualTo("\uFEFFWho,How much\r\nMüller,1\r\n");
    }

    @Test
    void whatWouldBreakALineStandsBetweenQuotes() throws IOException {
        assertThat(line("a, b", "say \"so\"")).isEqualTo("\"a, b\",\"say \"\"so\"\"\"");
        assertThat(line("one\ntwo", "one\r\ntwo")).isEqualTo("\"one\ntwo\",\"one\r\ntwo\"");
        assertThat(line("a;b", " plain ")).isEqualTo("\"a;b\", plain ");
    }

    @Test
    void numbersStayNumbersAndNothingStaysNothing() throws IOException {
        assertThat(line(new BigDecimal("-12.5"), -3L)).isEqualTo("-12.5,-3");
        assertThat(line(new BigDecimal("1E+3"), null)).isEqualTo("1000,");
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(1)", "\u22121", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20A1" })
    void noTextIsTakenForAFormula(String text) throws IOException {
        assertThat(line(text, "")).isEqualTo("'" + text + ",");
    }

    @Test
    void noLinkIsSmuggledIn() throws IOException {
        assertThat(line("=HYPERLINK(\"http://evil.example\",\"win\")", "")).startsWith("\"'=HYPERLINK(");
        assertThat(line("\t=1+1", "\r=1+1")).isEqualTo("\"'\t'=1+1\",\"'\r'=1+1\"");
    }

    @ParameterizedTest
    @CsvSource({ "shot;=1+1,shot;'=1+1", "shot;-1,shot;'-1", "shot; =1,shot; =1", "shot = 1,shot = 1" })
    void norWhereListsAreSeparatedBySemicolons(String text, String written) throws IOException {
        assertThat(line(text, "").replace("\"", "")).isEqualTo(written + ",");
    }

    private static String line(Object first, Object second) throws IOException {
        String file = file(first, second);
        return file.substring(file.indexOf("\r\n") + 2, file.length() - 2);
    }

    private static String file(Object first, Object second) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Csv.write(out, new String[] { "Who", "How much" }, csv -> csv.line(first, second));
        return out.toString(StandardCharsets.UTF_8);
    }
}
