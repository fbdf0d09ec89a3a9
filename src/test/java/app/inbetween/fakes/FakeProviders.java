package app.inbetween.fakes;

import java.time.Duration;
import java.util.List;

/** The five remote providers on fixed ports, for trying the whole product without a key: {@code ./mvnw -Pfakes}. */
public final class FakeProviders {

    private static final int FIRST_PORT = 8501;
    /** Long enough to be watched. */
    private static final Duration A_CLIP_TAKES = Duration.ofSeconds(8);

    private FakeProviders() {
    }

    public static void main(String... arguments) throws InterruptedException {
        List<FakeProvider> fakes = List.of(new FakeWaveSpeed(FIRST_PORT), new FakeFal(FIRST_PORT + 1),
                new FakeDashScope(FIRST_PORT + 2), new FakeKolbo(FIRST_PORT + 3), new FakeComfyUi(FIRST_PORT + 4));
        fakes.forEach(fake -> {
            fake.takes(A_CLIP_TAKES);
            System.out.println(fake.name() + " stands in at " + fake.origin());
            fake.configuration().forEach((key, value) -> System.out.println("  " + key + "=" + value));
        });
        Thread.currentThread().join();
    }
}
