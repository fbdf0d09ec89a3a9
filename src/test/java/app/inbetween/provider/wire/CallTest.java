package app.inbetween.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

class CallTest {

    @Test
    void whatIsLoggedOfItIsMethodHostAndPath() {
        assertThat(Call.get(URI.create("https://ada:pass@gpu.lan:8188/view?key=1")))
                .hasToString("GET https://gpu.lan:8188/view");
        assertThat(Call.post(URI.create("https://api.example/v1"))).hasToString("POST https://api.example/v1");
    }
}
