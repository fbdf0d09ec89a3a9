package app.inbetween.storage;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The store cannot be used as configured; the message, all that is shown of it at start, says why and what to do. */
public class StorageException extends ConfigurationException {

    StorageException(String message) {
        super(message);
    }
}
