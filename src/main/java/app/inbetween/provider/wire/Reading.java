package app.inbetween.provider.wire;

import app.inbetween.provider.Submission;

/** What a provider's answers to a paid call mean. */
@FunctionalInterface
public interface Reading {

    /** Of any answer but 408, 429, 499 and 5xx: accepted, rejected, or unknown where it makes no sense. */
    Submission of(Answer answer);

    /** Of a 5xx. Most come from whoever stands before the provider, and do not tell whether the request went through. */
    default Submission ofServerError(Answer answer) {
        return new Submission.Unknown(answer.words());
    }
}
