package app.inbetween.account;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.ForbiddenException;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;

/** The person behind this request. */
@RequestScoped
@Named
public class CurrentUser {

    @Inject
    SecurityIdentity identity;
    @Inject
    SignIn signIn;
    @Inject
    AccountConfig config;

    private User user;

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    public boolean isAdmin() {
        return identity.hasRole(config.adminRole());
    }

    /**
     * @throws UnauthorizedException if nobody is signed in
     * @throws ForbiddenException if the person may not use Inbetween, or not any more
     */
    public User user() {
        if (!isSignedIn()) {
            throw new UnauthorizedException();
        }
        if (!mayEnter()) {
            throw new ForbiddenException();
        }
        if (user == null) {
            user = signIn.userOf(identity);
        }
        if (!user.isActive()) {
            throw new DeactivatedException();
        }
        return user;
    }

    public UUID id() {
        return user().id;
    }

    public String name() {
        return user().name;
    }

    /** Stands for the person where a picture would. */
    public String initial() {
        return name().substring(0, name().offsetByCodePoints(0, 1));
    }

    private boolean mayEnter() {
        return isAdmin() || config.userRole().map(identity::hasRole).orElse(true);
    }
}
