package app.inbetween.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jose4j.jwt.JwtClaims;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;

/** New people for tests, registered as their first sign-in would. */
@ApplicationScoped
public class People {

    @Inject
    Event<UserRegistered> registered;
    @Inject
    Clock clock;
    @Inject
    AccountConfig config;
    @Inject
    SignIn signIn;

    @Transactional
    public User register(String name) {
        return register(new Account("tests", name + " " + UUID.randomUUID(), name, Optional.empty(), List.of(), List.of()));
    }

    /** Whom {@code @TestSecurity(user = name)} signs in. */
    @Transactional
    public User signedInAs(String name) {
        Account account = new Account(config.issuer().orElseThrow(), name, name, Optional.empty(), List.of(), List.of());
        return User.of(account).orElseGet(() -> register(account));
    }

    /** Signs somebody in, as often as wanted; what the identity provider says replaces what it said before. */
    public User signsIn(String name, Set<String> roles, Object groups) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(name);
        claims.setClaim("preferred_username", name);
        claims.setClaim("groups", groups);
        claims.setClaim("raw_token", "e30." + Base64.getUrlEncoder().encodeToString(claims.toJson().getBytes(UTF_8)) + ".");
        return signIn.userOf(QuarkusSecurityIdentity.builder().setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .addRoles(roles).build());
    }

    private User register(Account account) {
        User user = new User(UUID.randomUUID(), account, clock.instant());
        user.persistAndFlush();
        registered.fire(new UserRegistered(user));
        return user;
    }
}
