package app.inbetween;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.inbetween.generation.DeliveryBenchmark;
import app.inbetween.generation.PollingBenchmark;
import app.inbetween.ledger.LedgerBenchmark;
import app.inbetween.page.PagesBenchmark;
import app.inbetween.provider.local.RendererBenchmark;

/** Runs the benchmarks one after the other, or the one that is named. */
public final class Benchmarks {

    private interface Benchmark {
        void run(String... arguments) throws Exception;
    }

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("delivery", DeliveryBenchmark::main);
        ALL.put("ledger", LedgerBenchmark::main);
        ALL.put("pages", PagesBenchmark::main);
        ALL.put("polling", PollingBenchmark::main);
        ALL.put("renderer", RendererBenchmark::main);
    }

    private Benchmarks() {
    }

    /** @param arguments the folder for results; how many rounds are run; {@code all} or the name of one */
    public static void main(String[] arguments) throws Exception {
        List<String> names = arguments[2].equals("all") ? List.copyOf(ALL.keySet()) : List.of(arguments[2]);
        if (!ALL.keySet().containsAll(names)) {
            throw new IllegalArgumentException("There is no benchmark " + names + ", only " + ALL.keySet());
        }
        for (String name : names) {
            ALL.get(name).run(Path.of(arguments[0], name + ".json").toString(), arguments[1]);
        }
    }
}
