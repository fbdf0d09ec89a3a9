package app.inbetween.storage;

/** The store cannot be used as configured; the message says why and what to do. */
public class StorageException extends RuntimeException {

    StorageException(String message) {
        super(message);
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
