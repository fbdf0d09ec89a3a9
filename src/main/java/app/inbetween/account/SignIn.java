package app.inbetween.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hibernate.id.uuid.UuidVersion7Strategy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;

/** Turns what the identity provider says into a user of ours, who is stored when first seen. */
@ApplicationScoped
class SignIn {

    @Inject
    AccountConfig config;
    @Inject
    Clock clock;
    @Inject
    Event<UserRegistered> registered;
    @Inject
    Event<UserDescribed> described;

    User userOf(SecurityIdentity identity) {
        Account account = accountOf(identity);
        return QuarkusTransaction.joiningExisting().call(() -> User.of(account)).filter(user -> user.isDescribedBy(account))
                .orElseGet(() -> store(account));
    }

    private User store(Account account) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> registerOrDescribe(account));
        } catch (PersistenceException e) {
            // Two first requests at once: the other one won.
            return QuarkusTransaction.requiringNew().call(() -> User.of(account)).orElseThrow(() -> e);
        }
    }

    private User registerOrDescribe(Account account) {
        return User.of(account).map(user -> describe(user, account)).orElseGet(() -> register(account));
    }

    private User describe(User user, Account account) {
        if (!user.isDescribedBy(account)) {
            user.describe(account);
            user.persistAndFlush();
            described.fire(new UserDescribed(user));
        }
        return user;
    }

    private User register(Account account) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        User user = new User(id, account, clock.instant());
        user.persistAndFlush();
        registered.fire(new UserRegistered(user));
        return user;
    }

    private Account accountOf(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return new Account(config.issuer().orElseGet(token::getIssuer), token.getSubject(), nameIn(token),
                    Optional.ofNullable(token.<String> getClaim("email")), List.copyOf(identity.getRoles()),
                    Groups.in(token, config.groupsClaim()));
        }
        String name = identity.getPrincipal().getName();
        return new Account(config.issuer().orElse("local"), name, name, Optional.empty(), List.copyOf(identity.getRoles()),
                List.of());
    }

    private static String nameIn(JsonWebToken token) {
        return Optional.ofNullable(token.<String> getClaim("preferred_username"))
                .or(() -> Optional.ofNullable(token.<String> getClaim("name")))
                .orElseGet(token::getSubject);
    }
}
