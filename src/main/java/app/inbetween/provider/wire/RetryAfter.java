package app.inbetween.provider.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header of RFC 9110, section 10.2.3. */
final class RetryAfter {

    /** Whoever asks for more is asked again sooner. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {
    }

    /** In both its forms, never negative; empty where it is neither. */
    static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        try {
            Duration pause = text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
