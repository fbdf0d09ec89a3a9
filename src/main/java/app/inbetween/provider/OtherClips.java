package app.inbetween.provider;

/** What the studio knows of its other clips, for a provider whose list of jobs does not tell whose they are. */
public interface OtherClips {

    /** Whether this job is known to be another clip's. */
    boolean own(VideoRequest ours, String remoteId);

    /**
     * Whether another clip was sent to the same provider with the same words within an hour of this one, and may have a job
     * there that we do not know.
     */
    boolean hasTwin(VideoRequest ours);
}
