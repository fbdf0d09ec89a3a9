package app.inbetween.provider;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class ApiAddressesTest {

    private static final String KEY = "inbetween.provider.comfyui.base-url";

    @ParameterizedTest
    @ValueSource(strings = { "http://gpu.lan:8188", "HTTPS://api.example/v1/", "http://[::1]:8188" })
    void anAddressIsTakenAsItIs(String address) {
        assertThatCode(() -> ApiAddresses.check("comfyui", with(Map.of(KEY, address)))).doesNotThrowAnyException();
    }

    @Test
    void noneIsNoTrouble() {
        assertThatCode(() -> ApiAddresses.check("comfyui", with(Map.of()))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://user:s3cret@gpu", "http://s3cret@gpu:8188", "http://user:s3cret@my_gpu",
            "http://user:p#s3cret@gpu", "http://gpu?key=s3cret", "gpu.lan:8188", "ftp://gpu", "http:///s3cret" })
    void anythingElseStopsTheStartWithoutBeingRepeated(String address) {
        assertThatThrownBy(() -> ApiAddresses.check("comfyui", with(Map.of(KEY, address))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(KEY + " is").hasMessageContaining("no user, password or query")
                .hasMessageNotContaining("s3cret");
    }

    private static Config with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(settings, "test", 100)).build();
    }
}
