package app.inbetween.provider.kolbo;

import java.util.Optional;

import app.inbetween.provider.Failure;
import app.inbetween.provider.Submission;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Reading;

/** What Kolbo says to a new clip. */
final class KolboSubmission implements Reading {

    @Override
    public Submission of(Answer answer) {
        Optional<Failure> refusal = KolboErrors.refusal(answer);
        if (refusal.isPresent()) {
            return new Submission.Rejected(refusal.get());
        }
        return id(answer).filter(id -> answer.isSuccess()).<Submission> map(Submission.Accepted::new)
                .orElseGet(() -> new Submission.Unknown(answer.words()));
    }

    /**
     * Kolbo's own word for a clip that came to nothing, as one its models refused, is a 500 with a code. That makes no clip,
     * and
     * gives back what it took. One that is named all the same exists, and its state tells more.
     */
    @Override
    public Submission ofServerError(Answer answer) {
        Optional<String> named = id(answer);
        if (named.isPresent()) {
            return new Submission.Accepted(named.get());
        }
        return KolboErrors.failed(answer).<Submission> map(Submission.Rejected::new)
                .orElseGet(() -> new Submission.Unknown(answer.words()));
    }

    private static Optional<String> id(Answer answer) {
        return answer.json().map(body -> body.path("generation_id").asText("")).filter(id -> !id.isEmpty());
    }
}
