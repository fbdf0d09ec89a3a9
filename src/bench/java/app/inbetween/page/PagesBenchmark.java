package app.inbetween.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * What pages cost when a studio has made a million clips, against the same pages of the same application with ten thousand; asked
 * for in turns, so that what is printed holds on any machine: ratios of medians.
 */
public final class PagesBenchmark {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int VIEWS = 60;
    private static final double GOAL = 1.3;
    private static final List<String> PAGES = List.of("/admin", "/credits", "/gallery", "/admin/users", "/admin/movements",
            "/admin/jobs");

    private PagesBenchmark() {
    }

    /** @param arguments the file the results are written to, as JSON; how many rounds are run */
    public static void main(String[] arguments) throws Exception {
        Path json = Path.of(arguments[0]);
        Files.createDirectories(json.toAbsolutePath().getParent());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off")
                .setServerConfig("shared_buffers", "1GB").setServerConfig("max_wal_size", "8GB").start();
                Server few = start(postgres, "few", FEW);
                Server many = start(postgres, "many", MANY)) {
            Map<String, Object> results = new TreeMap<>();
            for (String page : PAGES) {
                results.put(page, race(page, few, many, Integer.parseInt(arguments[1]) * VIEWS));
            }
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
        }
    }

    private static Server start(EmbeddedPostgres postgres, String database, int clips) throws Exception {
        Studio.fill(postgres, database, clips);
        return Server.start(postgres.getPort(), database, Map.of("INBETWEEN_GENERATION_DISPATCH_EVERY", "off"));
    }

    private static double race(String page, Server few, Server many, int views) throws Exception {
        for (int i = 0; i < VIEWS; i++) {
            few.get(page);
            many.get(page);
        }
        long[] small = new long[views];
        long[] large = new long[views];
        for (int i = 0; i < views; i++) {
            small[i] = few.get(page);
            large[i] = many.get(page);
        }
        double ratio = median(large) / median(small);
        System.out.printf("%-18s %,d clips %6.1f ms, %,d clips %6.1f ms, %5.2f x   goal %.1f x: %s%n", page, FEW,
                median(small) / 1e6, MANY, median(large) / 1e6, ratio, GOAL, ratio <= GOAL ? "met" : "missed");
        return ratio;
    }

    private static double median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
