package app.inbetween.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What pages say of the files a frame may be. */
@ApplicationScoped
@Named
public class FrameRules {

    private static final int MEGA = 1024 * 1024;

    @Inject
    FrameConfig config;

    /** The largest file, in megabytes of 1024 × 1024 bytes. */
    public long megabytes() {
        return config.maxBytes().asLongValue() / MEGA;
    }
}
