package app.inbetween.hook;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import app.inbetween.provider.ForgedWebhookException;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.Webhooks;
import app.inbetween.provider.Webhooks.Delivery;
import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Where providers tell of news. A route of its own, beside what guards the pages: a provider has no session and no form's
 * token,
 * it has a signature, which is over the bytes as they came.
 */
@ApplicationScoped
class HookResource {

    static final int LONGEST_BODY = 256 * 1024;
    private static final int LONGEST_TOKEN = 100;

    @Inject
    ModelCatalog catalog;
    @Inject
    Inbox inbox;
    @Inject
    Clerk clerk;
    @Inject
    Clock clock;

    void route(@Observes Router router) {
        router.post("/hooks/:provider/:attemptToken").handler(this::receive);
    }

    private void receive(RoutingContext context) {
        if (webhooks(context).isEmpty() || context.pathParam("attemptToken").length() > LONGEST_TOKEN) {
            refuse(context, 404);
            return;
        }
        HttpServerRequest request = context.request();
        if (isDeclaredTooLong(request)) {
            refuse(context, 413);
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(bytes -> {
            if (body.length() + bytes.length() > LONGEST_BODY) {
                refuse(context, 413);
            } else if (!context.response().ended()) {
                body.appendBuffer(bytes);
            }
        });
        request.endHandler(end -> judge(context, body));
        request.resume();
    }

    private void judge(RoutingContext context, Buffer body) {
        if (!context.response().ended()) {
            // A provider's keys may have to be fetched first.
            context.vertx().executeBlocking(() -> answer(context, body), false)
                    .onSuccess(status -> context.response().setStatusCode(status).end()).onFailure(context::fail);
        }
    }

    private int answer(RoutingContext context, Buffer body) {
        String provider = context.pathParam("provider");
        Delivery delivery = new Delivery(headers(context.request()), body.getBytes(), clock.instant());
        try {
            Webhooks.Hint hint = webhooks(context).orElseThrow().verify(delivery);
            inbox.take(provider, context.pathParam("attemptToken"), hint, body.length()).ifPresent(clerk::soon);
            return 200;
        } catch (ForgedWebhookException e) {
            Log.warnf("A webhook that claims to come from %s was refused: %s", provider, e.getMessage());
            return 401;
        } catch (ProviderUnavailableException e) {
            Log.warnf("A webhook of %s cannot be verified now: %s", provider, e.getMessage());
            return 503;
        }
    }

    private Optional<Webhooks> webhooks(RoutingContext context) {
        return catalog.provider(context.pathParam("provider")).flatMap(VideoProvider::webhooks);
    }

    private static boolean isDeclaredTooLong(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && (length.length() > 9 || Long.parseLong(length) > LONGEST_BODY);
    }

    /** What has not been read is not wanted any more: the connection is of no further use. */
    private static void refuse(RoutingContext context, int status) {
        if (!context.response().ended()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).setStatusCode(status).end();
        }
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.merge(name.toLowerCase(Locale.ROOT), value,
                (one, other) -> one + ", " + other));
        return headers;
    }
}
