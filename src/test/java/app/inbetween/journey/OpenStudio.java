package app.inbetween.journey;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The studio with its workers at work, as people meet it. */
public class OpenStudio implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "inbetween.generation.dispatch-every", "1s",
                "inbetween.generation.poll-every", "1s",
                "inbetween.generation.rescue-every", "5s",
                "inbetween.generation.heartbeat-every", "10s",
                "inbetween.hook.process-every", "1s");
    }
}
