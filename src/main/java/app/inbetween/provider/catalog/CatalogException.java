package app.inbetween.provider.catalog;

/** A model's entry is not as it should be. Says in which file, on which line, and about which field. */
public class CatalogException extends IllegalStateException {

    CatalogException(String file, int line, String field, String problem) {
        super(file + ", line " + line + (field.isEmpty() ? "" : ", field " + field) + ": " + problem);
    }
}
