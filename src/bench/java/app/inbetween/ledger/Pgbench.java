package app.inbetween.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, sending what the ledger sends for one hold and one capture. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final int port;
    private final int callers;
    private final Path script;

    Pgbench(int port, int people, int callers) throws IOException {
        this.port = port;
        this.callers = callers;
        script = Files.createTempFile("pair-", ".sql");
        Files.writeString(script, pair(people));
    }

    double pairsPerSecond(Duration turn) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program(), "-n", "-M", "prepared", "-h", "localhost", "-p", String.valueOf(port),
                "-U", "postgres", "-c", String.valueOf(callers), "-j", "2", "-T", String.valueOf(turn.toSeconds()), "-f",
                script.toString(), "postgres").redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench said: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** On the path, or where Debian's postgresql package keeps it. */
    private static String program() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
        try (Stream<Path> versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.empty()) {
            return Stream.concat(onPath, versions.map(version -> version.resolve("bin")))
                    .map(folder -> folder.resolve("pgbench")).filter(Files::isExecutable).findFirst().map(Path::toString)
                    .orElseThrow(() -> new IllegalStateException(
                            "This benchmark races against pgbench, which is not here. Install PostgreSQL's own tools."));
        }
    }

    /** The statements of the ledger with one row in every array; amounts are worked out from what was read, as it does. */
    private static String pair(int people) {
        return """
                \\set person random(0, %d)
                BEGIN;
                %s \\gset
                %s;
                %s \\gset lot_
                %s;
                %s;
                COMMIT;
                BEGIN;
                %s \\gset
                %s \\gset hold_
                %s;
                COMMIT;
                """.formatted(people - 1, line(LOCK), line(HOLD_OF), line(LOTS), line(LIMITS), line(write(OPENED)),
                line(LOCK_HOLDER), line(HOLD_OF), line(write(RESOLVED)));
    }

    private static final String ONE = "('00000000-0000-7000-8000-' || lpad(to_hex(:person::integer), 12, '0'))::uuid";
    private static final String ITS_QUOTE = "('00000000-0000-7000-8000-' || lpad(to_hex(:person::integer + " + Bank.PEOPLE
            + "), 12, '0'))::uuid";

    private static final String LOCK = """
            SELECT available AS available, held, spent, granted, seq, uuidv7() AS generation, uuidv7() AS hold
            FROM credit_account WHERE user_id = ANY(ARRAY[%s]) ORDER BY user_id FOR NO KEY UPDATE""".formatted(ONE);

    private static final String HOLD_OF = "SELECT * FROM credit_hold WHERE generation_id = ANY(ARRAY[:generation::uuid])";

    private static final String LOTS = """
            SELECT * FROM credit_lot WHERE user_id = ANY(ARRAY[%s]) AND NOT exhausted OR id = ANY('{}'::uuid[])"""
            .formatted(ONE);

    private static final String LIMITS = "SELECT * FROM spending_limit WHERE user_id = ANY(ARRAY[%s])".formatted(ONE);

    private static final String LOCK_HOLDER = """
            SELECT available, held, spent, granted, seq FROM credit_account WHERE user_id = ANY(ARRAY(
              SELECT user_id FROM credit_hold WHERE generation_id = ANY(ARRAY[:generation::uuid])))
            ORDER BY user_id FOR NO KEY UPDATE""";

    /** One value for each array of the statement, in its order. */
    private static final List<String> OPENED = Stream.of(
            account(":available::bigint - 1000", ":held::bigint + 1000", ":spent::bigint"),
            Stream.of(":hold::uuid", ONE, ":generation::uuid", ITS_QUOTE, "'Shot 3'", "1000", "'local/flow'", "'720p'",
                    "'standard'", "1000000000", "1000", "''", "'UP'", "1", "NULL", "NULL", "'{' || :lot_id || '}'",
                    "'{1000}'", "now()"),
            Stream.of("now()"), nothing(4),
            entry("'HOLD'", ":available::bigint - 1000", ":held::bigint + 1000", ":spent::bigint", ONE, "'Shot 3'",
                    "'hold:' || :generation"),
            nothing(9), nothing(6), Stream.of(":lot_id::uuid", ":lot_remaining::bigint - 1000", "NULL"))
            .flatMap(part -> part).toList();

    private static final List<String> RESOLVED = Stream.of(
            account(":available::bigint", ":held::bigint - 1000", ":spent::bigint + 1000"), nothing(19), Stream.of("now()"),
            Stream.of(":hold_id::uuid", "'CAPTURED'", "1000", "0"),
            entry("'CAPTURE'", ":available::bigint", ":held::bigint - 1000", ":spent::bigint + 1000", "NULL", "''",
                    "'resolve:' || :generation"),
            nothing(9), Stream.of("current_date::text", ONE, "'local/flow'", "1000", "0", "1"), nothing(3))
            .flatMap(part -> part).toList();

    private static Stream<String> account(String available, String held, String spent) {
        return Stream.of(ONE, available, held, spent, ":granted::bigint", ":seq::bigint + 1");
    }

    private static Stream<String> entry(String kind, String available, String held, String spent, String actor,
            String reason, String key) {
        return Stream.of("uuidv7()", ONE, ":seq::bigint + 1", kind, ":hold::uuid", "NULL", "1000", available, held, spent, actor,
                reason, key, "now()");
    }

    private static Stream<String> nothing(int columns) {
        return Stream.generate(() -> "").limit(columns);
    }

    private static String write(List<String> values) {
        String statement = Journal.WRITE;
        for (String value : values) {
            boolean array = statement.indexOf("?::") == statement.indexOf('?');
            statement = statement.replaceFirst("\\?",
                    Matcher.quoteReplacement(!array ? value : value.isEmpty() ? "'{}'" : "ARRAY[" + value + "]"));
        }
        return statement;
    }

    private static String line(String statement) {
        return statement.replaceAll("\\s+", " ").strip();
    }
}
