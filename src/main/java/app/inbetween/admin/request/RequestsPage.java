package app.inbetween.admin.request;

import java.util.List;

import app.inbetween.budget.CreditRequest;
import app.inbetween.price.Credits;
import app.inbetween.web.Formats;
import app.inbetween.web.Slice;

/**
 * What administrators see of requests for credits.
 *
 * @param newest whether the decided ones begin with the newest
 * @param problem why what was just sent was not done; may be empty
 */
record RequestsPage(List<Ask> open, Slice<CreditRequest> decided, boolean newest, String problem) {

    /**
     * A request nobody has decided on.
     *
     * @param available what the person has free to spend
     * @param form the answer, as far as it is typed
     */
    record Ask(CreditRequest request, Credits available, AnswerForm form) {

        public String initial() {
            return request.name().substring(0, request.name().offsetByCodePoints(0, 1));
        }
    }

    public String lead() {
        return open.isEmpty() ? "Nobody is waiting for an answer."
                : Formats.count(open.size(), "request") + " waiting for an answer, the oldest first.";
    }
}
