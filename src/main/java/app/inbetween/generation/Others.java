package app.inbetween.generation;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.provider.OtherClips;
import app.inbetween.provider.VideoRequest;

/** What is written down of the clips besides the one that is looked for. */
@ApplicationScoped
class Others implements OtherClips {

    private static final Duration AT_THE_SAME_TIME = Duration.ofHours(1);
    /** What waited longer before it was sent is not looked for. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    /** Who was refused for good has no job. Of several attempts only the last one's job is written down. */
    private static final String TWINS = """
            SELECT prompt FROM generation
            WHERE created_at > ? AND provider = ? AND id <> ? AND sent_at BETWEEN ? AND ?
              AND (attempts > 1 OR remote_id IS NULL AND failure_billing IS DISTINCT FROM 'NOT_BILLED')
            """;

    @Inject
    Sql sql;

    @Override
    public boolean own(VideoRequest ours, String remoteId) {
        return sql.first("SELECT 1 FROM generation WHERE remote_id = ? AND provider = ? AND id <> ? LIMIT 1", row -> true,
                remoteId, provider(ours), ours.generation()).isPresent();
    }

    @Override
    public boolean hasTwin(VideoRequest ours) {
        Instant sent = ours.sentAt().orElseThrow();
        return sql.all(TWINS, row -> row.getString("prompt"), sent.minus(LONGEST_WAIT), provider(ours), ours.generation(),
                sent.minus(AT_THE_SAME_TIME), sent.plus(AT_THE_SAME_TIME)).stream()
                .anyMatch(prompt -> prompt.strip().equals(ours.prompt().strip()));
    }

    private static String provider(VideoRequest request) {
        return request.model().substring(0, request.model().indexOf('/'));
    }
}
