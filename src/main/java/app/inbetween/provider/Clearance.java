package app.inbetween.provider;

/**
 * Leave to hand over one job. To be obtained when everything that costs nothing is done, right before the first byte that may
 * be
 * billed: preparing and uploading may have taken so long that somebody else has the job by now.
 */
public interface Clearance {

    /**
     * From here on the job counts as sent.
     *
     * @throws RuntimeException if it must not be sent any more; to be passed on, with nothing sent
     */
    void obtain();
}
