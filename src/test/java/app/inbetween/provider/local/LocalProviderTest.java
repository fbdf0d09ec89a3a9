package app.inbetween.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.WrittenConfig;

class LocalProviderTest {

    @Test
    void whoeverSwitchesItOffHasNoneRatherThanABrokenOne() {
        LocalProvider provider = new LocalProvider();

        provider.config = WrittenConfig.read(LocalConfig.class, Map.of("inbetween.provider.local.enabled", "false"));

        assertThat(provider.isConfigured()).isFalse();
        assertThat(provider.models()).isEmpty();
        assertThat(provider.trouble()).isEmpty();
    }
}
