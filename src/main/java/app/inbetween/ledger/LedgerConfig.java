package app.inbetween.ledger;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.ledger")
interface LedgerConfig {

    /** Whole credits a person is given on first sign-in; 0 gives none. */
    @WithDefault("100")
    @Min(0)
    int welcomeCredits();
}
