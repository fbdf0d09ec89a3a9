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

    @Transactional
    public User register(String name) {
        Account account = new Account("tests", name + " " + UUID.randomUUID(), name, Optional.empty());
        User user = new User(UUID.randomUUID(), account, clock.instant());
        user.persistAndFlush();
        registered.fire(new UserRegistered(user));
        return user;
    }
}
