package app.inbetween.generation;

/** A form that was already sent is sent again with other content. */
public class AskedDifferentlyException extends RuntimeException {

    AskedDifferentlyException(Generation earlier) {
        super("This form was already sent for “" + earlier.title + "”. Press Generate again to make another clip.");
    }
}
