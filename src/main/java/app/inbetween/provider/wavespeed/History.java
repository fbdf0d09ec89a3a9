package app.inbetween.provider.wavespeed;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.Turn;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.CatalogEntry;
import app.inbetween.provider.wire.Answer;

/**
 * Looks for a task in the list of what was asked for. Ours is the one that names our attempt: in the names of the frames we
 * uploaded for it, or in its webhook. Of a task whose inputs the list does not tell, or whose frames have names that are not
 * ours to read, nothing is claimed: neither that it is ours, nor, while there is one, that ours is not there. The list is asked
 * for without a filter, as one that is misread would hide what is there.
 */
final class History {

    private static final int MOST_PAGES = 50;
    /** Whole, as a name that was cut short would tell nothing. */
    private static final Pattern FRAME_NAME = Pattern.compile("(first|last)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final WaveSpeedClient client;

    History(WaveSpeedClient client) {
        this.client = client;
    }

    /** The name a frame is uploaded under, without its ending: what proves later whose task it is. */
    static String frameName(String which, VideoRequest request) {
        return which + "-" + request.attemptToken();
    }

    Reconciliation find(VideoRequest request, CatalogEntry entry, Turn turn) {
        Search search = new Search(request, entry, new Witnesses(request.sentAt()));
        for (int page = 1; page <= MOST_PAGES; page++) {
            if (page > 1) {
                turn.await();
            }
            Answer answer = client.history(page);
            Optional<JsonNode> items = items(answer);
            if (items.isEmpty()) {
                return new Reconciliation.Unclear("The list of tasks makes no sense: " + client.words(answer));
            }
            // Only an empty page is the end: a short one may be as long as pages are there.
            if (items.get().isEmpty()) {
                return search.end(client.now());
            }
            Optional<Reconciliation> result = search.read(items.get());
            if (result.isPresent()) {
                return result.get();
            }
            if (search.witnesses.sawAllSinceItWasSent()) {
                return search.end(client.now());
            }
        }
        return new Reconciliation.Unclear("The list of tasks goes on and on");
    }

    private static Optional<JsonNode> items(Answer answer) {
        return Envelope.of(answer).filter(envelope -> answer.isSuccess() && envelope.isSuccess())
                .map(envelope -> envelope.data().path("items")).filter(JsonNode::isArray);
    }

    /** One walk through the list. */
    private static final class Search {

        private final VideoRequest request;
        private final CatalogEntry entry;
        private final Witnesses witnesses;
        private final Set<String> seen = new HashSet<>();
        private int untold;

        Search(VideoRequest request, CatalogEntry entry, Witnesses witnesses) {
            this.request = request;
            this.entry = entry;
            this.witnesses = witnesses;
        }

        /** Empty while the list has to be read on. */
        Optional<Reconciliation> read(JsonNode items) {
            boolean news = false;
            for (JsonNode item : items) {
                Prediction prediction = new Prediction(item);
                if (item.toString().contains(request.attemptToken())) {
                    return Optional.of(prediction.id().<Reconciliation> map(Reconciliation.Found::new)
                            .orElseGet(() -> new Reconciliation.Unclear("Our task is there, under an id that is none")));
                }
                if (seen.add(item.path("id").asText())) {
                    news = true;
                    witnesses.hear(prediction.created());
                    untold += isSomebodyElses(prediction) ? 0 : 1;
                }
            }
            return news ? Optional.empty()
                    : Optional.of(new Reconciliation.Unclear("The list of tasks tells the same again and again"));
        }

        Reconciliation end(Instant now) {
            if (untold > 0) {
                return new Reconciliation.Unclear(untold + " tasks of the list may be ours or not");
            }
            return witnesses.proveAbsence(now) ? new Reconciliation.Absent()
                    : new Reconciliation.Unclear("Nothing shows that the list tells all there is");
        }

        private boolean isSomebodyElses(Prediction prediction) {
            JsonNode item = prediction.json();
            String model = item.path("model").asText();
            return !model.isEmpty() && !model.equals(entry.wireId(request))
                    || prediction.created().filter(witnesses::isEarlier).isPresent() || hasOtherInputs(item.path("input"));
        }

        /** A seed is told as it was sent, and a frame of another attempt says so. */
        private boolean hasOtherInputs(JsonNode input) {
            JsonNode seed = entry.wiring().seed().map(input::at).orElse(input.path(""));
            return seed.isIntegralNumber() && seed.longValue() != request.seed()
                    || FRAME_NAME.matcher(input.at(entry.wiring().first()).asText()).find()
                            && FRAME_NAME.matcher(input.at(entry.wiring().last()).asText()).find();
        }
    }
}
