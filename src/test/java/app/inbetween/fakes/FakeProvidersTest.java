package app.inbetween.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class FakeProvidersTest {

    /** Of anything else the product's own default will do. */
    private static final String NEEDED = ".*(-key|base-url|header-name|header-value|dollars-per-credit)";

    @Test
    void theProfileThatStartsThemKnowsWhereTheyAreAndTheirKeys() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        List<FakeProvider> fakes = FakeProviders.open(place -> 0);

        for (int place = 0; place < fakes.size(); place++) {
            try (FakeProvider fake = fakes.get(place)) {
                String origin = "http://localhost:" + FakeProviders.port(place);
                assertThat(fake.configuration()).allSatisfy((key, value) -> assertThat(build.contains("<" + key + ">"
                        + value.replace(fake.origin().toString(), origin) + "</" + key + ">") || !key.matches(NEEDED))
                        .as(key + " of " + fake.name() + " at " + origin).isTrue());
            }
        }
    }
}
