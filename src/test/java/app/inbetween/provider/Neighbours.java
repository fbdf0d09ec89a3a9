package app.inbetween.provider;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Other clips, as a test tells of them. */
public final class Neighbours implements OtherClips {

    private final Set<String> jobs = ConcurrentHashMap.newKeySet();
    private volatile boolean twin;

    public void have(RemoteJob job) {
        jobs.add(job.remoteId());
    }

    public void includeATwin() {
        twin = true;
    }

    @Override
    public boolean own(VideoRequest ours, String remoteId) {
        return jobs.contains(remoteId);
    }

    @Override
    public boolean hasTwin(VideoRequest ours) {
        return twin;
    }
}
