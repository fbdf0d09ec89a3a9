package app.inbetween.account;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.account")
interface AccountConfig {

    /** The issuer accounts are stored under, where the provider's own is not stable; by default the token's. */
    Optional<String> issuer();

    /** The role, as the identity provider spells it, that makes an administrator. */
    @WithDefault("admin")
    String adminRole();

    /** The claim that lists a person's groups, or names the only one. */
    @WithDefault("groups")
    String groupsClaim();

    /** The role that may use Inbetween; when not set, everyone who can sign in may. */
    Optional<String> userRole();

    /** Whom people ask who cannot come in, such as {@code the studio office, office@example.org}. */
    @WithDefault("whoever runs this studio")
    String contact();
}
