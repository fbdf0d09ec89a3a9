package app.inbetween.admin.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.generation.pace.Breaker;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.VideoProvider;
import io.quarkus.logging.Log;

/** Tests providers, and remembers what they said. */
@ApplicationScoped
class Checkups {

    /** What waited longer than a week before it was sent is not looked for. Needs generation_newest_first. */
    private static final String LAST = """
            SELECT c.*, c.trouble IS NOT NULL AND EXISTS (SELECT 1 FROM generation g
              WHERE g.created_at > c.at - interval '7 days' AND g.provider = c.provider AND g.sent_at > c.at
                AND g.remote_id IS NOT NULL) AS overtaken
            FROM provider_checkup c WHERE c.provider = ?""";

    @Inject
    Sql sql;
    @Inject
    Breaker breaker;
    @Inject
    Clock clock;

    /** Asks it something that costs nothing. No transaction is open here: a provider may take seconds to answer. */
    void make(VideoProvider provider) {
        Checkup checkup = ask(provider);
        breaker.tested(provider.name(), checkup);
        Instant now = clock.instant();
        sql.run("""
                INSERT INTO provider_checkup (provider, at, trouble, words, balance, balance_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (provider) DO UPDATE SET at = excluded.at, trouble = excluded.trouble, words = excluded.words,
                  balance = coalesce(excluded.balance, provider_checkup.balance),
                  balance_at = coalesce(excluded.balance_at, provider_checkup.balance_at)""",
                provider.name(), now, checkup.trouble().map(Reason::name).orElse(null), checkup.words(),
                checkup.balance().orElse(null), checkup.balance().isPresent() ? now : null);
    }

    Optional<LastCheckup> last(String provider) {
        return sql.first(LAST, Checkups::read, provider);
    }

    private static Checkup ask(VideoProvider provider) {
        try {
            return provider.checkUp();
        } catch (RuntimeException e) {
            Log.errorf(e, "%s could not be tested", provider.label());
            return Checkup.trouble(Reason.PROVIDER_TRANSIENT, "The test broke off. The log says why.");
        }
    }

    private static LastCheckup read(ResultSet row) throws SQLException {
        String balance = row.getString("balance");
        return new LastCheckup(Sql.instant(row, "at").orElseThrow(), row.getString("trouble") == null, row.getString("words"),
                Sql.instant(row, "balance_at").map(at -> new LastCheckup.Balance(balance, at)), row.getBoolean("overtaken"));
    }
}
