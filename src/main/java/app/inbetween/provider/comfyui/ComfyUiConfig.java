package app.inbetween.provider.comfyui;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.provider.comfyui")
interface ComfyUiConfig {

    @WithDefault("true")
    boolean enabled();

    /** The server's root, such as {@code http://gpu.lan:8188}; without it there is no ComfyUI. */
    Optional<URI> baseUrl();

    /** ComfyUI asks nobody who they are. A proxy in front of it may want to see a header. */
    Optional<String> headerName();

    Optional<String> headerValue();

    /** A server draws one clip after the other. */
    @WithDefault("1")
    int maxConcurrent();

    /** How long the answer to a submission may take. */
    @WithDefault("60s")
    Duration patience();

    @WithDefault("2s")
    Duration pollEvery();
}
