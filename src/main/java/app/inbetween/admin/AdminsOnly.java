package app.inbetween.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

import app.inbetween.account.CurrentUser;

/** Answers 404 to whoever is no administrator, so that nothing is said of what there is. */
@Provider
@ForAdmins
class AdminsOnly implements ContainerRequestFilter {

    @Inject
    CurrentUser currentUser;

    @Override
    public void filter(ContainerRequestContext request) {
        currentUser.user();
        if (!currentUser.isAdmin()) {
            throw new NotFoundException();
        }
    }
}
