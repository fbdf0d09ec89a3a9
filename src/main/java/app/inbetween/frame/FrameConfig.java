package app.inbetween.frame;

import app.inbetween.media.PictureLimits;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.frame")
interface FrameConfig {

    /** Of the file as it was uploaded. */
    @WithDefault("20M")
    MemorySize maxBytes();

    /** Pixels on the longer side. */
    @WithDefault("8192")
    int maxSide();

    /** Pixels in all. Each takes 3 to 8 bytes of memory while a picture is taken in. */
    @WithDefault("40000000")
    long maxPixels();

    /** Pixels on the shorter side. */
    @WithDefault("64")
    int minSide();

    default PictureLimits limits() {
        return new PictureLimits(maxBytes().asLongValue(), maxSide(), maxPixels(), minSide());
    }
}
