package app.inbetween.generation.show;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.account.CurrentUser;
import app.inbetween.generation.Ask;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Generations;
import app.inbetween.generation.Settings;
import app.inbetween.price.Quote;
import app.inbetween.price.Quotes;
import app.inbetween.web.Htmx;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;

/** The same clip once more, at today's price. */
@Path("/generations/{id}/retry")
@Authenticated
public class RetryResource {

    @Inject
    CurrentUser currentUser;
    @Inject
    Generations generations;
    @Inject
    Quotes quotes;
    @Inject
    Htmx htmx;

    /** @param key made with the button, so that a double click is one clip */
    @POST
    public Response retry(@PathParam("id") UUID id, @RestForm String key) {
        UUID owner = currentUser.id();
        Generation earlier = QuarkusTransaction.joiningExisting().call(() -> Generation.ofOwner(owner, id))
                .orElseThrow(NotFoundException::new);
        Settings settings = earlier.settings;
        Quote quote = quotes.give(owner, settings.priceKey(), settings.duration());
        Generation next = generations.ask(new Ask(owner, key == null || key.isBlank() ? "retry:" + id : key, earlier.title,
                earlier.firstFrame, earlier.lastFrame, settings, quote));
        return htmx.seeOther("/generations/" + next.id);
    }
}
