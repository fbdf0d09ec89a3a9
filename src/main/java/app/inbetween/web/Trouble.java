package app.inbetween.web;

import java.util.Arrays;

/** What a person is told when a request cannot be answered: what happened, and what to do. */
enum Trouble {

    BAD_REQUEST(400, "That request could not be read", "Go back, load the page again and repeat what you did."),
    NOT_SIGNED_IN(401, "You could not be signed in", "Nothing is lost. Go to the first page and sign in again."),
    FORBIDDEN(403, "This is not yours to see", "Your account may not do this. Someone who runs this studio can change that."),
    NOT_FOUND(404, "Nothing is here", "The address is wrong, or what was here has been deleted."),
    NOT_ALLOWED(405, "This address cannot be used that way", "Open the page it belongs to and start from there."),
    TOO_LARGE(413, "That is too much to send at once",
            "Nothing of it was kept. Save the pictures smaller, as JPEG for instance, and try again."),
    UNSUPPORTED(415, "That kind of content is not understood here", "Go back, load the page again and repeat what you did."),
    BROKEN(500, "Something broke on this server",
            "It was not your doing. Try again; if it happens twice, pass on the number below."),
    UNAVAILABLE(503, "Inbetween is busy or being restarted", "Nothing is lost. Try again in a minute.");

    private final int status;
    private final String title;
    private final String advice;

    Trouble(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /** The one for this status, or what its class of statuses comes to. */
    static Trouble of(int status) {
        return Arrays.stream(values()).filter(trouble -> trouble.status == status).findFirst()
                .orElse(status < 500 ? BAD_REQUEST : BROKEN);
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String advice() {
        return advice;
    }
}
