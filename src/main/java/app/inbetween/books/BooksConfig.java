package app.inbetween.books;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.books")
interface BooksConfig {

    /** When the books are checked, as a cron expression in the ledger's time zone; "off" for a node that does not. */
    String checkAt();

    /** How long a check may take. */
    @WithDefault("15m")
    Duration patience();
}
