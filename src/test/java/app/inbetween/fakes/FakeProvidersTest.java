package app.inbetween.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class FakeProvidersTest {

    @Test
    void theProfileThatStartsThemKnowsTheirKeys() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        List<FakeProvider> fakes = List.of(new FakeComfyUi(0), new FakeDashScope(0), new FakeFal(0), new FakeKolbo(0),
                new FakeWaveSpeed(0));

        assertThat(fakes).allSatisfy(fake -> fake.configuration().forEach((key, value) -> {
            if (key.endsWith("-key") || key.contains("header-")) {
                assertThat(build).contains("<" + key + ">" + value + "</" + key + ">");
            }
            fake.close();
        }));
    }
}
