package app.inbetween.generation;

import java.util.List;
import java.util.Map;

import app.inbetween.fakes.Fakes;
import io.quarkus.test.junit.QuarkusTestProfile;

/** A studio with a key for every provider, which are fakes on this machine. Tests tick the workers. */
public class FakeStudio implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Fakes.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("inbetween.generation.max-concurrent-per-user", "50");
    }
}
