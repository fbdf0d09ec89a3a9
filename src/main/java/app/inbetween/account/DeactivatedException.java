package app.inbetween.account;

import jakarta.ws.rs.ForbiddenException;

/** Whoever is asking was deactivated; answered by {@link DeactivatedPages}. */
class DeactivatedException extends ForbiddenException {
}
