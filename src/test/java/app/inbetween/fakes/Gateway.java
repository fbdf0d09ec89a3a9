package app.inbetween.fakes;

import java.util.List;
import java.util.Map;

/** What stands before a provider, and answers in its place. */
final class Gateway {

    private static final String WORDS = "The request timed out";

    private Gateway() {
    }

    /** Takes the request for broken off, and says so in words that would be a refusal of the provider's otherwise. */
    static void breakOff(FakeTask task) {
        for (Trouble trouble : List.of(Trouble.CREATED_THEN_408, Trouble.CREATED_THEN_499)) {
            if (task.suffersOnce(trouble)) {
                int status = Integer.parseInt(trouble.name().substring("CREATED_THEN_".length()));
                throw new Refusal(Reply.json(status, Map.of("success", false, "code", "RequestTimeOut", "message", WORDS,
                        "error", WORDS, "detail", WORDS)));
            }
        }
    }
}
