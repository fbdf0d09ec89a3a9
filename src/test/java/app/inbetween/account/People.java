package app.inbetween.account;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** New people for tests, registered as their first sign-in would. */
@ApplicationScoped
public class People {

    @Inject
    Event<UserRegistered> registered;
    @Inject
    Clock clock;
    @Inject
    AccountConfig config;

    @Transactional
    public User register(String name) {
        return register(new Account("tests", name + " " + UUID.randomUUID(), name, Optional.empty()));
    }

    /** Whom {@code @TestSecurity(user = name)} signs in. */
    @Transactional
    public User signedInAs(String name) {
        Account account = new Account(config.issuer().orElseThrow(), name, name, Optional.empty());
        return User.of(account).orElseGet(() -> register(account));
    }

    private User register(Account account) {
        User user = new User(UUID.randomUUID(), account, clock.instant());
        user.persistAndFlush();
        registered.fire(new UserRegistered(user));
        return user;
    }
}
