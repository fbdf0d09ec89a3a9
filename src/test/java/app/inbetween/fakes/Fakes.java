package app.inbetween.fakes;

import java.lang.reflect.Field;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** All five remote providers, for tests of the whole studio; a test that has a field of this type is given them. */
public class Fakes implements QuarkusTestResourceLifecycleManager {

    private List<FakeProvider> running = List.of();
    private boolean near;

    /** In the order of their names. */
    public List<FakeProvider> all() {
        return running;
    }

    /** Forgets all that was, and has their limits pass by that clock. */
    public void clear(Clock clock) {
        running.forEach(fake -> {
            fake.clear();
            fake.keepTimeBy(clock);
        });
    }

    public <T extends FakeProvider> T the(Class<T> type) {
        return running.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    /** @param arguments {@code near} where they are to send news to this machine */
    @Override
    public void init(Map<String, String> arguments) {
        near = arguments.containsKey("near");
    }

    @Override
    public Map<String, String> start() {
        running = List.of(new FakeComfyUi(0), new FakeDashScope(0), new FakeFal(0), new FakeKolbo(0), new FakeWaveSpeed(0));
        Map<String, String> configuration = new HashMap<>();
        running.forEach(fake -> {
            if (near) {
                fake.reachLocalhost();
            }
            configuration.putAll(fake.configuration());
            configuration.put("inbetween.provider." + fake.name() + ".patience", "700ms");
        });
        configuration.put("inbetween.provider.kolbo.dollars-per-credit", "0.01");
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> isOurs(field));
    }

    @Override
    public void stop() {
        running.forEach(FakeProvider::close);
    }

    private static boolean isOurs(Field field) {
        return field.getType() == Fakes.class;
    }
}
