package app.inbetween.account;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.web.OwnPath;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The way in. */
@Path("/")
public class WelcomeResource {

    private static final String HOME = "/create";

    @CheckedTemplate(basePath = "account")
    static class Templates {

        static native TemplateInstance welcome();

        static native TemplateInstance welcomeBack();
    }

    @Inject
    CurrentUser currentUser;

    @GET
    public Response welcome() {
        return currentUser.isSignedIn() ? Response.seeOther(URI.create(HOME)).build()
                : Response.ok(Templates.welcome()).build();
    }

    @GET
    @Path("sign-in")
    @Authenticated
    public Response signIn(@QueryParam("to") @DefaultValue(HOME) String to) {
        return Response.seeOther(URI.create(OwnPath.orElse(to, HOME))).build();
    }

    /** Where a sign-in in a second tab ends, so that the first one, with a half-filled form, can go on. */
    @GET
    @Path("signed-in")
    @Authenticated
    public TemplateInstance signedIn() {
        currentUser.user();
        return Templates.welcomeBack();
    }

    /** Where the identity provider's refusal leads. */
    @GET
    @Path("sign-in-refused")
    public Response refuse() {
        return Response.status(Response.Status.UNAUTHORIZED).build();
    }
}
