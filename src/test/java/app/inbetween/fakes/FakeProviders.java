package app.inbetween.fakes;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The five remote providers on fixed ports, for trying the whole product without a key: {@code ./mvnw -Pfakes}. */
public final class FakeProviders {

    private static final List<IntFunction<FakeProvider>> ALL = List.of(FakeWaveSpeed::new, FakeFal::new, FakeDashScope::new,
            FakeKolbo::new, FakeComfyUi::new);
    private static final int FIRST_PORT = 8501;
    /** Long enough to be watched. */
    private static final Duration A_CLIP_TAKES = Duration.ofSeconds(8);

    private FakeProviders() {
    }

    public static void main(String... arguments) throws InterruptedException {
        open(FakeProviders::port).forEach(fake -> {
            fake.takes(A_CLIP_TAKES);
            fake.reachLocalhost();
            System.out.println(fake.name() + " stands in at " + fake.origin());
            fake.configuration().forEach((key, value) -> System.out.println("  " + key + "=" + value));
        });
        Thread.currentThread().join();
    }

    /** @param port of each, by its place in the row */
    static List<FakeProvider> open(IntUnaryOperator port) {
        return IntStream.range(0, ALL.size()).mapToObj(place -> ALL.get(place).apply(port.applyAsInt(place))).toList();
    }

    static int port(int place) {
        return FIRST_PORT + place;
    }
}
