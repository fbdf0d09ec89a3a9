package app.inbetween.media;

/** A file is not a picture we take; the message says to a person what it is and what to do. */
public class UnreadablePictureException extends RuntimeException {

    UnreadablePictureException(String message) {
        super(message);
    }

    private UnreadablePictureException(String message, Throwable cause) {
        super(message, cause);
    }

    static UnreadablePictureException unknown() {
        return new UnreadablePictureException(
                "This is not a picture that Inbetween reads. Choose a JPEG, PNG or WebP picture.");
    }

    static UnreadablePictureException truncated(PictureFormat format) {
        return new UnreadablePictureException("This " + format
                + " ends too early: part of the picture is missing. Copy or download it once more and choose it again.");
    }

    static UnreadablePictureException damaged(PictureFormat format, Throwable cause) {
        return new UnreadablePictureException("This " + format
                + " is damaged and cannot be read. Open it in a picture program, save it anew and choose it again.", cause);
    }

    static UnreadablePictureException animated(PictureFormat format) {
        return new UnreadablePictureException("This " + format
                + " is animated, and a frame is a still. Save the moment you want as JPEG or PNG and choose that.");
    }

    static UnreadablePictureException unusual(PictureFormat format) {
        return new UnreadablePictureException("This " + format
                + " is of a rare kind that Inbetween does not read. Save it anew as JPEG or PNG and choose that.");
    }
}
