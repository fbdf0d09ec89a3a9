package app.inbetween.provider;

/** A webhook that was not sent by the provider it claims to come from, or not just now. */
public class ForgedWebhookException extends RuntimeException {

    public ForgedWebhookException(String message) {
        super(message);
    }
}
