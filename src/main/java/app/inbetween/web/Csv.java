package app.inbetween.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/**
 * A table as RFC 4180 has it: commas, CRLF, quotes where they are needed. A byte order mark in front lets spreadsheets read it
 * as UTF-8. Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
 */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** What a formula begins with; a spreadsheet takes the wide forms and the minus sign for the plain ones. */
    private static final String FORMULA = "=+\\-@\u2212\uFF1D\uFF0B\uFF0D\uFF20";
    /** Where a spreadsheet may begin a cell, whatever stands between quotes: many countries' separate by semicolons. */
    private static final Pattern DANGER = Pattern.compile("(?<=^|[;\t\r\n])(?=[" + FORMULA + "])|^(?=[\t\r\n])");

    private final Writer out;

    private Csv(Writer out) {
        this.out = out;
    }

    /** Writes the lines below the head, one after the other. */
    public interface Lines {
        void writeTo(Csv csv);
    }

    /** @param name of the file, with its ending */
    public static Response download(String name, String[] head, Lines lines) {
        StreamingOutput body = stream -> write(stream, head, lines);
        return Response.ok(body).type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"").header("Cache-Control", "no-store")
                .build();
    }

    static void write(OutputStream stream, String[] head, Lines lines) throws IOException {
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        Csv csv = new Csv(writer);
        csv.line((Object[]) head);
        lines.writeTo(csv);
        writer.flush();
    }

    /** One line; numbers are written as they are, everything else as text, null as nothing. */
    public void line(Object... fields) {
        try {
            out.write(Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof Number ? value.toString() : quoted(harmless(value.toString()));
    }

    private static String harmless(String text) {
        return DANGER.matcher(text).replaceAll("'");
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> ",;\"\t\r\n".indexOf(c) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
