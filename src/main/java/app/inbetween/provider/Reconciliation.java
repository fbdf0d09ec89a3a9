package app.inbetween.provider;

/** What a search for a job of unknown fate found. */
public sealed interface Reconciliation {

    /** It arrived after all. */
    record Found(String remoteId) implements Reconciliation {
    }

    /** It is certain that it never arrived. */
    record Absent() implements Reconciliation {
    }

    /** Nothing can be said yet. */
    record Unclear(String reason) implements Reconciliation {
    }
}
