package app.inbetween.provider.dashscope;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.provider.dashscope")
interface DashScopeConfig {

    URI INTERNATIONAL = URI.create("https://dashscope-intl.aliyuncs.com/api/v1");

    /** How frames reach it. */
    enum Upload {
        /** Inside the request, as data URIs. */
        INLINE,
        /** Into a store of DashScope's own, before the request. */
        OSS
    }

    @WithDefault("true")
    boolean enabled();

    /** Belongs to one region, as do the models. */
    Optional<String> apiKey();

    /**
     * With {@code /api/v1}. Singapore when it is not set; {@code https://dashscope.aliyuncs.com/api/v1} is Beijing,
     * {@code https://dashscope-us.aliyuncs.com/api/v1} Virginia, and a workspace may have a host of its own.
     */
    Optional<URI> baseUrl();

    @WithDefault("inline")
    Upload upload();

    /** Tasks under way at once; the older models run two, and let the others wait or refuse them. */
    @WithDefault("2")
    int maxConcurrent();

    /** How long the answer to a submission may take. */
    @WithDefault("60s")
    Duration patience();

    @WithDefault("15s")
    Duration pollEvery();

    /** How often it may be handed a task; {@code 2/1s} when it is not set. */
    Optional<String> submits();

    /** How often it may be asked about one; {@code 20/1s} when it is not set. */
    Optional<String> queries();

    /** Where its films, and its store for frames, may be. */
    @WithDefault("*.aliyuncs.com")
    List<String> resultHosts();
}
