package app.inbetween.generation.show;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.account.CurrentUser;
import app.inbetween.generation.Agreements;
import app.inbetween.generation.Ask;
import app.inbetween.generation.AskFirstException;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Generations;
import app.inbetween.generation.PriceChangedException;
import app.inbetween.generation.Settings;
import app.inbetween.generation.ShownPrice;
import app.inbetween.generation.show.GenerationPage.Obstacle;
import app.inbetween.ledger.InsufficientCreditsException;
import app.inbetween.ledger.LimitExceededException;
import app.inbetween.price.NoPriceException;
import app.inbetween.price.Quote;
import app.inbetween.provider.SwitchedOffException;
import app.inbetween.web.Htmx;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;

/** The same clip once more, at the price on the button. */
@Path("/generations/{id}/retry")
@Authenticated
public class RetryResource {

    private static final int UNPROCESSABLE = 422;

    @Inject
    CurrentUser currentUser;
    @Inject
    Generations generations;
    @Inject
    Repetition repetition;
    @Inject
    Agreements agreements;
    @Inject
    GenerationPages pages;
    @Inject
    Htmx htmx;

    /** @param key made with the button, so that a double click is one clip */
    @POST
    public Response retry(@PathParam("id") UUID id, @RestForm String key, @RestForm String quote, @RestForm String price,
            @RestForm String confirmed) {
        UUID owner = currentUser.id();
        Generation earlier = QuarkusTransaction.joiningExisting().call(() -> Generation.ofOwner(owner, id))
                .orElseThrow(NotFoundException::new);
        ShownPrice shown = ShownPrice.parse(quote, price, confirmed);
        Optional<Obstacle> obstacle = repetition.obstacle(earlier);
        if (obstacle.isPresent()) {
            return refused(earlier, Refusal.of(obstacle.get().sentence(), "Nothing was asked for.", shown));
        }
        try {
            return htmx.seeOther("/generations/" + again(earlier, key, shown).id);
        } catch (PriceChangedException e) {
            return refused(earlier, Refusal.of(e.getMessage(), "Press Retry again if that is all right.", shown));
        } catch (AskFirstException e) {
            return refused(earlier, Refusal.confirm(e.getMessage(), shown));
        } catch (InsufficientCreditsException e) {
            return refused(earlier, Refusal.at("/credits?request="
                    + e.needed().minus(e.available()).decimal().toPlainString() + "#request", "Request credits",
                    e.getMessage(), "Change it to make it cheaper, or ask someone who runs this studio for credits.", shown));
        } catch (LimitExceededException | NoPriceException | SwitchedOffException e) {
            return refused(earlier, Refusal.of(e.getMessage(), "", shown));
        }
    }

    private Generation again(Generation earlier, String key, ShownPrice shown) {
        Settings settings = earlier.settings;
        Quote quote = agreements.concluded(earlier.owner, settings.priceKey(), settings.duration(), shown);
        return generations.ask(new Ask(earlier.owner, key == null || key.isBlank() ? "retry:" + earlier.id : key, earlier.title,
                earlier.firstFrame, earlier.lastFrame, settings, quote));
    }

    private Response refused(Generation earlier, Refusal refusal) {
        String page = QuarkusTransaction.joiningExisting().call(() -> pages.page(earlier, refusal).render());
        return Response.status(UNPROCESSABLE).type("text/html;charset=UTF-8").entity(page).build();
    }
}
